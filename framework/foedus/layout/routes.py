"""Links as corners on the page, and the clear space where one crosses another."""

import itertools
from collections.abc import Callable, Mapping, Sequence

from foedus.layout.drawing import Area, Item, Path, Pen, Point
from foedus.layout.strokes import line
from foedus.layout.tokens import CASING
from foedus.layout.weave import Thread

_LEVEL = 0.06

Segment = tuple[Point, Point]


def route(
    thread: Thread,
    start: Point,
    end: Point,
    levels: Callable[[int, int], float],
    track: Mapping[tuple[int, int], float],
) -> tuple[Point, ...]:
    """The corners of a thread from its source to its target, all runs level or upright.

    `levels(knot, side)` is the height at which the thread's net touches a knot.
    """
    points = [start]
    for a, b in zip(thread.knots, thread.knots[1:], strict=False):
        level, after = levels(a, 1), levels(b, 0)
        if abs(level - after) > _LEVEL:
            x = track[thread.net, a]
            points += [(x, points[-1][1]), (x, after)]
    points.append((end[0], points[-1][1]))
    clean = _without_stops(points)
    return tuple(reversed(clean)) if thread.turned else tuple(clean)


def _without_stops(points: Sequence[Point]) -> list[Point]:
    """The same way without points that are no corners."""
    kept = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        level = abs(before[1] - at[1]) < 1e-6 and abs(at[1] - after[1]) < 1e-6
        upright = abs(before[0] - at[0]) < 1e-6 and abs(at[0] - after[0]) < 1e-6
        if not (level or upright):
            kept.append(at)
    return [*kept, points[-1]]


def segments(points: Sequence[Point]) -> list[Segment]:
    """The straight runs between corners."""
    return list(itertools.pairwise(points))


def bridges(
    points: Sequence[Point], earlier: Sequence[Segment], width: float, ground: Callable[[Point], str]
) -> tuple[Item, ...]:
    """Short strokes in the colour of the ground, laid where this line passes over earlier ones."""
    found: list[Path] = []
    for here in segments(points):
        for other in earlier:
            at = _crossing(here, other)
            if at is None:
                continue
            half = CASING
            upright = here[0][0] == here[1][0]
            ends = ((at[0], at[1] - half), (at[0], at[1] + half)) if upright else (
                (at[0] - half, at[1]), (at[0] + half, at[1])
            )  # fmt: skip
            found.append(line(ends, Pen(stroke=ground(at), width=width + 2 * CASING)))
    return tuple(found)


def _crossing(one: Segment, two: Segment) -> Point | None:
    """Where a level and an upright run cross well inside both."""
    if (one[0][0] == one[1][0]) == (two[0][0] == two[1][0]):
        return None
    up, flat = (one, two) if one[0][0] == one[1][0] else (two, one)
    x, y = up[0][0], flat[0][1]
    left, right = sorted((flat[0][0], flat[1][0]))
    top, bottom = sorted((up[0][1], up[1][1]))
    inside = left + 1 < x < right - 1 and top + 1 < y < bottom - 1
    return (x, y) if inside else None


def meets(points: Sequence[Point], area: Area, margin: float) -> float | None:
    """The x of the leftmost upright run that passes through an area, if any."""
    found = [
        a[0]
        for a, b in segments(points)
        if a[0] == b[0]
        and area.x - margin < a[0] < area.right + margin
        and min(a[1], b[1]) < area.bottom + margin / 2
        and max(a[1], b[1]) > area.y - margin / 2
    ]
    return min(found, default=None)
