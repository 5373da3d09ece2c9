"""Where pictures are seen: how large they come out there, and how large their text has to be.

Lengths on the page are points, distances millimetres.
"""

from dataclasses import dataclass
from math import radians, tan

from foedus.layout import Drawing, PageName

READ, NOTED = 16.0, 12.5
"""Minutes of arc that capitals subtend at least: of what is read (ISO 9241-303:2011), and of what is looked
up (twice what an acuity of 20/25 makes out: Whittaker and Lovie-Kitchin 1993)."""
_CAPITAL = 0.7275
"""The height of Inter's capitals, in em."""
_POINT = 25.4 / 72
_DESK, _HAND = 500.0, 400.0
"""From how far a screen is read, and what is leaned towards or held."""
_LAPTOP = 345.0 / (960 * _POINT)
"""How much larger than drawn a slide comes out that fills a screen of 15.6 inches, 345 mm wide."""


def least(arc: float, distance: float, enlarged: float = 1.0) -> float:
    """The size in points, as drawn, whose capitals subtend `arc` minutes where it comes out `enlarged`."""
    return 2 * distance * tan(radians(arc / 60) / 2) / _POINT / _CAPITAL / enlarged


@dataclass(frozen=True, slots=True)
class Place:
    """A place at which pictures are seen.

    `page` is what they are drawn for, `width` and `height` the room that they get. `text` is the least size
    of what is read, `note` that of what is looked up, both in points. In a `grey` place no colour is left.
    """

    name: str
    words: str
    page: PageName
    width: float
    height: float
    text: float
    note: float
    grey: bool = False

    def scale(self, drawing: Drawing) -> float:
        """How large a drawing comes out: 1 is as it is drawn. Paper is turned where that helps."""
        sides = [(self.width, self.height)] + ([] if self.name == "slide" else [(self.height, self.width)])
        return max(min(w / drawing.width, h / drawing.height) for w, h in sides)


_SLIDE = least(READ, _DESK, _LAPTOP), least(NOTED, _HAND, _LAPTOP)
_PAPER = least(READ, _HAND), least(NOTED, _HAND)
PLACES = {
    each.name: each
    for each in (
        Place("slide", "on a slide", "slide", 960, 540, *_SLIDE),
        Place("a4", "on A4", "a4", 842, 595, *_PAPER),
        Place("a4-half", "on half of A4", "a4-half", 595, 421, *_PAPER),
        Place("photocopy", "on a photocopy", "a4", 842, 595, *_PAPER, grey=True),
    )
}
"""The places by name."""
