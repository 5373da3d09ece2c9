"""A feature of YAML is used that is no part of the language.

Aliases, anchors, tags, merge keys and second documents make the same text mean different things to
different readers, and a value stands where nobody can see it. A model is quoted and reviewed line by
line; so each value is written out where it holds.

Bad:

    actors:
      ally: &state {title: Ally, kind: state}  # <- Y03
      friend: {title: !!str Friend, kind: state}  # <- Y03

Good:

    actors:
      ally: {title: Ally, kind: state}
      friend: {title: Friend, kind: state}
"""

from foedus.finding import Severity

CODE = "Y03"
NAME = "unused-yaml-feature"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
