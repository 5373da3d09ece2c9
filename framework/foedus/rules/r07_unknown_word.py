"""A word is not one of the words that this field knows.

Kinds, statuses, consents and the like are closed lists, drawn from published coding schemes, so that
two models can be compared. The nearest word is suggested; days and durations that are written in
another way are reported here too.

Bad:

    actors:
      ally: {title: Ally, kind: sate}  # <- R07

Good:

    actors:
      ally: {title: Ally, kind: state}
"""

from foedus.finding import Severity

CODE = "R07"
NAME = "unknown-word"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
