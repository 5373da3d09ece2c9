"""One guarantor's duty waits for another to act first.

A conditional guarantee passes the decision on: the Soviet Union was to help Czechoslovakia under the
treaty of 1935 only if France did, so that the first to stay out excused the second. Between guarantors
of unequal weight this may be the price of a signature; the chain is then as strong as its first link.

Bad:

    provisions:
      french-help:
        title: Assist the ally
        kind: defense
        obligors: [france]
        modality: must
        trigger: attack
      soviet-help:
        title: Assist the ally if France does
        kind: defense
        obligors: [soviet-union]
        modality: must
        trigger: attack
        requires: {delivered: french-help}  # <- O04

Good:

    provisions:
      french-help:
        title: Assist the ally
        kind: defense
        obligors: [france]
        modality: must
        trigger: attack
      soviet-help:
        title: Assist the ally
        kind: defense
        obligors: [soviet-union]
        modality: must
        trigger: attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import Atom, Leaf, Truth, atoms, evaluate, gates
from foedus.place import Route
from foedus.rules.running import running
from foedus.rules.wording import named
from foedus.schema import Delivered, Model, Provision

CODE = "O04"
NAME = "conditional-on-guarantor"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION

_GATES = ("in_force_while", "requires", "trigger")


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each provision of another that duties wait for."""
    model = graph.model
    found: dict[str, list[tuple[Provision, Route]]] = {}
    waiting = {gated.provision.id for gated in gates(model) if any(map(_waits, gated.atoms))}
    for provision in running(model):
        if provision.modality == "must" and provision.id in waiting:
            for name, route in _awaited(model, provision):
                found.setdefault(name, []).append((provision, route))
    for name, ((first, route), *others) in found.items():
        awaited = model.provisions[name]
        related = [(awaited.at("obligors"), "who must act first")]
        related += [(place, f"`{each.id}` waits too") for each, place in others]
        message = (
            f"{named(first.obligors)} need not act until {named(awaited.obligors)} has honoured `{name}`"
        )
        if len(awaited.obligors) > 1:
            message = message.replace(" has honoured", " have honoured")
        hint = "keep this if the text is so; play a scenario in which the first stays out"
        yield Problem(route, message, hint, tuple(related))


def _waits(atom: Atom) -> bool:
    return atom.positive and isinstance(atom.leaf, Delivered)


def _awaited(model: Model, provision: Provision) -> Iterator[tuple[str, Route]]:
    """The provisions of others without whose performance a provision never falls due."""
    seen: set[str] = set()
    for gate in _GATES:
        condition = getattr(provision, gate)
        for leaf, route, positive in atoms(condition, provision.at(gate)):
            if not positive or not isinstance(leaf, Delivered) or leaf.provision in seen:
                continue
            other = model.provisions.get(leaf.provision)
            if other is None or set(other.obligors) & set(provision.obligors):
                continue

            def truth(asked: Leaf, name: str = leaf.provision) -> Truth:
                return False if isinstance(asked, Delivered) and asked.provision == name else None

            if evaluate(condition, truth) is False:
                seen.add(leaf.provision)
                yield leaf.provision, route
