r"""A text holds a character that cannot be seen.

Control characters, zero-width characters and marks that turn the direction of writing do not show in
an editor, so that what a reviewer reads is not what the program reads. They mostly come with text
copied from a web page or a PDF; two ids that look alike may differ by one.

Bad:

    actors:
      ally: {title: "All\u200by", kind: state}  # <- Y05

Good:

    actors:
      ally: {title: Ally, kind: state}
"""

from foedus.finding import Severity

CODE = "Y05"
NAME = "hidden-character"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None
