"""Links as threads through the columns, and what stands above what in each column.

A thread that passes a column on its way makes a knot there, so that every line has a place of its
own and never runs through a box. Links of one kind from one source share a net: one trunk, which
branches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from foedus.layout.columns import Columns

OUTSIDE = -1
"""The lane number of what stands left or right of the lanes."""

Port: TypeAlias = tuple[int, int, int]
"""Where a net touches a knot: the knot, a side of it (0 left, 1 right) and the net."""


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
