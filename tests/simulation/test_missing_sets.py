"""What is missing for a promise to fall due: the smallest sets, against every set tried out by hand."""

import itertools
from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_models import FACTS, fact, model, scenario

from foedus.schema.scenarios import Assumptions
from foedus.simulation.why import explain

VALUES = (True, False, "unknown")


def condition(random: Random, depth: int = 3) -> Any:
    """A condition over the facts of the small models."""
    kind = random.choice(("leaf", "not", "all", "any", "at_least") if depth else ("leaf",))
    if kind == "leaf":
        return random.choice(FACTS[:4])
    if kind == "not":
        return {"not": condition(random, depth - 1)}
    parts = [condition(random, depth - 1) for _ in range(random.randint(1, 3))]
    return {"at_least": random.randint(1, len(parts)), "of": parts} if kind == "at_least" else {kind: parts}


def truth(condition: Any, values: Mapping[str, Any]) -> bool | None:
    """Kleene's truth of a condition, written out once more."""
    if isinstance(condition, str):
        return None if values[condition] == "unknown" else values[condition]
    if "not" in condition:
        inner = truth(condition["not"], values)
        return None if inner is None else not inner
    parts = condition.get("all") or condition.get("any") or condition["of"]
    needed = len(parts) if "all" in condition else condition.get("at_least", 1)
    found = [truth(each, values) for each in parts]
    if found.count(True) >= needed:
        return True
    return None if found.count(True) + found.count(None) >= needed else False


def tried(asked: Any, values: dict[str, Any]) -> set[frozenset[tuple[str, bool]]]:
    """The smallest sets of facts with values that they have not, which would make a condition true."""
    names = [name for name in FACTS if name in str(asked)]
    enough: set[frozenset[tuple[str, bool]]] = set()
    for changed in itertools.product((None, True, False), repeat=len(names)):
        other = {name: value for name, value in zip(names, changed, strict=True) if value is not None}
        if all(values[name] != value for name, value in other.items()) and truth(asked, values | other):
            enough.add(frozenset(other.items()))
    return {each for each in enough if not any(less < each for less in enough)}


GATES = ("enters_when", "in_force_while", "trigger", "requires", "terminates_when")
AHEAD = {"INACTIVE": GATES, **dict.fromkeys(("STANDBY", "PENDING", "SUSPENDED"), GATES[1:])}
"""The gates that stand between a state and being due; the last must not be met."""


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_missing_is_what_trying_every_set_of_facts_finds(seed: int) -> None:
    random = Random(seed)
    values: dict[str, Any] = {name: random.choice(VALUES) for name in FACTS}
    own = {gate: condition(random, 2) for gate in random.sample(GATES, random.randint(1, 3))}
    facts = {name: fact(value) for name, value in values.items()}
    (explanation,) = explain(model({"p": own}, scenario(), facts=facts), "s", "p")
    for path in explanation.paths:
        missing = {
            frozenset((lack.words.split("`")[1], lack.words.endswith("true")) for lack in way)
            for way in path.missing
        }
        asked = [own[gate] if gate != "terminates_when" else {"not": own[gate]}
                 for gate in AHEAD.get(path.held.state, ()) if gate in own]  # fmt: skip
        assert missing == (tried({"all": asked}, values) - {frozenset()} if asked else set())
        assert all(lack.kind == "fact" for way in path.missing for lack in way)


def test_what_is_missing_is_asked_for_where_it_is_written() -> None:
    asked = {"all": ["x", {"any": ["y", {"not": "request"}]}, {"at_least": 1, "of": ["attack"]}]}
    told = model({"p": {"trigger": asked}}, scenario(), facts={"request": fact(True)})
    (explanation,) = explain(told, "s", "p")
    assert {lack.words: lack.route[3:] for way in explanation.paths[0].missing for lack in way} == {
        "`x` is true": ("all", 0),
        "`y` is true": ("all", 1, "any", 0),
        "`request` is false": ("all", 1, "any", 1, "not"),
        "`attack` is true": ("all", 2, "of", 0),
    }


def test_what_is_lacking_of_other_provisions_and_findings_is_said_in_words() -> None:
    leaves = {
        "`q` is ACTIVE": {"active": "q"},
        "`q` is delivered": {"delivered": "q"},
        "`q` is PENDING or ACTIVE": {"state": "q", "in": ["PENDING", "ACTIVE"]},
        "`q` has been PENDING or ACTIVE": {"reached": "q", "in": ["PENDING", "ACTIVE"]},
        "`d` is established": {"finding": "d"},
    }
    found = {"d": {"title": "D", "of": "x", "by": "unspecified"}}
    for words, leaf in leaves.items():
        told = model({"p": {"requires": leaf}, "q": {"trigger": "x"}}, scenario(), determinations=found)
        (explanation,) = explain(told, "s", "p")
        ((lack,),) = explanation.paths[0].missing
        assert (lack.words, lack.kind) == (words, "finding" if "`d`" in words else "provision")


def test_of_several_who_owe_or_find_something_those_are_named_that_are_asked_for() -> None:
    leaves = {
        "`q` is ACTIVE for uk": {"active": "q", "obligor": "uk"},
        "`q` is delivered for fr": {"delivered": "q", "obligor": "fr"},
        "`q` has been ACTIVE for fr": {"reached": "q", "in": ["ACTIVE"], "obligor": "fr"},
        "`q` is ACTIVE": {"active": "q"},
        "`d` is established by uk": {"finding": "d", "obligor": "uk"},
        "`d` is established by fr": {"finding": "d"},
    }
    found = {"d": {"title": "D", "of": "x", "by": "each_obligor"}}
    owed = {"obligors": ["fr", "uk"], "responsibility": "several", "trigger": "x"}
    for words, leaf in leaves.items():
        told = model({"p": {"requires": leaf}, "q": owed}, scenario(), determinations=found)
        (explanation,) = explain(told, "s", "p")
        assert [[lack.words for lack in way] for way in explanation.paths[0].missing] == [[words]]


def test_those_who_find_together_lack_the_finding_of_each() -> None:
    found = {"d": {"title": "D", "of": "x", "by": "each_obligor"}}
    owed = {"obligors": ["fr", "uk"], "responsibility": "joint"}
    told = model({"p": {**owed, "requires": {"finding": "d"}}}, scenario(), determinations=found)
    (explanation,) = explain(told, "s", "p")
    assert [[lack.words for lack in way] for way in explanation.paths[0].missing] == [
        ["`d` is established by fr", "`d` is established by uk"]
    ]


def test_on_a_line_of_dates_what_is_missing_is_seen_after_the_days_that_texts_name() -> None:
    broken = {"state": "late", "in": ["BREACHED"]}
    late = {"due_by": "2026-02-01", "performance": "achievement"}
    told = scenario({"day": "2026-01-01"}, {"day": "2026-03-01"})
    (explanation,) = explain(model({"p": {"requires": {"all": [broken, "x"]}}, "late": late}, told), "s", "p")
    assert [[lack.words for lack in way] for way in explanation.paths[0].missing] == [["`x` is true"]]


DRAFT = {"d": {"title": "D", "kind": "draft", "patch": {"provisions": {"p": {"trigger": "y"}}}}}
TEXT = {
    "t": {
        "title": "T",
        "form": "treaty",
        "status": [{"is": "signed", "on": "2026-01-01"}, {"is": "in_force", "on": "2026-06-01"}],
        "parties": {"fr": "ratified"},
    }
}


@pytest.mark.parametrize(
    ("fields", "asked", "states"),
    [
        ({"trigger": "x"}, {}, ("STANDBY",)),
        ({"trigger": "x"}, {"reading": "d"}, ("ACTIVE",)),
        ({"trigger": "x"}, {"assume": Assumptions(facts={"x": True})}, ("ACTIVE",)),
        ({"requires": {"delivered": "may"}}, {"discretion": "exercise"}, ("ACTIVE",)),
        ({"requires": {"delivered": "may"}}, {"discretion": "decline"}, ("PENDING",)),
        ({"instrument": "t", "trigger": "y"}, {"as_of": date(2026, 2, 1)}, ("INACTIVE", "ACTIVE")),
        ({"instrument": "t", "trigger": "y"}, {"as_of": date(2026, 7, 1)}, ("ACTIVE",)),
    ],
)
def test_an_explanation_is_of_the_play_that_was_asked_for(
    fields: dict[str, Any], asked: dict[str, Any], states: tuple[str, ...]
) -> None:
    told = scenario({"day": 1, "sets": {"y": True}})
    provisions = {"p": fields, "may": {"modality": "may", "trigger": "y"}}
    (explanation,) = explain(model(provisions, told, instruments=TEXT, readings=DRAFT), "s", "p", **asked)
    assert explanation.standing.states == states
