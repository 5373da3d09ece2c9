"""Minimal sets by multiplying out, for small circuits: whole numbers as sets of literals, nothing to import.

Sets are taken from the bottom to the top as in MOCUS (Fussell and Vesely, A new methodology for obtaining
cut sets for fault trees, Transactions of the American Nuclear Society 15, 1972); a set that holds another is
dropped at once. Where a variable is read both ways the sets so found need not be prime: the prime implicants
are what meets every set of the negation (Nelson, Simplest normal truth functions, Journal of Symbolic
Logic 20, 1955).
"""

from collections.abc import Iterable, Mapping

from foedus.analyses.boolean.circuit import Circuit, Ref
from foedus.analyses.boolean.limits import TooBig

Product = int
"""A set of literals, one bit each."""


def products(circuit: Circuit, most: int) -> tuple[frozenset[Ref], ...]:
    """The minimal sets of literals under each of which the circuit holds; prime implicants, always.

    Raises `TooBig` where more than `most` sets would have to be kept on the way.
    """
    literals = [each for variable in circuit.variables() for each in (variable, ~variable)]
    bits = {literal: 1 << place for place, literal in enumerate(literals)}
    clash = sum(bits[literal] for literal in literals[::2])
    if circuit.both_ways():
        opposite = multiplied_out(circuit.turned(), bits, clash, most)
        found = _meeting(opposite, clash, most)
    else:
        found = multiplied_out(circuit, bits, clash, most)
    return tuple(frozenset(literal for literal in literals if bits[literal] & product) for product in found)


def multiplied_out(circuit: Circuit, bits: Mapping[Ref, int], clash: int, most: int) -> list[Product]:
    """Sets of literals whose disjunction the circuit is, none of which holds another."""
    known: dict[Ref, list[Product]] = {}
    for ref in circuit.reached():
        gate = circuit.gate(ref)
        if gate is None:
            known[ref] = [bits[ref]]
        else:
            known[ref] = _count([known[each] for each in gate.inputs], gate.needed, clash, most)
    return known[circuit.top]


def _count(parts: list[list[Product]], count: int, clash: int, most: int) -> list[Product]:
    """The sets under which so many of the parts hold."""
    if count == 1:
        return least((product for part in parts for product in part), most)
    reached: list[list[Product]] = [[0], *([] for _ in range(count))]
    for place, part in enumerate(parts):
        left = len(parts) - place - 1
        for got in range(count, max(0, count - left - 1), -1):
            both = _both(reached[got - 1], part, clash, most)
            reached[got] = least((*reached[got], *both), most) if reached[got] else both
    return reached[count]


def _both(some: list[Product], others: list[Product], clash: int, most: int) -> list[Product]:
    """The sets under which two things hold; none that holds a literal and its negation."""
    if len(some) * len(others) > most * 64:
        raise TooBig
    joined = {one | other for one in some for other in others}
    return least((each for each in joined if not each & each >> 1 & clash), most)


def least(found: Iterable[Product], most: int) -> list[Product]:
    """The sets that hold no other, smallest first."""
    kept: list[Product] = []
    for product in sorted(set(found), key=lambda each: (each.bit_count(), each)):
        if not any(other & product == other for other in kept):
            kept.append(product)
            if len(kept) > most:
                raise TooBig
    return kept


def _meeting(opposite: list[Product], clash: int, most: int) -> list[Product]:
    """The least sets that contradict each of some sets."""
    found: list[Product] = [0]
    for product in opposite:
        turned = (product & clash) << 1 | product >> 1 & clash
        single = [1 << place for place in range(turned.bit_length()) if turned >> place & 1]
        found = _both(found, single, clash, most)
    return found
