"""A text or an arrow of a picture does not stand out from what lies under it.

WCAG 2.2 (W3C, 2023) asks for a contrast of 4.5:1 of text with its ground (1.4.3), of 3:1 where the text is
at least 18 points high, or 14 and bold, and of 3:1 for lines that carry meaning (1.4.11). The contrast is
that of luminance, so it is the same on a copier that knows only grey.
"""

from foedus.finding import Severity

CODE = "P02"
NAME = "low-contrast"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when pictures are measured
