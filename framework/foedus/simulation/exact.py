"""Exact mode: every way in which what is not known could turn out, played one by one.

A play keeps the positions' possible states apart from one another, so it may count as possible what no
single course of things brings about. Here each course is played for itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from foedus.load import Project
from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule, State
from foedus.simulation.clock import Moment
from foedus.simulation.lifecycle import STATES
from foedus.simulation.play import play
from foedus.simulation.positions import Position
from foedus.simulation.prepare import Prepared, prepare
from foedus.simulation.trace import Trace
from foedus.simulation.world import Unknown

MOST = 12
"""So many unknowns are resolved at most: 4,096 courses."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What becomes of one position: each state is in one of the three."""

    position: Position
    certain: tuple[State, ...]
    """The state in which it is in every course; one or none."""
    possible: tuple[State, ...]
    """The states in which it is in some courses."""
    never: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Exact:
    """What is certain, possible and impossible, over all ways to resolve the unknowns.

    `outcomes` is empty where there are more than twelve unknowns, or where the scenario cannot be played
    (`trace` says why).
    """

    trace: Trace
    unknowns: tuple[Unknown, ...]
    outcomes: tuple[Outcomes, ...]


def exact(
    project: Project | Prepared,
    scenario: str | Scenario,
    *,
    reading: str | None = None,
    discretion: ChoiceRule | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
    after: Moment | None = None,
) -> Exact:
    """Play a scenario in every way in which its unknowns can turn out, and look at it after a day.

    Without `after`, at the end. Raises `Stop` as `play` does.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)

    def course(resolved: Mapping[Unknown, bool]) -> Trace:
        return play(
            prepared,
            scenario,
            reading=reading,
            discretion=discretion,
            assume=assume,
            as_of=as_of,
            resolved=resolved,
        )

    trace = course({})
    unknowns = relevant(trace)
    if trace.refusals or len(unknowns) > MOST:
        return Exact(trace, unknowns, ())
    found: dict[Position, list[frozenset[State]]] = {standing.position: [] for standing in trace.final}
    for truths in product((True, False), repeat=len(unknowns)):
        played = course(dict(zip(unknowns, truths, strict=True)))
        for position in found:
            (standing,) = played.standings(*position, after)
            found[position].append(frozenset(standing.states))
    return Exact(
        trace, unknowns, tuple(_outcomes(position, seen) for position, seen in sorted(found.items()))
    )


def relevant(trace: Trace) -> tuple[Unknown, ...]:
    """The unknowns that left any position open at any time; clocks follow from others and are none."""
    changes = (change for turn in trace.turns for change in turn.changes)
    return tuple(
        sorted({unknown for change in changes for unknown in change.now.unknowns if unknown.kind != "timer"})
    )


def _outcomes(position: Position, seen: list[frozenset[State]]) -> Outcomes:
    met = frozenset().union(*seen)
    certain = next(iter(met)) if len(met) == 1 else None
    return Outcomes(
        position,
        tuple(state for state in STATES if state == certain),
        tuple(state for state in STATES if state in met and state != certain),
        tuple(state for state in STATES if state not in met),
    )
