"""Properties of a model over every order of events: what always or never holds, and what leads to what.

Events come one a day, in any order and as often as they can; between them deadlines may run out. Whoever
is to find something finds what is so, and those who owe something perform or break it where a condition
asks for that. No event has to happen: what leads to something must bring it about without a further one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never, cast

from foedus.analyses.courses import Course, led, told
from foedus.analyses.observers import observed, truth
from foedus.analyses.search import Extent, deeds_asked, visits
from foedus.errors import Stop
from foedus.limits import Limits
from foedus.load import Project
from foedus.logic import Truth
from foedus.nearest import did_you_mean
from foedus.place import Route
from foedus.schema import Condition, Property, Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation import Prepared, prepare
from foedus.simulation.beginning import beginning, terms
from foedus.simulation.onward import first_due
from foedus.simulation.world import World
from foedus.standing import stated_on

Kind: TypeAlias = Literal["always", "never", "leads_to"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What is to be checked: of what kind, and about which conditions; `leads_to` has two, others one."""

    id: str
    title: str
    kind: Kind
    conditions: tuple[Condition, ...]
    route: Route


@dataclass(frozen=True, slots=True)
class Premises:
    """On what terms courses are told: from which phase, which choices, what is assumed, how many moves."""

    phase: str | None = None
    discretion: ChoiceRule = "open"
    assume: Assumptions | None = None
    horizon: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a claim.

    `holds` is False where some course surely breaks it, None where some course leaves it open, else True.
    `exact` is True where that goes for every order of events of whatever length; else for all orders of up
    to `moves` moves. `witness` is the shortest course that breaks the claim, or leaves it open. `ended` is
    the limit that ended the search, by name.
    """

    claim: Claim
    holds: Truth
    exact: bool
    moves: int
    states: int
    witness: Scenario | None
    ended: str | None = None


def claims(project: Project) -> tuple[Claim, ...]:
    """The properties of a model as claims, by id."""
    return tuple(_claim(each) for each in project.model.properties.values())


def _claim(own: Property) -> Claim:
    kind: Kind = "always" if own.always is not None else "never" if own.never is not None else "leads_to"
    conditions = tuple(condition for _, condition in own.conditions)
    return Claim(own.id, own.title, kind, conditions, own.route)


def checked(project: Project, claim: Claim, on: Premises | None = None) -> Checked:
    """Whether a claim holds over every order of events.

    Raises `Stop` where the phase does not exist, or the model cannot be played.
    """
    return every_checked(project, ((claim, on or Premises()),))[0]


def all_checked(project: Project, on: Premises | None = None) -> tuple[Checked, ...]:
    """The same of every property of a model, by id."""
    return every_checked(project, ((each, on or Premises()) for each in claims(project)))


def every_checked(project: Project, asked: Iterable[tuple[Claim, Premises]]) -> tuple[Checked, ...]:
    """The same of several claims, whose searches share the moves and the positions that the limits allow.

    Each has an even part of what those before it have left, and looks at the beginning at least.
    """
    left, waiting, found = project.limits, list(asked), []
    while waiting:
        claim, on = waiting[0]
        extent = Extent(_part(left, len(waiting)))
        found.append(_checked(project, claim, on, extent))
        left = replace(left, moves=left.moves - extent.tried, positions=left.positions - extent.positions)
        waiting = waiting[1:]
    return tuple(found)


def _part(limits: Limits, of: int) -> Limits:
    return replace(limits, moves=max(1, limits.moves // of), positions=max(1, limits.positions // of))


def _checked(project: Project, claim: Claim, on: Premises, extent: Extent) -> Checked:
    names = [f"{claim.kind} {place}" for place in range(len(claim.conditions))]
    prepared = prepare(observed(project, dict(zip(names, claim.conditions, strict=True))))
    if prepared.refused:
        raise Stop(f"{project.name} cannot be played: {prepared.refused[0].message}; see `foedus check`")

    def monitor(before: Truth, world: World) -> Truth:
        return _wrong(claim.kind, before, [truth(prepared, world, name) for name in names])

    deeds = deeds_asked(project.model, claim.conditions)
    nothing_owed, doubtful = cast("Truth", False), cast("Course | None", None)
    for visit in visits(prepared, _start(prepared, on), monitor, nothing_owed, deeds, on.horizon, extent):
        if claim.kind == "leads_to" and first_due(visit.course.world) is not None:
            continue  # what must follow may yet come about as the clock runs out
        if visit.memory:
            return Checked(claim, False, True, visit.moves, extent.states, _witness(claim, visit.course, on))
        if visit.memory is None and doubtful is None:
            doubtful = visit.course
    holds: Truth = True if doubtful is None else None
    witness = _witness(claim, doubtful, on) if doubtful is not None else None
    ended = None if extent.closed else extent.ended
    return Checked(claim, holds, extent.closed, extent.moves, extent.states, witness, ended)


def _wrong(kind: Kind, before: Truth, now: list[Truth]) -> Truth:
    """Whether a claim is broken at an instant; for `leads_to`, whether what must follow is still owed."""
    match kind:
        case "always":
            return _not(now[0])
        case "never":
            return now[0]
        case "leads_to":
            return _not(_either(_not(_either(before, now[0])), now[1]))
        case _:
            assert_never(kind)


def _not(value: Truth) -> Truth:
    return None if value is None else not value


def _either(one: Truth, other: Truth) -> Truth:
    return True if True in (one, other) else None if None in (one, other) else False


def _start(prepared: Prepared, on: Premises) -> Course:
    """The course that leads to the phase from which the search sets out."""
    model = prepared.model
    if on.phase is not None and on.phase not in model.phases:
        hint = did_you_mean(on.phase, model.phases, "phases are {known}")
        raise Stop(f"{prepared.project.name} has no phase `{on.phase}`; {hint}")
    nothing = told("start", "Start", (), horizon=0)
    world = beginning(prepared, terms(nothing, on.discretion, on.assume, stated_on(model), 0, False), {})
    return led(prepared, Course(world), model.phases[on.phase].events if on.phase is not None else ())


def _witness(claim: Claim, course: Course, on: Premises) -> Scenario:
    return told(
        claim.id, claim.title, course.days, horizon=course.last, discretion=on.discretion, assume=on.assume
    )
