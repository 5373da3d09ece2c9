"""What stops an outcome alone, found without listing any set: the points that every route needs."""

from collections.abc import Iterator

from foedus.analyses.analysis import Point
from foedus.analyses.boolean.circuit import TRUE, Circuit, Ref, node_of
from foedus.analyses.unroll import unroll
from foedus.schema import Target
from foedus.simulation import Prepared


def alone(prepared: Prepared, target: Target) -> tuple[Point, ...]:
    """The points without which a target cannot come about in the latched reading: the cut sets of one.

    One pass through the circuit a point. Something that the outcome reads both ways is given the benefit of
    the doubt, so that what is named surely stops it, and `analyse` may find more.
    """
    unrolled = unroll(prepared, target.condition, target.at("condition"))
    points = (Point(unrolled.atoms[node_of(ref)], ref < 0) for ref in _needed(unrolled.circuit))
    return tuple(sorted(points, key=lambda point: point.atom.key))


def _needed(circuit: Circuit) -> Iterator[Ref]:
    """The literals without which the function is false, however all others stand."""
    if _possible(circuit, None):
        yield from (ref for ref in circuit.literals() if not _possible(circuit, ref))


def _possible(circuit: Circuit, missing: Ref | None) -> bool:
    """Whether the function can hold with every literal met but one."""
    known: dict[Ref, bool] = {TRUE: True, ~TRUE: False}
    for ref in circuit.reached():
        gate = circuit.gate(ref)
        if gate is None:
            known[ref] = ref != missing
        else:
            known[ref] = sum(known[each] for each in gate.inputs) >= gate.needed
    return known[circuit.top]
