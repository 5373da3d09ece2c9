"""From a decision diagram to the prime implicants of its function.

For f = x f1 + x' f0 (Coudert and Madre, Implicit and incremental computation of primes and essential
primes of Boolean functions, Design Automation Conference, 1992): the primes without x are those of f0 f1;
with x those of f1 that are not among them; with x' those of f0 that are not. Where f rises with x, f0 f1 is
f0, and these are the minimal solutions of Rauzy (New algorithms for fault trees analysis, Reliability
Engineering & System Safety 40, 1993).
"""

from collections.abc import Mapping

from foedus.analyses.boolean.circuit import Ref
from foedus.analyses.boolean.depth import deep
from foedus.analyses.boolean.diagram import Diagram, Nodes
from foedus.analyses.boolean.family import Family
from foedus.analyses.boolean.limits import TooBig


def primes(diagram: Diagram, literals: frozenset[Ref], parts: Mapping[Ref, Family], most: int) -> Family:
    """The prime implicants of a function that reads these literals.

    Raises `TooBig` where they take more than `most` nodes.
    """
    search = _Search(diagram, literals, most)
    with deep(6 * len(diagram.order)):
        top = search.primes(diagram.top)
    named = tuple(each for node in diagram.order for each in (node, ~node))
    own = {each: parts[each] for each in named if each in parts and each in literals}
    return Family(named, search.rank, search.without, search.with_, top, own)


class _Search:
    """The nodes of the sets found so far, and what has been asked before."""

    def __init__(self, diagram: Diagram, literals: frozenset[Ref], most: int) -> None:
        self.level, self.low, self.high = [*diagram.level], [*diagram.low], [*diagram.high]
        self.rises = [node in literals for node in diagram.order]
        self.falls = [~node in literals for node in diagram.order]
        self.most = most
        self.rank, self.without, self.with_ = [2 * len(diagram.order)] * 2, [0, 0], [0, 0]
        self._sets: dict[tuple[int, int, int], int] = {}
        self._primes: dict[int, int] = {0: 0, 1: 1}
        self._less: dict[tuple[int, int], int] = {}
        self._nodes: Nodes | None = None

    def primes(self, node: int) -> int:
        """The primes of the function at a node."""
        found = self._primes.get(node)
        if found is None:
            level = self.level[node]
            low, high = self.low[node], self.high[node]
            rises, falls = self.rises[level], self.falls[level]
            shared = low if not falls else high if not rises else self.both(low, high)
            found = common = self.primes(shared)
            if falls:
                found = self._set(2 * level + 1, found, self.less(self.primes(low), common))
            if rises:
                found = self._set(2 * level, found, self.less(self.primes(high), common))
            self._primes[node] = found
        return found

    def less(self, some: int, others: int) -> int:
        """The sets of the one that are not among those of the other."""
        if some == others or some == 0:
            return 0
        rank, without = self.rank, self.without
        while rank[others] < rank[some]:
            others = without[others]
        if others == 0:
            return some
        if some == others:
            return 0
        key = (some, others)
        found = self._less.get(key)
        if found is None:
            if rank[some] == rank[others]:
                below = self.less(without[some], without[others])
                found = self._set(rank[some], below, self.less(self.with_[some], self.with_[others]))
            else:
                below = self.less(without[some], others)
                found = self._set(rank[some], below, self.with_[some])
            self._less[key] = found
            if len(self._less) > self.most:
                raise TooBig
        return found

    def both(self, one: int, other: int) -> int:
        """The conjunction of the functions at two nodes."""
        if self._nodes is None:
            self._nodes = Nodes(self.level, self.low, self.high, self.most)
        return self._nodes.choice(min(one, other), max(one, other), 0)

    def _set(self, rank: int, without: int, with_: int) -> int:
        """The sets without a literal, and those with it."""
        if with_ == 0:
            return without
        key = (rank, without, with_)
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = len(self.rank)
            self.rank.append(rank)
            self.without.append(without)
            self.with_.append(with_)
            if found >= self.most:
                raise TooBig
        return found
