"""Links as threads through the columns, and what stands above what in each column.

A thread that passes a column on its way makes a knot there, so that every line has a place of its
own and never runs through a box. Links of one kind from one source share a net: one trunk, which
branches. The order in a column is searched with the fewest crossings (barycentre sweeps after
Sugiyama, Tagawa and Toda 1981, then swaps of neighbours), within the lanes, numbers kept in order
where that costs nothing.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby, pairwise
from typing import TypeAlias

from foedus.layout.columns import Columns
from foedus.views.shapes import Diagram

OUTSIDE = -1
"""The lane number of what stands left or right of the lanes."""

Port: TypeAlias = tuple[int, int, int]
"""Where a net touches a knot: the knot, a side of it (0 left, 1 right) and the net."""

_Step: TypeAlias = tuple[int, int]
"""A line from a knot to the next column: the knot at its other end, and its net."""

_SWEEPS = 10
_WAY = 0.02  # what the way up and down costs, beside a crossing
_OUT_OF_ORDER = 0.05
_TORN = 3.0  # what it costs that a group does not stand together


@dataclass(frozen=True, slots=True)
class Knot:
    """A place in a column: a box (`box` is its id), or the passage of a net (`box` is empty)."""

    column: int
    lane: int
    box: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A link as the knots it runs through, from left to right; `turned` if its head is at the left."""

    link: int
    net: int
    knots: tuple[int, ...]
    turned: bool


@dataclass(frozen=True)
class Weave:
    """Knots, threads, and for every (column, lane) the knots from top to bottom.

    `lanes` counts the lanes; one more than the diagram has is a plain band below them, for boxes of no
    lane and for lines of no lane that stand or pass between lanes.
    """

    columns: Columns
    knots: tuple[Knot, ...]
    threads: tuple[Thread, ...]
    order: Mapping[tuple[int, int], tuple[int, ...]]
    lanes: int = 0

    @cached_property
    def steps(self) -> tuple[tuple[int, int, int], ...]:
        """Every (net, knot, next knot), each once, in a fixed order."""
        every = ((t.net, a, b) for t in self.threads for a, b in pairwise(t.knots))
        return tuple(dict.fromkeys(every))

    @cached_property
    def ends(self) -> Mapping[Port, tuple[Port, ...]]:
        """Every port, sorted, and the ports at the other ends of its lines."""
        found: dict[Port, list[Port]] = {}
        for net, a, b in self.steps:
            found.setdefault((a, 1, net), []).append((b, 0, net))
            found.setdefault((b, 0, net), []).append((a, 1, net))
        return {port: tuple(found[port]) for port in sorted(found)}

    @cached_property
    def beside(self) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
        """For every knot those at the other ends of its lines: to its left, and to its right."""
        left: list[list[int]] = [[] for _ in self.knots]
        right: list[list[int]] = [[] for _ in self.knots]
        for _, a, b in self.steps:
            left[b].append(a)
            right[a].append(b)
        return tuple(map(tuple, left)), tuple(map(tuple, right))

    @cached_property
    def touching(self) -> tuple[tuple[Port, ...], ...]:
        """The ports of every knot."""
        found: list[list[Port]] = [[] for _ in self.knots]
        for port in self.ends:
            found[port[0]].append(port)
        return tuple(map(tuple, found))

    @cached_property
    def sides(self) -> tuple[tuple[tuple[Port, ...], ...], ...]:
        """The ports of every side of a box that has any: of left sides, and of right sides."""
        found: dict[tuple[int, int], list[Port]] = {}
        for port in self.ends:
            if self.knots[port[0]].box:
                found.setdefault(port[:2], []).append(port)
        every = [(side, tuple(group)) for (_, side), group in found.items()]
        return tuple(tuple(group for side, group in every if side == turn) for turn in (0, 1))


def woven(diagram: Diagram, columns: Columns) -> Weave:
    """The threads of a diagram with the order of every column searched."""
    number = {lane.id: i for i, lane in enumerate(diagram.lanes)}
    band = len(number) or OUTSIDE
    knots = [_knot(columns, box.id, number.get(box.lane, OUTSIDE), band) for box in diagram.boxes]
    place = {box.id: i for i, box in enumerate(diagram.boxes)}
    load = {(knot.column, knot.lane): 0 for knot in knots}
    for knot in knots:
        load[knot.column, knot.lane] += 1
    nets: dict[tuple[object, ...], int] = {}
    passages: dict[tuple[int, int, int], int] = {}
    threads: dict[tuple[int, int, int], Thread] = {}
    for i, link in enumerate(diagram.links):
        a, b = place[link.source], place[link.target]
        turned = i in columns.back
        if turned:
            a, b = b, a
        if knots[a].column >= knots[b].column:
            continue  # a link from a box to itself is drawn beside the box
        net = nets.setdefault((i,) if turned else (a, link.kind), len(nets))
        way = [a]
        lane = _passed(knots[a], knots[b], load)
        for column in range(knots[a].column + 1, knots[b].column):
            inside = columns.first <= column < columns.after
            spot = (band if lane == OUTSIDE else lane) if inside else OUTSIDE
            key = (net, column, spot)
            if key not in passages:
                passages[key] = len(knots)
                knots.append(Knot(column, spot))
            way.append(passages[key])
        threads.setdefault((net, a, b), Thread(i, net, (*way, b), turned))
    count = max(len(number), 1 + max((knot.lane for knot in knots), default=0)) if number else 0
    return _ordered(Weave(columns, tuple(knots), tuple(threads.values()), {}, count), diagram)


def _knot(columns: Columns, box: str, lane: int, band: int) -> Knot:
    column = columns.of[box]
    between = lane == OUTSIDE and columns.first <= column < columns.after
    return Knot(column, band if between else lane, box)


def _passed(a: Knot, b: Knot, load: dict[tuple[int, int], int]) -> int:
    """The lane through which a thread runs: the emptier one of its two ends."""
    if OUTSIDE in (a.lane, b.lane):
        return max(a.lane, b.lane)
    between = range(a.column + 1, b.column)
    crowd = {lane: sum(load.get((column, lane), 0) for column in between) for lane in (a.lane, b.lane)}
    return min((b.lane, a.lane), key=lambda lane: crowd[lane])


def _ordered(weave: Weave, diagram: Diagram) -> Weave:
    """The weave with the best order found, from two starts: as written, and as Graphviz has it."""
    written = {box.id: float(i) for i, box in enumerate(diagram.boxes)}
    best: tuple[float, dict[tuple[int, int], list[int]]] | None = None
    for start in (written, weave.columns.order):
        search = _Search(weave, written, {box.id: box.group for box in diagram.boxes})
        search.begin(start)
        cost, order = search.run()
        if best is None or cost < best[0] - 1e-9:
            best = (cost, order)
    assert best is not None
    fixed = {key: tuple(group) for key, group in sorted(best[1].items())}
    return replace(weave, order=fixed)


class _Search:
    """The working state of one search for an order."""

    def __init__(self, weave: Weave, written: Mapping[str, float], groups: Mapping[str, str]) -> None:
        self.knots = weave.knots
        self.group = [groups.get(knot.box, "") for knot in weave.knots]
        self.grouped = any(self.group)
        self.rank = [written.get(knot.box, -1.0) for knot in weave.knots]
        self.steps = weave.steps
        self.left: list[list[_Step]] = [[] for _ in self.knots]
        self.right: list[list[_Step]] = [[] for _ in self.knots]
        self.gaps: dict[int, list[tuple[int, int, int]]] = {}
        for net, a, b in self.steps:
            self.left[b].append((a, net))
            self.right[a].append((b, net))
            self.gaps.setdefault(self.knots[a].column, []).append((net, a, b))
        self.order: dict[tuple[int, int], list[int]] = {}
        self.at = [0.0] * len(self.knots)

    def begin(self, start: Mapping[str, float]) -> None:
        for i, knot in enumerate(self.knots):
            self.order.setdefault((knot.column, knot.lane), []).append(i)
        for group in self.order.values():
            group.sort(key=lambda i: start.get(self.knots[i].box, 0.0))
        deepest: dict[int, int] = {}
        for (_, lane), group in self.order.items():
            deepest[lane] = max(deepest.get(lane, 1), len(group))
        self.base: dict[int, float] = {}
        top = 0.0
        for lane in sorted(deepest):
            self.base[lane] = 0.0 if lane == OUTSIDE else top
            top += 0.0 if lane == OUTSIDE else deepest[lane] + 1.0
        self.whole = max(top, float(deepest.get(OUTSIDE, 1)))
        self.depth = deepest
        for key in self.order:
            self._place(key)

    def run(self) -> tuple[float, dict[tuple[int, int], list[int]]]:
        best = (self.cost(), {key: list(group) for key, group in self.order.items()})
        columns = [list(keys) for _, keys in groupby(sorted(self.order), key=lambda key: key[0])]
        still = 0
        for sweep in range(_SWEEPS):
            forward, before = sweep % 2 == 0, list(self.at)
            for key in chain.from_iterable(columns if forward else reversed(columns)):
                self._sort(key, self.left if forward else self.right)
            still = still + 1 if self.at == before else 0
            if still == 2:  # neither way moves anything any more
                break
            if (cost := self.cost()) < best[0] - 1e-9:
                best = (cost, {key: list(group) for key, group in self.order.items()})
        self.order = best[1]
        for key in self.order:
            self._place(key)
        if len(self.steps) <= 160:
            self._swap()
        return self.cost(), self.order

    def _place(self, key: tuple[int, int]) -> None:
        group, lane = self.order[key], key[1]
        stretch = self.whole if lane == OUTSIDE else float(self.depth[lane])
        for k, i in enumerate(group):
            self.at[i] = self.base[lane] + (k + 0.5) * stretch / len(group)

    def _sort(self, key: tuple[int, int], beside: list[list[_Step]]) -> None:
        def aim(i: int) -> float:
            ends = beside[i] or self.left[i] or self.right[i]
            return sum(self.at[j] for j, _ in ends) / len(ends) if ends else self.at[i]

        aims = {i: aim(i) for i in self.order[key]}
        groups: dict[str, list[float]] = {}
        for i, at in aims.items():
            groups.setdefault(self.group[i], []).append(at)

        def place(i: int) -> tuple[float, str, float, float]:
            # What is in one group goes where its members would go on average, one below the other.
            group = groups[self.group[i]] if self.group[i] else [aims[i]]
            return round(sum(group) / len(group), 6), self.group[i], round(aims[i], 6), self.rank[i]

        self.order[key].sort(key=place)
        self._place(key)

    def _swap(self) -> None:
        """Swap neighbours as long as that saves something."""
        for _ in range(4):
            saved = False
            for _, group in sorted(self.order.items()):
                for k in range(len(group) - 1):
                    saved |= self._swapped(group, k)
            if not saved:
                break

    def _swapped(self, group: list[int], k: int) -> bool:
        """Whether the knot at place `k` and the one below it changed places, because that saves something.

        Nothing of their column stands between them, so only what they cost beside one another changes.
        """
        a, b = group[k : k + 2]
        before = self._pair(a, b) + _TORN * self._torn(group)
        self._exchange(group, k)
        if self._pair(b, a) + _TORN * self._torn(group) < before - 1e-9:
            return True
        self._exchange(group, k)
        return False

    def _exchange(self, group: list[int], k: int) -> None:
        a, b = group[k : k + 2]
        group[k], group[k + 1] = b, a
        self.at[a], self.at[b] = self.at[b], self.at[a]

    def _pair(self, upper: int, lower: int) -> float:
        """What two neighbours cost: where their lines cross, the length of these, and their order."""
        total = _OUT_OF_ORDER * (self.rank[upper] > self.rank[lower] >= 0)
        for beside in (self.left, self.right):
            above = [(self.at[j], net) for j, net in beside[upper]]
            below = [(self.at[j], net) for j, net in beside[lower]]
            total += _WAY * sum(abs(self.at[upper] - y) for y, _ in above)
            total += _WAY * sum(abs(self.at[lower] - y) for y, _ in below)
            total += sum(y1 > y2 and one != other for y1, one in above for y2, other in below)
        return total

    def cost(self) -> float:
        """Crossings, the length of the way up and down, and boxes that stand out of their order."""
        total = 0.0
        for steps in self.gaps.values():
            ends = [(net, self.at[a], self.at[b]) for net, a, b in steps]
            total += _WAY * sum(abs(y1 - y2) for _, y1, y2 in ends) + _crossings(ends)
        for group in self.order.values():
            ranks = [self.rank[i] for i in group if self.rank[i] >= 0]
            total += _OUT_OF_ORDER * _inversions(ranks) + _TORN * self._torn(group)
        return total

    def _torn(self, group: list[int]) -> int:
        """How often something of another group stands between two of one."""
        if not self.grouped:
            return 0
        names = [name for name, _ in groupby(self.group[i] for i in group) if name]
        return len(names) - len({*names})


def _crossings(ends: list[tuple[int, float, float]]) -> int:
    """How often lines of two nets cross, each from its net and its heights at the left and the right."""
    every = _inversions([y2 for _, _, y2 in sorted(ends, key=lambda end: end[1:])])
    nets = groupby(sorted(ends), key=lambda end: end[0])
    return every - sum(_inversions([y2 for _, _, y2 in net]) for _, net in nets)


def _inversions(values: list[float]) -> int:
    """How many pairs stand with the greater one first."""
    found, before = 0, list[float]()
    for value in values:
        place = bisect_right(before, value)
        found += len(before) - place
        before.insert(place, value)
    return found
