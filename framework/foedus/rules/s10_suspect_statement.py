"""A statement rests on a place that has changed.

The article that a statement names is not what it was when the copies were locked: the text was amended, a
corrected version was published, or somebody else's copy differs. The statement may still be right, and
nobody knows until it has been read again. `foedus sources verify --lock` accepts the copies as they are.
"""

from foedus.finding import Severity

CODE = "S10"
NAME = "suspect-statement"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None  # found by comparing with copies of the texts
