"""What is said twice is written once, and comes back as it was."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from foedus.explorer.shared import shared

TEXTS = st.text(max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS.filter(lambda key: key != "$"), inner),
    max_leaves=20,
)


def whole(value: Any, pool: list[Any]) -> Any:
    match value:
        case {"$": place}:
            return whole(pool[place], pool)
        case dict():
            return {key: whole(part, pool) for key, part in value.items()}
        case list():
            return [whole(part, pool) for part in value]
        case _:
            return value


@given(VALUES)
def test_it_comes_back_as_it_was(value: Any) -> None:
    made = shared([value, value])
    assert whole(made["root"], made["pool"]) == [value, value]


def test_a_long_part_that_is_said_often_costs_little() -> None:
    part = {"said": "x" * 1000}
    assert len(json.dumps(shared([part] * 100))) < 3 * len(json.dumps(part))
