"""How treaties say it: each device of the language page, in the smallest model that has it."""

from typing import Any

import pytest
from small_models import ATTACK, CEASEFIRE, end, played


def sets(day: int, **facts: bool) -> dict[str, Any]:
    return {"day": day, "sets": facts}


def test_an_attack_on_one_counts_as_an_attack_on_all() -> None:
    """Deeming: the duty waits for the clause, not for the attack."""
    provisions = {
        "on-all": {"kind": "institutional", "trigger": "attack", "terminates_when": "x"},
        "assist": {"trigger": {"active": "on-all"}},
    }
    assert end(provisions, ATTACK) == {"on-all": "ACTIVE", "assist": "ACTIVE"}
    assert end(provisions, sets(5, x=True), ATTACK) == {"on-all": "TERMINATED", "assist": "STANDBY"}


@pytest.mark.parametrize(("came", "state"), [(True, "ACTIVE"), (False, "TERMINATED")])
def test_it_lapses_unless_something_comes_in_time(came: bool, state: str) -> None:
    provisions = {"p": {"terminates_when": {"all": ["breach", {"not": "x"}]}}}
    assert end(provisions, sets(5, x=came), sets(9, breach=True)) == {"p": state}


@pytest.mark.parametrize(("agree", "state"), [(False, "ACTIVE"), (True, "TERMINATED")])
def test_it_continues_unless_both_agree(agree: bool, state: str) -> None:
    assert end({"p": {"terminates_when": {"all": ["x", "y"]}}}, sets(5, x=True, y=agree)) == {"p": state}


def test_it_holds_but_not_while_something_else_does() -> None:
    provisions = {"p": {"modality": "must_not", "in_force_while": {"not": "x"}}}
    assert end(provisions, sets(5, x=True)) == {"p": "SUSPENDED"}
    assert end(provisions, sets(5, x=True), sets(9, x=False)) == {"p": "ACTIVE"}


@pytest.mark.parametrize(
    ("facts", "states"),
    [
        ({}, {"watch": "PENDING", "substitute": "STANDBY"}),
        ({"x": True}, {"watch": "ACTIVE", "substitute": "STANDBY"}),
        ({"breach": True}, {"watch": "PENDING", "substitute": "ACTIVE"}),
        ({"breach": True, "y": True}, {"watch": "ACTIVE", "substitute": "ACTIVE"}),
    ],
)
def test_a_second_takes_the_place_of_the_first(facts: dict[str, bool], states: dict[str, str]) -> None:
    """Fallback: x is the first, y the second; a refusal (breach) calls for the second."""
    provisions = {"watch": {"requires": {"any": ["x", "y"]}}, "substitute": {"trigger": "breach"}}
    assert end(provisions, sets(5, **facts)) == states


def test_to_seek_help_of_an_organ_is_done_once_it_is_sought() -> None:
    council = {"council": {"title": "Council", "kind": "council", "veto": ["us"]}}
    seek = {"p": {"through": "council", "performance": "achievement", "trigger": "attack"}}
    sought = {"day": 11, "performs": [{"provision": "p"}]}
    assert played(seek, CEASEFIRE, ATTACK, sought, bodies=council).states("p") == ("FULFILLED",)
