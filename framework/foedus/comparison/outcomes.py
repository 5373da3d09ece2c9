"""Scenarios played on both models: which positions stand otherwise, from which day, and why."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from foedus.checking import traces
from foedus.comparison.renames import NONE, Renames
from foedus.load import Project
from foedus.simulation import Moment, Position, Standing, Trace, play, prepare
from foedus.simulation.clock import day as day_of

Instant: TypeAlias = tuple[int, bool]
"""A place in time, as turns have it: the minute, and whether clocks run out in it."""
Course: TypeAlias = Mapping[Instant, Standing]
"""How one position stood, from each instant at which that changed."""


class Pair(NamedTuple):
    """How a position stands on either side; None where the model does not have it."""

    before: Standing | None
    now: Standing | None


@dataclass(frozen=True, slots=True)
class Divergence:
    """A position that does not stand the same in both plays.

    `position` is that of the model now, or of the one before where it is no more. `day` is the first day
    on which the two differ, with how they stand after it (`first`); None where one play has dates and the
    other numbered days, so that only the ends can be compared.
    """

    position: Position
    day: Moment | None
    first: Pair
    end: Pair


@dataclass(frozen=True)
class Outcome:
    """A scenario that both models have, played on each, and where the two plays part."""

    before: Trace = field(repr=False)
    now: Trace = field(repr=False)
    divergences: tuple[Divergence, ...]

    @property
    def differs(self) -> bool:
        """True where anything comes out otherwise, or where only one side can be played."""
        return bool(self.divergences) or bool(self.before.refusals) != bool(self.now.refusals)


def outcomes(before: Project, now: Project, known: Renames = NONE) -> tuple[Outcome, ...]:
    """Every scenario of both models, each as its own model tells it.

    A model under a reading plays it in that reading and no other, and so does then the other side.
    """
    plain = before.reading is not None or now.reading is not None
    old, new = _plays(before, plain), _plays(now, plain)
    pairs = (
        (key, (known.get(("scenarios", key[0]), key[0]), known.get(("readings", key[1]), key[1])))
        for key in old
    )
    return tuple(
        Outcome(old[was], new[key], tuple(_divergences(old[was], new[key], known)))
        for was, key in pairs
        if key in new
    )


def _plays(project: Project, plain: bool) -> dict[tuple[str, str], Trace]:
    """The plays of a project by scenario and reading, the text as it stands being the reading ""."""
    if not plain:
        return {(trace.scenario.id, trace.reading or ""): trace for trace in traces(project)}
    prepared = prepare(project)
    told = (each.model_copy(update={"reading": None}) for each in project.model.scenarios.values())
    return {(each.id, ""): play(prepared, each) for each in told}


def _divergences(before: Trace, now: Trace, known: Renames) -> Iterator[Divergence]:
    """The positions on which two plays part, by provision and obligor; none where one cannot be played."""
    if not before.turns or not now.turns:
        return
    dated = [isinstance(trace.turns[0].day, date) for trace in (before, now)]
    old = {_renamed(position, known): course for position, course in _courses(before).items()}
    new = _courses(now)
    for position in sorted({*old, *new}):
        one, other = old.get(position, {}), new.get(position, {})
        end = Pair(_last(one), _last(other))
        if dated[0] != dated[1]:
            if _stands(end.before) != _stands(end.now):
                yield Divergence(position, None, end, end)
        elif (parted := _parted(one, other)) is not None:
            (minute, _), first = parted
            yield Divergence(position, day_of(minute, dated[0]), first, end)


def _courses(trace: Trace) -> dict[Position, dict[Instant, Standing]]:
    found: dict[Position, dict[Instant, Standing]] = {}
    for turn in trace.turns:
        for change in turn.changes:
            found.setdefault(change.now.position, {})[turn.order] = change.now
    return found


def _renamed(position: Position, known: Renames) -> Position:
    obligor = position.obligor
    for section in ("actors", "bodies"):
        obligor = known.get((section, obligor), obligor)
    return Position(known.get(("provisions", position.provision), position.provision), obligor)


def _parted(one: Course, other: Course) -> tuple[Instant, Pair] | None:
    """The first instant after which a position does not stand the same, and how it stands then."""
    pair = Pair(_first(one), _first(other))
    for instant in sorted({*one, *other}):
        pair = Pair(one.get(instant, pair.before), other.get(instant, pair.now))
        if _stands(pair.before) != _stands(pair.now):
            return instant, pair
    return None


def _first(course: Course) -> Standing | None:
    return next(iter(course.values()), None)


def _last(course: Course) -> Standing | None:
    return course[max(course)] if course else None


def _stands(standing: Standing | None) -> Hashable:
    """What is compared: the possible states and their deadlines; what is not there is not in force."""
    if standing is None:
        return (("INACTIVE", None),)
    return tuple((held.state, held.due) for held in standing.held)
