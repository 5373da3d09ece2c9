"""A text of a picture lies on another, or leaves its box or the page.

Two lines of text may touch by 1.6 points, the room that letters leave above and below them; a text may stand
over the edge of its box or of the page by 0.6 points, which is what our measure may be wrong by. A drawing by
Foedus is laid out so that it has neither; this finds our mistakes.
"""

from foedus.finding import Severity

CODE = "P04"
NAME = "overlap"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when pictures are measured
