"""A played scenario step by step: at each step, where every promise stands, and what has just changed why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from foedus.schema import Model
from foedus.schema.vocabulary import State
from foedus.simulation import Position, Standing, Trace
from foedus.views.account import reasons, states_words
from foedus.views.captions import columns
from foedus.views.cards import ranges
from foedus.views.played import FRAME, caption, instants, whose
from foedus.views.played_shapes import MEANINGS, Instant
from foedus.views.shapes import Caption, Grid, Head, Lane, Line
from foedus.words import joined, numbers, provisions_of, sentence

_TITLED = (40, 6, 3, 1, 0)
"""By how brief the picture is: so many promises that moved alike are told with their titles in a cell."""
_ORDER: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class _Step:
    """The standings after an instant, what each position stood as before it, and the instant itself."""

    instant: Instant
    now: Mapping[Position, Standing]
    before: Mapping[Position, Standing]

    def changed(self, position: Position) -> bool:
        """Whether a position stands otherwise than before."""
        return self.now[position].states != self.before[position].states


def steps(trace: Trace) -> int:
    """How many pictures a trace has: the beginning, and one after each thing that happens."""
    return len(trace.turns)


def moved(trace: Trace, place: int) -> tuple[tuple[str, str], ...]:
    """The promises that the turn at a place has moved, each with its number and title, in order."""
    step = tuple(_played(trace))[place]
    changed = {position.provision for position in step.now if step.changed(position)}
    provisions = trace.project.model.provisions
    order = numbers(trace.project.model).items()
    return tuple((number, provisions[key].title) for key, number in order if key in changed)


def view(trace: Trace, place: int, brief: int = 0) -> Grid:
    """The standings after the turn at a place, counted from 0, which is the beginning.

    Rows are the states that occur in the whole trace, so that they are the same at each step. A brief
    picture counts what it would tell by title.
    """
    model = trace.project.model
    every = tuple(_played(trace))
    step = every[place]
    rows = sorted({each.states for one in every for each in one.now.values()}, key=_rank)
    shown = _columns(model)
    cells = tuple(tuple(tuple(_cell(trace, step, key, row, brief)) for key, _ in shown) for row in rows)
    lanes = tuple(lane for _, lane in shown)
    return Grid(_caption(trace, step, place), lanes, tuple(map(_head, rows)), cells)


def _played(trace: Trace) -> Iterator[_Step]:
    now: dict[Position, Standing] = {}
    for instant, turn in zip(instants(trace), trace.turns, strict=False):
        before, now = now, now | {change.now.position: change.now for change in turn.changes}
        yield _Step(instant, now, before or now)


def _columns(model: Model) -> tuple[tuple[str | None, Lane], ...]:
    """The components, and what frames them where it holds promises."""
    frame = ((None, FRAME),) if model.components and provisions_of(model, None) else ()
    return (*columns(model, short=True), *frame)


def _rank(states: tuple[State, ...]) -> tuple[bool, list[int]]:
    """Single states in their order, then what is not determined."""
    return len(states) > 1, [_ORDER.index(state) for state in states]


def _head(states: tuple[State, ...]) -> Head:
    said = joined(list(states), "or")
    return Head(f"{said}: {MEANINGS[states[0]]}" if len(states) == 1 else said)


def _caption(trace: Trace, step: _Step, place: int) -> Caption:
    """What has happened is the title; the scenario and how it is played stand below."""
    told = joined([deed.told for deed in step.instant.deeds], "and")
    title = f"{sentence(step.instant.name)}: {told}" if told else "Before the first step"
    moved = {position.provision for position in step.now if step.changed(position)}
    many = f"{len(moved) or 'no'} promise{'' if len(moved) == 1 else 's'} changed"
    alt = f"Table of the states of all promises by component; {many} at this step."
    found = caption(trace, "steps", alt)
    of = f"step {place} of {steps(trace) - 1}" if place else "where everything begins"
    return replace(found, title=title, subtitle=f"{found.title}: {of}; {found.subtitle}")


def _cell(
    trace: Trace, step: _Step, component: str | None, row: tuple[State, ...], brief: int
) -> Iterator[Line]:
    """The promises of a component that stand alike: first those that have just moved, with whence and why."""
    model, number = trace.project.model, numbers(trace.project.model)
    own = {each.id: place for place, each in enumerate(provisions_of(model, component))}
    movers: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    still: set[str] = set()
    for position, standing in step.now.items():
        if position.provision in own and standing.states == row:
            if step.changed(position):
                movers[_told(step, position)][position.provision].append(position)
            else:
                still.add(position.provision)
    for told, positions in movers.items():
        keys = sorted(positions, key=own.__getitem__)
        for key in keys[: _TITLED[brief]]:
            yield _titled(trace, step, positions[key], number[key])
        if rest := keys[_TITLED[brief] :]:
            yield Line(ranges([number[key] for key in rest]), "strong")
        yield Line(told, "aside")
    if still:
        yield Line(ranges([number[key] for key in sorted(still, key=own.__getitem__)]))


def _told(step: _Step, position: Position) -> str:
    """How a position stood before, and why it no longer does."""
    was = f"was {states_words(step.before[position])}"
    return "; ".join(filter(None, (was, reasons(step.now[position]))))


def _titled(trace: Trace, step: _Step, positions: list[Position], number: str) -> Line:
    """A promise that has just moved; whose it is where that of others did not."""
    provision = trace.project.model.provisions[positions[0].provision]
    every = sum(each.provision == provision.id for each in step.now)
    who = whose(trace.project.model, positions, every)
    text = f"{number} {provision.title}" + (f" ({who})" if who else "")
    return Line(text, "strong", origin=trace.project.where(provision.route))
