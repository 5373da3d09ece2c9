"""A file is larger or deeper than the reader takes.

Limits on size, depth and number of values are applied while the text is read, so that no file can
make a check slow or exhaust a machine. They lie far above any model written by hand; a file that
meets one was most likely generated, or is broken. The message names the limit.

Bad:

    framework:
      x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[too deep]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # <- Y04

Good:

    x-shallow: [[shallow]]
"""

from foedus.finding import Severity

CODE = "Y04"
NAME = "limit"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
