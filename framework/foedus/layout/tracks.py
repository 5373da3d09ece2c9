"""The space between two columns: every net that changes height there gets a track of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from foedus.layout.weave import Port, Weave

NEAR = 4.0  # nearer lines than this read as one
APART = 6.5


@dataclass(frozen=True, slots=True, eq=False)
class Rise:
    """One net between two columns: it comes at height `enter`, and goes on to `ports` at heights `leave`.

    All of them lie between `low` and `high`.
    """

    net: int
    knot: int
    enter: float
    leave: tuple[float, ...]
    ports: tuple[Port, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """The tracks of one gap: for each (net, knot at the left) its track, counted from the left."""

    track: Mapping[tuple[int, int], int]
    count: int
    rises: tuple[Rise, ...]


def tracked(weave: Weave, y: Mapping[Port, float]) -> dict[int, Gap]:
    """The tracks of every gap, by the column at its left, in an order with few crossings."""
    rises: dict[int, dict[tuple[int, int], list[Port]]] = {}
    for net, a, b in weave.steps:
        gap = rises.setdefault(weave.knots[a].column, {})
        gap.setdefault((net, a), []).append((b, 0, net))
    gaps = {}
    for column, found in sorted(rises.items()):
        every = (_rise(net, a, ports, y) for (net, a), ports in sorted(found.items()))
        bent = [rise for rise in every if any(abs(level - rise.enter) > 0.05 for level in rise.leave)]
        gaps[column] = _tracks(_arranged(bent))
    return gaps


def _rise(net: int, knot: int, ports: list[Port], y: Mapping[Port, float]) -> Rise:
    enter, leave = y[knot, 1, net], tuple(sorted(y[port] for port in ports))
    return Rise(net, knot, enter, leave, tuple(ports), min(enter, leave[0]), max(enter, leave[-1]))


def _arranged(rises: list[Rise]) -> list[Rise]:
    """The rises from left to right: moved one by one to where they cost least, until none gains."""
    order = sorted(rises, key=_slope)
    costs = {(a, b): _cost(a, b) for a in order for b in order if a is not b}
    for _ in range(6):
        moved = False
        for rise in list(order):
            rest = [other for other in order if other is not rise]
            total = sum(costs[rise, other] for other in rest)
            best, at = total, 0
            for k, other in enumerate(rest):
                total += costs[other, rise] - costs[rise, other]
                if total < best - 1e-9:
                    best, at = total, k + 1
            start = order.index(rise)
            here = sum(costs[o, rise] for o in order[:start]) + sum(
                costs[rise, o] for o in order[start + 1 :]
            )
            if best < here - 1e-9:
                order = [*rest[:at], rise, *rest[at:]]
                moved = True
        if not moved:
            break
    return order


def _slope(rise: Rise) -> tuple[bool, float]:
    """A good first order: those that climb from the top, then those that fall from the bottom."""
    falls = rise.enter < max(rise.leave)
    return falls, -rise.enter if falls else rise.enter


def _cost(a: Rise, b: Rise) -> float:
    """What it costs to have `a` left of `b`: crossings, and much more where lines would merge."""
    crossings = sum(b.low < level < b.high for level in a.leave) + (a.low < b.enter < a.high)
    merged = sum(abs(level - b.enter) < NEAR for level in a.leave)
    return crossings + 25.0 * merged


def _tracks(order: list[Rise]) -> Gap:
    """Rises that are clear of one another may share a track."""
    track: dict[tuple[int, int], int] = {}
    for i, rise in enumerate(order):
        level = 0
        for other in order[:i]:
            apart = other.high + 8 < rise.low or rise.high + 8 < other.low
            if not apart or _cost(other, rise) != _cost(rise, other):
                level = max(level, track[other.net, other.knot] + 1)
        track[rise.net, rise.knot] = level
    return Gap(track, max(track.values(), default=-1) + 1, tuple(order))
