"""What stands above what in each column of a weave: an order with few crossings is searched.

Barycentre sweeps after Sugiyama, Tagawa and Toda (1981), then swaps of neighbours; within the lanes, numbers
kept in order where that costs nothing.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import TypeAlias

from foedus.layout.weave import OUTSIDE, Weave
from foedus.views.shapes import Diagram

_Step: TypeAlias = tuple[int, int]
"""A line from a knot to the next column: the knot at its other end, and its net."""

_Beside: TypeAlias = Sequence[Sequence[int]]
"""For every knot those at the other ends of its lines on one side."""

_SWEEPS = 10
_WAY = 0.02  # what the way up and down costs, beside a crossing
_OUT_OF_ORDER = 0.05
_TORN = 3.0  # what it costs that a group does not stand together


def ordered(weave: Weave, diagram: Diagram) -> Weave:
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
        self.beside = weave.beside
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
        left, right = self.beside
        past: list[list[float]] = []
        for sweep in range(_SWEEPS):
            forward = sweep % 2 == 0
            past.append(list(self.at))
            for key in chain.from_iterable(columns if forward else reversed(columns)):
                self._sort(key, *(left, right) if forward else (right, left))
            if self.at in past[-2:-1]:  # each way undoes what the other did, and would for ever
                break
            if self.at != past[-1] and (cost := self.cost()) < best[0] - 1e-9:
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

    def _sort(self, key: tuple[int, int], first: _Beside, then: _Beside) -> None:
        """A group in the order of what stands beside it: on the one side, or else on the other."""
        if len(self.order[key]) < 2:
            return
        aims = {i: self._aim(i, first[i] or then[i]) for i in self.order[key]}
        groups: dict[str, list[float]] = {}
        for i, at in aims.items():
            if self.group[i]:
                groups.setdefault(self.group[i], []).append(at)
        # What is in one group goes where its members would go on average, one below the other.
        shared = {name: sum(found) / len(found) for name, found in groups.items()}

        def place(i: int) -> tuple[float, str, float, float]:
            name, aim = self.group[i], aims[i]
            return round(shared.get(name, aim), 6), name, round(aim, 6), self.rank[i]

        self.order[key].sort(key=place)
        self._place(key)

    def _aim(self, i: int, ends: Sequence[int]) -> float:
        return sum([self.at[j] for j in ends]) / len(ends) if ends else self.at[i]

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
            total += _WAY * sum([abs(self.at[upper] - y) for y, _ in above])
            total += _WAY * sum([abs(self.at[lower] - y) for y, _ in below])
            total += sum([y1 > y2 and one != other for y1, one in above for y2, other in below])
        return total

    def cost(self) -> float:
        """Crossings, the length of the way up and down, and boxes that stand out of their order."""
        total = 0.0
        for steps in self.gaps.values():
            ends = [(self.at[a], self.at[b], net) for net, a, b in steps]
            total += _WAY * sum(abs(y1 - y2) for y1, y2, _ in ends) + _crossings(ends)
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


def _crossings(ends: list[tuple[float, float, int]]) -> int:
    """How often lines of two nets cross, each from its heights at the left and the right and its net."""
    every: list[float] = []
    nets: dict[int, list[float]] = {}
    for _, right, net in sorted(ends):
        every.append(right)
        nets.setdefault(net, []).append(right)
    return _inversions(every) - sum(_inversions(own) for own in nets.values() if len(own) > 1)


def _inversions(values: list[float]) -> int:
    """How many pairs stand with the greater one first."""
    found, before = 0, list[float]()
    for value in values:
        place = bisect_right(before, value)
        found += len(before) - place
        before.insert(place, value)
    return found
