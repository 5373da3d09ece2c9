"""What opens the columns of a grid: a row of boxes above them, and one line down to each column."""

from foedus.layout.cards import Card, draw, measured
from foedus.layout.drawing import Area, PlacedBox, PlacedLink, Point
from foedus.layout.strokes import arrow
from foedus.views.shapes import Box, Grid

_GAP = 34.0  # between two boxes of the row
_DROP = 32.0  # from the boxes down to the columns


def opener_height(start: tuple[Box, ...], size: float) -> float:
    """The height in points of the row with the lines below it."""
    return max(card.height for card in _cards(start, size)) + _DROP + 2


def opened(
    grid: Grid, columns: tuple[Area, ...], top: float, size: float
) -> tuple[tuple[PlacedBox, ...], tuple[PlacedLink, ...]]:
    """The boxes of the row, centred over the columns, and the links: along the row, then downwards."""
    if not grid.start or not columns:
        return (), ()
    cards = _cards(grid.start, size)
    wide = sum(card.width for card in cards) + _GAP * (len(cards) - 1)
    high = max(card.height for card in cards)
    x = (columns[0].x + columns[-1].right - wide) / 2
    areas = []
    for card in cards:
        areas.append(Area(x, top + (high - card.height) / 2, card.width, card.height))
        x += card.width + _GAP
    boxes = tuple(
        PlacedBox(card.box.id, card.box.kind, card.box.title or card.box.text, area, draw(card, area, 0),
                  origin=card.box.origin)
        for card, area in zip(cards, areas, strict=True)
    )  # fmt: skip
    along = tuple(
        _link(grid.start[i].id, grid.start[i + 1].id, "activates", _across(areas[i], areas[i + 1]))
        for i in range(len(areas) - 1)
    )
    return boxes, along + _downward(grid, columns, areas[-1])


def _cards(start: tuple[Box, ...], size: float) -> list[Card]:
    return [measured(box, 190, size) for box in start]


def _across(left: Area, right: Area) -> tuple[Point, ...]:
    return (left.right, left.middle[1]), (right.x, right.middle[1])


def _downward(grid: Grid, columns: tuple[Area, ...], last: Area) -> tuple[PlacedLink, ...]:
    """One link to each opened column, outermost first, so that the common trunk is drawn as one line."""
    level = last.bottom + (_DROP - 6) / 2 - 1
    x, y = last.middle[0], last.bottom
    found = []
    for lane, area, kind in zip(grid.columns, columns, grid.opened, strict=False):
        if not kind:
            continue
        to = area.middle[0]
        # An almost straight drop would show as a kink, so it leaves the box right above its column.
        straight = abs(to - x) < last.width / 2 - 8
        points: tuple[Point, ...] = ((to, y), (to, area.y)) if straight else (
            (x, y), (x, level), (to, level), (to, area.y)
        )  # fmt: skip
        found.append((kind == "activates", -abs(to - x), _link(grid.start[-1].id, lane.id, kind, points)))
    return tuple(link for _, _, link in sorted(found, key=lambda item: item[:2]))


def _link(source: str, target: str, kind: str, points: tuple[Point, ...]) -> PlacedLink:
    return PlacedLink(source, target, kind, "", points, arrow(points, kind))
