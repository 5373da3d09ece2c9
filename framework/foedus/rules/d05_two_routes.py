"""Two routes lead to one answer, and neither has precedence.

If a promise falls due with the attack itself or with a finding of it, what holds when the attack happens
and the finding is refused? Locarno (1925) solved this in article 4: at a flagrant breach the guarantors
act at once, on everything else they wait for the Council, and the Council's later finding binds them.
Two routes are sound where each has a case of its own.

Bad:

    facts:
      breach: {title: Breach, kind: brute, initial: false}
    determinations:
      council-finding: {title: The Council finds a breach, of: breach, by: body, body: council}
    provisions:
      assistance:
        title: Assist at once
        kind: defense
        obligors: [guarantor]
        modality: must
        trigger: {any: [breach, {finding: council-finding}]}  # <- D05

Good:

    facts:
      breach: {title: Breach, kind: brute, initial: false}
      flagrant-breach: {title: Flagrant breach, kind: brute, initial: false}
    determinations:
      council-finding: {title: The Council finds a breach, of: breach, by: body, body: council}
    provisions:
      assistance:
        title: Assist at once
        kind: defense
        obligors: [guarantor]
        modality: must
        trigger: {any: [flagrant-breach, {finding: council-finding}]}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.gating import Use, depends, uses
from foedus.rules.wording import named
from foedus.standing import gone

CODE = "D05"
NAME = "two-routes"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION


def check(graph: Graph) -> Iterator[Problem]:
    """Each gate that a fact can open in two ways, and each fact that two are to find."""
    model = graph.model
    gates: dict[tuple[str, str, str], list[Use]] = {}
    finders: dict[str, dict[str, Use]] = {}
    for use in uses(model):
        if not use.positive or gone(model, use.provision):
            continue
        gates.setdefault((use.provision.id, use.gate, use.fact.id), []).append(use)
        if use.determination is not None and use.determination.by not in ("unspecified", "automatic"):
            finders.setdefault(use.fact.id, {}).setdefault(use.determination.id, use)
    told: set[str] = set()
    for places in gates.values():
        ways = {_way(use): use for use in reversed(places)}
        if len(ways) > 1 and not any(depends(use) for use in ways.values()):
            first = places[0]
            told.add(first.fact.id)
            message = f"`{first.fact.id}` opens this in more than one way: {_list(ways)}"
            yield Problem(first.provision.at(first.gate), message, _HINT)
    for fact, found in sorted(finders.items()):
        deciders = {(use.determination.by, use.determination.body, use.determination.actor)
                    for use in found.values() if use.determination}  # fmt: skip
        if len(deciders) > 1 and fact not in told:
            first, *others = found.values()
            related = tuple((use.route, f"and on this, in `{use.provision.id}`") for use in others)
            message = f"{named(sorted(found))} are findings of one fact by different hands"
            yield Problem(first.route, message, _HINT, related)


_HINT = "say which prevails, or give each its own case, if a text does; else play both"


def _way(use: Use) -> str:
    automatic = use.determination is None or use.determination.by == "automatic"
    return "" if automatic or use.determination is None else use.determination.id


def _list(ways: dict[str, Use]) -> str:
    itself = ["by itself"] if "" in ways else []
    found = [f"as the finding `{way}`" for way in sorted(ways) if way]
    return " and ".join([*itself, *found])
