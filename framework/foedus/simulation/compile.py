"""Conditions to questions: names become numbers, and what a condition reads is noted on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from foedus.logic import Leaf
from foedus.place import Route
from foedus.schema import (
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    InState,
    Model,
    Not,
    Provision,
    Reached,
)
from foedus.simulation.lifecycle import BIT
from foedus.simulation.positions import TOGETHER, Position, bearers
from foedus.simulation.questions import (
    Count,
    Negated,
    OfDelivery,
    OfFact,
    OfFinding,
    OfHistory,
    OfNobody,
    OfState,
    Question,
    Undeclared,
)
from foedus.simulation.world import Unknown


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of positions and facts; those of `reached` tests are given out as they are met."""

    model: Model
    positions: tuple[Position, ...]
    of: Mapping[str, tuple[int, ...]]
    facts: Mapping[str, int]
    latches: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(slots=True)
class Reads:
    """What the conditions of one position read."""

    facts: set[int] = field(default_factory=set)
    determinations: set[str] = field(default_factory=set)
    positions: set[int] = field(default_factory=set)


def open_choice(provision: Provision, obligor: str) -> Unknown | None:
    """The unknown that a *may* leaves open; None for what must be done."""
    if provision.modality != "may":
        return None
    return Unknown("discretion", provision.id, obligor, provision.at("modality"))


def positions_for(numbers: Numbers, provision: str, obligor: str | None) -> tuple[int, ...]:
    """The positions that a test or an expectation means; none where the actor does not owe it.

    Whoever shares a purely joint duty has its collective position.
    """
    every = numbers.of[provision]
    if obligor is None:
        return every
    own = tuple(index for index in every if numbers.positions[index].obligor == obligor)
    shares = obligor in bearers(numbers.model.provisions[provision])
    return own or (tuple(i for i in every if numbers.positions[i].obligor == TOGETHER) if shares else ())


def compiled(
    condition: Condition, route: Route, position: Position, numbers: Numbers, reads: Reads
) -> Question:
    """The question that a condition at `route` puts to a world, seen from a position."""
    match condition:
        case Not(condition=inner):
            return Negated(compiled(inner, (*route, "not"), position, numbers, reads))
        case All(conditions=inner):
            return Count(len(inner), _parts(inner, (*route, "all"), position, numbers, reads))
        case Any_(conditions=inner):
            return Count(1, _parts(inner, (*route, "any"), position, numbers, reads))
        case AtLeast(count=count, conditions=inner):
            return Count(count, _parts(inner, (*route, "of"), position, numbers, reads))
        case _:
            return _leaf(condition, route, position, numbers, reads)


def _parts(
    conditions: tuple[Condition, ...], route: Route, position: Position, numbers: Numbers, reads: Reads
) -> tuple[Question, ...]:
    return tuple(
        compiled(part, (*route, place), position, numbers, reads) for place, part in enumerate(conditions)
    )


def _leaf(leaf: Leaf, route: Route, position: Position, numbers: Numbers, reads: Reads) -> Question:
    match leaf:
        case str():
            if leaf not in numbers.facts:
                return Undeclared(Unknown("fact", leaf, "", route))
            reads.facts.add(numbers.facts[leaf])
            return OfFact(numbers.facts[leaf])
        case Found(determination=determination, obligor=obligor):
            if determination not in numbers.model.determinations:
                return Undeclared(Unknown("determination", determination, "", route))
            return _finding(determination, obligor or position.obligor, position, numbers, reads)
        case _:
            if leaf.provision not in numbers.of:
                return Undeclared(Unknown("fact", leaf.provision, "", route))
            return _about(leaf, numbers, reads)


def _about(leaf: Active | InState | Delivered | Reached, numbers: Numbers, reads: Reads) -> Question:
    """A question about another provision."""
    positions = positions_for(numbers, leaf.provision, leaf.obligor)
    reads.positions.update(positions)
    match leaf:
        case Active():
            return OfState(positions, BIT["ACTIVE"])
        case InState(states=states):
            return OfState(positions, sum({BIT[state] for state in states}))
        case Reached(states=states):
            mask = sum({BIT[state] for state in states})
            latches = tuple(
                numbers.latches.setdefault((index, mask), len(numbers.latches)) for index in positions
            )
            return OfHistory(positions, latches, mask)
        case Delivered():
            provision = numbers.model.provisions[leaf.provision]
            choices = (open_choice(provision, numbers.positions[index].obligor) for index in positions)
            return OfDelivery(positions, tuple(choices))


def _finding(name: str, obligor: str, position: Position, numbers: Numbers, reads: Reads) -> Question:
    """A question about a finding, by whoever is to make it."""
    determination = numbers.model.determinations[name]
    reads.determinations.add(name)
    if determination.by in ("automatic", "unspecified"):
        fact = _leaf(determination.of, determination.at("of"), position, numbers, reads)
        if determination.by == "automatic":
            return fact
        return OfNobody(fact, Unknown("determination", name, "", determination.at("by")))
    if determination.by != "each_obligor":
        return OfFinding((name, ""))
    if obligor != TOGETHER:
        return OfFinding((name, obligor))
    finders = bearers(numbers.model.provisions[position.provision])
    return Count(len(finders), tuple(OfFinding((name, finder)) for finder in finders))
