"""The lines inside one cell of a grid: plain, strong, items and their parts, asides, chips and marks."""

from dataclasses import dataclass

from foedus.layout import metrics
from foedus.layout.drawing import Area, Item, Pen, PlacedBox, Rect, Words
from foedus.layout.marks import CAP, chip, mark
from foedus.layout.palette import CHIPS, INK, MUTED, WHITE, hue
from foedus.layout.strokes import line
from foedus.layout.tokens import REGULAR, STRONG
from foedus.layout.wrap import word_width, wrapped
from foedus.views.shapes import Lane, Line

_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class _Set:
    """A line of a cell with its text wrapped; `x` and `y` are offsets in the cell, in points."""

    line: Line
    texts: tuple[str, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """All lines of a cell, measured: its height in points, ready to be placed."""

    lines: tuple[_Set, ...]
    height: float
    size: float

    def placed(self, spot: str, lane: Lane, x: float, y: float) -> list[PlacedBox]:
        """Every line as a box of its own, the cell's top left corner standing at (x, y)."""
        return [
            _placed(f"{spot}/{i + 1}", lane, found, x, y, self.size) for i, found in enumerate(self.lines)
        ]


def block(lines: tuple[Line, ...], limit: float, size: float, marked: bool) -> Block:
    """A cell measured for a width; in a `marked` grid every line leaves room for a mark at its left."""
    sets: list[_Set] = []
    y = 0.0
    for i, item in enumerate(lines):
        x = _indent(item, size, marked)
        italic, weight = item.style == "aside", _weight(item)
        texts = wrapped(item.text, limit - x, _size(item, size), weight, italic)
        height = max(len(texts) * size * _LEADING, size * 1.8 if item.mark else size * _LEADING)
        y += _gap(item) * size if i else 0.0
        sets.append(_Set(item, texts, x, y, height))
        y += height
    return Block(tuple(sets), y, size)


def _gap(item: Line) -> float:
    """What is free above a line, in parts of the text size."""
    match item.style:
        case "item":
            return 0.45
        case "part":
            return 0.25
        case _:
            return 0.3 if item.mark else 0.2


def narrowest(item: Line, size: float, marked: bool) -> float:
    """The least width of a line at which none of its words is broken that people would write. Points."""
    scale, weight = _size(item, size), _weight(item)
    return _indent(item, size, marked) + word_width(item.text, scale, weight)


def _indent(item: Line, size: float, marked: bool) -> float:
    if item.mark:
        return 2.55 * size
    if item.style == "item":
        return 0.9 * size
    if item.style == "part":
        return 1.8 * size
    if item.style == "chip" and item.standing:
        return chip(0, 0, item.standing, _chip_size(size))[0] + 0.6 * size
    return 2.55 * size if marked and item.style != "chip" else 0.0


def _chip_size(size: float) -> float:
    return max(6.6, size * 0.72)


def _size(item: Line, size: float) -> float:
    return max(7.5, size * 0.84) if item.style == "chip" else size


def _weight(item: Line) -> int:
    return STRONG if item.style == "strong" else REGULAR


def _placed(id: str, lane: Lane, found: _Set, x: float, y: float, size: float) -> PlacedBox:
    item, ink = found.line, hue(lane.hue).ink
    top = y + found.y
    items: list[Item] = []
    first = top + size * _LEADING / 2
    if item.mark:
        items += mark(x + 0.95 * size, top + found.height / 2, 0.88 * size, item.mark, ink, item.standing)
        first = top + found.height / 2 - (len(found.texts) - 1) * size * _LEADING / 2
    elif item.style == "item":
        side = size * 0.31
        items.append(Rect(Area(x, first - side / 2, side, side), Pen(fill=MUTED)))
    elif item.style == "part":
        items.append(line(((x + 0.95 * size, first), (x + 1.45 * size, first)), Pen(stroke=MUTED, width=0.9)))
    elif item.style == "chip" and item.standing:
        items += chip(x, first, item.standing, _chip_size(size), WHITE)[1]
    items += _texts(found, x + found.x, first, size)
    right = max((each.area.right for each in items if isinstance(each, Words)), default=x + found.x)
    area = Area(x, top, right - x, found.height)
    return PlacedBox(id, "line", item.title or item.text, area, tuple(items), lane.id, item.origin)


def _texts(found: _Set, x: float, middle: float, size: float) -> list[Words]:
    item = found.line
    scale, weight, italic = _size(item, size), _weight(item), item.style == "aside"
    colour = MUTED if italic else INK
    if item.style == "chip":
        colour = CHIPS[item.standing][0] if item.standing == "open" else MUTED
    return [
        Words(
            x, middle + i * size * _LEADING + scale * CAP / 2, text, scale, colour,
            metrics.width(text, scale, weight, italic), weight=weight, italic=italic,
        )
        for i, text in enumerate(found.texts)
    ]  # fmt: skip
