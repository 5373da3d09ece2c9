"""A named outcome turns on what no text says: it was assumed or inferred, or it is disputed.

If one assumption carries a whole outcome (it stands in a minimal cut set of one), the outcome is as sure as
the assumption. That the Special Commission of the Paris Declaration finds breaches is inferred from its
tasks; an answer that rests on it must say so.

Bad:

    facts:
      attack:
        title: An attack
        kind: brute
        initial: false
        claim: {basis: assumed}  # <- S03
    provisions:
      help: {title: Help, kind: defense, obligors: [ally], modality: must, trigger: attack}
    targets:
      help-due: {title: Help is due, condition: {active: help}}

Good:

    facts:
      attack:
        title: An attack
        kind: brute
        initial: false
        claim: {basis: verbatim}
    provisions:
      help: {title: Help, kind: defense, obligors: [ally], modality: must, trigger: attack}
    targets:
      help-due: {title: Help is due, condition: {active: help}}
"""

from collections import defaultdict
from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.turning import points
from foedus.rules.wording import named
from foedus.schema import Element, Model

CODE = "S03"
NAME = "load-bearing-assumption"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

SHAKY = ("assumed", "inferred", "disputed")


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each claim that rests on no text and that some target cannot do without."""
    carries: dict[Route, list[str]] = defaultdict(list)
    for target, alone in points(graph.project):
        for route in dict.fromkeys(point.atom.route[:2] for point in alone):
            carries[route].append(target.id)
    for route, targets in sorted(carries.items()):
        element = _element(graph.model, route)
        if element is not None and element.claim is not None and element.claim.basis in SHAKY:
            turn = "turns" if len(targets) == 1 else "turn"
            message = f"{named(targets)} {turn} on this, whatever else holds, and it is {element.claim.basis}"
            hint = "find the text that says so, or add a reading in which it is otherwise"
            yield Problem(element.at("claim"), message, hint)


def _element(model: Model, route: Route) -> Element | None:
    section, key = str(route[0]), str(route[1])
    found: Element | None = model.section(section).get(key)
    return found
