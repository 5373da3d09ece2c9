"""The guarantee envelope: what is assured whatever the guarantors choose, and what is merely possible."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from foedus.load import Project
from foedus.logic import Truth
from foedus.schema import Provision, Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import State
from foedus.simulation.clock import Moment
from foedus.simulation.play import play
from foedus.simulation.prepare import Prepared, prepare
from foedus.simulation.records import Standing
from foedus.simulation.trace import Trace

Assurance: TypeAlias = Literal["assured", "possible", "none"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One provision at both ends of the envelope: its possible states if no *may* is exercised, or all are.

    `assured`: it is owed or honoured for sure in both; `possible`: it may be in one of them; else `none`.
    """

    provision: str
    component: str | None
    assurance: Assurance
    declined: tuple[State, ...]
    exercised: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The promises of one component by assurance, as ids; `component` is None for what belongs to none."""

    component: str | None
    assured: tuple[str, ...]
    possible: tuple[str, ...]
    none: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """Both plays, every promise by id, and every component in its order."""

    decline: Trace
    exercise: Trace
    promises: tuple[Promise, ...]
    parts: tuple[Part, ...]


def envelope(
    project: Project | Prepared,
    scenario: str | Scenario,
    *,
    reading: str | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
    after: Moment | None = None,
) -> Envelope:
    """What a scenario assures after a day (at its end where none is given), and what it makes possible.

    A promise is owed or honoured while a duty is ACTIVE or FULFILLED, or a *may* is ACTIVE and exercised.
    Promises are empty where the scenario cannot be played. Raises `Stop` as `play` does.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)
    decline = play(prepared, scenario, reading=reading, discretion="decline", assume=assume, as_of=as_of)
    exercise = play(prepared, scenario, reading=reading, discretion="exercise", assume=assume, as_of=as_of)
    provisions = decline.project.model.provisions if decline.turns else {}
    promises = tuple(
        _promise(provision, decline, exercise, after) for _, provision in sorted(provisions.items())
    )
    components = decline.project.model.components.values()
    named = [each.id for each in sorted(components, key=lambda each: (each.order, each.id))]
    parts = (_part(component, promises) for component in (*named, None))
    return Envelope(decline, exercise, promises, tuple(part for part in parts if part.component or promises))


def _promise(provision: Provision, decline: Trace, exercise: Trace, after: Moment | None) -> Promise:
    ends = tuple(
        [_honoured(provision, standing, trace) for standing in trace.standings(provision.id, after=after)]
        for trace in (decline, exercise)
    )
    assured = all(True in end for end in ends)
    possible = any(truth is not False for end in ends for truth in end)
    return Promise(
        provision.id,
        provision.component,
        "assured" if assured else "possible" if possible else "none",
        decline.states(provision.id, after=after),
        exercise.states(provision.id, after=after),
    )


def _honoured(provision: Provision, standing: Standing, trace: Trace) -> Truth:
    """Whether a position is owed or honoured: in all its possible states, in some (unknown), or in none."""
    taken_up = provision.modality != "may" or trace.discretion == "exercise"
    kept = {
        held.state == "FULFILLED"
        or (held.state == "ACTIVE" and (taken_up if held.done is None else held.done))
        for held in standing.held
    }
    return None if len(kept) > 1 else True in kept


def _part(component: str | None, promises: Iterable[Promise]) -> Part:
    own = [promise for promise in promises if promise.component == component]
    assured, possible, none = (
        tuple(promise.provision for promise in own if promise.assurance == wanted)
        for wanted in ("assured", "possible", "none")
    )
    return Part(component, assured, possible, none)
