"""Binary decision diagrams as arrays, and how they are made in plain Python.

After Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers 35,
1986, and Brace, Rudell and Bryant, Efficient implementation of a BDD package, Design Automation Conference,
1990.
"""

from dataclasses import dataclass

from foedus.analyses.boolean.circuit import Ref
from foedus.analyses.boolean.limits import TooBig


@dataclass(frozen=True, slots=True)
class Diagram:
    """Node 0 is false, node 1 true; every other asks for `order[level]` and goes on low or high.

    A node comes after those that it leads to. There may be nodes to which the top does not lead.
    """

    order: tuple[Ref, ...]
    level: list[int]
    low: list[int]
    high: list[int]
    top: int

    def size(self) -> int:
        """How many nodes the top leads to, itself included."""
        found = {self.top}
        waiting = [self.top]
        while waiting:
            node = waiting.pop()
            for each in (self.low[node], self.high[node]) if node > 1 else ():
                if each not in found:
                    found.add(each)
                    waiting.append(each)
        return len(found)


class Nodes:
    """The nodes of a diagram in the making: equal ones are made once, and what was asked is remembered.

    Raises `TooBig` where there are more than `most`, or more is remembered.
    """

    false, true = 0, 1

    def __init__(self, level: list[int], low: list[int], high: list[int], most: int) -> None:
        self.level, self.low, self.high, self.most = level, low, high, most
        known = zip(level, low, high, strict=True)
        self._made = {key: node for node, key in enumerate(known) if node > 1}
        self._chosen: dict[tuple[int, int, int], int] = {}

    def literal(self, level: int, negated: bool) -> int:
        """The node of a variable."""
        return self._node(level, 1, 0) if negated else self._node(level, 0, 1)

    def choice(self, test: int, then: int, other: int) -> int:
        """The one function where a third holds, the other where it does not."""
        if test == 1 or then == other:
            return then
        if test == 0:
            return other
        if then == 1 and other == 0:
            return test
        key = (test, then, other)
        found = self._chosen.get(key)
        if found is None:
            levels, low, high = self.level, self.low, self.high
            level = min(levels[test], levels[then], levels[other])
            test0, test1 = (low[test], high[test]) if levels[test] == level else (test, test)
            then0, then1 = (low[then], high[then]) if levels[then] == level else (then, then)
            other0, other1 = (low[other], high[other]) if levels[other] == level else (other, other)
            found = self._node(level, self.choice(test0, then0, other0), self.choice(test1, then1, other1))
            self._chosen[key] = found
            if len(self._chosen) > self.most:
                raise TooBig
        return found

    def _node(self, level: int, low: int, high: int) -> int:
        """The node that asks for a variable; a new one where there is none."""
        if low == high:
            return low
        key = (level, low, high)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = len(self.level)
            self.level.append(level)
            self.low.append(low)
            self.high.append(high)
            if found >= self.most:
                raise TooBig
        return found
