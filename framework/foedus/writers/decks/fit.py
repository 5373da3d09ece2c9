"""From points of a drawing to places on a slide."""

from dataclasses import dataclass

from foedus.layout.drawing import Area, Point
from foedus.writers.decks.xml import EMU


@dataclass(frozen=True, slots=True)
class Fit:
    """Points of a drawing times `scale`, moved by (`dx`, `dy`) points of the slide."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def at(self, point: Point) -> tuple[int, int]:
        """A point of the drawing on the slide, in English metric units."""
        x, y = point
        return round((x * self.scale + self.dx) * EMU), round((y * self.scale + self.dy) * EMU)

    def length(self, points: float) -> int:
        """A length of the drawing on the slide, in English metric units."""
        return round(points * self.scale * EMU)

    def size(self, points: float) -> int:
        """A size of text on the slide, in hundredths of a point."""
        return round(points * self.scale * 100)


def fitted(what: Area, room: Area) -> Fit:
    """As large as the room allows, but never larger than drawn, in the middle at its upper edge."""
    scale = min(1.0, room.width / what.width, room.height / what.height)
    spare = room.width - what.width * scale
    return Fit(scale, room.x + spare / 2 - what.x * scale, room.y - what.y * scale)
