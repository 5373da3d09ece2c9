"""The search for gaps in passing: what a page that tells much else may spend on it."""

import pytest

from foedus.analyses.gaps import in_passing
from foedus.limits import Limits
from foedus.load import loads

NOTHING = {"model.yaml": "actors: {}"}


@pytest.mark.parametrize("bounded", ["states", "moves", "positions"])
def test_a_search_in_passing_may_spend_a_quarter_of_what_the_limits_allow(bounded: str) -> None:
    assert getattr(in_passing(loads(NOTHING)).limits, bounded) == getattr(Limits(), bounded) // 4


def test_a_search_in_passing_may_always_spend_something() -> None:
    small = loads(NOTHING, limits=Limits(states=1, moves=2, positions=3))
    limits = in_passing(small).limits
    assert (limits.states, limits.moves, limits.positions) == (1, 1, 1)
