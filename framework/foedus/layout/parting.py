"""Lines of different nets that would lie on one another, moved apart.

Where two nets change places in one gap, no order of their tracks keeps them apart: one comes at the height
at which the other goes on. Then a passage, or a port of a box, gives way by a little; where none has room
to, the two stay on one another. Lengths are points.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from foedus.layout.ports import reach
from foedus.layout.stack import Room, Stack, frames, span
from foedus.layout.tracks import Gap, tracked
from foedus.layout.weave import Port, Weave

_NEAR = 2.4  # nearer lines than this read as one
_CLEAR = 2.5
_GIVE = 3.4  # how much nearer to its neighbours a passage may come than otherwise
_APART = 4.0  # from one port of a box to the next, at least
_MOVES = 8


@dataclass(frozen=True, slots=True)
class Ground:
    """What lines are drawn on: the woven links, where everything stands, and what must be left free."""

    weave: Weave
    stack: Stack
    heights: Sequence[float]
    kinds: Sequence[str]
    room: Room


def parted(ground: Ground, levels: Mapping[Port, float]) -> tuple[dict[Port, float], dict[int, Gap]]:
    """The heights of the ports with as few lines on one another as small moves allow, and the tracks."""
    now, gaps = dict(levels), tracked(ground.weave, levels)
    for _ in range(_MOVES):
        clashes = list(_clashes(now, gaps))
        better = _better(ground, now, clashes) if clashes else None
        if better is None:
            break
        now, gaps = better
    return now, gaps


def _better(
    ground: Ground, levels: dict[Port, float], clashes: list[tuple[Port, Port]]
) -> tuple[dict[Port, float], dict[int, Gap]] | None:
    """The first move after which fewer lines lie on one another."""
    for one, other in clashes:
        for port, level in chain(_moves(levels, one, other), _moves(levels, other, one)):
            low, high = _between(ground, levels, port)
            if not low <= level <= high:
                continue
            tried = levels | dict.fromkeys(_moving(ground.weave, port), level)
            gaps = tracked(ground.weave, tried)
            if len(list(_clashes(tried, gaps))) < len(clashes):
                return tried, gaps
    return None


def _clashes(levels: Mapping[Port, float], gaps: Mapping[int, Gap]) -> Iterator[tuple[Port, Port]]:
    """Where a net goes on at the height at which another comes, and turns before it: the two ports."""
    for _, gap in sorted(gaps.items()):
        for a in gap.rises:
            for b in gap.rises:
                if gap.track[a.net, a.knot] < gap.track[b.net, b.knot]:
                    near = (port for port in a.ports if abs(levels[port] - b.enter) < _NEAR)
                    yield from ((port, (b.knot, 1, b.net)) for port in near)


def _moves(levels: Mapping[Port, float], port: Port, other: Port) -> Iterator[tuple[Port, float]]:
    """A port just clear of another one, above and below it, the nearer first."""
    ways = (levels[other] - _CLEAR, levels[other] + _CLEAR)
    yield from ((port, level) for level in sorted(ways, key=lambda level: abs(level - levels[port])))


def _moving(weave: Weave, port: Port) -> tuple[Port, ...]:
    """The ports that move with one: a passage has the same height at both sides."""
    knot, side, net = port
    return (port,) if weave.knots[knot].box else (port, (knot, 1 - side, net))


def _between(ground: Ground, levels: Mapping[Port, float], port: Port) -> tuple[float, float]:
    """Between which heights a port may move without leaving its box or coming near its neighbours."""
    weave, (knot, side, _) = ground.weave, port
    if not weave.knots[knot].box:
        moved = {i: level for (i, _, _), level in levels.items() if not weave.knots[i].box}
        y = [moved.get(i, at) for i, at in enumerate(ground.stack.middle)]
        bounds = frames(ground.stack, weave, ground.room)
        return span(knot, y, weave, ground.heights, ground.room, bounds, _GIVE)
    others = [level for each, level in levels.items() if each[:2] == (knot, side) and each != port]
    far = reach(ground.kinds[knot], ground.heights[knot], 2 + len(others))
    middle = ground.stack.middle[knot]
    above = [level + _APART for level in others if level < levels[port]]
    below = [level - _APART for level in others if level > levels[port]]
    return max([middle - far, *above]), min([middle + far, *below])
