"""The fifteen test vectors of the language reference, states compared exactly."""

from typing import Any

import pytest
from small_models import ATTACK, CEASEFIRE, G0, end, model, played, scenario

from foedus.simulation import play


def test_1_a_gate_passed_once_stays_open() -> None:
    """An attack ends the ceasefire that opened the gate, and the promise is due all the same."""
    assert end({"p": G0}, CEASEFIRE, ATTACK) == {"p": "ACTIVE"}


def test_2_a_gate_that_must_hold_defeats_itself() -> None:
    """The attack that triggers the promise takes away the ceasefire that it needs."""
    assert end({"p": {**G0, "in_force_while": "ceasefire"}}, CEASEFIRE, ATTACK) == {"p": "SUSPENDED"}


def test_3_without_a_ceasefire_nothing_enters_into_force() -> None:
    """The gate was never passed."""
    assert end({"p": G0}, ATTACK) == {"p": "INACTIVE"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], "PENDING"),
        ([{"day": 11, "events": ["requests"]}], "ACTIVE"),
        ([{"day": 20, "events": ["attack-ends"]}], "STANDBY"),
    ],
)
def test_4_a_requirement_holds_it_back(more: list[dict[str, Any]], expected: str) -> None:
    """A triggered promise waits for the request, and stands by again when the attack ends."""
    assert end({"p": {**G0, "requires": "request"}}, CEASEFIRE, ATTACK, *more) == {"p": expected}


US_MNF = {
    "us": {**G0, "modality": "may", "obligors": ["us"]},
    "mnf": {**G0, "requires": {"delivered": "us"}},
}


@pytest.mark.parametrize(
    ("discretion", "more", "expected"),
    [
        ("open", [], "PENDING ACTIVE"),
        ("exercise", [], "ACTIVE"),
        ("decline", [], "PENDING"),
        ("open", [{"day": 11, "exercises": [{"provision": "us"}]}], "ACTIVE"),
        ("open", [{"day": 10, "declines": [{"provision": "us"}]}], "PENDING"),
        ("open", [{"day": 11, "declines": [{"provision": "us"}]}], "PENDING ACTIVE"),
    ],
)
def test_5_a_promise_that_rests_on_a_may(discretion: str, more: list[dict[str, Any]], expected: str) -> None:
    """What another may do or not leaves open what rests on it; a refusal that comes later undoes nothing."""
    ended = end(US_MNF, CEASEFIRE, ATTACK, *more, discretion=discretion)
    assert ended == {"us": "ACTIVE", "mnf": expected}


@pytest.mark.parametrize(
    ("assume", "expected"), [({}, "INACTIVE ACTIVE"), ({"p": True}, "ACTIVE"), ({"p": False}, "INACTIVE")]
)
def test_6_an_unfinished_text(assume: dict[str, bool], expected: str) -> None:
    """What is not concluded may or may not be in force, unless a scenario assumes the one or the other."""
    provisions = {"p": {**G0, "status": "to_be_finalised"}}
    assert end(provisions, CEASEFIRE, ATTACK, assume={"concluded": assume}) == {"p": expected}


def _commission(on_deadlock: str) -> dict[str, Any]:
    return {
        "bodies": {"b": {"title": "B", "kind": "commission", "established_by": "sc"}},
        "determinations": {
            "d": {"title": "D", "of": "breach", "by": "body", "body": "b", "on_deadlock": on_deadlock}
        },
    }


SC_R = {"sc": {"enters_when": "ceasefire"}, "r": {"enters_when": "ceasefire", "trigger": {"finding": "d"}}}
INCIDENT = {"day": 5, "events": ["incident"]}


@pytest.mark.parametrize(
    ("finding", "on_deadlock", "expected"),
    [
        (None, "unspecified", "STANDBY"),
        ("established", "unspecified", "ACTIVE"),
        ("deadlocked", "rejected", "STANDBY"),
        ("deadlocked", "undetermined", "STANDBY ACTIVE"),
    ],
)
def test_7_a_finding_by_a_commission(finding: str | None, on_deadlock: str, expected: str) -> None:
    """What happened counts once the commission has found it; a deadlock comes to what the text says."""
    found = [{"day": 6, "findings": {"d": finding}, "by": "b"}] if finding else []
    ended = end(SC_R, CEASEFIRE, INCIDENT, *found, **_commission(on_deadlock))
    assert ended["r"] == expected


def test_7_a_finding_before_the_commission_exists_is_void() -> None:
    """A body that is not yet active finds nothing; what it did is logged."""
    early = {"day": 0, "findings": {"d": "established"}, "by": "b"}
    trace = played(SC_R, early, CEASEFIRE, INCIDENT, **_commission("unspecified"))
    assert trace.states("r") == ("STANDBY",)
    assert [(void.act.route, void.reason) for void in trace.void] == [
        (("scenarios", "s", "steps", 0, "findings", "d"), "competence")
    ]
    assert "void act" in trace.problems[0].message


@pytest.mark.parametrize(
    ("by", "steps", "expected"),
    [
        ("unspecified", [CEASEFIRE, INCIDENT], "STANDBY ACTIVE"),
        ("unspecified", [CEASEFIRE], "STANDBY"),
        ("automatic", [CEASEFIRE, INCIDENT], "ACTIVE"),
    ],
)
def test_8_who_finds(by: str, steps: list[dict[str, Any]], expected: str) -> None:
    """Where nobody is named to find it, nobody knows; where it counts by itself, it counts."""
    determinations = {"d": {"title": "D", "of": "breach", "by": by}}
    assert end({"r": SC_R["r"]}, *steps, determinations=determinations) == {"r": expected}


@pytest.mark.parametrize(
    ("fields", "more", "told", "expected"),
    [
        ({}, [{"day": 11, "performs": [{"provision": "p"}]}], {}, "FULFILLED"),
        ({}, [{"day": 12, "performs": [{"provision": "p"}]}], {}, "BREACHED"),
        ({}, [], {"horizon": 11}, "ACTIVE"),
        ({}, [], {"horizon": 12}, "BREACHED"),
        ({"modality": "may"}, [], {"horizon": 12}, "ACTIVE LAPSED"),
        ({"modality": "may"}, [], {"horizon": 12, "discretion": "exercise"}, "ACTIVE"),
        ({"modality": "may"}, [], {"horizon": 12, "discretion": "decline"}, "LAPSED"),
    ],
)
def test_9_a_deadline_of_one_day(
    fields: dict[str, Any], more: list[dict[str, Any]], told: dict[str, Any], expected: str
) -> None:
    """The last day of a deadline counts; the day after it is too late."""
    provisions = {"p": {**G0, "performance": "achievement", "deadline": "P1D", **fields}}
    assert end(provisions, CEASEFIRE, ATTACK, *more, **told) == {"p": expected}


@pytest.mark.parametrize(
    ("more", "expected"), [([], "STANDBY"), ([{"day": 30, "events": ["attack-starts"]}], "ACTIVE")]
)
def test_10_a_promise_that_recurs(more: list[dict[str, Any]], expected: str) -> None:
    """Once the attack is over it stands by, and the next attack makes it due again."""
    provisions = {"p": {**G0, "performance": "achievement", "recurs": True}}
    performed = {"day": 12, "performs": [{"provision": "p"}]}
    over = {"day": 20, "events": ["attack-ends"]}
    assert end(provisions, CEASEFIRE, ATTACK, performed, over, *more) == {"p": expected}


FR_SU = {"fr": {"trigger": "attack"}, "su": {"trigger": "attack", "requires": {"delivered": "fr"}}}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([{**ATTACK, "performs": [{"provision": "fr"}]}], "ACTIVE"),
        ([{**ATTACK, "fails": [{"provision": "fr"}]}], "PENDING"),
        ([{"day": 9, "withdraws": [{"actor": "fr", "provision": "fr"}]}, ATTACK], "PENDING"),
        ([ATTACK, {"day": 11, "fails": [{"provision": "fr"}]}], "ACTIVE"),
    ],
)
def test_11_a_promise_on_the_condition_that_another_is_kept(
    steps: list[dict[str, Any]], expected: str
) -> None:
    """The second ally is bound if the first one acts; that the first fails a day later frees it no more."""
    assert end(FR_SU, *steps)["su"] == expected


def test_12_mutual_preconditions_wait_for_ever() -> None:
    """Each waits for the other, and neither begins."""
    provisions = {
        "a": {"enters_when": "ceasefire", "requires": {"active": "b"}},
        "b": {"enters_when": "ceasefire", "requires": {"active": "a"}},
    }
    assert end(provisions, CEASEFIRE) == {"a": "PENDING", "b": "PENDING"}


def test_12_a_negative_cycle_is_refused() -> None:
    """Each holds while the other does not: there is no answer, and both places are named."""
    provisions = {
        "a": {"enters_when": "ceasefire", "in_force_while": {"not": {"active": "b"}}},
        "b": {"enters_when": "ceasefire", "in_force_while": {"not": {"active": "a"}}},
    }
    trace = play(model(provisions, scenario(CEASEFIRE)), "s")
    assert trace.turns == ()
    (refusal,) = trace.refusals
    assert refusal.kind == "cycle"
    assert "negative cycle {a, b}" in refusal.problem.message
    assert refusal.problem.route == ("provisions", "a", "in_force_while", "not")
    assert [route for route, _ in refusal.problem.related] == [("provisions", "b", "in_force_while", "not")]


COALITION = {
    "fr": {"trigger": "attack"},
    "uk": {"trigger": "attack", "obligors": ["uk"]},
    "us": {"trigger": "attack", "obligors": ["us"]},
    "hq": {
        "trigger": "attack",
        "requires": {"at_least": 2, "of": [{"delivered": "fr"}, {"delivered": "uk"}, {"delivered": "us"}]},
    },
}
OPEN = {"status": "to_be_finalised"}


@pytest.mark.parametrize(
    ("withdrawn", "unfinished", "expected"),
    [(["us"], [], "ACTIVE"), (["us", "uk"], [], "PENDING"), ([], ["uk", "us"], "PENDING ACTIVE")],
)
def test_13_two_of_three(withdrawn: list[str], unfinished: list[str], expected: str) -> None:
    """Two of three suffice; with two of them open, so is the whole."""
    provisions = {
        name: {**fields, **(OPEN if name in unfinished else {})} for name, fields in COALITION.items()
    }
    leave = {"day": 1, "withdraws": [{"actor": actor} for actor in withdrawn]}
    assert end(provisions, leave, ATTACK)["hq"] == expected


def test_14_two_values_for_one_fact_at_one_instant() -> None:
    """An attack and a ceasefire on one day contradict each other; both places are named."""
    both = {"day": 1, "events": ["attack-starts", "ceasefire-starts"]}
    trace = play(model({"p": G0}, scenario(both)), "s")
    (refusal,) = trace.refusals
    assert refusal.kind == "contradiction"
    assert "two values for `ceasefire`" in refusal.problem.message
    assert refusal.problem.route == ("scenarios", "s", "steps", 0, "events", 1)
    assert refusal.problem.related[0][0] == ("scenarios", "s", "steps", 0, "events", 0)


def test_15_an_uncertain_activation_starts_several_clocks() -> None:
    """It may have been due on day 10 already, so it is broken by now, or due until day 13."""
    provisions = {"p": {**G0, "requires": "x", "deadline": "P1D"}}
    trace = played(
        provisions, CEASEFIRE, ATTACK, {"day": 12, "sets": {"x": True}}, unknown=("x",), horizon=13
    )
    assert trace.states("p") == ("ACTIVE", "BREACHED")
    (standing,) = trace.standings("p")
    assert [(held.state, held.since, held.due) for held in standing.held] == [
        ("ACTIVE", 12, 13),
        ("BREACHED", 11, None),
    ]
    assert standing.reasons == ("fact", "timer")
    assert standing.unknowns[-1].route == ("provisions", "p", "deadline")
