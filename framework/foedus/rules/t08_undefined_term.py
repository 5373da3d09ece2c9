"""A term on which a gate turns is not defined, or has a twin.

Words such as a credible cessation of hostilities carry a whole guarantee, and the texts seldom say what
they mean or who is to judge. Two terms for what seems one thing are worse: the system of the Paris
Declaration of January 2026 is activated once a ceasefire enters into force, its force deploys after a
credible cessation of hostilities, and nothing relates the two. Drafters call this creative ambiguity;
it returns as a dispute.

Bad:

    facts:
      cessation:  # <- T08
        title: Credible cessation of hostilities
        kind: brute
        initial: false
    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: cessation

Good:

    facts:
      cessation:
        title: Credible cessation of hostilities
        kind: brute
        initial: false
        definition: No attack across the line for thirty days
    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: cessation
"""

from collections.abc import Iterator
from itertools import combinations

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, casus_without_finder, determinations_of, uses_by_fact
from foedus.rules.wording import named
from foedus.schema import Fact

CODE = "T08"
NAME = "undefined-term"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

PLAIN = ("request", "approval", "instrument", "resource")
"""Conditions that need no definition: it shows whether somebody asked, voted, signed or paid."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each undefined fact that a gate reads, and each group of twins."""
    found = uses_by_fact(graph.model)
    for places in found.values():
        fact = places[0].fact
        defined = fact.definition or fact.nature in PLAIN or determinations_of(graph.model, fact.id)
        if not defined and not casus_without_finder(graph.model, places):
            related = tuple((use.route, f"`{use.provision.id}` turns on it") for use in places)
            message = f"`{fact.id}` opens or shuts a gate, and neither a definition nor a finder is given"
            hint = "add the text's `definition`, or a determination; `by: unspecified` if it names nobody"
            yield Problem(fact.route, message, hint, related)
    yield from _twins(found)


def _twins(found: dict[str, list[Use]]) -> Iterator[Problem]:
    """One problem for each concept whose facts gate different components and are not told apart."""
    alike: dict[str, list[tuple[Fact, set[str | None]]]] = {}
    for places in found.values():
        fact = places[0].fact
        if fact.concept is not None:
            gated = {use.provision.component for use in places}
            alike.setdefault(fact.concept, []).append((fact, gated))
    for concept, group in sorted(alike.items()):
        pairs = [
            (one, two)
            for (one, here), (two, there) in combinations(group, 2)
            if len(here | there) > 1 and not _told_apart(one, two)
        ]
        facts = {fact.id: fact for pair in pairs for fact in pair}
        if facts:
            first, *others = (facts[name] for name in sorted(facts))
            what = concept.replace("_", " ")
            message = f"{named(sorted(facts))} gate different components, and nothing says how they relate"
            hint = "give each what tells it apart (`distinct_from`), or let both gates read one fact"
            related = tuple((fact.route, f"also about: {what}") for fact in others)
            yield Problem(first.route, message, hint, related)


def _told_apart(first: Fact, second: Fact) -> bool:
    """True where the model says that two facts differ, or whose each of them is."""
    said = second.id in first.distinct_from or first.id in second.distinct_from
    owners = {first.owner, second.owner}
    return said or (len(owners) == 2 and None not in owners)
