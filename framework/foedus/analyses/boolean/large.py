"""Large decision diagrams, drawn by oxidd, which is imported only here."""

from collections.abc import Sequence

from oxidd.bdd import BDDFunction, BDDManager
from oxidd.util import DDMemoryError

from foedus.analyses.boolean.circuit import Circuit, Ref
from foedus.analyses.boolean.diagram import Diagram
from foedus.analyses.boolean.drawing import function
from foedus.analyses.boolean.limits import TooBig


class _Functions:
    """What oxidd makes, so many nodes of it at most."""

    def __init__(self, levels: int, cap: int) -> None:
        self.manager = BDDManager(cap, cap // 2, 1)
        self.manager.add_vars(levels)
        self.false, self.true = self.manager.false(), self.manager.true()

    def literal(self, level: int, negated: bool) -> BDDFunction:
        variable = self.manager.var(level)
        return ~variable if negated else variable

    def choice(self, test: BDDFunction, then: BDDFunction, other: BDDFunction) -> BDDFunction:
        return test.ite(then, other)


def large(circuit: Circuit, orders: Sequence[tuple[Ref, ...]], caps: Sequence[int]) -> Diagram:
    """The smallest diagram that some orders give under the first cap under which one of them gives any.

    Raises `TooBig` where all of them pass the last cap.
    """
    for cap in caps:
        drawn = ((order, _drawn(circuit, order, cap)) for order in orders)
        found = [(order, top) for order, top in drawn if top is not None]
        if found:
            return _as_arrays(*min(found, key=lambda each: each[1].node_count()))
    raise TooBig


def _drawn(circuit: Circuit, order: tuple[Ref, ...], cap: int) -> BDDFunction | None:
    """The function of a circuit in one order; None where it passes the cap."""
    try:
        return function(circuit, order, _Functions(len(order), cap))
    except DDMemoryError:
        return None


def _as_arrays(order: tuple[Ref, ...], top: BDDFunction) -> Diagram:
    """A diagram node by node, each after those that it leads to."""
    level, low, high = [len(order)] * 2, [0, 1], [0, 1]
    numbers: dict[BDDFunction, int] = {}
    waiting = [top]
    while waiting:
        node = waiting[-1]
        below = node.cofactors() if node not in numbers else ()
        if below is None:
            numbers[node] = int(node.valid())
        elif left := [each for each in below if each not in numbers]:
            waiting += left
            continue
        elif below:
            numbers[node] = len(level)
            level.append(node.node_level() or 0)
            high.append(numbers[below[0]])
            low.append(numbers[below[1]])
        waiting.pop()
    return Diagram(order, level, low, high, numbers[top])
