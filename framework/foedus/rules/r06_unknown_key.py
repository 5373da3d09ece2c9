"""A key is not part of the language.

A misspelt key would otherwise be ignored, and the model would say less than its text. Every key is
either known or reported, and the nearest known one is suggested. Notes of your own may stand under
keys that begin with `x-`.

Bad:

    facts:
      armed-attack:
        title: Armed attack
        kind: brute
        initial: false
        defintion: An attack by armed force  # <- R06

Good:

    facts:
      armed-attack:
        title: Armed attack
        kind: brute
        initial: false
        definition: An attack by armed force
        x-seen-by: a second reader
"""

from foedus.finding import Severity

CODE = "R06"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
