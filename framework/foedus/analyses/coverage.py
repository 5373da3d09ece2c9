"""Response coverage: which attack, in which phase and reading, obliges or permits whom to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from foedus.analyses.cells import Cell, attacks, cells_of, phases
from foedus.kept import kept
from foedus.load import Project
from foedus.schema import Event, Phase
from foedus.schema.vocabulary import AttackClass, Severity
from foedus.simulation import prepare


@dataclass(frozen=True)
class Coverage:
    """Every cell, of the text as it stands and of each rival reading of it.

    `classes` and `severities` are the words for which the model has no event.
    """

    project: Project = field(repr=False)
    events: tuple[Event, ...]
    phases: tuple[Phase, ...]
    readings: tuple[str, ...]
    cells: tuple[Cell, ...] = field(repr=False)
    classes: tuple[AttackClass, ...]
    severities: tuple[Severity, ...]

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str, str | None], Cell]:
        return {(cell.event, cell.phase, cell.reading): cell for cell in self.cells}

    def cell(self, event: str, phase: str, reading: str | None = None) -> Cell | None:
        """One cell; None where the reading has no such event."""
        return self._by_place.get((event, phase, reading))

    def across(self, event: str, phase: str) -> tuple[Cell, ...]:
        """A cell in the text as it stands, then in each reading that has it."""
        found = (self.cell(event, phase, reading) for reading in (None, *self.readings))
        return tuple(cell for cell in found if cell is not None)


def rivals(project: Project) -> tuple[str, ...]:
    """The readings that read the same text otherwise; none where the project is under one already."""
    if project.reading is not None:
        return ()
    return tuple(key for key, each in project.model.readings.items() if each.kind == "interpretation")


@kept
def coverage(project: Project) -> Coverage:
    """The response coverage of a project; without cells where the model cannot be played."""
    prepared = prepare(project)
    events, points, readings = attacks(project), phases(project), rivals(project)
    cells: list[Cell] = []
    if events:
        for reading in (None, *readings):
            cells += cells_of(prepared if reading is None else prepared.read_as(reading), reading)
    means, far = {each.attack_class for each in events}, {each.severity for each in events}
    return Coverage(
        project,
        events,
        points,
        readings,
        tuple(cells),
        tuple(word for word in get_args(AttackClass) if word not in means),
        tuple(word for word in get_args(Severity) if word not in far),
    )
