"""A condition is always true, or never.

A gate that no world opens makes a promise void from the start: the law of contract calls it an impossible
condition. One that every world opens is no condition. Both are slips as a rule: `all` written for `any`,
a `not` on the wrong side, a count that is higher than the list is long. Every combination of the atoms
that a condition reads more than once is tried, up to twelve of them; where they are more, the finding
says so and nothing else.

Bad:

    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: {all: [ceasefire, {not: ceasefire}]}  # <- T02

Good:

    provisions:
      deployment:
        title: Deploy the force
        kind: force_deployment
        obligors: [unspecified]
        modality: must
        requires: {all: [ceasefire, {not: attack}]}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import gates
from foedus.place import Route
from foedus.rules.worlds import MOST, counts, entangled, plain, values
from foedus.schema import All, Any_, AtLeast, Condition, Model, Not

CODE = "T02"
NAME = "constant-condition"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """The outermost constant parts of each gate and of each target."""
    model = graph.model
    for gated in gates(model):
        if gated.provision.id not in plain(model):
            never = Severity.WARNING if gated.field == "terminates_when" else Severity.ERROR
            yield from _constant(model, gated.condition, gated.route, f"`{gated.field}`", never)
    for target in model.targets.values():
        yield from _constant(model, target.condition, target.at("condition"), "target", Severity.ERROR)


def _constant(
    model: Model, condition: Condition, route: Route, what: str, never: Severity
) -> Iterator[Problem]:
    match values(model, condition):
        case None:
            yield _untried(model, condition, route, what)
        case frozenset(found) if len(found) == 1:
            yield _problem(condition, route, what, next(iter(found)), never)
        case _ if not isinstance(condition, str) and (counts(condition) or entangled(model, condition)):
            for inner, place in _inside(condition, route):
                yield from _constant(model, inner, place, f"part of the {what}", Severity.WARNING)


def _problem(condition: Condition, route: Route, what: str, value: bool, never: Severity) -> Problem:
    short = isinstance(condition, AtLeast) and condition.count > len(condition.conditions)
    if short and isinstance(condition, AtLeast):
        message = f"this {what} asks for {condition.count} of {len(condition.conditions)}, and is never true"
        return Problem(route, message, "lower `at_least`, or add what is missing from the list", (), never)
    if value:
        message = f"this {what} is always true, whatever happens"
        return Problem(
            route, message, "remove it, or write the condition that the text has", (), Severity.WARNING
        )
    message = f"this {what} is never true, whatever happens"
    return Problem(route, message, "look for an `all` that should be `any`, or a `not` too many", (), never)


def _untried(model: Model, condition: Condition, route: Route, what: str) -> Problem:
    message = f"this {what} reads more than {MOST} atoms more than once: it was not tried whether it can hold"
    hint = "give a part of it a name of its own: a provision or a fact that it can ask about"
    return Problem(route, message, hint, (), Severity.INFORMATION)


def _inside(condition: Condition, route: Route) -> Iterator[tuple[Condition, Route]]:
    match condition:
        case Not(condition=inner):
            yield inner, (*route, "not")
        case All(conditions=parts):
            yield from ((part, (*route, "all", place)) for place, part in enumerate(parts))
        case Any_(conditions=parts):
            yield from ((part, (*route, "any", place)) for place, part in enumerate(parts))
        case AtLeast(conditions=parts):
            yield from ((part, (*route, "of", place)) for place, part in enumerate(parts))
