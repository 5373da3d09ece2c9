"""A scenario as the engine plays it: acts by instant, the horizon, and what keeps it from being played."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from foedus.finding import Problem
from foedus.logic import Truth
from foedus.nearest import did_you_mean
from foedus.place import Route
from foedus.schema import SECTIONS, Model, Scenario, Step, references
from foedus.schema.scenarios import Act as Done
from foedus.schema.scenarios import Departure
from foedus.schema.vocabulary import Outcome
from foedus.simulation.clock import Moment, minute
from foedus.simulation.positions import bearers

Verb: TypeAlias = Literal[
    "happens", "set", "found", "performs", "fails", "exercises", "declines", "withdraws", "consents"
]
RefusalKind: TypeAlias = Literal["cycle", "reference", "order", "contradiction"]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens at an instant, and where the scenario says so.

    `subject` is the id of an event, fact, determination, provision or text (empty for whatever the actor
    owes); `by` is who acts, None where nobody is named; `value` is the truth given to a fact, or the
    outcome of a finding.
    """

    verb: Verb
    subject: str
    by: str | None
    value: Truth | Outcome
    route: Route


class Refusal(NamedTuple):
    """Why a scenario is not played.

    Kinds: `cycle` (the model has a negative cycle), `reference` (an id that leads nowhere), `order` (days
    out of order, or of two sorts), `contradiction` (two values for one thing at one instant).
    """

    kind: RefusalKind
    problem: Problem


class Script(NamedTuple):
    """A scenario ready to be played: minutes in order, each with its acts."""

    dated: bool
    start: int
    instants: tuple[tuple[int, tuple[Act, ...]], ...]
    horizon: int
    refusals: tuple[Refusal, ...]


def script(model: Model, scenario: Scenario) -> Script:
    """The acts of a scenario by instant, steps of one day joined, and everything that is wrong with it."""
    refusals = [*_order(scenario), *_references(model, scenario)]
    by_minute: dict[int, list[Act]] = defaultdict(list)
    for place, step in enumerate(scenario.steps):
        by_minute[minute(step.day)] += _acts(step, scenario.at("steps", place))
    for acts in by_minute.values():
        refusals += _contradictions(model, acts)
    moments = [step.day for step in scenario.steps]
    looked_at = (
        [scenario.horizon] if scenario.horizon is not None else [each.after for each in scenario.expect]
    )
    dated = any(not isinstance(moment, int) for moment in (*moments, *looked_at))
    last = max((minute(moment) for moment in (*moments, *looked_at)), default=0)
    first = min((minute(moment) for moment in (*moments, *looked_at)), default=0)
    instants = tuple((when, tuple(by_minute[when])) for when in sorted(by_minute))
    return Script(dated, first if dated else min(first, 0), instants, last, tuple(refusals))


def _acts(step: Step, route: Route) -> Iterator[Act]:
    """The acts of one step."""
    for place, event in enumerate(step.events):
        yield Act("happens", event, None, None, (*route, "events", place))
    for fact, truth in step.sets.items():
        yield Act("set", fact, None, None if truth == "unknown" else truth, (*route, "sets", fact))
    for determination, outcome in step.findings.items():
        yield Act("found", determination, step.by, outcome, (*route, "findings", determination))
    done: dict[Verb, tuple[Done, ...]] = {
        "performs": step.performs,
        "fails": step.fails,
        "exercises": step.exercises,
        "declines": step.declines,
    }
    for verb, deeds in done.items():
        for place, deed in enumerate(deeds):
            yield Act(verb, deed.provision, deed.by, None, (*route, verb, place))
    moved: dict[Verb, tuple[Departure, ...]] = {"withdraws": step.withdraws, "consents": step.consents}
    for verb, moves in moved.items():
        for place, move in enumerate(moves):
            yield Act(verb, move.provision or move.instrument or "", move.actor, None, (*route, verb, place))


def _order(scenario: Scenario) -> Iterator[Refusal]:
    """Days that run backwards, lie beyond the horizon, or are numbers in one place and dates in another."""
    known: Moment | None = None
    for place, step in enumerate(scenario.steps):
        route = scenario.at("steps", place, "day")
        if known is not None and type(step.day) is type(known) and minute(step.day) < minute(known):
            message = f"day {step.day} comes after day {known}"
            related = ((scenario.at("steps", place - 1, "day"), "the step before it"),)
            yield Refusal(
                "order", Problem(route, message, "put the steps in the order of their days", related)
            )
        known = step.day
    first = scenario.steps[0].day if scenario.steps else scenario.horizon
    for moment, route in _moments(scenario):
        if first is not None and type(moment) is not type(first):
            message = f"`{moment}` and `{first}`: numbered days and dates in one scenario"
            yield Refusal("order", Problem(route, message, "write numbers everywhere, or dates everywhere"))
        elif _beyond(moment, scenario.horizon):
            message = f"day {moment} lies beyond the horizon, day {scenario.horizon}"
            related = ((scenario.at("horizon"), "the horizon"),)
            yield Refusal("order", Problem(route, message, "move the horizon, or remove this", related))


def _beyond(moment: Moment, horizon: Moment | None) -> bool:
    return horizon is not None and type(moment) is type(horizon) and minute(moment) > minute(horizon)


def _moments(scenario: Scenario) -> Iterator[tuple[Moment, Route]]:
    for place, step in enumerate(scenario.steps):
        yield step.day, scenario.at("steps", place, "day")
    for place, expected in enumerate(scenario.expect):
        yield expected.after, scenario.at("expect", place, "after")
    if scenario.horizon is not None:
        yield scenario.horizon, scenario.at("horizon")


def _references(model: Model, scenario: Scenario) -> Iterator[Refusal]:
    """Ids that no element bears, sources left aside: a play does not need them."""
    for reference in references(scenario, scenario.route):
        sections = reference.sections or SECTIONS
        if sections == ("sources",) or any(reference.id in model.section(section) for section in sections):
            continue
        known = [key for section in sections for key in model.section(section)]
        kind = " or ".join(
            "body" if section == "bodies" else section.removesuffix("s") for section in reference.sections
        )
        what = f"no {kind} has the id `{reference.id}`" if kind else f"nothing has the id `{reference.id}`"
        hint = did_you_mean(reference.id, known, "declare it, or correct the id")
        yield Refusal("reference", Problem(reference.route, what, hint))


def _contradictions(model: Model, acts: Iterable[Act]) -> Iterator[Refusal]:
    """Two values for one thing among the acts of one instant."""
    first: dict[tuple[str, ...], tuple[object, Route]] = {}
    for act in acts:
        for thing, name, value in _claims(model, act):
            known, route = first.setdefault(thing, (value, act.route))
            if known != value:
                message = f"two values for {name} at one instant: {_shown(known)} and {_shown(value)}"
                related = ((route, f"{_shown(known)} here"),)
                hint = "all that happens at one instant happens at once: move one of the two to another day"
                yield Refusal("contradiction", Problem(act.route, message, hint, related))


def _claims(model: Model, act: Act) -> Iterator[tuple[tuple[str, ...], str, object]]:
    """What an act makes so: of which thing, by which name, and with which value."""
    match act.verb:
        case "happens":
            changes = model.events[act.subject].sets if act.subject in model.events else {}
            for fact, truth in changes.items():
                yield ("fact", fact), f"`{fact}`", truth
        case "set":
            yield ("fact", act.subject), f"`{act.subject}`", act.value
        case "found":
            each = (
                act.subject in model.determinations and model.determinations[act.subject].by == "each_obligor"
            )
            yield (
                ("finding", act.subject, (act.by or "") if each else ""),
                f"the finding `{act.subject}`",
                act.value,
            )
        case "withdraws" | "consents":
            yield ("party", act.subject, act.by or ""), f"`{act.by}`", act.verb
        case "performs" | "fails" | "exercises" | "declines":
            provision = model.provisions.get(act.subject)
            doers = (act.by,) if act.by or provision is None else bearers(provision)
            pair = "duty" if act.verb in ("performs", "fails") else "choice"
            for doer in doers:
                yield (pair, act.subject, doer or ""), f"`{act.subject}`", act.verb


def _shown(value: object) -> str:
    return "unknown" if value is None else str(value).lower()
