"""Nothing says what holds when those who decide cannot agree.

A body that needs unanimity will fail to decide at some time, and so will one in which somebody holds a
veto. Good drafting says what follows then: the Geneva agreement on Viet-Nam of 1954 (article 43) and the
protocol on the commission of 1973 (article 3 b) prescribe what becomes of a question on which the
members do not agree. Where neither the rule nor the outcome of a deadlock is known, the case is open
twice over; that is noted as information.

Bad:

    bodies:
      commission:
        title: Joint Commission
        kind: commission
        functions: [decide]
        decision_rule: unanimity  # <- D02

Good:

    bodies:
      commission:
        title: Joint Commission
        kind: commission
        functions: [decide]
        decision_rule: unanimity
        on_deadlock: rejected
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.gating import uses
from foedus.schema import Body, Determination, Model, latest
from foedus.standing import stated_on

CODE = "D02"
NAME = "no-deadlock-rule"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

DECIDING = frozenset({"attribute", "decide"})
_AGREED = ("unanimity", "consensus")
_UNKNOWN = (None, "unspecified")
_HINT = "add `on_deadlock` if a text says what holds when no decision is reached"


def check(graph: Graph) -> Iterator[Problem]:
    """Each body and each finding that can end in deadlock, where nothing says what holds then."""
    model, day = graph.model, stated_on(graph.model)
    asked: dict[str, list[tuple[Route, str]]] = {}
    for use in uses(model):
        if use.determination is not None:
            asked.setdefault(use.determination.id, []).append(
                (use.route, f"`{use.provision.id}` turns on it")
            )
    finding: dict[str, list[Determination]] = {}
    for known in model.determinations.values():
        finding.setdefault(known.body or "", []).append(known)
    for body in model.bodies.values():
        found = finding.get(body.id, [])
        decides = DECIDING & set(body.functions) or found
        said = body.on_deadlock not in _UNKNOWN or (found and all(_says(each) for each in found))
        if decides and not said and latest(body.status, day) != "dissolved":
            related = tuple(place for each in found for place in asked.get(each.id, []))
            if (problem := _of_body(body, found, related)) is not None:
                yield problem
    for known in model.determinations.values():
        if known.id in asked and not _says(known) and known.body not in model.bodies:
            yield from _of_finding(model, known, tuple(asked[known.id]))


def _says(determination: Determination) -> bool:
    return determination.on_deadlock not in _UNKNOWN


def _of_body(
    body: Body, found: list[Determination], related: tuple[tuple[Route, str], ...]
) -> Problem | None:
    rules = {body.decision_rule, *(each.decision_rule for each in found)} - {None}
    if (agreed := next((rule for rule in _AGREED if rule in rules), None)) is not None:
        place = body.at("decision_rule") if body.decision_rule == agreed else body.route
        return Problem(
            place, f"this decides by {agreed}, and nothing says what holds without it", _HINT, related
        )
    if body.veto:
        message = "this can be blocked by a veto, and nothing says what holds then"
        return Problem(body.at("veto"), message, _HINT, related)
    if rules <= {"unspecified"} and related:
        message = "neither how this decides is known, nor what holds when it cannot"
        hint = "keep this if no text says; else add `decision_rule` and `on_deadlock`"
        place = body.at("on_deadlock") if body.on_deadlock else body.route
        return Problem(place, message, hint, related, Severity.INFORMATION)
    return None


def _of_finding(
    model: Model, determination: Determination, related: tuple[tuple[Route, str], ...]
) -> Iterator[Problem]:
    """A finding by several without a body: by all of them, or by the Security Council."""
    if determination.by == "un_security_council":
        message = "a permanent member can block this, and nothing says what holds then"
        yield Problem(determination.at("by"), message, _HINT, related)
    elif determination.decision_rule in _AGREED:
        message = f"this is found by {determination.decision_rule}, and nothing says what holds without it"
        yield Problem(determination.at("decision_rule"), message, _HINT, related)
