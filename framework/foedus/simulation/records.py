"""The frozen records of a play: how positions stand, what changed, what was void, what is owed."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from foedus.finding import Problem
from foedus.place import Route
from foedus.schema.scenarios import Expectation
from foedus.schema.vocabulary import Reason, State
from foedus.simulation.clock import Moment, day, minute
from foedus.simulation.positions import Position
from foedus.simulation.script import Act
from foedus.simulation.world import Config, Firing, Unknown, Value, in_order

TurnKind: TypeAlias = Literal["start", "step", "clock"]
Outcome: TypeAlias = Literal["met", "open", "missed"]

VoidReason: TypeAlias = Literal["competence", "not_owed", "not_fitting", "not_due"]


@dataclass(frozen=True, slots=True)
class Held:
    """A state that a position may be in: since when, and what led there.

    `due` is the last day of its deadline, where one runs; `done` what its obligor was seen to do in it
    (performed or exercised, declined, or neither). `why` is None for the state of the beginning.
    """

    state: State
    since: Moment
    due: Moment | None
    done: bool | None
    why: Firing | None

    @property
    def chain(self) -> tuple[Firing, ...]:
        """Everything that led to the state, first to last."""
        found: list[Firing] = []
        firing = self.why
        while firing is not None:
            found.append(firing)
            firing = firing.before
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a position stands: each state that it may be in, in lifecycle order, and what leaves it open."""

    position: Position
    held: tuple[Held, ...]
    unknowns: tuple[Unknown, ...]
    """Why there is more than one way to stand; empty where there is one only."""

    @property
    def states(self) -> tuple[State, ...]:
        """The possible states, each once, in the order of the lifecycle."""
        return tuple(dict.fromkeys(held.state for held in self.held))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The kinds of what leaves it open, each once, in order of the alphabet."""
        return tuple(sorted({unknown.kind for unknown in self.unknowns}))


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a position at one instant."""

    before: Standing
    now: Standing


class Void(NamedTuple):
    """An act that had no effect, and why; `certain` is False where it may have had one.

    `reason`: `competence` (a finding by somebody who could not make it), `not_owed` (by somebody who does
    not owe the provision), `not_fitting` (a duty is performed or failed, a *may* exercised or declined),
    `not_due` (the provision was not ACTIVE).
    """

    act: Act
    reason: VoidReason
    certain: bool
    problem: Problem


@dataclass(frozen=True, slots=True)
class Turn:
    """One instant: what was done, which clocks ran out, and what changed.

    Kinds: `start` (what holds before the first step), `step`, and `clock` (deadlines whose last day is
    over; it comes after all else of its day).
    """

    day: Moment
    kind: TurnKind
    acts: tuple[Act, ...]
    clocks: tuple[Position, ...]
    changes: tuple[Change, ...]
    void: tuple[Void, ...]

    @property
    def order(self) -> tuple[int, bool]:
        """Where it stands in time."""
        return minute(self.day), self.kind == "clock"


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed at the end: due, or broken and not made good.

    `certain` is True where the position is in this state for sure; `since` and `by` hold one day for
    each way in which it may have come about, `by` the last days of the deadlines that run.
    """

    position: Position
    beneficiary: tuple[str, ...]
    state: State
    certain: bool
    since: tuple[Moment, ...]
    by: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of an expectation: `met`, `open` (what was expected is one of several possible), `missed`."""

    expected: Expectation
    route: Route
    outcome: Outcome
    found: tuple[Standing, ...]
    problem: Problem | None


def standing(position: Position, value: Value, start: Moment, dated: bool) -> Standing:
    """A value of the engine as a record."""
    configs = value.configs
    held = tuple(_held(config, configs[config], start, dated) for config in in_order(configs))
    return Standing(position, held, tuple(sorted(value.unknowns)))


def _held(config: Config, why: Firing | None, start: Moment, dated: bool) -> Held:
    entered = why
    while entered is not None and entered.start == entered.end:  # a choice recorded, not a state entered
        entered = entered.before
    due = day(config.due, dated) if config.due is not None else None
    return Held(config.state, entered.day if entered else start, due, config.done, why)
