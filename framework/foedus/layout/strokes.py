"""Lines, corners and arrow heads as paths."""

from math import hypot

from foedus.layout.drawing import Area, Item, Path, Pen, Point, Rect, Step
from foedus.layout.palette import EDGE, INK, WHITE
from foedus.layout.tokens import CORNER, HEAD_LENGTH, HEAD_WIDTH, LINKS

_BEND = 0.5523  # handle length of a quarter circle drawn as one cubic curve


def line(points: tuple[Point, ...], pen: Pen, corner: float = 0.0) -> Path:
    """An open line through the points, each corner rounded by at most `corner` points."""
    steps: list[Step] = [("M", points[0])]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(corner, _distance(before, at) / 2, _distance(at, after) / 2)
        if radius < 0.3:
            steps.append(("L", at))
            continue
        enter, leave = _towards(at, before, radius), _towards(at, after, radius)
        first, second = _towards(at, before, radius * (1 - _BEND)), _towards(at, after, radius * (1 - _BEND))
        steps += [("L", enter), ("C", (*first, *second, *leave))]
    return Path((*steps, ("L", points[-1])), pen)


def outline(points: tuple[Point, ...], pen: Pen) -> Path:
    """A closed polygon."""
    first: Step = ("M", points[0])
    rest: tuple[Step, ...] = tuple(("L", point) for point in points[1:])
    return Path((first, *rest, ("Z", ())), pen)


def top_rounded(area: Area, radius: float, pen: Pen) -> Path:
    """A rectangle with its two upper corners rounded: the head of a column."""
    handle = radius * (1 - _BEND)
    left, right, top, bottom = area.x, area.right, area.y, area.bottom
    steps: tuple[Step, ...] = (
        ("M", (left, bottom)),
        ("L", (left, top + radius)),
        ("C", (left, top + handle, left + handle, top, left + radius, top)),
        ("L", (right - radius, top)),
        ("C", (right - handle, top, right, top + handle, right, top + radius)),
        ("L", (right, bottom)),
        ("Z", ()),
    )
    return Path(steps, pen)


def circle(x: float, y: float, radius: float, pen: Pen) -> Rect:
    """A circle about (x, y)."""
    return Rect(Area(x - radius, y - radius, 2 * radius, 2 * radius), pen, radius)


def arrow(points: tuple[Point, ...], kind: str) -> tuple[Item, ...]:
    """A link of one kind through orthogonal points, its head touching the last one."""
    style = LINKS[kind]
    colour = INK if style.strong else EDGE
    tip, before = points[-1], points[-2]
    reach = 0.0 if style.head == "bar" else min(HEAD_LENGTH, _distance(tip, before)) - 0.4
    shaft = (*points[:-1], _towards(tip, before, reach))
    pen = Pen(stroke=colour, width=style.width, dash=style.dash)
    return line(shaft, pen, CORNER), head(tip, before, style.head, colour)


def head(tip: Point, before: Point, form: str, colour: str) -> Path:
    """An arrow head that points from `before` to `tip`: filled, open, or a bar across the line."""
    length = _distance(tip, before) or 1.0
    along = ((tip[0] - before[0]) / length, (tip[1] - before[1]) / length)
    half = HEAD_WIDTH / 2
    if form == "bar":
        at = _towards(tip, before, 1.2)
        ends = tuple((at[0] + s * along[1] * (half + 1), at[1] - s * along[0] * (half + 1)) for s in (-1, 1))
        return line(ends, Pen(stroke=colour, width=2.0))
    base = _towards(tip, before, HEAD_LENGTH)
    wings = tuple((base[0] + s * along[1] * half, base[1] - s * along[0] * half) for s in (-1, 1))
    if form == "filled":
        return outline((tip, *wings), Pen(fill=colour))
    inner = _towards(tip, before, 0.5)
    return outline((inner, *wings), Pen(fill=WHITE, stroke=colour, width=0.9))


def _distance(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = _distance(start, end)
    share = length / whole if whole else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
