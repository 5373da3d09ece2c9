"""Links as corners on the page."""

import itertools
from collections.abc import Callable, Mapping, Sequence

from foedus.layout.drawing import Area, Point
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
