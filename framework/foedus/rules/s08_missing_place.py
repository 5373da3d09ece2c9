"""The document has no such place.

The article, paragraph or point that a statement names is not in your copy of the document: the number is
wrong, the copy is of another version, or its lines do not show where a place begins. A place begins with a
line that starts with its name (`Article 5`, `5.`, `C3a`); paragraphs are counted from the headline, each item
of a list as one. Found by `foedus sources verify`.
"""

from foedus.finding import Severity

CODE = "S08"
NAME = "missing-place"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None  # found by comparing with copies of the texts
