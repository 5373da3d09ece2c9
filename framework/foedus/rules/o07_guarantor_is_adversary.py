"""The same actor is guarantor and named adversary.

A guarantee is worth what its guarantors would do in the case it was made for. If the attacker is one of
them, a part of the promise fails in that very case: Germany was a guarantor of Luxembourg when it
marched in, in 1914, and Russia gave assurances to Ukraine in 1994. The model may well be right; the
finding says what the design rests on.

Bad:

    framework: {title: A guarantee, as_of: 1994-12-05, beneficiary: [], adversary: [rival]}
    actors:
      rival: {title: Rival, kind: state}
    provisions:
      guarantee:
        title: Guarantee the borders
        kind: guarantee
        obligors: [rival]  # <- O07
        modality: must
        trigger: attack

Good:

    framework: {title: A guarantee, as_of: 1994-12-05, beneficiary: [], adversary: [rival]}
    actors:
      rival: {title: Rival, kind: state}
      ally: {title: Ally, kind: state}
    provisions:
      guarantee:
        title: Guarantee the borders
        kind: guarantee
        obligors: [ally]
        modality: must
        trigger: attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.order import in_order
from foedus.schema import Model, Provision, named_members

CODE = "O07"
NAME = "guarantor-is-adversary"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

PROTECTING = (
    "defense", "guarantee", "enforcement", "consultation", "peacekeeping", "force_deployment",
    "military_aid", "sanctions", "diplomatic_action", "monitoring", "verification",
)  # fmt: skip
"""What a guarantor promises; a ceasefire or a withdrawal is the adversary's own to promise."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each actor in both roles, at the first promise that it owes."""
    found: dict[str, list[tuple[Route, Route]]] = {}
    for provision in in_order(graph.model):
        if provision.kind in PROTECTING and provision.modality != "must_not":
            for actor, owed, named in _both(graph.model, provision):
                found.setdefault(actor, []).append((owed, named))
    for actor, ((first, adversary), *others) in sorted(found.items()):
        related = [(adversary, "named as the adversary"), *((owed, "and here") for owed, _ in others)]
        hint = "see what remains without it: play a scenario in which it fails or withdraws"
        yield Problem(first, f"`{actor}` is to protect, and is the adversary named", hint, tuple(related))


def _both(model: Model, provision: Provision) -> Iterator[tuple[str, Route, Route]]:
    """Each adversary that owes the provision, itself or as a named member, and the two places."""
    adversaries: dict[str, Route] = {}
    if model.framework:
        for at, actor in enumerate(model.framework.adversary):
            adversaries[actor] = model.framework.at("adversary", at)
    if provision.scope:
        for at, actor in enumerate(provision.scope.adversary):
            adversaries[actor] = provision.at("scope", "adversary", at)
    for place, obligor in enumerate(provision.obligors):
        members = named_members(model.actors[obligor].members) if obligor in model.actors else ()
        for actor in sorted({obligor, *members} & adversaries.keys()):
            yield actor, provision.at("obligors", place), adversaries[actor]
