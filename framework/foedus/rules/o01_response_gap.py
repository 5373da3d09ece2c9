"""An attack is left without an answer in some phase.

It is answered in another phase, or only by talk. A gate that opens with a ceasefire leaves the time
before it uncovered; one that holds only while the ceasefire holds leaves the time after it. Here nobody is
obliged or expressly free to act, in the text as it stands and in every rival reading of it, even if all
that is open were settled in favour of an answer. To consult, to set something up and to watch are no
answers in this sense. The phases are those of the model: `phases` name the events by which each is reached.

Bad:

    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false}
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
    events:
      ceasefire-starts: {title: A ceasefire starts, sets: {ceasefire: true}}
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional}  # <- O01
    phases:
      before: {title: Before a ceasefire, order: 1}
      during: {title: During a ceasefire, order: 2, events: [ceasefire-starts]}
    provisions:
      help:
        title: Help the host
        kind: defense
        obligors: [unspecified]
        modality: must
        enters_when: ceasefire
        trigger: attack

Good:

    facts:
      ceasefire: {title: A ceasefire is in force, kind: institutional, initial: false}
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
    events:
      ceasefire-starts: {title: A ceasefire starts, sets: {ceasefire: true}}
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional}
    phases:
      before: {title: Before a ceasefire, order: 1}
      during: {title: During a ceasefire, order: 2, events: [ceasefire-starts]}
    provisions:
      help:
        title: Help the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack
"""

from collections.abc import Iterator

from foedus.analyses.coverage import coverage
from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.covering import answering, at_best, however_read, in_phases, kind_of, unanswered

CODE = "O01"
NAME = "response-gap"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each attack that nobody would answer in some phases; T09 has those in all."""
    found = coverage(graph.project)
    for event in found.events:
        bare = [phase for phase in found.phases if at_best(found, event.id, phase.id) == "none"]
        if not bare or not found.cells or unanswered(found, event.id):
            continue
        where = in_phases(found, bare)
        message = f"nobody would have to answer `{event.id}` ({kind_of(event)}){where}, {however_read(found)}"
        hint = "`foedus coverage` shows every phase; if the texts leave it open, keep this"
        yield Problem(event.route, message, hint, answering(graph.model, found, event.id))
