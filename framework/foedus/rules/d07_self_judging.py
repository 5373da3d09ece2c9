"""Each obligor judges for itself whether its own duty has arisen.

A self-judging clause leaves it to whoever owes a promise to say whether the case is there. Most
alliances are so: each ally decides what it sees, and consults. It keeps control at home, and it means
that the promise is worth what the judgement will be; in September 2022 Armenia asked its allies of the
Collective Security Treaty for help, and the answer was a mission of inquiry. The finding says what the
design rests on.

Bad:

    facts:
      attack: {title: Armed attack, kind: brute, initial: false}
    determinations:
      attack-finding: {title: Each ally judges, of: attack, by: each_obligor}  # <- D07
    provisions:
      defence:
        title: Assist the member attacked
        kind: defense
        obligors: [first-ally, second-ally]
        modality: must
        trigger: {finding: attack-finding}

Good:

    facts:
      attack: {title: Armed attack, kind: brute, initial: false}
    determinations:
      attack-finding: {title: The council finds, of: attack, by: body, body: council}
    provisions:
      defence:
        title: Assist the member attacked
        kind: defense
        obligors: [first-ally, second-ally]
        modality: must
        trigger: {finding: attack-finding}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.gating import uses
from foedus.rules.wording import how_many
from foedus.standing import gone

CODE = "D07"
NAME = "self-judging"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each determination that is left to those who owe what it opens."""
    model = graph.model
    asked: dict[str, dict[str, Route]] = {}
    for use in uses(model):
        known, provision = use.determination, use.provision
        if known is None or known.by not in ("each_obligor", "any_obligor") or use.gate == "terminates_when":
            continue
        if use.positive and provision.modality == "must" and not gone(model, provision):
            asked.setdefault(known.id, {}).setdefault(provision.id, use.route)
    for name, places in sorted(asked.items()):
        determination = model.determinations[name]
        duties = how_many(len(places), "duty")
        message = f"whoever owes the response judges whether it is due ({duties})"
        hint = "keep this if the text is so; play a scenario in which one of them finds and another does not"
        related = tuple((route, f"`{each}` turns on it") for each, route in places.items())
        yield Problem(determination.at("by"), message, hint, related)
