"""The lifecycle of a promise, as data: from which states, under which guard, to which state.

The engine runs these rows, the documentation prints them, and one test a cell covers them. The first
row that applies wins. A guard is a list of tests that must all hold; `not` turns a test round.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, get_args

from foedus.schema import GATES, Provision
from foedus.schema.vocabulary import State

STATES: tuple[State, ...] = get_args(State)
"""The nine states, from the first to the last; sets of states are shown in this order."""
BIT: dict[State, int] = {state: 1 << place for place, state in enumerate(STATES)}
"""A number for each state, so that a set of states is a sum."""

STATIC = ("has_trigger", "may", "must", "achievement", "maintenance", "recurs")
"""Tests that the provision itself answers, whatever happens."""
CONDITIONS = ("concluded", "enters_when", "in_force_while", "trigger", "requires", "terminates_when")
"""Tests that the world answers: true, false or unknown."""
ACTS = ("performed", "failed", "exercised", "declined", "withdrawn")
"""Tests that the acts of the instant answer."""
CLOCK = ("deadline_passed", "taken_up")
"""Tests that the state itself answers: its clock, and what its obligor was seen to do in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `target` is None where a suspended promise returns to the state that it remembers."""

    sources: tuple[State, ...]
    guard: tuple[tuple[str, bool], ...]
    target: State | None
    records: bool | None = None
    """What the row records in a state that it leaves as it is: done, or declined."""

    @property
    def words(self) -> str:
        """The guard as it is printed."""
        return " and ".join(f"{'' if wanted else 'not '}{_word(name)}" for name, wanted in self.guard)


def _word(test: str) -> str:
    """A test as it is printed: a field of the model as code, anything else in words."""
    words = {"has_trigger": "has a trigger", "may": "*may*", "must": "*must*"}
    return words.get(test) or (f"`{test}`" if test in GATES else test.replace("_", " "))


def _row(sources: str, guard: str, target: State | None, records: bool | None = None) -> Row:
    named = tuple(state for state in STATES if state in sources.split())
    tests = (test.strip().partition("not ") for test in guard.split(","))
    return Row(named, tuple((name or before, not name) for before, _, name in tests), target, records)


ROWS: tuple[Row, ...] = (
    _row("INACTIVE STANDBY PENDING ACTIVE SUSPENDED", "terminates_when", "TERMINATED"),
    _row("INACTIVE STANDBY PENDING ACTIVE SUSPENDED", "withdrawn", "TERMINATED"),
    _row("INACTIVE", "concluded, enters_when, in_force_while, has_trigger", "STANDBY"),
    _row("INACTIVE", "concluded, enters_when, in_force_while, not has_trigger", "PENDING"),
    _row("STANDBY PENDING ACTIVE", "not in_force_while", "SUSPENDED"),
    _row("SUSPENDED", "in_force_while", None),
    _row("STANDBY", "trigger", "PENDING"),
    _row("PENDING", "has_trigger, not trigger", "STANDBY"),
    _row("PENDING", "requires", "ACTIVE"),
    _row("ACTIVE", "may, exercised", "ACTIVE", records=True),
    _row("ACTIVE", "may, declined", "ACTIVE", records=False),
    _row("ACTIVE", "must, performed, achievement", "FULFILLED"),
    _row("ACTIVE", "must, failed", "BREACHED"),
    _row("ACTIVE", "must, performed, maintenance", "ACTIVE", records=True),
    _row("ACTIVE", "must, deadline_passed, not taken_up", "BREACHED"),
    _row("ACTIVE", "may, deadline_passed, not taken_up", "LAPSED"),
    _row("ACTIVE", "maintenance, has_trigger, not trigger", "STANDBY"),
    _row("FULFILLED BREACHED LAPSED", "has_trigger, not trigger, recurs", "STANDBY"),
)
"""The lifecycle; *must* stands for *must not* too, whose failing act is the forbidden act."""


ABSENT = {
    "enters_when": True,
    "in_force_while": True,
    "trigger": False,
    "requires": True,
    "terminates_when": False,
}
"""How a gate answers that a provision does not have."""


def static_truth(provision: Provision) -> dict[str, bool]:
    """How a provision answers the tests on which nothing that happens bears.

    A prohibition is always kept up, never achieved.
    """
    kept_up = provision.performance == "maintenance" or provision.modality == "must_not"
    absent = {gate: answer for gate, answer in ABSENT.items() if getattr(provision, gate) is None}
    clock = {"deadline_passed": False} if provision.clock is None else {}
    return {
        "has_trigger": provision.trigger is not None,
        "may": provision.modality == "may",
        "must": provision.modality != "may",
        "achievement": not kept_up,
        "maintenance": kept_up,
        "recurs": provision.recurs,
        **absent,
        **clock,
    }


class Move(NamedTuple):
    """A row as it applies to one provision: the tests left to ask, and the guard as it is printed."""

    tests: tuple[tuple[str, bool], ...]
    target: State | None
    records: bool | None
    words: str
    uses_clock: bool


def moves_for(answers: Mapping[str, bool]) -> dict[State, tuple[Move, ...]]:
    """The rows that can ever apply to a provision with such answers, by state, less the tests answered."""
    return _moves(tuple(answers.items()))


@cache
def _moves(answers: tuple[tuple[str, bool], ...]) -> dict[State, tuple[Move, ...]]:
    truth = dict(answers)
    left: dict[State, tuple[Move, ...]] = dict.fromkeys(STATES, ())
    for row in ROWS:
        if all(truth.get(name, wanted) == wanted for name, wanted in row.guard):
            shown = Row(row.sources, tuple(test for test in row.guard if test[0] not in STATIC), row.target)
            tests = tuple(test for test in row.guard if test[0] not in truth)
            clock = any(name == "deadline_passed" for name, _ in row.guard)
            for state in row.sources:
                left[state] += (Move(tests, row.target, row.records, shown.words, clock),)
    return left


def table() -> str:
    """The lifecycle as a Markdown table, for the language reference."""
    lines = ["| from | guard | to |", "|---|---|---|"]
    return (
        "\n".join([*lines, *(f"| {' '.join(row.sources)} | {row.words} | {_target(row)} |" for row in ROWS)])
        + "\n"
    )


def _target(row: Row) -> str:
    if row.target is None:
        return "the remembered state"
    return f"{row.target}, which is recorded" if row.records is not None else row.target
