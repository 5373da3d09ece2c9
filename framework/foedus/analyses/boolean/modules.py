"""Modules: gates whose inputs nothing else reads, so that each can be solved apart.

After Dutuit and Rauzy, A linear-time algorithm to find modules of fault trees, IEEE Transactions on
Reliability 45, 1996: one walk notes when each node is first and last met; a gate is a module if all below
it is met only between its own first and second visit.
"""

from foedus.analyses.boolean.circuit import Circuit, Ref, node_of


def modules(circuit: Circuit) -> tuple[Ref, ...]:
    """The gates that are modules, without sign, each after those inside it; the top is the last."""
    first, last, left, order = _dates(circuit)
    earliest, latest, found = dict(first), dict(last), []
    for node in order:
        gate = circuit.nodes[node]
        if gate is None:
            continue
        inputs = [node_of(each) for each in gate.inputs]
        begin = min(earliest[each] for each in inputs)
        end = max(latest[each] for each in inputs)
        if begin > first[node] and end < left[node]:
            found.append(node)
        earliest[node], latest[node] = min(first[node], begin), max(last[node], end)
    return tuple(found)


def _dates(circuit: Circuit) -> tuple[dict[Ref, int], dict[Ref, int], dict[Ref, int], list[Ref]]:
    """When each node is first met, last met, and (a gate) left for the first time; and inputs first."""
    first: dict[Ref, int] = {}
    last: dict[Ref, int] = {}
    left: dict[Ref, int] = {}
    order: list[Ref] = []
    date = 0
    waiting = [(node_of(circuit.top), False)]
    while waiting:
        node, leaving = waiting.pop()
        date += 1
        if leaving:
            left[node] = date
            order.append(node)
            last[node] = max(last[node], date)
            continue
        last[node] = date
        if node in first:
            continue
        first[node] = date
        gate = circuit.nodes[node]
        if gate is None:
            order.append(node)
        else:
            waiting.append((node, True))
            waiting += [(node_of(each), False) for each in reversed(gate.inputs)]
    return first, last, left, order
