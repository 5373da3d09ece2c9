"""Links as connectors that are glued to their boxes, and drawn as they were laid out."""

from dataclasses import dataclass
from typing import NamedTuple

from foedus.layout.drawing import Path, Pen, Point, Step
from foedus.layout.strokes import line
from foedus.layout.tokens import CORNER, LINKS
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.pieces import bounds
from foedus.writers.decks.shapes import frame, outline, stroke
from foedus.writers.decks.xml import element, named, tag

_HEADS = {"filled": "triangle", "open": "arrow"}
_RECENT = {"xmlns:am3d": "http://schemas.microsoft.com/office/drawing/2017/model3d", "Requires": "am3d"}
"""What only PowerPoint since 2019 says it reads; the name must be declared where it is asked for."""
_BAR = 3.7  # half the length of a bar across the end of a line, in points


class Glue(NamedTuple):
    """One end of a connector: the shape, its connection site, and whether every shape has that site."""

    shape: int
    site: int

    @property
    def common(self) -> bool:
        return self.site < 4


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line with a head, as it was drawn; `name` and `description` are what it is called and said to be."""

    points: tuple[Point, ...]
    kind: str
    pen: Pen
    name: str
    description: str


def loose(arrow: Arrow, id: int, fit: Fit) -> str:
    """An arrow that is glued to nothing: a sample in a legend."""
    head = tag("p:nvSpPr", named(id, arrow.name, arrow.description), tag("p:cNvSpPr"), tag("p:nvPr"))
    return tag("p:sp", head, _look(arrow, fit))


def glued(arrow: Arrow, ends: tuple[Glue, Glue], id: int, fit: Fit) -> str:
    """A link that is glued at both ends and looks as it was drawn.

    Programs that do not read connectors as they are drawn, but route them anew (LibreOffice), would lay them
    over the boxes in between. What is routed is therefore said twice: as a connector to PowerPoint since
    2019, which alone reads the name space of its 3D models, and as the same line without glue to all others.
    """
    start, end = ends
    glue = tag(
        "p:cNvCxnSpPr",
        tag("a:stCxn", id=start.shape, idx=start.site),
        tag("a:endCxn", id=end.shape, idx=end.site),
    )
    head = tag("p:nvCxnSpPr", named(id, arrow.name, arrow.description), glue, tag("p:nvPr"))
    if len(arrow.points) == 2 and start.common and end.common and LINKS[arrow.kind].head != "bar":
        return tag("p:cxnSp", head, _straight(arrow, fit))
    choice = element("mc:Choice", _RECENT, tag("p:cxnSp", head, _look(arrow, fit)))
    return tag("mc:AlternateContent", choice, tag("mc:Fallback", loose(arrow, id, fit)))


def _look(arrow: Arrow, fit: Fit) -> str:
    """Place, route and line of an arrow."""
    steps = [line(arrow.points, arrow.pen, CORNER).steps]
    if LINKS[arrow.kind].head == "bar":
        steps.append(_bar(arrow.points))
    area = bounds(Path(tuple(step for each in steps for step in each), arrow.pen))
    route = outline(steps, area, fit, [False] * len(steps))
    return tag("p:spPr", frame(area, fit), route, *_line(arrow, fit))


def _straight(arrow: Arrow, fit: Fit) -> str:
    """Place and line of an arrow without corners, which may lead upwards or to the left."""
    (x, y), (far, low) = arrow.points
    flips: dict[str, str | int] = {}
    flips |= {"flipH": 1} if far < x else {}
    flips |= {"flipV": 1} if low < y else {}
    left, top = fit.at((min(x, far), min(y, low)))
    size = tag("a:ext", cx=fit.length(abs(far - x)), cy=fit.length(abs(low - y)))
    place = tag("a:xfrm", tag("a:off", x=left, y=top), size, **flips)
    route = tag("a:prstGeom", tag("a:avLst"), prst="straightConnector1")
    return tag("p:spPr", place, route, *_line(arrow, fit))


def _line(arrow: Arrow, fit: Fit) -> tuple[str, str]:
    form = _HEADS.get(LINKS[arrow.kind].head)
    ends = (tag("a:tailEnd", type=form, w="med", len="med"),) if form else ()
    return tag("a:noFill"), stroke(arrow.pen, fit, *ends)


def _bar(points: tuple[Point, ...]) -> tuple[Step, ...]:
    """A stroke across the end of a line that is level or upright there."""
    (x, y), (before, _) = points[-1], points[-2]
    if abs(x - before) < 0.01:
        return ("M", (x - _BAR, y)), ("L", (x + _BAR, y))
    return ("M", (x, y - _BAR)), ("L", (x, y + _BAR))
