"""A picture that knows where everything stands: what `lay_out` answers and every painter reads.

All lengths are points (1/72 inch), x to the right and y downwards from the top left of the page.
Everything is measured and placed; a painter only translates items, it decides nothing.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from foedus.place import Span

Step: TypeAlias = tuple[Literal["M", "L", "Q", "C", "Z"], tuple[float, ...]]
"""One step of a path: move, line, curve (its one or two handles, then the end), or close."""

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: "Area", slack: float = 0.01) -> bool:
        """Whether the two share more than a border (overlaps up to `slack` do not count)."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )

    def holds(self, other: "Area", slack: float = 0.01) -> bool:
        """Whether `other` lies inside, borders included."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Pen:
    """How an outline is drawn: colours as `#RRGGBB` or `none`, dash lengths in points."""

    fill: str = "none"
    stroke: str = "none"
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with round corners; half the height as radius makes a pill or a circle."""

    area: Area
    pen: Pen
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """A free outline or line."""

    steps: tuple[Step, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text: `x` is the anchor, `y` the baseline, `width` what was measured."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    width: float
    weight: int = 400
    italic: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    spacing: float = 0.0

    @property
    def area(self) -> Area:
        """The space that the line takes, from ascender to descender."""
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return Area(self.x - shift * self.width, self.y - 0.75 * self.size, self.width, 0.97 * self.size)


Item: TypeAlias = Rect | Path | Words


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A component: a tinted lane or a column; `heading` is the space that links keep clear of."""

    id: str
    title: str
    area: Area
    heading: Area
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box, or one line in a cell of a grid (`kind` is then "line")."""

    id: str
    kind: str
    title: str
    area: Area
    items: tuple[Item, ...]
    lane: str = ""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """An arrow; `points` are its corners from the source's border to the target's."""

    source: str
    target: str
    kind: str
    title: str
    points: tuple[Point, ...]
    items: tuple[Item, ...]
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One sample of the legend with its words; `key` names the encoding ("link activates")."""

    key: str
    area: Area
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole page.

    `frame` holds rules, title, subtitle, tag, source and page number; `engine` names what computed
    the arrangement, with its version; `notes` are plain sentences for the user (a larger page was
    taken, a character has no shape in our font). `tag` and `source` stand on the page and are said again
    to formats without one. `paper` is the colour under everything; `family` names
    fonts that a reader's program may take instead of ours.
    """

    page: str
    width: float
    height: float
    margin: float
    title: str
    alt: str
    frame: tuple[Item, ...]
    lanes: tuple[PlacedLane, ...]
    links: tuple[PlacedLink, ...]
    boxes: tuple[PlacedBox, ...]
    legend: tuple[Entry, ...]
    engine: str
    text_size: float
    notes: tuple[str, ...] = ()
    paper: str = "#FFFFFF"
    family: str = ""
    tag: str = ""
    source: str = ""

    def items(self) -> tuple[Item, ...]:
        """Every item, in the order in which a painter lays them down."""
        parts = [part.items for part in self.lanes]
        parts += [part.items for part in self.links]
        parts += [part.items for part in self.boxes]
        parts += [part.items for part in self.legend]
        return self.frame + tuple(item for items in parts for item in items)


def shifted(items: tuple[Item, ...], dx: float, dy: float) -> tuple[Item, ...]:
    """The same items, moved by (dx, dy) points."""
    return tuple(_moved(item, dx, dy) for item in items)


def _moved(item: Item, dx: float, dy: float) -> Item:
    match item:
        case Rect():
            area = item.area
            return Rect(Area(area.x + dx, area.y + dy, area.width, area.height), item.pen, item.radius)
        case Words():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Path():
            return Path(tuple((letter, _offset(at, dx, dy)) for letter, at in item.steps), item.pen)


def _offset(numbers: tuple[float, ...], dx: float, dy: float) -> tuple[float, ...]:
    return tuple(n + (dy if i % 2 else dx) for i, n in enumerate(numbers))
