"""A file says nothing.

The file is empty or holds comments only. It does no harm, but a section that somebody meant to write
may have been lost, or was saved elsewhere.

Bad:

    # to be written  # <- Y06

Good:

    actors:
      ally: {title: Ally, kind: state}
"""

from foedus.finding import Severity

CODE = "Y06"
NAME = "empty-file"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING
check: None = None
