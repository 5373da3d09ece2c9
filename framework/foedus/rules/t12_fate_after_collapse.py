"""Nothing says what becomes of a promise once its gate is undone.

A force that deploys after a cessation of hostilities is there when the shooting starts again. Does it
stay, withdraw, or fight? A promise that is kept up, that waited for something that can be undone, and
that says neither what must keep holding nor what ends it, leaves this to whoever is on the spot; the
summaries of the Paris Declaration of January 2026 say nothing of it. The Rhee-Dulles statement of 1953
said in advance what would hold if the armistice was broken.

Bad:

    facts:
      cessation: {title: Cessation of hostilities, kind: institutional, initial: false}
    events:
      fighting-stops: {title: The fighting stops, sets: {cessation: true}}
      fighting-resumes: {title: The fighting resumes, sets: {cessation: false}}
    provisions:
      force:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: cessation  # <- T12

Good:

    facts:
      cessation: {title: Cessation of hostilities, kind: institutional, initial: false}
    events:
      fighting-stops: {title: The fighting stops, sets: {cessation: true}}
      fighting-resumes: {title: The fighting resumes, sets: {cessation: false}}
    provisions:
      force:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: cessation
        terminates_when: {not: cessation}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, uses
from foedus.rules.wording import more, named
from foedus.schema import Event, Provision
from foedus.standing import gone

CODE = "T12"
NAME = "fate-after-collapse"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_LATCHES = ("enters_when", "requires")
"""Gates that, once passed, are not asked again."""


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each fact that can be undone under promises that are kept up."""
    model = graph.model
    answered = _answered(graph)
    undoing: dict[tuple[str, bool], list[Event]] = {}
    for event in model.events.values():
        for fact, value in event.sets.items():
            undoing.setdefault((fact, value), []).append(event)
    groups: dict[tuple[str, bool], dict[str, Use]] = {}
    for use in uses(model):
        undone = (use.fact.id, not use.positive)
        latched = use.gate in _LATCHES and undone in undoing
        standing = _continues(use.provision) and use.provision.id not in answered
        if latched and standing and not gone(model, use.provision):
            groups.setdefault(undone, {}).setdefault(use.provision.id, use)
    for undone, found in groups.items():
        first, *others = sorted(found.values(), key=lambda use: use.gate != "requires")
        yield _problem(undoing[undone], first, others)


def _answered(graph: Graph) -> set[str]:
    """The provisions of which the reading in force says what must keep holding, be it nothing."""
    reading = graph.model.readings.get(graph.project.reading or "")
    patched = reading.patch.get("provisions", {}) if reading is not None else {}
    ends = {"in_force_while", "terminates_when"}
    return {name for name, fields in patched.items() if isinstance(fields, dict) and ends & set(fields)}


def _continues(provision: Provision) -> bool:
    """True for what is kept up, stands by itself, and has neither a standing condition nor an end."""
    bounded = provision.in_force_while is not None or provision.terminates_when is not None
    standing = provision.performance == "maintenance" and provision.trigger is None
    return standing and not bounded and not provision.undeveloped


def _problem(events: list[Event], first: Use, others: list[Use]) -> Problem:
    undone = "end again" if first.positive else "come back"
    where = "of this" if not others else f"of this and {more(len(others))}"
    message = (
        f"`{first.fact.id}` can {undone} ({named(event.id for event in events)}), "
        f"and nothing says what then becomes {where}"
    )
    related = [(event.at("sets"), f"what `{event.id}` does") for event in events]
    related += [(use.route, f"and of `{use.provision.id}`") for use in others]
    hint = "write `in_force_while` or `terminates_when` if a text says; if none does, keep this"
    return Problem(first.route, message, hint, tuple(related))
