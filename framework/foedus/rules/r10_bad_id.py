"""A key cannot be an id.

Ids are typed on the command line, stand in addresses and in the names of files, and are compared by
eye. So an id is made of lower-case letters and digits in words joined by `-`, and begins with a
letter; the name that people read is the `title`.

Bad:

    actors:
      United_Kingdom: {title: United Kingdom, kind: state}  # <- R10

Good:

    actors:
      united-kingdom: {title: United Kingdom, kind: state}
"""

from foedus.finding import Severity

CODE = "R10"
NAME = "bad-id"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
