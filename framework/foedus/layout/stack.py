"""Where everything stands up and down the page: lanes stacked in number order, boxes inside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from foedus.layout.settle import settled
from foedus.layout.weave import OUTSIDE, Port, Weave

LINE_ROOM = 7.5  # between two lines, or from a line to a box
_CLEAR = 3.0  # from a line to a heading or to the edge of a lane, beside the room they have
_ROUNDS = 14


@dataclass(frozen=True, slots=True)
class Room:
    """What the stack must leave free: `row` between boxes, `lane` between lanes, `pad` in a lane, and
    for every (column, lane) the height of a heading above the boxes; `low` is the least height of a lane.
    Under the knots of `below` a link from a box to itself needs so much room beside that."""

    row: float
    lane: float
    pad: float
    above: Mapping[tuple[int, int], float]
    low: tuple[float, ...]
    below: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class _Group:
    """Knots above one another: how far apart their middles stand at least, and between which heights."""

    knots: Sequence[int]
    apart: Sequence[float]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stack:
    """The height of the whole, top and height of each lane, and the middle of each knot. Points."""

    height: float
    lanes: tuple[tuple[float, float], ...]
    middle: tuple[float, ...]


def least(weave: Weave, heights: Sequence[float], room: Room) -> tuple[list[float], float]:
    """The least height of each lane, and of what stands outside them."""
    return needed({key: pile(group, heights, room) for key, group in weave.order.items()}, room)


def needed(piles: Mapping[tuple[int, int], float], room: Room) -> tuple[list[float], float]:
    """The same from the height of what stands in every (column, lane)."""
    need = list(room.low)
    outside = 0.0
    for (column, lane), whole in piles.items():
        if lane == OUTSIDE:
            outside = max(outside, whole)
        else:
            need[lane] = max(need[lane], whole + room.above.get((column, lane), room.pad) + room.pad)
    return need, outside


def pile(group: Sequence[int], heights: Sequence[float] | Mapping[int, float], room: Room) -> float:
    """The least height of some knots above one another, what must be free under the last included."""
    ends = sum(_CLEAR for i in (group[0], group[-1]) if heights[i] <= 0) + room.below.get(group[-1], 0.0)
    return sum(heights[i] for i in group) + sum(_apart(group, heights, room, edge=True)) + ends


def _apart(
    group: Sequence[int], heights: Sequence[float] | Mapping[int, float], room: Room, edge: bool = False
) -> list[float]:
    """Distances between neighbours: from middle to middle, or from edge to edge."""
    found = []
    for a, b in pairwise(group):
        both = heights[a] > 0 and heights[b] > 0
        gap = (room.row if both else LINE_ROOM) + room.below.get(a, 0.0)
        found.append(gap if edge else gap + (heights[a] + heights[b]) / 2)
    return found


def stacked(weave: Weave, heights: Sequence[float], room: Room, available: float) -> Stack:
    """Everything placed from y = 0; free height goes to the lanes. May be higher than `available`."""
    need, outside = least(weave, heights, room)
    lanes = len(need)
    between = room.lane * max(0, lanes - 1)
    free = max(0.0, available - sum(need) - between)
    if lanes:
        total = sum(need)
        need = [h + min(free * h / total, 0.8 * h) for h in need]
    tops = [sum(need[:i]) + room.lane * i for i in range(lanes)]
    whole = max(sum(need) + between, outside)
    if not lanes:
        whole = max(whole, min(available, outside * 1.6))
    frames = {i: (tops[i], tops[i] + need[i]) for i in range(lanes)}
    frames[OUTSIDE] = (0.0, whole)
    return Stack(whole, tuple(zip(tops, need, strict=True)), _middles(weave, heights, room, frames))


def _middles(
    weave: Weave, heights: Sequence[float], room: Room, frames: Mapping[int, tuple[float, float]]
) -> tuple[float, ...]:
    """Knots drawn towards what they are linked with, so that lines come out straight."""
    y = [0.0] * len(weave.knots)
    bounds = {key: _bounds(key, room, frames) for key in weave.order}
    groups = _groups(weave, heights, room, bounds)
    for key, group in groups.items():
        _set(y, group, [sum(bounds[key]) / 2] * len(group.knots), [1.0] * len(group.knots))
    left, right = weave.beside
    both = [(*one, *other) for one, other in zip(left, right, strict=True)]
    pulls = [_pulled(weave, groups, beside) for beside in (left, right, both)]
    for turn in range(_ROUNDS):
        towards = pulls[2 if turn >= _ROUNDS - 4 else turn % 2]
        for group, ends, weights in reversed(towards) if turn % 2 else towards:
            wanted = [_mean(y, there) if there else y[i] for i, there in zip(group.knots, ends, strict=True)]
            _set(y, group, wanted, weights)
    return tuple(y)


def _pulled(
    weave: Weave, groups: Mapping[tuple[int, int], _Group], beside: Sequence[Sequence[int]]
) -> list[tuple[_Group, list[Sequence[int]], list[float]]]:
    """The groups in order, each with what its knots are drawn towards, and how strongly."""
    return [
        (
            group,
            [beside[i] for i in group.knots],
            [0.05 if not beside[i] else 1.0 if weave.knots[i].box else 0.5 for i in group.knots],
        )
        for _, group in sorted(groups.items())
    ]


def _bounds(
    key: tuple[int, int], room: Room, frames: Mapping[int, tuple[float, float]]
) -> tuple[float, float]:
    low, high = frames[key[1]]
    if key[1] == OUTSIDE:
        return low, high
    return low + room.above.get(key, room.pad), high - room.pad


def _groups(
    weave: Weave, heights: Sequence[float], room: Room, bounds: Mapping[tuple[int, int], tuple[float, float]]
) -> dict[tuple[int, int], _Group]:
    """What stands in every (column, lane)."""
    found = {}
    for key, knots in weave.order.items():
        first, last = (heights[i] / 2 or _CLEAR for i in (knots[0], knots[-1]))
        low, high = bounds[key][0] + first, bounds[key][1] - last - room.below.get(knots[-1], 0.0)
        found[key] = _Group(knots, _apart(knots, heights, room), low, high)
    return found


def _mean(y: list[float], ends: Sequence[int]) -> float:
    return sum([y[j] for j in ends]) / len(ends)


def _set(y: list[float], group: _Group, wanted: list[float], weights: list[float]) -> None:
    found = settled(wanted, weights, group.apart, group.low, group.high)
    for i, at in zip(group.knots, found, strict=True):
        y[i] = at


def nudged(
    stack: Stack,
    weave: Weave,
    heights: Sequence[float],
    room: Room,
    ports: Mapping[Port, float],
) -> Stack:
    """The stack with everything moved a little, so that as many ports as possible face each other exactly."""
    y, start = list(stack.middle), stack.middle
    groups = sorted(_groups(weave, heights, room, frames(stack, weave, room)).items())
    lines = [[(ports[port], [(end[0], ports[end]) for end in weave.ends[port]]) for port in found]
             for found in weave.touching]  # fmt: skip

    def wanted(i: int) -> float:
        aims = [_nearest([y[j] + far - start[j] - (near - start[i]) for j, far in ends], y[i])
                for near, ends in lines[i]]  # fmt: skip
        # The one in the middle, so that at least one line becomes straight; of two the nearer one.
        aims.sort()
        return _nearest(aims[(len(aims) - 1) // 2 : len(aims) // 2 + 1], y[i]) if aims else y[i]

    def bends(group: Sequence[int]) -> float:
        """How many lines turn beside a group, and by how much."""
        total = 0.0
        for i in group:
            for near, ends in lines[i]:
                level = y[i] + near - start[i]
                for j, far in ends:
                    rise = abs(y[j] + far - start[j] - level)
                    total += (rise > 0.5) + 0.003 * rise
        return total

    for turn in range(4):
        moved = False
        for _, group in reversed(groups) if turn % 2 else groups:
            before, kept = bends(group.knots), [y[i] for i in group.knots]
            weights = [1.0 if weave.knots[i].box else 0.3 for i in group.knots]
            _set(y, group, [wanted(i) for i in group.knots], weights)
            if bends(group.knots) < before:
                moved = True
                continue
            for i, at in zip(group.knots, kept, strict=True):
                y[i] = at
        if not moved:
            break
    return replace(stack, middle=tuple(y))


def _nearest(levels: list[float], at: float) -> float:
    """The level nearest to a height, of two the upper one."""
    return min(levels, key=lambda level: (abs(level - at), level)) if len(levels) > 1 else levels[0]


def frames(stack: Stack, weave: Weave, room: Room) -> dict[tuple[int, int], tuple[float, float]]:
    """Between which heights the knots of every (column, lane) stand."""
    ends = {i: (top, top + height) for i, (top, height) in enumerate(stack.lanes)}
    ends[OUTSIDE] = (0.0, stack.height)
    return {key: _bounds(key, room, ends) for key in weave.order}


def straightened(
    stack: Stack,
    weave: Weave,
    heights: Sequence[float],
    room: Room,
    ports: Mapping[Port, float],
) -> Stack:
    """The stack with the passages of each line at one height where there is room, so that it turns once.

    They take the height at which the line goes on, or else that at which it comes.
    """
    y = list(stack.middle)
    bounds = frames(stack, weave, room)
    for thread in sorted(weave.threads, key=lambda t: (len(t.knots), t.link)):
        level = ports[thread.knots[-1], 0, thread.net]
        runs = [list(run) for _, run in groupby(thread.knots[1:-1], key=lambda i: weave.knots[i].lane)]
        for k, chain in reversed(list(enumerate(runs))):
            spans = [span(i, y, weave, heights, room, bounds) for i in chain]
            low, high = max(a for a, _ in spans), min(b for _, b in spans)
            came = y[runs[k - 1][-1]] if k else ports[thread.knots[0], 1, thread.net]
            if low <= high:
                aim = came if not low <= level <= high and low <= came <= high else level
                for i in chain:
                    y[i] = min(max(aim, low), high)
            level = y[chain[0]]
    return replace(stack, middle=tuple(y))


def span(
    i: int, y: list[float], weave: Weave, heights: Sequence[float], room: Room,
    bounds: Mapping[tuple[int, int], tuple[float, float]], give: float = 0.0,
) -> tuple[float, float]:  # fmt: skip
    """Between which heights a passage may move without coming nearer to its neighbours than they may stand,
    less what they `give`."""
    key = (weave.knots[i].column, weave.knots[i].lane)
    group = weave.order[key]
    k = group.index(i)
    low, high = bounds[key][0] + _CLEAR, bounds[key][1] - _CLEAR
    if k:
        low = y[group[k - 1]] + _apart(group[k - 1 : k + 1], heights, room)[0] - give
    if k + 1 < len(group):
        high = y[group[k + 1]] - _apart(group[k : k + 2], heights, room)[0] + give
    return low, high
