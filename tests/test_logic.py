"""Three-valued truth, against the truth tables and against every completion."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from foedus.logic import Truth, atoms, evaluate, upward_closed
from foedus.schema import Condition

FACTS = "abc"
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def conditions() -> st.SearchStrategy[Condition]:
    """Conditions over three facts, made as a file would have them."""

    def join(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        many = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return (
            inner.map(lambda one: {"not": one})
            | many.map(lambda some: {"all": some})
            | many.map(lambda some: {"any": some})
            | many.map(lambda some: {"at_least": 2, "of": some})
        )

    return st.recursive(st.sampled_from(FACTS), join, max_leaves=6).map(CONDITION.validate_python)


def value(condition: Condition, **facts: Truth) -> Truth:
    return evaluate(condition, lambda leaf: facts[str(leaf)])


@pytest.mark.parametrize(("a", "b"), list(product((True, None, False), repeat=2)))
def test_all_is_the_minimum_and_any_the_maximum(a: Truth, b: Truth) -> None:
    rank = {False: 0, None: 1, True: 2}
    both = CONDITION.validate_python({"all": ("a", "b")})
    either = CONDITION.validate_python({"any": ("a", "b")})
    assert rank[value(both, a=a, b=b)] == min(rank[a], rank[b])
    assert rank[value(either, a=a, b=b)] == max(rank[a], rank[b])


@given(conditions(), st.fixed_dictionaries({fact: st.sampled_from((True, False, None)) for fact in FACTS}))
def test_a_known_truth_holds_in_every_completion(condition: Condition, facts: dict[str, Truth]) -> None:
    unknown = [fact for fact in facts if facts[fact] is None]
    completed = [
        value(condition, **{**facts, **dict(zip(unknown, choice, strict=True))})
        for choice in product((True, False), repeat=len(unknown))
    ]
    found = value(condition, **facts)
    assert found is None or set(completed) == {found}


@given(conditions(), st.fixed_dictionaries({fact: st.booleans() for fact in FACTS}), st.sampled_from(FACTS))
def test_a_condition_never_falls_when_an_atom_that_is_only_positive_rises(
    condition: Condition, facts: dict[str, bool], fact: str
) -> None:
    if all(atom.positive for atom in atoms(condition, ()) if atom.leaf == fact):
        low = value(condition, **{**facts, fact: False})
        high = value(condition, **{**facts, fact: True})
        assert not (low is True and high is False)


@pytest.mark.parametrize(
    ("states", "closed"),
    [
        (("ACTIVE", "FULFILLED"), True),
        (("FULFILLED",), True),
        (("ACTIVE",), False),
        (("INACTIVE",), False),
        (("STANDBY", "PENDING", "ACTIVE", "FULFILLED"), True),
        (("FULFILLED", "BREACHED"), False),
    ],
)
def test_a_state_test_rises_with_the_ladder_or_not(states: tuple[str, ...], closed: bool) -> None:
    assert upward_closed(states) is closed
