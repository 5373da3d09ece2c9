"""A circuit made smaller before it is solved: what the top reads itself is settled for all that is below it.

In `a or g`, what `g` says while `a` holds makes no difference: below, `a` is false. In `a and g` it is true.
Where `g` is an `or` too, what it reads stands beside `a`. What becomes constant falls away, until nothing new
stands beside the rest.
"""

from foedus.analyses.boolean.circuit import FALSE, TRUE, Circuit, Gate, Ref, node_of


def simplified(circuit: Circuit) -> Circuit:
    """A circuit that holds under the same choices; nodes keep their places."""
    known: set[Ref] = set()
    while (top := _opened(circuit)) is not None:
        circuit = _with_top(circuit, top)
        beside = {each for each in top.inputs if circuit.nodes[node_of(each)] is None}
        if beside <= known:
            return circuit
        known |= beside
        circuit = _settled(circuit, beside, FALSE if top.needed == 1 else TRUE)
    return circuit


def _opened(circuit: Circuit) -> Gate | None:
    """The top gate, reading by itself what gates of its kind below it read; None if no `and` and no `or`."""
    top = circuit.nodes[node_of(circuit.top)]
    if top is None or not top.inputs or top.needed not in (1, len(top.inputs)):
        return None
    opens: dict[Ref, bool] = {}
    waiting = [*reversed(top.inputs)]
    while waiting:
        ref = waiting.pop()
        if ref in opens:
            continue
        gate = circuit.gate(ref)
        opens[ref] = gate is not None and gate.needed == (1 if top.needed == 1 else len(gate.inputs)) > 0
        waiting += reversed(gate.inputs) if gate is not None and opens[ref] else ()
    inputs = tuple(ref for ref, opened in opens.items() if not opened)
    return Gate(1 if top.needed == 1 else len(inputs), inputs)


def _with_top(circuit: Circuit, top: Gate) -> Circuit:
    nodes = list(circuit.nodes)
    nodes[node_of(circuit.top)] = top
    return Circuit(nodes, circuit.top)


def _settled(circuit: Circuit, beside: set[Ref], value: Ref) -> Circuit:
    """The circuit in which some literals have a value everywhere but in the top gate."""
    nodes, top = list(circuit.nodes), node_of(circuit.top)
    now: dict[Ref, Ref] = {node_of(each): value if each >= 0 else ~value for each in beside}
    for node in circuit.below():
        gate = nodes[node]
        if gate is None or node == TRUE:
            continue
        inputs = [each if node == top and each in beside else _turned(now, each) for each in gate.inputs]
        kept = tuple(each for each in inputs if each not in (TRUE, FALSE))
        needed = gate.needed - inputs.count(TRUE)
        if needed <= 0 or needed > len(kept):
            now[node] = TRUE if needed <= 0 else FALSE
        elif len(kept) == 1:
            now[node] = kept[0]
        else:
            nodes[node] = Gate(needed, kept)
    return Circuit(nodes, _turned(now, circuit.top))


def _turned(now: dict[Ref, Ref], ref: Ref) -> Ref:
    """What a reference stands for now."""
    found = now.get(node_of(ref), node_of(ref))
    return found if ref >= 0 else ~found
