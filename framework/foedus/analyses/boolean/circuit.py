"""A Boolean function as a circuit: variables, and gates that hold if so many of their inputs do.

`and` is n of n, `or` is 1 of n; what is negated is written `~x`. Negating a gate of k of n inputs gives
one of n - k + 1 of the negated inputs (De Morgan), so one kind of gate suffices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Ref: TypeAlias = int
"""A node of a circuit, by its place; `~ref` is its negation."""

TRUE: Ref = 0
FALSE: Ref = ~TRUE


def node_of(ref: Ref) -> Ref:
    """A reference without its negation."""
    return ref if ref >= 0 else ~ref


class Gate(NamedTuple):
    """Holds if at least so many of the inputs hold."""

    needed: int
    inputs: tuple[Ref, ...]


ALWAYS, NEVER = Gate(0, ()), Gate(1, ())
"""The gates that are constants."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """Nodes in an order in which a gate comes after its inputs; None is a variable, the first is true."""

    nodes: Sequence[Gate | None]
    top: Ref

    def gate(self, ref: Ref) -> Gate | None:
        """What a reference stands for, with its negation carried to the inputs; None for a literal."""
        node = self.nodes[ref] if ref >= 0 else self.nodes[~ref]
        if node is None or ref >= 0:
            return node
        return Gate(len(node.inputs) - node.needed + 1, tuple(~each for each in node.inputs))

    def reached(self) -> tuple[Ref, ...]:
        """What the top reads, itself included: literals and gates with their sign, inputs first."""
        found = {self.top}
        waiting = [self.top]
        while waiting:
            gate = self.gate(waiting.pop())
            for each in gate.inputs if gate is not None else ():
                if each not in found:
                    found.add(each)
                    waiting.append(each)
        return tuple(sorted(found, key=node_of))

    def below(self) -> tuple[Ref, ...]:
        """What the top reads, itself included, without sign: inputs first."""
        found = {node_of(self.top)}
        waiting = [*found]
        while waiting:
            gate = self.nodes[waiting.pop()]
            for each in map(node_of, gate.inputs) if gate is not None else ():
                if each not in found:
                    found.add(each)
                    waiting.append(each)
        return tuple(sorted(found))

    def literals(self) -> tuple[Ref, ...]:
        """The variables that the top reads, by place; negated where they are read so, or in both ways."""
        return tuple(sorted(ref for ref in self.reached() if self.gate(ref) is None))

    def variables(self) -> tuple[Ref, ...]:
        """The variables that the top reads, by place."""
        return tuple(sorted({node_of(ref) for ref in self.literals()}))

    def turned(self) -> "Circuit":
        """The circuit of the negation."""
        return Circuit(self.nodes, ~self.top)

    def both_ways(self) -> frozenset[Ref]:
        """The variables that are read as they are and negated: where there are none, it is coherent."""
        literals = frozenset(self.literals())
        return frozenset(ref for ref in literals if ref >= 0 and ~ref in literals)

    def holds(self, true: Iterable[Ref]) -> bool:
        """Whether the function holds where these variables are true and all others false."""
        known: dict[Ref, bool] = dict.fromkeys(true, True)
        for ref in self.reached():
            gate = self.gate(ref)
            if gate is not None:
                known[ref] = sum(known[each] for each in gate.inputs) >= gate.needed
            elif ref < 0:
                known[ref] = not known.get(~ref, False)
            else:
                known.setdefault(ref, False)
        return known[self.top]


class Wiring:
    """A circuit in the making: equal gates are made once, constants and single inputs fall away."""

    def __init__(self) -> None:
        self.nodes: list[Gate | None] = [ALWAYS]
        self._made: dict[Gate, Ref] = {}

    def variable(self) -> Ref:
        """A new variable."""
        self.nodes.append(None)
        return len(self.nodes) - 1

    def all(self, inputs: Iterable[Ref]) -> Ref:
        """Holds if all inputs do."""
        return ~self.any(~each for each in inputs)

    def any(self, inputs: Iterable[Ref]) -> Ref:
        """Holds if one of the inputs does."""
        kept = dict.fromkeys(each for each in inputs if each != FALSE)
        if TRUE in kept or any(~each in kept for each in kept):
            return TRUE
        return self._gate(1, tuple(kept))

    def at_least(self, count: int, inputs: Sequence[Ref]) -> Ref:
        """Holds if so many of the inputs do; one that is given twice counts twice."""
        kept = tuple(each for each in inputs if each not in (TRUE, FALSE))
        count -= sum(each == TRUE for each in inputs)
        if count == len(kept) > 0:
            return self.all(kept)
        return self.any(kept) if count == 1 else self._gate(count, kept)

    def either(self, one: Ref, other: Ref) -> Ref:
        """Holds if one of two does and the other does not (exclusive or)."""
        return self.any((self.all((one, ~other)), self.all((~one, other))))

    def circuit(self, top: Ref) -> Circuit:
        """The circuit of what has been made so far."""
        return Circuit(tuple(self.nodes), top)

    def _gate(self, count: int, inputs: tuple[Ref, ...]) -> Ref:
        if count <= 0:
            return TRUE
        if count > len(inputs):
            return FALSE
        if len(inputs) == 1:
            return inputs[0]
        key = Gate(count, tuple(sorted(inputs)))
        if key not in self._made:
            self.nodes.append(Gate(count, inputs))
            self._made[key] = len(self.nodes) - 1
        return self._made[key]


def assignments(variables: Sequence[Ref]) -> Iterator[tuple[Ref, ...]]:
    """Every choice of some of the variables, as those that are true."""
    for number in range(1 << len(variables)):
        yield tuple(each for place, each in enumerate(variables) if number >> place & 1)
