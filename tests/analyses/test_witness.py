"""A route as a scenario: who does what, in which order, and for how long it is played."""

import json
from typing import Any

import pytest

from foedus.analyses.analysis import analyse
from foedus.analyses.witness import Witness, witness
from foedus.load import loads

PACT = """
actors:
  fr: {title: France, kind: state}
facts:
  attack: {title: An attack, kind: brute, initial: false}
  threat: {title: A threat, kind: brute, initial: false}
  calm: {title: Calm, kind: brute, initial: true}
  gate: {title: The gate, kind: brute, initial: false}
events:
  a-war: {title: W, sets: {attack: true, gate: false}}
  b-raid: {title: R, sets: {attack: true, calm: false}}
  opening: {title: O, sets: {gate: true}}
  warning: {title: T, sets: {threat: true}}
bodies:
  council: {title: C, kind: council}
determinations:
  body: {title: D, of: attack, by: body, body: council}
  each: {title: D, of: attack, by: each_obligor}
  nobody: {title: D, of: attack, by: unspecified}
  opened: {title: D, of: gate, by: automatic}
provisions:
  keep: {title: K, kind: defense, obligors: [fr], modality: must, trigger: attack}
  may: {title: M, kind: defense, obligors: [fr], modality: may, trigger: {finding: each}}
  late: {title: L, kind: defense, obligors: [fr], modality: must, enters_when: {finding: opened}}
  over: {title: O, kind: defense, obligors: [fr], modality: must, terminates_when: threat}
"""


def played(condition: str, text: str = PACT) -> Witness:
    """The witness of the one route to an outcome."""
    found = analyse(loads({"m.yaml": text}), condition=condition)
    (points,) = found.routes.sets
    return witness(found, points)


def days(found: Witness) -> list[dict[str, Any]]:
    """What each day of a scenario brings."""
    return [
        step.model_dump(exclude_defaults=True, by_alias=True, exclude={"day"})
        for step in found.scenario.steps
    ]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("attack", [{"events": ("a-war",)}]),
        ("{all: [attack, gate]}", [{"events": ("opening",)}, {"events": ("b-raid",)}]),
        ("{all: [attack, threat]}", [{"events": ("a-war",)}, {"events": ("warning",)}]),
        ("{finding: body}", [{"findings": {"body": "established"}, "by": "council"}]),
        (
            "{delivered: may}",
            [
                {"findings": {"each": "established"}, "by": "fr"},
                {"exercises": ({"provision": "may", "by": "fr"},)},
            ],
        ),
        (
            "{state: keep, in: [BREACHED]}",
            [{"events": ("a-war",), "fails": ({"provision": "keep", "by": "fr"},)}],
        ),
        ("{finding: nobody}", [{"events": ("a-war",)}]),
    ],
)
def test_what_is_done_on_a_route_day_by_day(condition: str, expected: list[dict[str, Any]]) -> None:
    found = played(condition)
    assert (found.how, days(found), found.scenario.horizon) == ("events", expected, len(expected) - 1)


def test_only_what_no_act_can_settle_is_settled_beforehand() -> None:
    assert {unknown.subject: so for unknown, so in played("{finding: nobody}").settled.items()} == {
        "nobody": True
    }
    assert played("{finding: body}").settled == {}


def test_what_must_not_be_so_is_assumed_not_to_be() -> None:
    assume = played("{all: [attack, {not: calm}]}").scenario.assume
    assert assume is not None
    assert assume.facts == {"calm": False}


@pytest.mark.parametrize(
    ("clears", "how", "order"),
    [
        ({}, "events", "abc"),
        ({"b": "a", "c": "ab"}, "out of order", "cba"),
        ({"b": "c", "c": "a"}, "out of order", "bca"),
        ({"a": "b", "b": "c", "c": "a"}, "at once", ""),
    ],
)
def test_events_are_told_in_an_order_in_which_none_takes_away_what_is_needed(
    clears: dict[str, str], how: str, order: str
) -> None:
    text = {
        "facts": {fact: {"title": fact, "kind": "brute", "initial": False} for fact in "abc"},
        "events": {
            fact: {"title": fact, "sets": {fact: True, **dict.fromkeys(clears.get(fact, ""), False)}}
            for fact in "abc"
        },
    }
    found = played("{all: [a, b, c]}", json.dumps(text))
    assert (found.how, [each["events"] for each in days(found) if "events" in each]) == (
        how,
        [(event,) for event in order],
    )
