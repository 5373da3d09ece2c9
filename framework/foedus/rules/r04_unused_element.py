"""Something is declared that nothing uses.

A fact that no condition reads changes nothing when it changes; an event that sets no fact has no
effect; a finding that no gate asks for has no consequence; an actor or body that nothing names has no
part in the system. Most often the gate that should have read it was forgotten, or names something else.

Bad:

    framework: {title: A small guarantee, as_of: 2026-01-06, beneficiary: [host]}
    actors:
      host: {title: Host, kind: state}
    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false}  # <- R04
    events:
      ceasefire-starts: {title: A ceasefire starts, sets: {ceasefire: true}}

Good:

    framework: {title: A small guarantee, as_of: 2026-01-06, beneficiary: [host]}
    actors:
      host: {title: Host, kind: state}
    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false}
    events:
      ceasefire-starts: {title: A ceasefire starts, sets: {ceasefire: true}}
    provisions:
      monitoring:
        title: Monitor the ceasefire
        kind: monitoring
        obligors: [unspecified]
        modality: must
        enters_when: ceasefire
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.load import Project
from foedus.rules.referring import referring
from foedus.schema import Body, Determination, Model, named_members

CODE = "R04"
NAME = "unused-element"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

_SAYS = {
    "facts": ("no condition reads this fact", "read it in a gate or a target, or remove it"),
    "determinations": ("no condition asks for this finding", "ask for it by `{finding: ..}`, or remove it"),
    "actors": ("nothing names this actor", "say what it owes, is owed, decides or belongs to, or remove it"),
    "bodies": ("nothing names this body, and it names nobody", "say who leads it or what set it up"),
}


def check(graph: Graph) -> Iterator[Problem]:
    """Every fact, finding, actor and body that nothing names, and every event without effect."""
    model = graph.model
    used = _used(model, set(_texts(tuple(_misshapen(graph.project)))))
    for section, (message, hint) in _SAYS.items():
        for element in model.section(section).values():
            if element.id not in used[section] and not _stands_alone(element):
                yield Problem(element.route, message, hint)
    for event in model.events.values():
        if not event.sets:
            yield Problem(event.route, "this event sets no fact", "say what it changes, under `sets`")


def _stands_alone(element: object) -> bool:
    """True for a recorded silence (nobody finds), and for a body that itself names others."""
    match element:
        case Determination(by="unspecified"):
            return True
        case Body(lead=lead, members=members, established_by=founder):
            return bool(lead or named_members(members) or founder)
        case _:
            return False


def _misshapen(project: Project) -> Iterator[object]:
    """What was written of elements whose shape is wrong: what they name is not unused."""
    for section, declared in project.declared.items():
        for key in declared - project.model.section(section).keys():
            yield project.tree.at(section, key).plain()


def _used(model: Model, otherwise: set[str]) -> dict[str, set[str]]:
    """By section, the ids that something else reads or names, with those that are used `otherwise`."""
    in_readings = {text for reading in model.readings.values() for text in _texts(reading.patch)}
    used = {section: {*in_readings, *otherwise} for section in _SAYS}
    for element, found in referring(model):
        for reference in found:
            if reference.id != element.id:
                for section in reference.sections or ("actors", "bodies"):
                    if section != "facts" or _reads(element.section, reference.route[2]):
                        used.setdefault(section, set()).add(reference.id)
    if model.framework:
        used["actors"] |= {*model.framework.beneficiary, *model.framework.adversary}
    return used


def _reads(section: str, field: str | int) -> bool:
    """False where a fact is set, or told apart, and not read."""
    return section not in ("events", "scenarios") and field != "distinct_from"


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, inner in value.items():
                yield key
                yield from _texts(inner)
        case tuple():
            for inner in value:
                yield from _texts(inner)
