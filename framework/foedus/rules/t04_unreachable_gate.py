"""A gate waits for something that nothing in the model can bring about.

A fact that is false at the beginning and that no event makes true stays false, so whatever waits for it
waits for ever. Either the event is missing (the vote, the request, the signature that would bring it
about), or the gate reads the wrong fact.

Bad:

    facts:
      request: {title: The host asks for help, kind: institutional, initial: false}  # <- T04
    provisions:
      help:
        title: Help the host
        kind: military_aid
        obligors: [unspecified]
        modality: must
        requires: request

Good:

    facts:
      request: {title: The host asks for help, kind: institutional, initial: false}
    events:
      host-requests: {title: The host asks, sets: {request: true}}
    provisions:
      help:
        title: Help the host
        kind: military_aid
        obligors: [unspecified]
        modality: must
        requires: request
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, uses_by_fact
from foedus.schema import Model

CODE = "T04"
NAME = "unreachable-gate"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each fact that gates wait for and nothing can change."""
    settable = _settable(graph.model)
    for name, places in uses_by_fact(graph.model).items():
        waiting = [use for use in places if _waits(use) and (name, use.positive) not in settable]
        if waiting:
            fact, wanted = waiting[0].fact, "true" if waiting[0].positive else "false"
            gates = "a gate waits" if len(waiting) == 1 else f"{len(waiting)} gates wait"
            related = tuple((use.route, f"`{use.provision.id}` waits for it") for use in waiting)
            message = f"no event makes `{fact.id}` {wanted}, and {gates} for it"
            yield Problem(fact.route, message, f"add an event with `sets: {{{fact.id}: {wanted}}}`", related)


def _waits(use: Use) -> bool:
    """True where the gate is shut at the beginning and only the fact itself can open it."""
    by_somebody = use.determination is not None and use.determination.by not in ("automatic", "unspecified")
    return use.fact.initial is (not use.positive) and not by_somebody


def _settable(model: Model) -> set[tuple[str, bool]]:
    """The values that events, and the steps and assumptions of scenarios, can give to facts."""
    found = {(fact, value) for event in model.events.values() for fact, value in event.sets.items()}
    for scenario in model.scenarios.values():
        given = [step.sets for step in scenario.steps]
        given += [scenario.assume.facts] if scenario.assume else []
        for facts in given:
            for fact, value in facts.items():
                found |= {(fact, True), (fact, False)} if value == "unknown" else {(fact, value)}
    return found
