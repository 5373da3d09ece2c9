"""The lines of a timeline in their lanes: heading at the left, then number, text, and bands. Points."""

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.layout import metrics
from foedus.layout.axis import Axis
from foedus.layout.bands import band, height
from foedus.layout.drawing import Area, Item, Pen, PlacedBox, PlacedLane, Rect, Words
from foedus.layout.gather import Row
from foedus.layout.marks import CAP, badge
from foedus.layout.palette import INK, MUTED, WHITE, hue, mixed
from foedus.layout.strokes import line
from foedus.layout.tokens import BOLD, LEGEND, STRONG
from foedus.layout.wrap import wrapped
from foedus.views.shapes import Lane

BETWEEN = 4.0  # lanes
_CORNER = 6.0
_PAD = 2.5  # above and below the rows of a lane
_BADGE = 7.0
_LEADING = 1.2
_ROW = 0.3  # space between two rows, as a share of the text size
_MOST = 14.0  # so much more height may a row get where there is room


@dataclass(frozen=True, slots=True)
class Strand:
    """A line with its text wrapped; a list of numbers is wrapped too, and its text stands after it."""

    row: Row
    numbers: tuple[str, ...]
    texts: tuple[str, ...]
    notes: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Group:
    """A lane with its heading wrapped, and its lines."""

    lane: Lane
    title: tuple[str, ...]
    strands: tuple[Strand, ...]
    height: float

    @property
    def key(self) -> str:
        """The id of the lane on the page, where none is empty."""
        return self.lane.id or "frame"


@dataclass(frozen=True, slots=True)
class Strands:
    """All lanes and their lines, placed."""

    lanes: tuple[PlacedLane, ...]
    boxes: tuple[PlacedBox, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """What every line needs to know of its place."""

    axis: Axis
    label: float
    hang: float
    size: float


def hang(rows: tuple[Row, ...], size: float) -> float:
    """What single numbers take before the texts."""
    single = [metrics.width(row.number, _small(size), BOLD) for row in rows if not row.listed]
    return max(single, default=0.0) + 0.7 * size


def _small(size: float) -> float:
    return max(7.0, 0.8 * size)


def group(
    lane: Lane, title: tuple[str, ...], rows: tuple[Row, ...], text: float, hanging: float, size: float
) -> Group:
    """A lane measured: `text` is what texts may take beside numbers that take `hanging`."""
    strands = tuple(_strand(row, text + hanging if row.listed else text, size) for row in rows)
    inner = max(sum(found.height for found in strands), (len(title) * _LEADING + 0.6) * size)
    return Group(lane, title, strands, inner + 2 * _PAD)


def _strand(row: Row, room: float, size: float) -> Strand:
    if row.listed:
        return _list(row, room, size)
    texts, notes = wrapped(row.text, room, size), wrapped(row.note, room, _note(size))
    high = max(_high(len(texts), len(notes), size), height(size))
    return Strand(row, (metrics.printable(row.number),), texts, notes, high + _ROW * size)


def _list(row: Row, room: float, size: float) -> Strand:
    """A line that stands for several courses; how many they are is said where there is room beside them."""
    numbers = wrapped(row.number, room, _small(size), BOLD)
    beside = room - metrics.width(numbers[-1], _small(size), BOLD) - size
    text = (row.text,) if metrics.width(row.text, size) <= beside else ()
    high = max(_high(len(numbers), 0, size), height(size))
    return Strand(row, numbers, text, (), high + _ROW * size)


def _high(texts: int, notes: int, size: float) -> float:
    """The height of so many lines of text, and of notes under them."""
    return texts * _LEADING * size + notes * 1.2 * _note(size)


def _note(size: float) -> float:
    return min(LEGEND, size)


def placed(
    groups: tuple[Group, ...],
    axis: Axis,
    page_margins: tuple[float, float],
    top: float,
    place: tuple[float, float, float],
    spare: float,
) -> Strands:
    """Every lane from `top` down, between the margins; `spare` height is shared out among the lines."""
    at = _Place(axis, *place)
    count = sum(len(found.strands) for found in groups)
    more = min(max(spare, 0.0) / count, _MOST) if count else 0.0
    lanes: list[PlacedLane] = []
    boxes: list[PlacedBox] = []
    for found in groups:
        height = found.height + more * len(found.strands)
        area = Area(page_margins[0], top, page_margins[1] - page_margins[0], height)
        lanes.append(_lane(found, area, at))
        boxes += _rows(found, area, at, more)
        top = area.bottom + BETWEEN
    return Strands(tuple(lanes), tuple(boxes))


def _lane(found: Group, area: Area, at: _Place) -> PlacedLane:
    """Tint, bracket, number, heading, and a hair at each instant."""
    colour = hue(found.lane.hue)
    x, y = area.x + 9, area.y + _PAD + 0.85 * at.size
    ends = ((area.x + 6, area.y + 1), (area.x + 1, area.y + 1), (area.x + 1, area.bottom - 1))
    bracket = line((*ends, (area.x + 6, area.bottom - 1)), Pen(stroke=colour.ink, width=2.0), 5.0)
    items: list[Item] = [Rect(area, Pen(fill=colour.tint), _CORNER), bracket]
    hair = Pen(stroke=mixed(colour.ink, colour.tint, 0.7), width=0.7)
    items += [line(((mark, area.y), (mark, area.bottom)), hair) for mark in at.axis.xs]
    if found.lane.number:
        items += badge(x + _BADGE, y, _BADGE, metrics.printable(found.lane.number), colour.ink, WHITE)
    words = tuple(_heading(found, x + 2 * _BADGE + 5, y, at.size))
    heading = Area(x, area.y + _PAD, at.label - 6 - x, (len(found.title) * _LEADING + 0.5) * at.size)
    return PlacedLane(found.key, f"{found.lane.number} {found.lane.title}", area, heading, (*items, *words))


def _heading(found: Group, x: float, y: float, size: float) -> Iterator[Words]:
    for i, text in enumerate(found.title):
        base = y + i * _LEADING * size + size * CAP / 2
        yield Words(
            x, base, text, size, hue(found.lane.hue).ink, metrics.width(text, size, STRONG), weight=STRONG
        )


def _rows(found: Group, area: Area, at: _Place, more: float) -> Iterator[PlacedBox]:
    inner = sum(strand.height + more for strand in found.strands)
    y = area.y + (area.height - inner) / 2
    end = at.axis.xs[0] - 8 if at.axis.xs else area.right
    for place, strand in enumerate(found.strands):
        row = Area(at.label, y, area.right - at.label, strand.height + more)
        if place:
            rule = line(
                ((at.label, y), (end, y)),
                Pen(stroke=mixed(hue(found.lane.hue).ink, hue(found.lane.hue).tint, 0.75), width=0.6),
            )
            yield PlacedBox(
                f"rule/{strand.row.courses[0].id}",
                "rule",
                "",
                Area(at.label, y, end - at.label, 0),
                (rule,),
                found.key,
            )
        yield _text(found, strand, row, at)
        yield from _bands(found, strand, row, at)
        y = row.bottom


def _text(found: Group, strand: Strand, row: Area, at: _Place) -> PlacedBox:
    """Number, text and note of a line, in the middle of its height."""
    courses, size = strand.row.courses, at.size
    count = max(len(strand.numbers), len(strand.texts))
    high, small = _high(count, len(strand.notes), size), _note(size)
    base = row.y + (row.height - high) / 2 + _LEADING / 2 * size + size * CAP / 2
    items = [*_numbers(strand, at, base, hue(found.lane.hue).ink)]
    x, first = at.label + at.hang, base
    if strand.row.listed:
        x, first = items[-1].area.right + size, base + (count - 1) * _LEADING * size
    colour = MUTED if strand.row.listed else INK
    for i, text in enumerate(strand.texts):
        items.append(Words(x, first + i * _LEADING * size, text, size, colour, metrics.width(text, size)))
    low = base + (count - 1) * _LEADING * size
    for i, text in enumerate(strand.notes):
        y = low + (i + 1) * 1.2 * small + 0.8
        items.append(Words(x, y, text, small, MUTED, metrics.width(text, small)))
    area = Area(at.label, row.y, at.axis.xs[0] - at.label - 6 if at.axis.xs else row.width, row.height)
    title = "; ".join(f"{each.number} {each.title}" for each in courses)
    return PlacedBox(courses[0].id, "course", title, area, tuple(items), found.key, courses[0].origin)


def _numbers(strand: Strand, at: _Place, base: float, ink: str) -> Iterator[Words]:
    small = _small(at.size)
    for i, text in enumerate(strand.numbers):
        wide = metrics.width(text, small, BOLD)
        yield Words(at.label, base + i * _LEADING * at.size, text, small, ink, wide, weight=BOLD)


def _bands(found: Group, strand: Strand, row: Area, at: _Place) -> Iterator[PlacedBox]:
    """The stretches of a line, each from its instant to the next stretch."""
    stretches, colour = strand.row.stretches, hue(found.lane.hue)
    high = height(at.size)
    y = row.y + (row.height - high) / 2
    ends = at.axis.ends(stretches)
    for place, (stretch, end) in enumerate(zip(stretches, ends, strict=True)):
        x = at.axis.xs[stretch.first]
        area = Area(x + 1, y, end - x - 2, high)
        items = band(area, stretch.stand, colour, at.size, colour.tint)
        title = f"{strand.row.number} {stretch.stand.words}".strip()
        key = f"{strand.row.courses[0].id}/{place + 1}"
        yield PlacedBox(key, "band", title, area, items, found.key, strand.row.courses[0].origin)
