"""Binary decision diagrams as arrays, drawn up by oxidd under a limit of nodes.

After Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers 35,
1986. oxidd is imported only here, and only when a diagram is needed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.analyses.boolean.circuit import Circuit, Ref, node_of
from foedus.analyses.boolean.limits import TooBig
from foedus.analyses.boolean.orders import orders

if TYPE_CHECKING:
    from oxidd.bdd import BDDFunction, BDDManager


@dataclass(frozen=True, slots=True)
class Diagram:
    """Node 0 is false, node 1 true; every other asks for `order[level]` and goes on low or high.

    A node comes after those that it leads to, so the top is the last.
    """

    order: tuple[Ref, ...]
    level: list[int]
    low: list[int]
    high: list[int]
    top: int


def diagram(circuit: Circuit, caps: Sequence[int]) -> Diagram:
    """The smallest diagram that the orders tried give.

    Raises `TooBig` where all of them pass the last cap.
    """
    every = tuple(orders(circuit))
    for cap in caps:
        drawn = ((order, _drawn(circuit, order, cap)) for order in every)
        found = [(order, function) for order, function in drawn if function is not None]
        if found:
            return _as_arrays(*min(found, key=lambda each: each[1].node_count()))
    raise TooBig


def _drawn(circuit: Circuit, order: tuple[Ref, ...], cap: int) -> "BDDFunction | None":
    """The diagram of a circuit in one order; None where it passes the cap."""
    from oxidd.bdd import BDDManager
    from oxidd.util import DDMemoryError

    manager = BDDManager(cap, cap // 2, 1)
    manager.add_vars(len(order))
    try:
        return _function(circuit, manager, order)
    except DDMemoryError:
        return None


def _function(circuit: Circuit, manager: "BDDManager", order: tuple[Ref, ...]) -> "BDDFunction":
    """The function of the top; what no gate reads any more is let go on the way."""
    gates = {node: gate for node in circuit.below() if (gate := circuit.nodes[node]) is not None}
    uses = Counter(node_of(each) for gate in gates.values() for each in gate.inputs)
    made = {node: manager.var(place) for place, node in enumerate(order)}
    for node, gate in gates.items():
        inputs = [made[each] if each >= 0 else ~made[~each] for each in gate.inputs]
        made[node] = _threshold(manager, gate.needed, inputs)
        for each in map(node_of, gate.inputs):
            uses[each] -= 1
            if not uses[each]:
                del made[each]
    top = made[node_of(circuit.top)]
    return top if circuit.top >= 0 else ~top


def _threshold(manager: "BDDManager", count: int, inputs: "list[BDDFunction]") -> "BDDFunction":
    """At least so many of some functions."""
    if inputs and count in (1, len(inputs)):
        joined = inputs[0]
        for each in inputs[1:]:
            joined = joined | each if count == 1 else joined & each
        return joined
    reached = [manager.true(), *(manager.false() for _ in range(count))]
    for each in inputs:
        for got in range(count, 0, -1):
            reached[got] = each.ite(reached[got - 1] | reached[got], reached[got])
    return reached[count]


def _as_arrays(order: tuple[Ref, ...], function: "BDDFunction") -> Diagram:
    """A diagram node by node, each after those that it leads to."""
    level, low, high = [len(order)] * 2, [0, 1], [0, 1]
    numbers: dict[BDDFunction, int] = {}
    waiting = [function]
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
    return Diagram(order, level, low, high, numbers[function])
