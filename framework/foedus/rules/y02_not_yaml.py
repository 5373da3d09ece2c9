"""A file is not YAML.

The text breaks off where the rules of YAML are broken, and nothing of this file can be read. The most
frequent causes are a text that holds a colon and a space without quotes, a tab at the beginning of a
line, and a key that does not line up with the keys above it.

Bad:

    framework:
      title: Paris: the declaration  # <- Y02

Good:

    framework:
      title: "Paris: the declaration"
      as_of: 2026-01-06
      beneficiary: []
"""

from foedus.finding import Severity

CODE = "Y02"
NAME = "not-yaml"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
