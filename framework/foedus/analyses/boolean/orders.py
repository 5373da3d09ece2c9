"""In which order a diagram asks for its variables: nothing else makes so much of a difference to its size."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from foedus.analyses.boolean.circuit import Circuit, Ref, node_of

Rank: TypeAlias = Callable[[int, Ref], tuple[int, int]]
"""What comes first among the inputs of a gate, by their place in it and by themselves."""


def orders(circuit: Circuit) -> Iterator[tuple[Ref, ...]]:
    """Orders worth trying, each once.

    Depth-first from the right and from the left (as the author wrote it), inputs with few variables below
    them first, and inputs that many gates read first.
    """
    weights, readers = _weights(circuit)
    ranks: tuple[Rank, ...] = (
        lambda place, node: (-place, 0),
        lambda place, node: (place, 0),
        lambda place, node: (weights[node], place),
        lambda place, node: (-readers[node], place),
    )
    seen: set[tuple[Ref, ...]] = set()
    for rank in ranks:
        order = _depth_first(circuit, rank)
        if order not in seen:
            seen.add(order)
            yield order


def _depth_first(circuit: Circuit, rank: Rank) -> tuple[Ref, ...]:
    """The variables in the order in which a walk from the top meets them."""
    found: dict[Ref, None] = {}
    seen: set[Ref] = set()
    waiting = [node_of(circuit.top)]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        gate = circuit.nodes[node]
        if gate is None:
            found[node] = None
            continue
        ranked = sorted((rank(place, node_of(each)), node_of(each)) for place, each in enumerate(gate.inputs))
        waiting += [each for _, each in reversed(ranked)]
    return tuple(found)


def _weights(circuit: Circuit) -> tuple[dict[Ref, int], Counter[Ref]]:
    """For each node how many variables are below it, those met twice counted twice; and how many read it."""
    weights: dict[Ref, int] = {}
    readers: Counter[Ref] = Counter()
    for node in circuit.below():
        gate = circuit.nodes[node]
        inputs = [node_of(each) for each in gate.inputs] if gate is not None else []
        weights[node] = sum(weights[each] for each in inputs) or 1
        readers.update(inputs)
    return weights, readers
