"""Which facts stand in the gates of provisions: the question that several rules share."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.kept import kept
from foedus.logic import Leaf, Truth, evaluate, gates
from foedus.place import Route
from foedus.rules.order import in_order
from foedus.schema import Condition, Determination, Fact, Found, Model, Provision


class Use(NamedTuple):
    """A place in a gate where a fact is read, itself or through a finding that it holds.

    `positive` is True where the gate opens as the fact becomes true.
    """

    fact: Fact
    provision: Provision
    gate: str
    route: Route
    positive: bool
    determination: Determination | None


@kept
def uses(model: Model) -> tuple[Use, ...]:
    """Every place where a gate reads a fact, in the order in which a reader meets them."""
    return tuple(_uses(model))


def _uses(model: Model) -> Iterator[Use]:
    place = {provision.id: number for number, provision in enumerate(in_order(model))}
    for gated in sorted(gates(model), key=lambda each: place[each.provision.id]):
        for leaf, route, positive in gated.atoms:
            name = leaf.determination if isinstance(leaf, Found) else ""
            determination = model.determinations.get(name)
            fact = determination.of if determination else leaf
            if isinstance(fact, str) and fact in model.facts:
                yield Use(model.facts[fact], gated.provision, gated.field, route, positive, determination)


def uses_by_fact(model: Model) -> dict[str, list[Use]]:
    """The places where each fact is read, for the facts that gates read."""
    found: dict[str, list[Use]] = {}
    for use in sorted(uses(model), key=lambda use: use.fact.id):
        found.setdefault(use.fact.id, []).append(use)
    return found


def determinations_of(model: Model, fact: str) -> list[Determination]:
    """The ways in which a fact is found to hold."""
    return [each for each in model.determinations.values() if each.of == fact]


def finder(determination: Determination) -> bool:
    """True where the model says who finds, by name or by office."""
    match determination.by:
        case "unspecified":
            return False
        case "body":
            return determination.body is not None
        case "lead_state":
            return determination.actor is not None
        case _:
            return True


def casus_without_finder(model: Model, places: list[Use]) -> bool:
    """True where a trigger reads an attack, a threat or a breach that nobody at all is said to establish."""
    fact = places[0].fact
    casus = fact.kind == "brute" and fact.concept in ("attack", "threat", "breach")
    return casus and any(use.gate == "trigger" for use in places) and not determinations_of(model, fact.id)


def depends(use: Use) -> bool:
    """True where the gate stays shut, whatever else happens, unless this atom of it is true."""

    def truth(leaf: Leaf) -> Truth:
        if use.determination is not None:
            same = isinstance(leaf, Found) and leaf.determination == use.determination.id
        else:
            same = leaf == use.fact.id
        return False if same else None

    condition: Condition | None = getattr(use.provision, use.gate)
    return condition is not None and evaluate(condition, truth) is False
