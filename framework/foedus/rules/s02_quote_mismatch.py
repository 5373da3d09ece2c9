"""A quote does not stand in the document.

By a quote a reader finds the place, and sees that the model puts no words into a text's mouth.
`foedus sources verify MODEL --texts FOLDER` looks each quote up in your own copy of the document, at the
place that the model names. White space, the form of quotation marks and dashes, and diacritics make no
difference; an ellipsis stands for words left out. Where the words stand elsewhere that place is shown,
and where they do not stand at all the nearest ones are.
"""

from foedus.finding import Severity

CODE = "S02"
NAME = "quote-mismatch"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found by comparing with copies of the texts
