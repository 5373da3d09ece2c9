"""The same key or id is written twice.

YAML keeps the last of two equal keys in silence, so half of what was written would be lost without a
word. Here neither is dropped unseen: the first is kept, the second is reported, and both places are
named. The same holds for an id that two files declare.

Bad:

    actors:
      ally: {title: Ally, kind: state}
      ally: {title: Another ally, kind: state}  # <- R02

Good:

    actors:
      ally: {title: Ally, kind: state}
      second-ally: {title: Another ally, kind: state}
"""

from foedus.finding import Severity

CODE = "R02"
NAME = "duplicate-id"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
