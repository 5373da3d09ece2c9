"""Crossings: found by where the runs stand, they are those that trying every pair of runs finds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foedus.layout.crossings import Crossing, crossings
from foedus.layout.drawing import Point

numbers = st.integers(0, 12).map(float)


@st.composite
def ways(draw: st.DrawFn) -> tuple[Point, ...]:
    """Corners of a link that leaves level and turns by right angles."""
    points = [(draw(numbers), draw(numbers))]
    for turn in range(draw(st.integers(1, 4))):
        x, y = points[-1]
        points.append((x, draw(numbers)) if turn % 2 else (draw(numbers), y))
    return tuple(points)


def tried(links: list[tuple[str, tuple[Point, ...]]]) -> list[tuple[Crossing, ...]]:
    """The same by every pair of runs, one after the other."""
    found: list[tuple[Crossing, ...]] = []
    for place, (owner, points) in enumerate(links):
        earlier = [run for other, way in links[:place] if other != owner for run in pairwise(way)]
        pairs = ((own, other) for own in pairwise(points) for other in earlier)
        found.append(tuple(crossing for own, other in pairs for crossing in _one(own, other)))
    return found


def _one(own: tuple[Point, Point], other: tuple[Point, Point]) -> list[Crossing]:
    is_upright = own[0][0] == own[1][0]
    if is_upright == (other[0][0] == other[1][0]):
        return []
    upright, level = (own, other) if is_upright else (other, own)
    x, y = upright[0][0], level[0][1]
    left, right = sorted(point[0] for point in level)
    top, bottom = sorted(point[1] for point in upright)
    return [Crossing((x, y), is_upright)] if left + 1 < x < right - 1 and top + 1 < y < bottom - 1 else []


@given(st.lists(st.tuples(st.sampled_from("abc"), ways()), max_size=6))
def test_crossings_are_those_of_every_pair_of_runs_in_the_order_of_drawing(
    links: list[tuple[str, tuple[Point, ...]]],
) -> None:
    assert list(crossings(links)) == tried(links)
