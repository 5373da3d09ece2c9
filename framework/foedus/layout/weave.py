"""Links as threads through the columns, and what stands above what in each column.

A thread that passes a column on its way makes a knot there, so that every line has a place of its
own and never runs through a box. Links of one kind from one source share a net: one trunk, which
branches. The order in a column is searched with the fewest crossings (barycentre sweeps after
Sugiyama, Tagawa and Toda 1981, then swaps of neighbours), within the lanes, numbers kept in order
where that costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import TypeAlias

from foedus.layout.columns import Columns
from foedus.views.shapes import Diagram

OUTSIDE = -1
"""The lane number of what stands left or right of the lanes."""

Port: TypeAlias = tuple[int, int, int]
"""Where a net touches a knot: the knot, a side of it (0 left, 1 right) and the net."""

_SWEEPS = 10
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
        self.rank = [written.get(knot.box, -1.0) for knot in weave.knots]
        self.steps = weave.steps
        self.left: list[list[int]] = [[] for _ in self.knots]
        self.right: list[list[int]] = [[] for _ in self.knots]
        self.gaps: dict[int, list[tuple[int, int, int]]] = {}
        for net, a, b in self.steps:
            self.left[b].append(a)
            self.right[a].append(b)
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
        columns = sorted({column for column, _ in self.order})
        for sweep in range(_SWEEPS):
            forward = sweep % 2 == 0
            for column in columns if forward else columns[::-1]:
                for key in sorted(k for k in self.order if k[0] == column):
                    self._sort(key, self.left if forward else self.right)
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

    def _sort(self, key: tuple[int, int], beside: list[list[int]]) -> None:
        def aim(i: int) -> float:
            ends = beside[i] or self.left[i] or self.right[i]
            return sum(self.at[j] for j in ends) / len(ends) if ends else self.at[i]

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
            for key in sorted(self.order):
                group, now = self.order[key], self.cost(key[0])
                for k in range(len(group) - 1):
                    self._exchange(key, k)
                    cost = self.cost(key[0])
                    if cost < now - 1e-9:
                        saved, now = True, cost
                    else:
                        self._exchange(key, k)
            if not saved:
                break

    def _exchange(self, key: tuple[int, int], k: int) -> None:
        group = self.order[key]
        group[k], group[k + 1] = group[k + 1], group[k]
        self._place(key)

    def cost(self, column: int | None = None) -> float:
        """Crossings, the length of the way up and down, and boxes that stand out of their order."""
        gaps = list(self.gaps) if column is None else [column - 1, column]
        total = 0.0
        for gap in gaps:
            ends = [(self.at[a], self.at[b], net) for net, a, b in self.gaps.get(gap, ())]
            total += sum(0.02 * abs(y1 - y2) for y1, y2, _ in ends)
            for i, (a, b, net) in enumerate(ends):
                for c, d, other in ends[:i]:
                    total += (a - c) * (b - d) < 0 and net != other
        for key, group in self.order.items():
            if column is None or key[0] == column:
                ranks = [self.rank[i] for i in group if self.rank[i] >= 0]
                total += _OUT_OF_ORDER * sum(a > b for k, b in enumerate(ranks) for a in ranks[:k])
                total += _TORN * self._torn(group)
        return total

    def _torn(self, group: list[int]) -> int:
        """How often something of another group stands between two of one."""
        names = [name for name, _ in groupby(self.group[i] for i in group)]
        return sum(names.count(name) - 1 for name in {*names} - {""})
