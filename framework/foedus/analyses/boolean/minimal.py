"""Minimal sets of a circuit: which engine finds them, and within which limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal, TypeAlias

from foedus.analyses.boolean.circuit import ALWAYS, FALSE, NEVER, TRUE, Circuit, Gate, Ref, node_of
from foedus.analyses.boolean.depth import deep
from foedus.analyses.boolean.family import Family
from foedus.analyses.boolean.limits import USUAL, Limits, TooBig
from foedus.analyses.boolean.modules import modules
from foedus.analyses.boolean.products import products
from foedus.analyses.boolean.simplify import simplified

Engine: TypeAlias = Literal["products", "diagram"]

WORTH_IT = 8
"""A module of fewer variables stays in the whole: to solve it apart would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class MinimalSets:
    """The least sets of literals that make a circuit hold: prime implicants, exactly.

    `sets` are smallest first and may be fewer than `count` (`complete` is False then). `by_order` counts
    the sets of 0, 1, 2, ... literals, all of them. `coherent` is False where a variable is read both as it
    is and negated.
    """

    sets: tuple[frozenset[Ref], ...]
    count: int
    by_order: tuple[int, ...]
    coherent: bool
    engine: Engine

    @property
    def complete(self) -> bool:
        """Whether every set is listed."""
        return len(self.sets) == self.count


def minimal_sets(
    circuit: Circuit,
    *,
    limit: int = 1_000,
    order: int | None = None,
    engine: Engine | None = None,
    limits: Limits = USUAL,
) -> MinimalSets:
    """The least sets of literals under each of which a circuit holds, at most `limit` of them listed.

    `order` lists only sets of at most so many literals; all are counted. Without `engine`, small circuits
    are multiplied out and all others drawn up as diagrams. Raises `TooBig` where the limits do not suffice.
    """
    circuit = simplified(circuit)
    if circuit.top in (TRUE, FALSE):
        none = circuit.top == FALSE
        return MinimalSets(
            () if none else (frozenset(),), int(not none), () if none else (1,), True, "products"
        )
    if circuit.gate(circuit.top) is None:
        return MinimalSets((frozenset({circuit.top}),), 1, (0, 1), True, "products")
    if engine == "products" or (engine is None and len(circuit.variables()) <= limits.small):
        try:
            return _multiplied_out(circuit, limit, order, limits)
        except TooBig:
            if engine is not None:
                raise
    return _from_diagrams(circuit, limit, order, limits)


def _multiplied_out(circuit: Circuit, limit: int, order: int | None, limits: Limits) -> MinimalSets:
    found = sorted(products(circuit, limits.kept), key=lambda each: (len(each), sorted(each, key=_place)))
    longest = max(map(len, found), default=-1)
    by_order = tuple(sum(len(each) == size for each in found) for size in range(longest + 1))
    kept = _listed(found, limit, order)
    return MinimalSets(kept, len(found), by_order, not circuit.both_ways(), "products")


def _place(ref: Ref) -> tuple[int, bool]:
    return node_of(ref), ref < 0


def _listed(found: Iterable[frozenset[Ref]], limit: int, order: int | None) -> tuple[frozenset[Ref], ...]:
    return tuple(takewhile(lambda each: order is None or len(each) <= order, islice(found, limit)))


def _from_diagrams(circuit: Circuit, limit: int, order: int | None, limits: Limits) -> MinimalSets:
    """Each module by itself, those inside it first; then the whole from its modules."""
    from foedus.analyses.boolean.drawing import diagram
    from foedus.analyses.boolean.primes import primes

    wanted, nodes = frozenset(circuit.reached()), list(circuit.nodes)
    families: dict[Ref, Family] = {}
    for module in modules(circuit):
        apart = Circuit(nodes, module)
        if module == node_of(circuit.top) or len(apart.variables()) >= WORTH_IT:
            instead: Gate | None = None
            for top in (each for each in (module, ~module) if each in wanted):
                own = simplified(Circuit(nodes, top))
                drawn = diagram(own, limits.caps)
                if drawn.top in (0, 1):
                    instead = ALWAYS if (top >= 0) == (drawn.top == 1) else NEVER
                families[top] = primes(drawn, frozenset(own.literals()), families, limits.nodes)
                families[top].settle(listing=limit > 0)
            nodes[module] = instead
    whole = families[circuit.top]
    with deep(4 * len(circuit.variables())):
        kept = _listed(whole.sets(), limit, order)
    coherent = not circuit.both_ways()
    return MinimalSets(kept, whole.count, whole.by_order, coherent, "diagram")
