"""Nobody is named who determines that the case has arisen.

An attack that happens and an attack that somebody finds to have happened are two things. Where a text
names nobody to find it, each party may judge for itself and they may judge differently; the Paris
Declaration of January 2026 speaks of a future armed attack and says nowhere who establishes it. Other
texts do: under the North Atlantic Treaty each ally judges for itself, under Locarno (1925) the Council
of the League did except where the breach was flagrant.

Bad:

    facts:
      attack: {title: Armed attack, kind: brute, concept: attack, initial: false}
    determinations:
      attack-finding: {title: Whether there is an attack, of: attack, by: unspecified}
    provisions:
      defence:
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: {finding: attack-finding}  # <- D01

Good:

    facts:
      attack: {title: Armed attack, kind: brute, concept: attack, initial: false}
    determinations:
      attack-finding: {title: Whether there is an attack, of: attack, by: each_obligor}
    provisions:
      defence:
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: {finding: attack-finding}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, casus_without_finder, determinations_of, finder, uses_by_fact
from foedus.schema import Determination

CODE = "D01"
NAME = "nobody-determines"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each fact that gates turn on and that nobody in particular establishes."""
    for places in uses_by_fact(graph.model).values():
        known = determinations_of(graph.model, places[0].fact.id)
        if casus_without_finder(graph.model, places) or (known and not any(finder(each) for each in known)):
            yield _problem(places, known)


def _problem(places: list[Use], known: list[Determination]) -> Problem:
    """At the first place where the fact opens a gate: triggers come before other gates."""
    first, *others = sorted(places, key=lambda use: use.gate != "trigger")
    related = [(each.at("by"), _what(each)) for each in known]
    related += [(use.route, f"`{use.provision.id}` turns on it too") for use in others]
    message = f"the `{first.gate}` turns on `{first.fact.id}`, and nobody is named who determines it"
    hint = "name who determines it, if a text does"
    if not known:
        hint = "add a determination; `by: unspecified` if no text names anybody"
    return Problem(first.route, message, hint, tuple(related))


def _what(determination: Determination) -> str:
    match determination.by:
        case "body":
            return "a body that is not named"
        case "lead_state":
            return "a lead state that is not named"
        case _:
            return "left unspecified here"
