"""Many sets of literals in one diagram: counted without being listed, listed smallest first.

A zero-suppressed diagram (Minato, Zero-suppressed BDDs for set manipulation in combinatorial problems,
Design Automation Conference, 1993). A literal may stand for a module: then each of the module's sets takes
its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from foedus.analyses.boolean.circuit import Ref


@dataclass(frozen=True)
class Family:
    """Node 0 is no set, node 1 the empty set; every other takes `literals[rank]` on high, not on low.

    A node comes after those that it leads to. `parts` holds the sets of each literal that is a module.
    """

    literals: tuple[Ref, ...]
    rank: list[int] = field(repr=False)
    low: list[int] = field(repr=False)
    high: list[int] = field(repr=False)
    top: int
    parts: Mapping[Ref, "Family"]

    def settle(self, listing: bool) -> None:
        """Count the sets now, and prepare for their listing, while all of that is known of the parts.

        Asked for only at the end, it would be asked from part to part, and chains of parts are long.
        """
        _ = self.by_order, self.orders if listing else ()

    @cached_property
    def count(self) -> int:
        """How many sets there are."""
        weights = [self.parts[each].count if each in self.parts else 1 for each in self.literals]
        counts = [0, 1]
        for node in range(2, self.top + 1):
            counts.append(counts[self.low[node]] + weights[self.rank[node]] * counts[self.high[node]])
        return counts[self.top]

    @cached_property
    def by_order(self) -> tuple[int, ...]:
        """How many sets there are of 0, 1, 2, ... literals.

        The counts of a node are kept as one number, so many bits each: adding and multiplying act on all.
        """
        width = self.count.bit_length() + 1
        weights = [1 << width] * len(self.literals)
        for place, literal in enumerate(self.literals):
            if literal in self.parts:
                own = self.parts[literal].by_order
                weights[place] = sum(count << width * order for order, count in enumerate(own))
        packed = [0, 1]
        for node in range(2, self.top + 1):
            packed.append(packed[self.low[node]] + weights[self.rank[node]] * packed[self.high[node]])
        places = range(0, packed[self.top].bit_length(), width)
        return tuple(packed[self.top] >> place & (1 << width) - 1 for place in places)

    @cached_property
    def orders(self) -> tuple[int, ...]:
        """For each node the orders of its sets: bit k where one has k literals."""
        parts = [
            self.parts[each].orders[self.parts[each].top] if each in self.parts else 2
            for each in self.literals
        ]
        orders = [0, 1]
        for node in range(2, self.top + 1):
            own, above = orders[self.low[node]], orders[self.high[node]]
            for order in _bits(parts[self.rank[node]]):
                own |= above << order
            orders.append(own)
        return tuple(orders)

    def sets(self) -> Iterator[frozenset[Ref]]:
        """Every set, smallest first."""
        for order in _bits(self.orders[self.top]):
            for found in self._of_order(self.top, order):
                yield frozenset(found)

    def _of_order(self, node: int, order: int) -> Iterator[tuple[Ref, ...]]:
        """The sets below a node that have so many literals."""
        while node > 1:
            literal, above = self.literals[self.rank[node]], self.high[node]
            if literal in self.parts:
                part = self.parts[literal]
                for inner in _bits(part.orders[part.top]):
                    if inner <= order and self.orders[above] >> order - inner & 1:
                        for own in part._of_order(part.top, inner):
                            for rest in self._of_order(above, order - inner):
                                yield own + rest
            elif order and self.orders[above] >> order - 1 & 1:
                for rest in self._of_order(above, order - 1):
                    yield (literal, *rest)
            node = self.low[node]
            if not self.orders[node] >> order & 1:
                return
        if node == 1 and order == 0:
            yield ()


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
