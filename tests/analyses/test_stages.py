"""How far a position comes in the latched reading: its circuit allows the states in which plays leave it."""

import json
from itertools import combinations, product
from typing import Any

import pytest
from pydantic import TypeAdapter

from foedus.analyses.unroll import Unrolled, unroll
from foedus.load import Project, loads
from foedus.logic import LADDER
from foedus.schema import Condition, Scenario
from foedus.simulation import STATES, Prepared, play, prepare

GATES = {"enters_when": "e", "in_force_while": "f", "trigger": "t", "requires": "r", "terminates_when": "x"}
FACTS = tuple(GATES.values())
SORTS: tuple[dict[str, Any], ...] = (
    {"modality": "must", "performance": "achievement"},
    {"modality": "must", "performance": "maintenance"},
    {"modality": "must_not"},
    {"modality": "may"},
    {"modality": "may", "deadline": "P3D"},
)


def project(sort: dict[str, Any]) -> Project:
    """One promise of a sort, with a fact of its own at each gate."""
    sections = {
        "actors": {"fr": {"title": "France", "kind": "state"}},
        "facts": {fact: {"title": fact, "kind": "brute", "initial": False} for fact in FACTS},
        "provisions": {"p": {"title": "P", "kind": "defense", "obligors": ["fr"], **GATES, **sort}},
    }
    own = loads({"model.yaml": json.dumps(sections)})
    assert own.findings == ()
    return own


def days(prepared: Prepared, *steps: dict[str, Any]) -> list[set[str]]:
    """The states of the promise after each day of some steps, and long after them."""
    told = [{"day": day, **step} for day, step in enumerate(steps, 1)]
    scenario = Scenario.model_validate_json(
        json.dumps({"id": "s", "title": "S", "steps": told, "horizon": 99})
    )
    trace = play(prepared, scenario)
    assert not trace.refusals
    return [set(trace.states("p", after=day)) for day in (0, *range(1, len(steps) + 1), 99)]


def acted(sort: dict[str, Any], done: bool) -> dict[str, Any]:
    """A step in which whoever owes the promise keeps it, or does not."""
    verbs = ("declines", "exercises") if sort["modality"] == "may" else ("fails", "performs")
    return {verbs[done]: [{"provision": "p"}]}


def left(prepared: Prepared, sort: dict[str, Any], facts: dict[str, bool], done: bool) -> set[str]:
    """The states in which plays that end with these facts leave the promise, as it is kept or not."""
    at_once = {"sets": facts}
    ends = days(prepared, at_once)[1] if done else set().union(*days(prepared, at_once)[1:])
    if "ACTIVE" in ends:
        ends |= days(prepared, at_once, acted(sort, done))[2]
    return ends if facts["f"] else ends | days(prepared, {"sets": {**facts, "f": True}}, at_once)[2]


def passed(prepared: Prepared, facts: dict[str, bool]) -> set[str]:
    """The states through which the promise goes if its gates are met one by one."""
    first = {"sets": {key: facts[key] for key in "fx"}}
    return set().union(*days(prepared, first, *({"sets": {key: facts[key]}} for key in "etr"))[:-1])


def allowing(own: Project, asked: str) -> dict[tuple[str, ...], Unrolled]:
    """The circuits of questions about the promise, by the states that they name: each one, and each two."""
    sets = [*combinations(STATES, 1), *combinations(STATES, 2), LADDER[1:], LADDER[3:]]
    written = {states: json.dumps({asked: "p", "in": states}) for states in sets}
    return {
        states: unroll(prepare(own), TypeAdapter(Condition).validate_json(text), ())
        for states, text in written.items()
    }


@pytest.mark.parametrize("done", [True, False], ids=["kept", "not kept"])
@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: " ".join(sort.values()))
def test_a_position_can_be_in_the_states_in_which_some_play_leaves_it(
    sort: dict[str, Any], done: bool
) -> None:
    own = project(sort)
    prepared, states, reached = prepare(own), allowing(own, "state"), allowing(own, "reached")
    deed = f"{'choice' if sort['modality'] == 'may' else 'deed'}:p@fr"
    for values in product((True, False), repeat=len(FACTS)):
        facts = dict(zip(FACTS, values, strict=True))
        so = {"consent:p@fr", *(f"fact:{key}" for key in FACTS if facts[key]), *([deed] if done else ())}
        now = left(prepared, sort, facts, done)
        ever = now | {"INACTIVE"} | (passed(prepared, facts) & {*LADDER})
        assert {asked for asked, found in states.items() if allowed(found, so)} == {
            asked for asked in states if now & {*asked}
        }, facts
        assert {asked for asked, found in reached.items() if allowed(found, so)} == {
            asked for asked in reached if ever & {*asked}
        }, facts


def allowed(found: Unrolled, so: set[str]) -> bool:
    """Whether a circuit holds where so much is so."""
    return found.circuit.holds(ref for ref, atom in found.atoms.items() if atom.key in so)
