"""Playing a scenario: from a project and a name to a trace."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation.beginning import beginning, opening, terms
from foedus.simulation.course import Course
from foedus.simulation.expect import verdicts
from foedus.simulation.prepare import Prepared, prepare
from foedus.simulation.script import Refusal, Script, script
from foedus.simulation.trace import Trace
from foedus.simulation.world import Terms, Unknown
from foedus.standing import stated_on

NOT_RESOLVED: Mapping[Unknown, bool] = MappingProxyType({})


def play(
    project: Project | Prepared,
    scenario: str | Scenario,
    *,
    reading: str | None = None,
    discretion: ChoiceRule | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
    resolved: Mapping[Unknown, bool] = NOT_RESOLVED,
) -> Trace:
    """Play one scenario and come back with its trace.

    `reading`, `discretion` and `assume` go before what the scenario says; `as_of` is the day on which
    consents and statuses are read, that of the model where absent. `resolved` settles unknowns for this
    play alone. To play many scenarios, `prepare` the project once and pass what comes back. Whatever is
    wrong in the scenario stands in the trace. Raises `Stop` where a scenario or reading that is asked
    for by name does not exist.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)
    told = _scenario(prepared, scenario)
    name = reading or (told.reading if told.reading != "all" else None)
    if name is not None and (reading is not None or name in prepared.model.readings):
        prepared = prepared.read_as(name)
        told = prepared.model.scenarios.get(told.id, told) if isinstance(scenario, str) else told
    acts = script(prepared.model, told)
    on = terms(told, discretion, assume, as_of or stated_on(prepared.model), acts.start, acts.dated)
    return _played(prepared, told, acts, on, resolved)


def play_readings(
    project: Project | Prepared,
    scenario: str | Scenario,
    *,
    discretion: ChoiceRule | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
) -> tuple[Trace, ...]:
    """Play one scenario in the text as it stands, and then in each reading of the model, by id."""
    prepared = project if isinstance(project, Prepared) else prepare(project)
    told = _scenario(prepared, scenario)
    plain = told.model_copy(update={"reading": None})
    first = play(prepared, plain, discretion=discretion, assume=assume, as_of=as_of)
    others = (
        play(prepared, scenario, reading=reading, discretion=discretion, assume=assume, as_of=as_of)
        for reading in sorted(prepared.model.readings)
    )
    return (first, *others)


def _scenario(prepared: Prepared, scenario: str | Scenario) -> Scenario:
    if isinstance(scenario, Scenario):
        return scenario
    if scenario not in prepared.model.scenarios:
        known = sorted(prepared.model.scenarios)
        hint = did_you_mean(scenario, known, f"scenarios of {prepared.project.name}: {{known}}")
        raise Stop(f"{prepared.project.name} has no scenario `{scenario}`; {hint}")
    return prepared.model.scenarios[scenario]


def _played(
    prepared: Prepared, scenario: Scenario, told: Script, on: Terms, resolved: Mapping[Unknown, bool]
) -> Trace:
    reading = prepared.project.reading
    refusals = (*(Refusal("cycle", problem) for problem in prepared.refused), *told.refusals)
    if refusals:
        return Trace(prepared.project, scenario, reading, on.rule, on.as_of, (), (), refusals, 0)
    course = run(prepared, told, on, resolved)
    turns, count = tuple(course.turns), course.world.evaluations
    trace = Trace(prepared.project, scenario, reading, on.rule, on.as_of, turns, (), (), count)
    return replace(trace, verdicts=verdicts(prepared, trace)) if scenario.expect else trace


def run(
    prepared: Prepared, told: Script, on: Terms, resolved: Mapping[Unknown, bool], until: int | None = None
) -> Course:
    """The course of a scenario that can be played: to its horizon, or to a minute before it."""
    start = beginning(prepared, on, resolved), opening(prepared, on, resolved)
    course = Course(prepared, *start, told)
    end = told.horizon if until is None else min(until, told.horizon)
    for when, acts in told.instants:
        if when <= end:
            course.run_clocks(when)
            course.step(when, acts)
    course.run_clocks(end)
    return course
