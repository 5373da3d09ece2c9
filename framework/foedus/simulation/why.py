"""Why a position stands as it does: the chain that fired, or what was missing, or what is not known."""

from dataclasses import dataclass
from datetime import date

from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation.beginning import terms
from foedus.simulation.clock import Moment, minute
from foedus.simulation.lacks import Lack
from foedus.simulation.missing import missing
from foedus.simulation.play import play, run
from foedus.simulation.prepare import Prepared, prepare
from foedus.simulation.records import Held, Standing
from foedus.simulation.script import script
from foedus.simulation.world import World


@dataclass(frozen=True, slots=True)
class Path:
    """One state that a position may be in: what led there, and what it lacks to be ACTIVE.

    `missing` holds the smallest sets of facts, findings, consents and states of other provisions that
    would have made it due, smallest first; empty where it is due, or past being so. `complete` is False
    where there were more sets than are kept.
    """

    held: Held
    missing: tuple[tuple[Lack, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one position stands as it does; what leaves it open stands in `standing.unknowns`."""

    standing: Standing
    paths: tuple[Path, ...]


def explain(
    project: Project | Prepared,
    scenario: str | Scenario,
    provision: str,
    *,
    obligor: str | None = None,
    after: Moment | None = None,
    reading: str | None = None,
    discretion: ChoiceRule | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
) -> tuple[Explanation, ...]:
    """Why the positions of a provision stand as they do after a day (at the end where none is given).

    Empty where the scenario cannot be played, or `obligor` does not owe it. Raises `Stop` where the
    scenario, the reading or the provision does not exist.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)
    trace = play(prepared, scenario, reading=reading, discretion=discretion, assume=assume, as_of=as_of)
    prepared = (
        prepared.read_as(trace.reading) if trace.reading not in (None, prepared.project.reading) else prepared
    )
    if provision not in prepared.numbers.of:
        hint = did_you_mean(provision, prepared.numbers.of, "`foedus report` shows the provisions")
        raise Stop(f"{prepared.project.name} has no provision `{provision}`; {hint}")
    if trace.refusals:
        return ()
    told = script(prepared.model, trace.scenario)
    on = terms(trace.scenario, trace.discretion, assume, trace.as_of, told.start, told.dated)
    world = run(prepared, told, on, {}, minute(after) if after is not None else None).world
    return tuple(
        Explanation(standing, tuple(_path(prepared, world, standing, held) for held in standing.held))
        for standing in trace.standings(provision, obligor, after)
    )


def _path(prepared: Prepared, world: World, standing: Standing, held: Held) -> Path:
    (plan,) = (
        prepared.plans[index]
        for index in prepared.numbers.of[standing.position.provision]
        if prepared.plans[index].position == standing.position
    )
    return Path(held, *missing(prepared, plan, world, held.state))
