"""A key is not text.

A number, `true`, `false`, `null` or a list stands where a name belongs. Such a key could be meant as a
value, a year or an id, so it is not guessed at; in quotes it is a text.

Bad:

    instruments:
      pact:
        title: Pact
        form: treaty
        label: {true: Pact}  # <- Y07

Good:

    instruments:
      pact:
        title: Pact
        form: treaty
        label: {en: Pact}
"""

from foedus.finding import Severity

CODE = "Y07"
NAME = "key-not-text"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
