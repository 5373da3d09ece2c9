"""A link that follows from others is left out of a brief picture; what was joined stays joined."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from foedus.views.implied import without_implied
from foedus.views.shapes import Link

pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True, max_size=16)


def links(found: list[tuple[int, int]]) -> list[Link]:
    return [Link(str(a), str(b), "requires", "is waited for by") for a, b in found if a != b]


def graph(found: list[Link] | tuple[Link, ...]) -> "nx.DiGraph[str]":
    return nx.DiGraph([(link.source, link.target) for link in found])


@given(pairs)
def test_without_circles_it_is_the_transitive_reduction(found: list[tuple[int, int]]) -> None:
    every = links([(a, b) for a, b in found if a < b])
    assert set(graph(without_implied(every)).edges) == set(nx.transitive_reduction(graph(every)).edges)


@given(pairs)
def test_what_was_joined_stays_joined(found: list[tuple[int, int]]) -> None:
    every = links(found)
    kept = without_implied(every)
    assert set(nx.transitive_closure(graph(every)).edges) == set(nx.transitive_closure(graph(kept)).edges)


def test_a_link_of_another_meaning_does_not_follow() -> None:
    every = [Link("a", "b", "requires"), Link("b", "c", "requires"), Link("a", "c", "activates")]
    assert without_implied(every) == tuple(every)
