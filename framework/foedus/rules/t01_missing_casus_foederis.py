"""A promise to respond names no case in which it applies.

The casus foederis is the case that calls an alliance into action. A promise of defence, enforcement or
guarantee without one either binds at all times, which nobody means, or leaves each party to say when it
applies. An item of a larger promise may take the case from there.

Bad:

    provisions:
      defence:  # <- T01
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must

Good:

    provisions:
      defence:
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: armed-attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.schema import Model, Provision

CODE = "T01"
NAME = "missing-casus-foederis"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR

RESPONSES = ("defense", "enforcement", "guarantee")


def check(graph: Graph) -> Iterator[Problem]:
    """Each such promise without a trigger; a prohibition needs none, and a stub is reported as a stub."""
    for provision in graph.model.provisions.values():
        promised = provision.kind in RESPONSES and provision.modality != "must_not"
        if promised and not provision.undeveloped and not _triggered(graph.model, provision):
            message = f"a promise of {provision.kind.replace('defense', 'defence')} without a `trigger`"
            hint = "name the case in which it applies; if the text names none, mark it `undeveloped: true`"
            yield Problem(provision.route, message, hint)


def _triggered(model: Model, provision: Provision) -> bool:
    """True where the provision, or one that it spells out, has a trigger."""
    seen: set[str] = set()
    asked: Provision | None = provision
    while asked is not None and asked.id not in seen:
        if asked.trigger is not None:
            return True
        seen.add(asked.id)
        asked = model.provisions.get(asked.part_of or "")
    return False
