"""What stands near an element: ties run from end to end through the gates of conditions."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import Stop
from foedus.graph import Graph, build
from foedus.graph.near import Tie, distances, ties, vertex_named
from foedus.library import shipped_models
from foedus.load import load, loads
from foedus.logic import atoms

GATES = ("enters_when", "in_force_while", "trigger", "requires", "terminates_when")


def condition(random: Random, depth: int = 3) -> Any:
    """A condition over some facts."""
    kind = random.choice(("leaf", "not", "all", "any", "at_least") if depth else ("leaf",))
    if kind == "leaf":
        return random.choice("xyz")
    if kind == "not":
        return {"not": condition(random, depth - 1)}
    parts = [condition(random, depth - 1) for _ in range(random.randint(1, 3))]
    return {"at_least": 1, "of": parts} if kind == "at_least" else {kind: parts}


def graph(**fields: Any) -> Graph:
    """The graph of a duty `p` with some fields of its own, a duty `q`, three facts and an actor."""
    base = {"title": "T", "kind": "defense", "obligors": ["fr"], "modality": "must"}
    sections = {
        "actors": {"fr": {"title": "France", "kind": "state"}},
        "facts": {key: {"title": key, "kind": "brute", "initial": False} for key in "xyz"},
        "provisions": {"p": base | fields, "q": base},
        "scenarios": {"s": {"title": "S", "steps": [{"day": 1, "sets": {"x": True}}]}},
    }
    return build(loads({"m.yaml": json.dumps(sections)}))


@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_a_tie_bears_on_its_end_as_the_leaf_does_on_its_condition(seed: int) -> None:
    random = Random(seed)
    gate = random.choice(GATES)
    own = graph(**{gate: condition(random)})
    duty = own.model.provisions["p"]
    leaves = atoms(getattr(duty, gate), duty.at(gate), gate != "terminates_when")
    found = [each for each in ties(own) if each.source.startswith("facts/")]
    assert {(each.source, each.target, each.route, each.positive, each.joint) for each in found} == {
        (f"facts/{leaf}", "provisions/p", route, positive, bool({"all", "any", "of"} & set(route)))
        for leaf, route, positive in leaves
    }


def test_ties_join_elements_of_the_system_only() -> None:
    ends = {end for each in ties(graph(trigger={"all": ["x", "y"]})) for end in (each.source, each.target)}
    assert ends == {"actors/fr", "facts/x", "facts/y", "provisions/p", "provisions/q"}


def test_what_waits_for_another_to_be_honoured_is_tied_to_it_once() -> None:
    own = graph(requires={"delivered": "q"})
    assert [each.kind for each in ties(own) if each.source == "provisions/q"] == ["requires"]


@pytest.mark.parametrize("name", shipped_models())
def test_whatever_waits_for_a_provision_is_tied_to_it_by_the_gate_that_asks(name: str) -> None:
    own = build(load(shipped_models()[name]))
    tied = {(each.source, each.target) for each in ties(own)}
    assert {(each.source, each.target) for each in own.edges if each.kind == "delivers"} <= tied


def tie(source: str, target: str) -> Tie:
    return Tie(source, target, "trigger", True, False, ())


def test_distance_is_the_fewest_ties_in_whichever_direction() -> None:
    found = [tie("a", "b"), tie("c", "b"), tie("c", "d"), tie("d", "e"), tie("a", "d")]
    assert distances(found, "b", 0) == {"b": 0}
    assert distances(found, "b", 1) == {"b": 0, "a": 1, "c": 1}
    assert distances(found, "b", 9) == {"b": 0, "a": 1, "c": 1, "d": 2, "e": 3}


@pytest.mark.parametrize(
    ("word", "message"),
    [("qwertyuiop", "; `foedus graph` lists the elements"), ("frr", "; did you mean `fr`"),
     ("s", "has no element `s`"), ("provisions/p/trigger", "has no element")],
)  # fmt: skip
def test_what_is_no_element_is_refused(word: str, message: str) -> None:
    with pytest.raises(Stop, match=message):
        vertex_named(graph(trigger={"all": ["x", "y"]}), word)
