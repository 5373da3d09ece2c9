"""The order of a column: what is counted fast is what is counted slowly."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_pictures import diagrams

from foedus.layout.columns import ranked
from foedus.layout.order import _crossings, _Search
from foedus.layout.weaving import woven
from foedus.views.shapes import Diagram

heights = st.integers(0, 6).map(float)


@given(st.lists(st.tuples(heights, heights, st.integers(0, 3)), max_size=12))
def test_crossings_are_those_of_every_two_lines(ends: list[tuple[float, float, int]]) -> None:
    crossed = [(a - c) * (b - d) < 0 and one != two for (a, b, one), (c, d, two) in combinations(ends, 2)]
    assert _crossings(ends) == sum(crossed)


@settings(max_examples=25, deadline=None)
@given(diagrams(most=20))
def test_two_neighbours_that_change_places_cost_what_is_said_of_the_two(diagram: Diagram) -> None:
    weave = woven(diagram, ranked(diagram, "own"))
    search = _Search(weave, {box.id: float(i) for i, box in enumerate(diagram.boxes)}, {})
    search.begin({})
    for group in search.order.values():
        for k, (a, b) in enumerate(pairwise(group)):
            before, pair = search.cost(), search._pair(a, b)
            search._exchange(group, k)
            assert search.cost() - before == pytest.approx(search._pair(b, a) - pair)
            search._exchange(group, k)
