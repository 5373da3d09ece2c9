"""The lifecycle, cell by cell: each row of the table, from each of its states."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_models import end, played

from foedus.simulation import ROWS, STATES, table
from foedus.simulation.world import Config, in_order

SET = {"x": True}
ON = {"day": 2, "sets": SET}
OFF = {"day": 3, "sets": {"x": False}}
STRIKE = {"day": 1, "events": ["attack-starts"]}
CALM = {"day": 5, "events": ["attack-ends"]}
LEAVE = {"day": 4, "withdraws": [{"actor": "fr"}]}
DUE = {"performance": "achievement", "deadline": "P1D"}


def act(verb: str, day: int = 2) -> dict[str, Any]:
    """Somebody does something about the promise."""
    return {"day": day, verb: [{"provision": "p"}]}


BEFORE: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "INACTIVE": ({"enters_when": "y"}, []),
    "STANDBY": ({"trigger": "y"}, []),
    "PENDING": ({"requires": "y"}, []),
    "ACTIVE": ({}, []),
    "SUSPENDED": (
        {"in_force_while": "y"},
        [{"day": 1, "sets": {"y": True}}, {"day": 2, "sets": {"y": False}}],
    ),
}
"""A promise in each state that it can leave for good, and the steps that bring it there."""


@pytest.mark.parametrize("state", BEFORE)
def test_what_ends_it_ends_it_from_every_state(state: str) -> None:
    """`terminates_when`: INACTIVE STANDBY PENDING ACTIVE SUSPENDED to TERMINATED."""
    fields, steps = BEFORE[state]
    assert end({"p": {**fields, "terminates_when": "x"}}, *steps) == {"p": state}
    assert end({"p": {**fields, "terminates_when": "x"}}, *steps, {"day": 4, "sets": SET}) == {
        "p": "TERMINATED"
    }


@pytest.mark.parametrize("state", BEFORE)
def test_whoever_withdraws_is_free_from_every_state(state: str) -> None:
    """Withdrawn: INACTIVE STANDBY PENDING ACTIVE SUSPENDED to TERMINATED."""
    fields, steps = BEFORE[state]
    assert end({"p": fields}, *steps, LEAVE) == {"p": "TERMINATED"}


@pytest.mark.parametrize(("fields", "state"), [({"trigger": "y"}, "STANDBY"), ({"requires": "y"}, "PENDING")])
def test_it_enters_into_force_when_all_three_hold(fields: dict[str, Any], state: str) -> None:
    """INACTIVE, concluded and `enters_when` and `in_force_while`: STANDBY with a trigger, else PENDING."""
    gated = {**fields, "enters_when": "x", "in_force_while": "ceasefire"}
    both = {"day": 2, "sets": {"x": True, "ceasefire": True}}
    assert end({"p": gated}, ON) == {"p": "INACTIVE"}
    assert end({"p": gated}, {"day": 2, "sets": {"ceasefire": True}}) == {"p": "INACTIVE"}
    assert end({"p": {**gated, "status": "dropped"}}, both) == {"p": "INACTIVE"}
    assert end({"p": gated}, both) == {"p": state}


@pytest.mark.parametrize(
    ("state", "fields"), [("STANDBY", {"trigger": "y"}), ("PENDING", {"requires": "y"}), ("ACTIVE", {})]
)
def test_it_is_suspended_and_comes_back_to_where_it_was(state: str, fields: dict[str, Any]) -> None:
    """STANDBY PENDING ACTIVE, not `in_force_while`: SUSPENDED; with it again: the remembered state."""
    again = {"day": 4, "sets": SET}
    provisions = {"p": {**fields, "in_force_while": "x"}}
    assert end(provisions, ON) == {"p": state}
    assert end(provisions, ON, OFF) == {"p": "SUSPENDED"}
    assert end(provisions, ON, OFF, again) == {"p": state}


def test_its_trigger_sets_it_going_and_back() -> None:
    """STANDBY, `trigger`: PENDING; PENDING, not `trigger`: STANDBY."""
    provisions = {"p": {"trigger": "x", "requires": "y"}}
    assert end(provisions) == {"p": "STANDBY"}
    assert end(provisions, ON) == {"p": "PENDING"}
    assert end(provisions, ON, OFF) == {"p": "STANDBY"}


def test_it_is_due_once_what_it_requires_holds() -> None:
    """PENDING, `requires`: ACTIVE; it stays so when the requirement is gone."""
    assert end({"p": {"requires": "x"}}) == {"p": "PENDING"}
    assert end({"p": {"requires": "x"}}, ON) == {"p": "ACTIVE"}
    assert end({"p": {"requires": "x"}}, ON, OFF) == {"p": "ACTIVE"}


@pytest.mark.parametrize(("verb", "done"), [("exercises", True), ("declines", False)])
def test_a_may_stays_active_and_the_choice_is_recorded(verb: str, done: bool) -> None:
    """ACTIVE, *may*, exercised or declined: ACTIVE, since the same day as before."""
    (standing,) = played({"p": {"modality": "may"}}, act(verb)).standings("p")
    assert [(held.state, held.since, held.done) for held in standing.held] == [("ACTIVE", 0, done)]


def test_a_duty_to_achieve_is_fulfilled() -> None:
    """ACTIVE, *must*, performed, achievement: FULFILLED."""
    assert end({"p": {"performance": "achievement"}}, act("performs")) == {"p": "FULFILLED"}


@pytest.mark.parametrize("fields", [{}, {"performance": "achievement"}, {"modality": "must_not"}])
def test_a_duty_is_breached_by_failing(fields: dict[str, Any]) -> None:
    """ACTIVE, *must*, failed: BREACHED; a prohibition is failed by the forbidden act."""
    assert end({"p": fields}, act("fails")) == {"p": "BREACHED"}


def test_a_duty_to_keep_up_stays_active_and_its_deadline_is_met() -> None:
    """ACTIVE, *must*, performed, maintenance: ACTIVE, and the deadline can no longer break it."""
    provisions = {"p": {"deadline": "P3D"}}
    assert end(provisions, act("performs"), horizon=9) == {"p": "ACTIVE"}
    assert end(provisions, horizon=9) == {"p": "BREACHED"}


@pytest.mark.parametrize("performance", ["achievement", "maintenance"])
def test_a_duty_is_breached_when_its_deadline_has_passed(performance: str) -> None:
    """ACTIVE, *must*, deadline passed: BREACHED, and not on its last day."""
    provisions = {"p": {"performance": performance, "deadline": "P2D"}}
    assert end(provisions, horizon=2) == {"p": "ACTIVE"}
    assert end(provisions, horizon=3) == {"p": "BREACHED"}


@pytest.mark.parametrize(("verb", "expected"), [("exercises", "ACTIVE"), ("declines", "LAPSED")])
def test_a_may_lapses_unless_exercised(verb: str, expected: str) -> None:
    """ACTIVE, *may*, deadline passed: LAPSED unless exercised."""
    assert end({"p": {"modality": "may", "deadline": "P4D"}}, act(verb), horizon=9) == {"p": expected}


@pytest.mark.parametrize(("performance", "expected"), [("maintenance", "STANDBY"), ("achievement", "ACTIVE")])
def test_what_is_kept_up_ends_with_its_case(performance: str, expected: str) -> None:
    """ACTIVE, maintenance, not `trigger`: STANDBY; what must be achieved stays due."""
    assert end({"p": {"trigger": "attack", "performance": performance}}, STRIKE, CALM) == {"p": expected}


@pytest.mark.parametrize(
    ("state", "fields", "steps"),
    [
        ("FULFILLED", {"performance": "achievement"}, [act("performs")]),
        ("BREACHED", {}, [act("fails")]),
        ("LAPSED", {"modality": "may", "deadline": "P1D"}, [act("declines")]),
    ],
)
@pytest.mark.parametrize("recurs", [True, False])
def test_it_stands_by_again_where_it_recurs(
    state: str, fields: dict[str, Any], steps: list[dict[str, Any]], recurs: bool
) -> None:
    """FULFILLED BREACHED LAPSED, not `trigger`, `recurs`: STANDBY."""
    provisions = {"p": {**fields, "trigger": "attack", "recurs": recurs}}
    assert end(provisions, STRIKE, *steps, horizon=4) == {"p": state}
    assert end(provisions, STRIKE, *steps, CALM) == {"p": "STANDBY" if recurs else state}


def test_the_table_is_printed_from_the_rows() -> None:
    """One line a row, each state by its name."""
    lines = table().splitlines()
    assert lines[0] == "| from | guard | to |"
    assert len(lines) == len(ROWS) + 2
    assert "| PENDING | `requires` | ACTIVE |" in lines
    assert not any("_" in word for line in lines for word in line.split("`")[::2])
    assert {state for row in ROWS for state in row.sources} == set(STATES) - {"TERMINATED"}


@given(st.lists(st.from_type(Config), max_size=6, unique=True), st.randoms())
def test_what_a_position_may_be_in_has_one_order_however_found(found: list[Config], by: Random) -> None:
    assert in_order(by.sample(found, len(found))) == in_order(found)
