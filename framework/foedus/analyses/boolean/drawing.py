"""From a circuit to its decision diagram: small ones are drawn in plain Python, larger ones by oxidd."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from foedus.analyses.boolean.circuit import Circuit, Gate, Ref, node_of
from foedus.analyses.boolean.depth import deep
from foedus.analyses.boolean.diagram import Diagram, Nodes
from foedus.analyses.boolean.limits import TooBig
from foedus.analyses.boolean.orders import orders

SMALL = 1 << 11
"""So many nodes are made in plain Python: that takes less than loading oxidd."""

T = TypeVar("T")


class Maker(Protocol[T]):
    """What makes functions: constants, literals, and choices between two by a third."""

    false: T
    true: T

    def literal(self, level: int, negated: bool) -> T: ...

    def choice(self, test: T, then: T, other: T) -> T: ...


def diagram(circuit: Circuit, caps: Sequence[int]) -> Diagram:
    """The smallest diagram that the orders tried give.

    Raises `TooBig` where all of them pass the last cap.
    """
    every = tuple(orders(circuit))
    small = [found for order in every if (found := _small(circuit, order)) is not None]
    if small:
        return min(small, key=Diagram.size)
    from foedus.analyses.boolean.large import large

    return large(circuit, every, caps)


def _small(circuit: Circuit, order: tuple[Ref, ...]) -> Diagram | None:
    """The diagram of a circuit in one order, drawn in plain Python; None where it is not small."""
    nodes = Nodes([len(order)] * 2, [0, 1], [0, 1], SMALL)
    try:
        with deep(2 * len(order)):
            top = function(circuit, order, nodes)
    except TooBig:
        return None
    return Diagram(order, nodes.level, nodes.low, nodes.high, top)


def function(circuit: Circuit, order: tuple[Ref, ...], maker: Maker[T]) -> T:
    """The function of the top; what no gate reads any more is let go on the way."""
    levels = {node: level for level, node in enumerate(order)}
    gates = {ref: circuit.gate(ref) for ref in circuit.reached()}
    uses = Counter(each for gate in gates.values() if gate is not None for each in gate.inputs)
    made: dict[Ref, T] = {}
    for ref, gate in gates.items():
        if gate is None:
            made[ref] = maker.literal(levels[node_of(ref)], ref < 0)
            continue
        made[ref] = _threshold(gate, made, maker)
        for each in gate.inputs:
            uses[each] -= 1
            if not uses[each]:
                del made[each]
    return made[circuit.top]


def _threshold(gate: Gate, made: dict[Ref, T], maker: Maker[T]) -> T:
    """At least so many of the inputs."""
    inputs = [made[each] for each in gate.inputs]
    if inputs and gate.needed in (1, len(inputs)):
        joined = inputs[0]
        for each in inputs[1:]:
            joined = (
                maker.choice(joined, maker.true, each)
                if gate.needed == 1
                else maker.choice(joined, each, maker.false)
            )
        return joined
    reached = [maker.true, *(maker.false for _ in range(gate.needed))]
    for each in inputs:
        for got in range(gate.needed, 0, -1):
            reached[got] = maker.choice(each, reached[got - 1], reached[got])
    return reached[gate.needed]
