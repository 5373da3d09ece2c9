"""Where the links leave and enter each box: one port for a net and side, straight ahead if possible."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from foedus.layout.settle import settled
from foedus.layout.stack import Room, Stack, nudged, straightened
from foedus.layout.weave import Port, Weave
from foedus.views.shapes import PILLS

APART = 7.0
_POINTED = {"any": 0.42, "count": 0.6, "not": 0.55, "determination": 0.6, "event": 0.55, "fact": 0.55}

_HAIR = 2.0  # a line that rises by less than this is drawn level


def counts(weave: Weave) -> list[int]:
    """For each knot how many ports its busier side has."""
    sides = Counter((knot, side) for knot, side, _ in weave.ends)
    return [max(sides[knot, 0], sides[knot, 1]) for knot in range(len(weave.knots))]


def reach(kind: str, height: float, ports: int) -> float:
    """How far from its middle a port may stand on the side of a box of that kind. Points.

    A single port keeps to the tip of a pointed shape, and to the straight part of a round one.
    """
    if kind in PILLS and ports == 1:
        return max(0.0, height / 2 - 13)
    if kind in _POINTED:
        return height / 2 * _POINTED[kind] if ports > 1 else 0.0
    return max(0.0, height / 2 - 6)


def needed(kind: str, ports: int) -> float:
    """The least height of a box that has so many ports on one side."""
    spread = APART * max(0, ports - 1)
    return spread / _POINTED[kind] if kind in _POINTED else spread + 12


def ported(weave: Weave, middle: Sequence[float], spare: Sequence[Sequence[float]]) -> dict[Port, float]:
    """The height of every port on the page; `spare` is how far from its middle each side lets them stand."""
    y = {port: middle[port[0]] for port in weave.ends}
    for turn in (1, 0, 1, 0):
        for group, room in zip(weave.sides[turn], spare[turn], strict=True):
            _slide(y, group, weave.ends, middle[group[0][0]], room)
    return y


def aligned(
    weave: Weave, stack: Stack, heights: Sequence[float], kinds: Sequence[str], room: Room
) -> tuple[dict[Port, float], Stack]:
    """The ports, and the stack with its passages moved to the ports they lead to."""
    knots = [[(group[0][0], len(group)) for group in groups] for groups in weave.sides]
    spare = [[reach(kinds[knot], heights[knot], count) for knot, count in side] for side in knots]

    @cache
    def levels(middle: tuple[float, ...]) -> dict[Port, float]:
        return ported(weave, middle, spare)

    for _ in range(3):
        before = stack
        stack = nudged(stack, weave, heights, room, levels(stack.middle))
        stack = straightened(stack, weave, heights, room, levels(stack.middle))
        if stack == before:
            break
    return _levelled(weave, levels(stack.middle), kinds), stack


def _levelled(weave: Weave, y: dict[Port, float], kinds: Sequence[str]) -> dict[Port, float]:
    """The ports with lines made quite level that would turn by a hair, where an end is free to move."""

    def free(port: Port) -> bool:
        kind = kinds[port[0]]
        straight = kind in PILLS or kind not in _POINTED
        return bool(weave.knots[port[0]].box) and straight and len(weave.ends[port]) == 1

    for net, a, b in weave.steps:
        left, right = (a, 1, net), (b, 0, net)
        if 0 < abs(y[left] - y[right]) < _HAIR:
            if free(right):
                y[right] = y[left]
            elif free(left):
                y[left] = y[right]
    return y


def _slide(
    y: dict[Port, float],
    group: Sequence[Port],
    ends: Mapping[Port, Sequence[Port]],
    middle: float,
    room: float,
) -> None:
    """Ports of one side moved to face their other ends, in the order of those, within the side."""
    if len(group) == 1:
        aim = _aim(y, ends[group[0]], middle)
        y[group[0]] = aim if abs(aim - middle) <= room else middle
        return
    aims = {port: _aim(y, ends[port], middle) for port in group}
    group = sorted(group, key=lambda port: (aims[port], port))
    facing = [aims[p] if abs(aims[p] - middle) <= room else None for p in group]
    spread = [middle + (i - (len(group) - 1) / 2) * APART for i in range(len(group))]
    wanted = [at if at is not None else rest for at, rest in zip(facing, spread, strict=True)]
    weights = [20.0 if at is not None else 1.0 for at in facing]
    step = min(APART, 2 * room / max(1, len(group) - 1))
    found = settled(wanted, weights, [step] * (len(group) - 1), middle - room, middle + room)
    for port, at in zip(group, found, strict=True):
        y[port] = at


def _aim(y: Mapping[Port, float], ends: Sequence[Port], middle: float) -> float:
    """The other end; of several, the one nearest to straight ahead if all lie on one side, else the mean."""
    if len(ends) == 1:
        return y[ends[0]]
    levels = sorted(y[port] for port in ends)
    if levels[0] <= middle <= levels[-1]:
        return min(levels, key=lambda level: (abs(level - middle), level))
    return sum(levels) / len(levels)
