"""Which open points matter: what would be said, and where, if one of them were settled."""

from dataclasses import dataclass
from typing import NamedTuple

from foedus.analyses.cells import Cell, Word, cells_of, settled_by
from foedus.load import Project
from foedus.simulation import Prepared, Trace, Unknown, play, prepare
from foedus.simulation.exact import relevant


@dataclass(frozen=True, slots=True)
class Settled:
    """What one answer to an open point would settle.

    `cells` are cells of response coverage (attack, phase, the word that it then has) that could not be said
    before; `outcomes` are final positions of scenarios that were open before, as scenario and position.
    """

    answer: bool
    cells: tuple[tuple[str, str, Word], ...]
    outcomes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that is not known, the questions that touch it, and what either answer would settle."""

    unknown: Unknown
    questions: tuple[str, ...]
    if_so: Settled
    if_not: Settled

    @property
    def weight(self) -> tuple[int, int]:
        """How many cells, then how many outcomes of scenarios, one of the two answers settles or both do."""
        both = (self.if_so, self.if_not)
        cells = {each[:2] for answer in both for each in answer.cells}
        return len(cells), len({each for answer in both for each in answer.outcomes})


class _Basis(NamedTuple):
    """What is said while everything is open: the cells, and the plays with what each leaves open."""

    prepared: Prepared
    cells: tuple[Cell, ...]
    cells_open: frozenset[Unknown]
    plays: tuple[tuple[Trace, frozenset[Unknown]], ...]


def open_points(project: Project) -> tuple[OpenPoint, ...]:
    """The open points of the text as it stands that settle something by themselves, weightiest first.

    Empty where the model cannot be played. Kept for the project asked about last: each form of a briefing
    asks anew.
    """
    if not _kept or _kept[0][0] is not project:
        _kept[:] = [(project, _open_points(project))]
    return _kept[0][1]


_kept: list[tuple[Project, tuple[OpenPoint, ...]]] = []


def _open_points(project: Project) -> tuple[OpenPoint, ...]:
    prepared = prepare(project)
    if prepared.refused:
        return ()
    cells = cells_of(prepared)
    plain = [each for each in project.model.scenarios.values() if each.reading in (None, project.reading)]
    plays = tuple((trace, frozenset(relevant(trace))) for trace in (play(prepared, each) for each in plain))
    basis = _Basis(prepared, cells, frozenset(settled_by(cells)), plays)
    unknowns = basis.cells_open.union(*(left_open for _, left_open in plays))
    told = (_point(basis, each) for each in sorted(unknowns))
    found = [each for each in told if each.weight != (0, 0)]
    return tuple(sorted(found, key=lambda each: (*(-count for count in each.weight), each.unknown)))


def _point(basis: _Basis, unknown: Unknown) -> OpenPoint:
    about = {unknown.subject, unknown.obligor}
    touching = tuple(each.id for each in basis.prepared.model.questions.values() if about & set(each.touches))
    return OpenPoint(unknown, touching, _settled(basis, unknown, True), _settled(basis, unknown, False))


def _settled(basis: _Basis, unknown: Unknown, answer: bool) -> Settled:
    """What is said once one thing is known: only what it left open is looked at again."""
    resolved = {unknown: answer}
    prepared, cells = basis.prepared, basis.cells
    now = cells_of(prepared, resolved=resolved) if unknown in basis.cells_open else cells
    said = tuple(
        (after.event, after.phase, after.word)
        for before, after in zip(cells, now, strict=True)
        if before.word == "undetermined" != after.word
    )
    outcomes = tuple(
        (trace.scenario.id, str(standing.position))
        for trace, left_open in basis.plays
        if unknown in left_open
        for standing, after in zip(
            trace.final, play(prepared, trace.scenario, resolved=resolved).final, strict=True
        )
        if len(standing.states) > 1 == len(after.states)
    )
    return Settled(answer, said, outcomes)
