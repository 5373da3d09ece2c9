"""Whoever may answer an attack may also stay away: nobody is obliged.

A permission to help is worth what its holder chooses on the day. Where every provision that answers an
attack is a *may*, or falls due only if somebody who may act does, the guarantee has no floor: no course of
events puts anybody under a duty. Benson (2012) calls such a commitment probabilistic, and finds that texts
choose it on purpose, to deter without emboldening the ally.

Bad:

    facts:
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
    events:
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional}  # <- O02
    provisions:
      help:
        title: Help the host
        kind: defense
        obligors: [unspecified]
        modality: may
        trigger: attack

Good:

    facts:
      attack: {title: An armed attack, kind: brute, initial: false, concept: attack}
    events:
      invasion: {title: An invasion, sets: {attack: true}, attack_class: conventional}
    provisions:
      help:
        title: Help the host, by means of its own choice
        kind: defense
        obligors: [unspecified]
        modality: must
        discretion: means
        trigger: attack
"""

from collections.abc import Iterator

from foedus.analyses.coverage import coverage
from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.covering import answering, at_best, however_read, in_phases, kind_of

CODE = "O02"
NAME = "discretionary-floor"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each attack that somebody may answer in some phases, and nobody must."""
    found = coverage(graph.project)
    for event in found.events:
        free = [phase for phase in found.phases if at_best(found, event.id, phase.id) == "may"]
        if free:
            where = in_phases(found, free)
            who = f"whoever may answer `{event.id}` ({kind_of(event)}){where}"
            message = f"{who} need not, {however_read(found)}"
            hint = "if the text leaves it to them, keep this; a duty with a choice of means is `must`"
            yield Problem(event.route, message, hint, answering(graph.model, found, event.id))
