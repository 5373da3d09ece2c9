"""Only the word of the beneficiary opens a promise.

Assistance on request respects the will of whom it is for, and fails where that will cannot be spoken. In
1938 Czechoslovakia did not call on the Soviet Union; a government that is cut off, under pressure or in
exile may not be able to call on anybody. The multinational force of the Paris Declaration of January
2026 acts at Ukraine's request. Some texts let a second office ask, or let the guarantors act on a
finding of their own.

Bad:

    actors:
      host: {title: Host, kind: state}
    facts:
      request: {title: The host asks, kind: brute, nature: request, owner: host, initial: false}
    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        beneficiary: [host]
        modality: must
        requires: {all: [ceasefire, request]}  # <- T11

Good:

    actors:
      host: {title: Host, kind: state}
    facts:
      request: {title: The host asks, kind: brute, nature: request, owner: host, initial: false}
    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        beneficiary: [host]
        modality: must
        requires: {all: [ceasefire, {any: [request, host-cannot-ask]}]}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.gating import Use, depends, uses
from foedus.rules.wording import more
from foedus.schema import Model, Provision
from foedus.standing import gone

CODE = "T11"
NAME = "request-as-sole-key"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each request without which duties to its owner never fall due."""
    model = graph.model
    found: dict[tuple[str, str], list[tuple[Provision, Route]]] = {}
    for use in uses(model):
        if _asks(model, use) and not gone(model, use.provision) and depends(use):
            invoked = use.determination is not None and use.determination.by == "beneficiary"
            word = f"`{use.determination.id}`, a finding" if invoked and use.determination else ""
            key = (use.fact.id, word or f"`{use.fact.id}`, a request")
            places = found.setdefault(key, [])
            if all(each.id != use.provision.id for each, _ in places):
                places.append((use.provision, use.route))
    for (_, word), ((first, route), *others) in found.items():
        rest = f", and {more(len(others))} with it" if others else ""
        message = f"only {word} by the beneficiary, opens `{first.id}`{rest}, and nothing replaces it"
        related = tuple((place, f"`{each.id}` turns on it too") for each, place in others)
        hint = "if a text names who else may ask, or what counts as a request, add it with `any`"
        yield Problem(route, message, hint, related)


def _asks(model: Model, use: Use) -> bool:
    """True where the gate of a duty waits for the beneficiary to speak."""
    if not use.positive or use.gate == "terminates_when" or use.provision.modality != "must":
        return False
    if use.determination is not None and use.determination.by == "beneficiary":
        return True
    owed = {*use.provision.beneficiary, *use.provision.protects}
    owed |= set(model.framework.beneficiary) if model.framework is not None else set()
    owner = use.fact.owner
    seen: set[str] = set()
    while owner is not None and owner not in seen and owner not in owed:
        seen.add(owner)
        owner = model.actors[owner].of if owner in model.actors else None
    return use.fact.nature == "request" and (use.fact.owner is None or owner in owed)
