"""What-if is no wider than it says: its answers against the circuit of the same outcome, and by hand."""

import itertools
import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from foedus.analyses.atoms import Atom
from foedus.analyses.reach import Case, Reach, listed
from foedus.analyses.unroll import unroll
from foedus.load import Project, loads
from foedus.schema import Condition, Model
from foedus.simulation import prepare

seeds = st.integers(0, 2**32)
FACTS, NAMES, OWING = ("x", "y", "z"), ("a", "b", "c"), ("fr", "army", "uk")
FOUND = ("council", "lead", "auto", "open")
WHOLES = {"fr": {"fr"}, "army": {"army", "fr"}, "uk": {"uk"}, "council": {"council"}}
RISING = (("STANDBY", "PENDING", "ACTIVE", "FULFILLED"), ("ACTIVE", "FULFILLED"))


def asked(condition: Any) -> Condition:
    """A condition as it is written, read."""
    return TypeAdapter(Condition).validate_json(json.dumps(condition))


def condition(random: Random, depth: int = 2) -> Any:
    """A condition without negation."""
    kind = random.choice(("leaf", "all", "any", "at_least") if depth else ("leaf",))
    if kind == "leaf":
        name, states = random.choice(NAMES), list(random.choice(RISING))
        return random.choice((*FACTS, {"finding": random.choice(FOUND)},
                              {"active": name}, {"delivered": name}, {"state": name, "in": states},
                              {"reached": name, "in": states}))  # fmt: skip
    parts = [condition(random, depth - 1) for _ in range(random.randint(1, 3))]
    return {"at_least": random.randint(1, len(parts)), "of": parts} if kind == "at_least" else {kind: parts}


def provision(random: Random) -> dict[str, Any]:
    """A duty that one or two owe, each for itself."""
    fields: dict[str, Any] = {"obligors": random.sample(OWING, random.randint(1, 2))}
    for gate in ("enters_when", "in_force_while", "trigger", "requires"):
        if random.random() < 0.4:
            fields[gate] = condition(random)
    if random.random() < 0.3:
        fields["instrument"] = "text"
    if random.random() < 0.2:
        fields["status"] = random.choice(("dropped", "proposed"))
    return {"title": "P", "kind": "defense", "modality": "must", **fields}


def project(random: Random) -> Project:
    """Who can bring about a fact, make a finding or owe a duty is drawn anew."""
    owners: Any = ({}, {"owner": random.choice(OWING)})
    made = [(fact, random.sample(OWING, random.randint(0, 2))) for fact in FACTS for _ in range(2)]
    founded: Any = ({}, {"established_by": random.choice(NAMES)})
    sections = {
        "actors": {name: {"title": name, "kind": "state"} for name in ("fr", "uk")}
        | {"army": {"title": "army", "kind": "state", "of": "fr"}},
        "facts": {
            fact: {"title": fact, "kind": "brute", "initial": random.choice((False, False, True, "unknown")),
                   **random.choice(owners)}
            for fact in FACTS
        },
        "events": {
            f"e{place}": {"title": "E", "sets": {fact: True}, "by": by}
            for place, (fact, by) in enumerate(made)
            if random.random() < 0.5
        },
        "bodies": {
            "council": {"title": "C", "kind": "council", **random.choice(founded),
                        "status": random.choice(("proposed", "operational", "dissolved"))},
        },
        "instruments": {
            "text": {"title": "T", "form": "treaty", "parties": {"uk": "withdrawn"},
                     "status": random.choice(("in_force", "under_negotiation", "terminated"))},
        },
        "determinations": {
            "council": {"title": "D", "of": "x", "by": "body", "body": "council"},
            "lead": {"title": "D", "of": "y", "by": "lead_state", "actor": random.choice(OWING)},
            "auto": {"title": "D", "of": "z", "by": "automatic"},
            "open": {"title": "D", "of": "z", "by": "unspecified"},
        },
        "provisions": {name: provision(random) for name in NAMES},
    }  # fmt: skip
    found = loads({"model.yaml": json.dumps(sections)})
    assert found.findings == (), found.findings
    return found


def can_be(model: Model, fact: str, gone: set[str]) -> bool:
    """Whether a fact is so at first, or somebody who is still there makes it so, its owner among them."""
    declared = model.facts[fact]
    return declared.initial is not False or any(
        not ({declared.owner} if declared.owner else set()) & gone and (not each.by or set(each.by) - gone)
        for each in model.events.values()
        if each.sets.get(fact)
    )


def possible(model: Model, atom: Atom, case: Case) -> bool:
    """Whether what an outcome turns on can be so in a case."""
    gone = {each for each, wholes in WHOLES.items() if wholes & set(case.without)}
    if atom.kind == "fact":
        return atom.subject not in case.deny and can_be(model, atom.subject, gone)
    if atom.kind == "finding":  # nobody finds what cannot be so
        fact = model.determinations[atom.subject].of
        return fact not in case.deny and can_be(model, fact, gone) and atom.owner not in gone
    return (atom.for_ or atom.owner) not in gone


def drawn(random: Random) -> Case:
    """Up to two who withdraw, and up to one fact that never holds."""
    leaving = random.sample((*OWING, "council"), random.randint(0, 2))
    return Case(tuple(leaving), tuple(random.sample(FACTS, random.randint(0, 1))))


@given(seeds)
@settings(max_examples=150, deadline=None)
def test_without_negation_what_is_within_reach_is_what_the_circuit_of_the_outcome_allows(seed: int) -> None:
    random = Random(seed)
    own, cases = project(random), [drawn(random) for _ in range(8)]
    outcomes = [
        condition(random),
        *({"active": name} for name in NAMES),
        *({"finding": each} for each in FOUND),
    ]
    prepared, reach = prepare(own), Reach(own.model, listed(cases))
    for outcome in map(asked, outcomes):
        found = unroll(prepared, outcome, ())
        allowed = [
            found.circuit.holds(ref for ref, atom in found.atoms.items() if possible(own.model, atom, each))
            for each in cases
        ]
        assert [bool(reach.holds(outcome) >> place & 1) for place in range(len(cases))] == allowed


def read_once(random: Random, facts: list[str], depth: int = 3) -> Any:
    """A condition that asks for each of some facts once, so or not so."""
    if len(facts) == 1 or not depth:
        return random.choice((facts[0], {"not": facts[0]}))
    cut = random.randint(1, len(facts) - 1)
    parts = [read_once(random, facts[:cut], depth - 1), read_once(random, facts[cut:], depth - 1)]
    kind = random.choice(("all", "any", "at_least", "not"))
    if kind == "not":
        return {"not": {random.choice(("all", "any")): parts}}
    return {"at_least": random.randint(1, 2), "of": parts} if kind == "at_least" else {kind: parts}


def true(condition: Any, values: dict[str, bool]) -> bool:
    """The truth of a condition over facts."""
    if isinstance(condition, str):
        return values[condition]
    if "not" in condition:
        return not true(condition["not"], values)
    parts = condition.get("all") or condition.get("any") or condition["of"]
    needed = len(parts) if "all" in condition else condition.get("at_least", 1)
    return sum(true(each, values) for each in parts) >= needed


@given(seeds)
@settings(max_examples=200, deadline=None)
def test_over_facts_read_once_it_is_within_reach_where_some_values_that_they_can_have_make_it_true(
    seed: int,
) -> None:
    random = Random(seed)
    names = [f"f{place}" for place in range(random.randint(1, 5))]
    can = {name: random.choice(((True,), (False,), (True, False))) for name in names}
    text = {
        "facts": {
            name: {"title": name, "kind": "brute", "initial": values[0] if len(values) == 1 else "unknown"}
            for name, values in can.items()
        }
    }
    outcome = read_once(random, names)
    some = any(
        true(outcome, dict(zip(names, each, strict=True))) for each in itertools.product(*can.values())
    )
    assert (
        Reach(loads({"model.yaml": json.dumps(text)}).model, listed([Case()])).holds(asked(outcome)) == some
    )


PACT = """
actors:
  fr: {title: France, kind: state}
  uk: {title: Britain, kind: state}
facts:
  attack: {title: An attack, kind: brute, initial: false}
  calm: {title: Calm, kind: brute, initial: true, owner: uk}
  never: {title: What nothing brings about, kind: brute, initial: false}
events:
  invasion: {title: I, sets: {attack: true}}
  unrest: {title: U, sets: {calm: false}, by: [fr]}
  strike: {title: S, sets: {calm: false}, by: [uk]}
provisions:
  p: {title: P, kind: defense, obligors: [fr, uk], modality: must, trigger: never}
  q: {title: Q, kind: defense, obligors: [fr, uk], modality: must, trigger: attack}
"""


@pytest.mark.parametrize(
    ("outcome", "gone", "within"),
    [
        ({"active": "p"}, (), False),
        ({"state": "p", "in": ["ACTIVE"]}, (), False),
        ({"state": "p", "in": ["STANDBY"]}, (), True),
        ({"state": "p", "in": ["STANDBY"]}, ("fr", "uk"), False),
        ({"state": "p", "in": ["INACTIVE"]}, ("fr", "uk"), True),
        ({"state": "p", "in": ["TERMINATED", "ACTIVE"]}, ("fr", "uk"), True),
        ({"not": {"active": "p"}}, (), True),
        ({"not": {"delivered": "q"}}, ("fr", "uk"), True),
        ({"not": {"state": "q", "in": ["ACTIVE"]}}, ("fr", "uk"), True),
        ({"active": "q", "obligor": "fr"}, ("uk",), True),
        ({"active": "q", "obligor": "fr"}, ("fr",), False),
        ({"not": "calm"}, ("fr",), True),
        ({"not": "calm"}, ("uk",), True),
        ({"not": "calm"}, ("fr", "uk"), False),
        ({"active": "unheard-of"}, (), True),
        ({"finding": "unheard-of"}, (), True),
        ("unheard-of", (), True),
    ],
)
def test_what_is_within_reach(outcome: Any, gone: tuple[str, ...], within: bool) -> None:
    assert Reach(loads({"model.yaml": PACT}).model, listed([Case(gone)])).holds(asked(outcome)) == within
