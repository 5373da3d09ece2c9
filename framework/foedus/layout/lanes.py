"""Lanes as they are drawn: tint, bracket, number badge, heading, and a chip at the right if need be."""

from collections.abc import Sequence

from foedus.layout import metrics
from foedus.layout.drawing import Area, Item, Path, Pen, PlacedLane, Point, Rect, Words
from foedus.layout.fit import Plan
from foedus.layout.gauge import BADGE
from foedus.layout.marks import CAP, badge, chip
from foedus.layout.palette import CHIPS, MUTED, WHITE, hue
from foedus.layout.routes import meets
from foedus.layout.tokens import LEGEND, STRONG
from foedus.views.shapes import Lane

_CORNER = 6.0
_INDENT = 9.0


def ground(lane: Lane) -> str:
    """The colour on which a lane's boxes and links stand."""
    return hue(lane.hue).tint


def lane_area(plan: Plan, index: int, x: float, y: float) -> Area:
    """The area of a lane of a plan whose top left corner stands at (x, y)."""
    left, right = plan.across.lanes
    top, height = plan.stack.lanes[index]
    return Area(x + left, y + top, right - left, height)


def heading_area(plan: Plan, index: int, x: float, y: float) -> Area:
    """The space that badge and heading of a lane take."""
    area, heading = lane_area(plan, index, x, y), plan.headings[index]
    return Area(area.x + _INDENT, area.y + 4, heading.width, heading.height - 6)


def chip_area(plan: Plan, index: int, x: float, y: float) -> Area:
    """The space that the chip of a lane takes at its right edge; no width when it has none."""
    area, heading = lane_area(plan, index, x, y), plan.headings[index]
    return Area(area.right - 10 - heading.chip, area.y + 6, heading.chip, 12)


def placed_lane(
    lane: Lane, plan: Plan, index: int, x: float, y: float, ways: Sequence[tuple[Point, ...]]
) -> PlacedLane:
    """A lane with its bracket, badge, heading and chip; the chip is left out where a line would cross it."""
    area, heading = lane_area(plan, index, x, y), plan.headings[index]
    space, ink = heading_area(plan, index, x, y), hue(lane.hue).ink
    items: list[Item] = [Rect(area, Pen(fill=ground(lane)), _CORNER), _bracket(area, ink)]
    at, first = space.x, area.y + 5.5 + heading.size * 0.6
    if lane.number:
        items += badge(at + BADGE, first, BADGE, metrics.printable(lane.number), ink, WHITE)
        at += 2 * BADGE + 5
    for i, text in enumerate(heading.lines):
        base = first + i * heading.size * 1.2 + heading.size * CAP / 2
        wide = metrics.width(text, heading.size, STRONG)
        items.append(Words(at, base, text, heading.size, ink, wide, weight=STRONG))
    spot = chip_area(plan, index, x, y)
    free = all(meets(points, spot, 3) is None for points in ways)
    if lane.chip and free and spot.x > space.right + 8:
        items += _chip(lane, spot)
    return PlacedLane(lane.id, f"{lane.number} {lane.title}".strip(), area, space, tuple(items))


def _chip(lane: Lane, spot: Area) -> list[Item]:
    middle = spot.middle[1]
    wide, items = chip(spot.x, middle, lane.standing, 6.6, WHITE)
    text = metrics.printable(lane.chip)
    colour = CHIPS[lane.standing][0] if lane.standing == "open" else MUTED
    words = Words(
        spot.x + wide + 6, middle + LEGEND * CAP / 2, text, LEGEND, colour, metrics.width(text, LEGEND)
    )
    return [*items, words]


def _bracket(area: Area, ink: str) -> Path:
    """A bracket along the left edge, its ends turned inwards."""
    x, top, bottom, r = area.x + 1, area.y + 1, area.bottom - 1, 5.0
    k = r * 0.4477
    steps = (
        ("M", (x + r + 1, top)),
        ("L", (x + r, top)),
        ("C", (x + k, top, x, top + k, x, top + r)),
        ("L", (x, bottom - r)),
        ("C", (x, bottom - k, x + k, bottom, x + r, bottom)),
        ("L", (x + r + 1, bottom)),
    )
    return Path(steps, Pen(stroke=ink, width=2.0))  # type: ignore[arg-type]
