"""What a play carries from one instant to the next: the only thing in this room that changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from foedus.logic import Truth
from foedus.place import Route
from foedus.schema.vocabulary import ChoiceRule, Reason, State
from foedus.simulation.clock import Moment
from foedus.simulation.lifecycle import STATES


class Unknown(NamedTuple):
    """One thing that is not known: of what kind, about what, for which obligor, and where it is written.

    Kinds: `concluded` (a text or its content is not agreed, or somebody's consent is missing),
    `determination` (nobody is named to decide, or no decision came), `fact`, `capacity`, `discretion`
    (a *may*), `timer` (a clock that may have started on several days, or positions that chase one another
    round a cycle without coming to rest). `obligor` is empty where it is
    the same for all.
    """

    kind: Reason
    subject: str
    obligor: str
    route: Route


class Config(NamedTuple):
    """A state together with what belongs to it.

    `due` is the minute up to which its deadline runs; `back` the state that a suspended promise returns
    to; `done` what its obligor was seen to do in it: performed or exercised, declined, or neither.
    """

    state: State
    due: int | None = None
    back: State | None = None
    done: bool | None = None


_ORDER = {state: place for place, state in enumerate(STATES)}


def in_order(configs: Iterable[Config]) -> list[Config]:
    """Configurations in the one order in which they are followed and shown: by state, then by clock."""
    found = list(configs)
    return found if len(found) == 1 else sorted(found, key=_config_order)


def _config_order(config: Config) -> tuple[int, int, int, int]:
    due = -1 if config.due is None else config.due
    back = _ORDER[config.back] if config.back else -1
    return _ORDER[config.state], due, back, {None: 0, True: 1, False: 2}[config.done]


@dataclass(frozen=True, slots=True)
class Firing:
    """One row of the lifecycle that applied: when, from where to where, and why.

    `route` is where the guard, or the act that met it, is written; `certain` is False where the guard
    was unknown and this is what follows if it is met. `before` is the firing that led to `start`.
    """

    day: Moment
    start: State
    end: State
    guard: str
    route: Route
    certain: bool
    before: "Firing | None" = field(repr=False, compare=False)


class Value(NamedTuple):
    """What a position may be in: each configuration with what led there, and why there is more than one."""

    configs: dict[Config, Firing | None]
    mask: int
    delivered: Truth
    unknowns: frozenset[Unknown]


class Terms(NamedTuple):
    """On what terms a scenario is played."""

    rule: ChoiceRule
    as_of: date | None
    """The day on which consents and statuses are read; the last known where there is none."""
    concluded: tuple[tuple[str, bool], ...]
    """The provisions and texts that are assumed to be concluded, or not."""
    facts: tuple[tuple[str, Truth, Route], ...]
    """The facts that are assumed, and where."""
    start: int
    """The minute of the beginning."""
    dated: bool
    """True on a line of dates, False on one of numbered days."""


@dataclass(slots=True)
class World:
    """Facts, findings, consents and positions at one moment of a play; lists run by index."""

    facts: list[Truth]
    open_facts: dict[int, Unknown]
    concluded: list[Truth]
    open_conclusions: tuple[Unknown, ...]
    """What leaves open whether each position is concluded, if it is open."""
    values: list[Value]
    masks: list[int]
    """The states that each position may be in, as sums of `BIT`."""
    delivered: list[Truth]
    latches: list[Truth]
    """Whether each `reached` test has been met so far."""
    latch_unknowns: dict[int, frozenset[Unknown]]
    clocks: dict[int, int]
    """The minute in which a clock of a position runs out first, for those in which one runs."""
    terms: Terms
    resolved: Mapping[Unknown, bool]
    """Unknowns that this play takes to be settled (exact mode)."""
    left: dict[int, frozenset[str]] = field(default_factory=dict)
    """Those who withdrew from each position."""
    joined: dict[int, frozenset[str]] = field(default_factory=dict)
    """Those who consented during the play."""
    findings: dict[tuple[str, str], Truth] = field(default_factory=dict)
    finding_unknowns: dict[tuple[str, str], frozenset[Unknown]] = field(default_factory=dict)
    evaluations: int = 0
    """How many guards have been evaluated."""
    settled: int = 0
    """How many times a position has been given a value."""

    def copy(self) -> "World":
        """A world that can go its own way."""
        return World(
            self.facts.copy(), self.open_facts.copy(), self.concluded.copy(), self.open_conclusions,
            self.values.copy(), self.masks.copy(), self.delivered.copy(), self.latches.copy(),
            self.latch_unknowns.copy(), self.clocks.copy(), self.terms, self.resolved, self.left.copy(),
            self.joined.copy(), self.findings.copy(), self.finding_unknowns.copy(), self.evaluations,
            self.settled,
        )  # fmt: skip

    def choice(self, unknown: Unknown) -> Truth:
        """Whether a guarantor who may act does, where no act says so."""
        if self.terms.rule == "open":
            return self.resolved.get(unknown)
        return self.terms.rule == "exercise"

    def put(self, index: int, value: Value) -> None:
        """Give a position its value."""
        self.settled += 1
        self.values[index] = value
        self.masks[index] = value.mask
        self.delivered[index] = value.delivered
        due = [config.due for config in value.configs if config.due is not None]
        if due:
            self.clocks[index] = min(due)
        else:
            self.clocks.pop(index, None)

    def set_fact(self, index: int, value: Truth, unknown: Unknown) -> None:
        """Give a fact its value; an open one is resolved where this play says how."""
        if value is None:
            value = self.resolved.get(unknown)
        self.facts[index] = value
        if value is None:
            self.open_facts[index] = unknown
        else:
            self.open_facts.pop(index, None)
