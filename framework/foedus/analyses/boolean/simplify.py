"""A circuit made smaller before it is solved: what a gate reads itself is settled for what only it reads.

In `a or g`, what `g` says while `a` holds makes no difference: below, `a` is false. In `a and g` it is true.
What several gates read is settled as far as all of them settle it. An `or` that only an `or` reads becomes
one with it, and so does an `and` in an `and`. What becomes constant falls away, until nothing changes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from foedus.analyses.boolean.circuit import FALSE, TRUE, Circuit, Gate, Ref, node_of


def simplified(circuit: Circuit) -> Circuit:
    """A circuit that holds under the same choices; nodes keep their places."""
    while (smaller := _folded(_settled(circuit))) != circuit:
        circuit = smaller
    return circuit


def _settled(circuit: Circuit) -> Circuit:
    """The circuit in which each gate reads a constant where those above it have settled what it reads."""
    nodes, below = list(circuit.nodes), circuit.below()
    readers = _readers(circuit, below)
    given: dict[Ref, dict[Ref, Ref]] = {node_of(circuit.top): {}}
    for node in reversed(below):
        gate, known = circuit.nodes[node], given.pop(node, {})
        if gate is None:
            continue
        nodes[node] = Gate(gate.needed, tuple(_turned(known, each) for each in gate.inputs))
        settled = known | _own(circuit, gate, readers)
        for each in map(node_of, gate.inputs):
            if circuit.nodes[each] is not None:
                given[each] = dict(given[each].items() & settled.items()) if each in given else settled
    return Circuit(nodes, circuit.top)


def _readers(circuit: Circuit, below: Iterable[Ref]) -> Counter[Ref]:
    """How often each of some nodes is read by another of them."""
    gates = (circuit.nodes[node] for node in below)
    return Counter(node_of(each) for gate in gates if gate is not None for each in gate.inputs)


def _own(circuit: Circuit, gate: Gate, readers: Counter[Ref]) -> dict[Ref, Ref]:
    """What the variables that a gate reads itself may be taken for below it, where they are read again."""
    if gate.needed not in (1, len(gate.inputs)):
        return {}
    value = FALSE if gate.needed == 1 else TRUE
    own = (each for each in gate.inputs if circuit.gate(each) is None and readers[node_of(each)] > 1)
    return {node_of(each): value if each >= 0 else ~value for each in own}


def _folded(circuit: Circuit) -> Circuit:
    """The circuit without constants, without gates of one input, and with gates of one kind as one."""
    nodes, below = list(circuit.nodes), circuit.below()
    readers, now = _readers(circuit, below), dict[Ref, Ref]()
    for node in below:
        gate = nodes[node]
        if gate is None or node == TRUE:
            continue
        inputs = [_turned(now, each) for each in gate.inputs]
        kept = [each for each in inputs if each not in (TRUE, FALSE)]
        needed = gate.needed - inputs.count(TRUE)
        if needed <= 0 or needed > len(kept):
            now[node] = TRUE if needed <= 0 else FALSE
        elif len(kept) == 1:
            now[node] = kept[0]
            readers[node_of(kept[0])] += readers[node] - 1
        else:
            nodes[node] = _joined(nodes, needed, kept, readers)
    return Circuit(nodes, _turned(now, circuit.top))


def _joined(nodes: Sequence[Gate | None], needed: int, inputs: list[Ref], readers: Counter[Ref]) -> Gate:
    """A gate with the inputs of what it alone reads, where that is of its kind."""
    if needed not in (1, len(inputs)):
        return Gate(needed, tuple(inputs))
    found: dict[Ref, None] = {}
    for each in inputs:
        inner = Circuit(nodes, each).gate(each) if readers[node_of(each)] == 1 else None
        same = inner is not None and inner.needed == (1 if needed == 1 else len(inner.inputs))
        found |= dict.fromkeys(inner.inputs if inner is not None and same else (each,))
    return Gate(1 if needed == 1 else len(found), tuple(found))


def _turned(now: dict[Ref, Ref], ref: Ref) -> Ref:
    """What a reference stands for now."""
    found = now.get(node_of(ref), node_of(ref))
    return found if ref >= 0 else ~found
