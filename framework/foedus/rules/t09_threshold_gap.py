"""An attack or a threat calls for nothing.

No provision opens when it happens. A guarantee answers what its trigger names. What stays below that
threshold, or comes by other means, is left out, often without anybody having said so: a promise that
speaks of an armed attack says nothing of sabotage, and one that speaks of nuclear weapons says nothing of
tanks. Either the gap is meant, and the model is a true picture of it, or a trigger reads too little.

Bad:

    facts:
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
      sabotage: {title: Sabotage, kind: brute, initial: false, concept: attack}
    events:
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional, severity: war}
      cut: {title: A cable is cut, sets: {sabotage: true}, attack_class: hybrid, severity: use}  # <- T09
    provisions:
      help:
        title: Help the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack

Good:

    facts:
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
      sabotage: {title: Sabotage, kind: brute, initial: false, concept: attack}
    events:
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional, severity: war}
      cut: {title: A cable is cut, sets: {sabotage: true}, attack_class: hybrid, severity: use}
    provisions:
      help:
        title: Help the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: {any: [attack, sabotage]}
"""

from collections.abc import Iterator

from foedus.analyses.coverage import Coverage, coverage
from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.covering import however_read, kind_of, unanswered
from foedus.schema import Event

CODE = "T09"
NAME = "threshold-gap"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each attack or threat that no provision answers in any phase and reading."""
    found = coverage(graph.project)
    for event in found.events:
        if found.cells and unanswered(found, event.id):
            yield _problem(found, event)


def _problem(found: Coverage, event: Event) -> Problem:
    others = [
        (each.route, f"this is answered ({kind_of(each)})")
        for each in found.events
        if not unanswered(found, each.id)
    ]
    kind = kind_of(event)
    message = f"no provision answers `{event.id}` ({kind}) in any phase, {however_read(found)}"
    hint = "if the texts leave it out, keep this; else let a trigger read what it sets"
    return Problem(event.route, message, hint, tuple(others))
