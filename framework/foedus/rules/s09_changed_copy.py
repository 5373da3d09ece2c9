"""A copy of a document is not the one that was locked, and no place that is cited has changed.

`foedus sources verify MODEL --texts FOLDER --lock` writes down a fingerprint of each copy and of each
place that the model cites, in `sources.lock` beside the model; it holds no words of the texts. A later copy
that differs in other places only is reported, and nothing needs to be read again.
"""

from foedus.finding import Severity

CODE = "S09"
NAME = "changed-copy"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION
check: None = None  # found by comparing with copies of the texts
