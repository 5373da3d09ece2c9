"""What a play leaves behind, and the questions that it answers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from foedus.finding import Problem
from foedus.load import Project
from foedus.schema import Scenario
from foedus.schema.vocabulary import ChoiceRule, State
from foedus.simulation.clock import Moment, minute
from foedus.simulation.lifecycle import STATES
from foedus.simulation.positions import Position
from foedus.simulation.records import Owed, Standing, Turn, Verdict, Void
from foedus.simulation.script import Refusal

History: TypeAlias = tuple[tuple[tuple[int, bool], Standing], ...]
"""The standings of one position, each with its place in time."""


@dataclass(frozen=True)
class Trace:
    """One play of one scenario, in one reading.

    A scenario that cannot be played has `refusals` and no turns. `evaluations` counts the guards that
    were evaluated.
    """

    project: Project = field(repr=False)
    scenario: Scenario
    reading: str | None
    discretion: ChoiceRule
    as_of: date | None
    turns: tuple[Turn, ...] = field(repr=False)
    verdicts: tuple[Verdict, ...]
    refusals: tuple[Refusal, ...]
    evaluations: int

    @cached_property
    def _histories(self) -> Mapping[str, tuple[History, ...]]:
        """For each provision the histories of its positions, by obligor."""
        found: dict[Position, list[tuple[tuple[int, bool], Standing]]] = defaultdict(list)
        for turn in self.turns:
            for change in turn.changes:
                found[change.now.position].append((turn.order, change.now))
        grouped: dict[str, list[History]] = defaultdict(list)
        for position, history in sorted(found.items()):
            grouped[position.provision].append(tuple(history))
        return {provision: tuple(own) for provision, own in grouped.items()}

    def standings(
        self, provision: str, obligor: str | None = None, after: Moment | None = None
    ) -> tuple[Standing, ...]:
        """How the positions of a provision stand after a day (at the end where none is given), by obligor.

        A deadline whose last day this is has not passed yet. `obligor` narrows it to one; empty where
        there is no such position.
        """
        return tuple(
            _at(history, after)
            for history in self._histories.get(provision, ())
            if obligor in (None, history[0][1].position.obligor)
        )

    def states(
        self, provision: str, obligor: str | None = None, after: Moment | None = None
    ) -> tuple[State, ...]:
        """The states that a provision may be in after a day, of all its positions together."""
        found = {state for standing in self.standings(provision, obligor, after) for state in standing.states}
        return tuple(state for state in STATES if state in found)

    @cached_property
    def final(self) -> tuple[Standing, ...]:
        """How every position stands at the end, by provision and obligor."""
        return tuple(
            standing for provision in sorted(self._histories) for standing in self.standings(provision)
        )

    def _repr_markdown_(self) -> str:
        """What a notebook shows: how every position stands at the end; ids only, so nothing is escaped."""
        reading = f"reading {self.reading}" if self.reading else "the text as it stands"
        lines = [f"**{self.scenario.id}** ({reading}, discretion {self.discretion})", ""]
        lines += ["| provision | obligor | at the end |", "|---|---|---|"]
        for standing in self.final:
            position = standing.position
            lines.append(f"| {position.provision} | {position.obligor} | {' or '.join(standing.states)} |")
        return "\n".join(lines) + "\n"

    @cached_property
    def void(self) -> tuple[Void, ...]:
        """The acts that had no effect, in order of time."""
        return tuple(void for turn in self.turns for void in turn.void)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the scenario: why it is not played, void acts, expectations not met."""
        refused = (refusal.problem for refusal in self.refusals)
        failed = (verdict.problem for verdict in self.verdicts if verdict.problem is not None)
        return (*refused, *(void.problem for void in self.void), *failed)

    @cached_property
    def residual(self) -> tuple[Owed, ...]:
        """Who owes what to whom at the end, by provision, obligor and state: what is due or broken."""
        model = self.project.model
        return tuple(
            owed
            for standing in self.final
            if model.provisions[standing.position.provision].modality != "may"
            for owed in _owed(standing, model.provisions[standing.position.provision].beneficiary)
        )


def _at(history: History, after: Moment | None) -> Standing:
    """The last standing of a history up to a day; the first where the day lies before the beginning."""
    if after is None:
        return history[-1][1]
    until = (minute(after), False)
    return next((standing for order, standing in reversed(history) if order <= until), history[0][1])


def _owed(standing: Standing, beneficiary: tuple[str, ...]) -> tuple[Owed, ...]:
    found = []
    for state in ("ACTIVE", "BREACHED"):
        held = [each for each in standing.held if each.state == state]
        if held:
            since = tuple(sorted({each.since for each in held}, key=minute))
            by = tuple(sorted({each.due for each in held if each.due is not None}, key=minute))
            certain = len(standing.states) == 1
            found.append(Owed(standing.position, beneficiary, held[0].state, certain, since, by))
    return tuple(found)
