"""What rests on what: chains, keys and loose ends, against networkx asked plainly."""

from collections.abc import Callable, Iterable
from itertools import pairwise

import networkx as nx
import pytest

import foedus
from foedus.analyses.dependence import BEARING, MOVES, chain, dependence, loose
from foedus.graph import Graph, build
from foedus.graph.graph import TRIGGER
from foedus.graph.near import ties
from foedus.load import loads
from foedus.views.told.dependence import ALONE, of_element
from foedus.writers.documents import text

TEXT = """
facts:
  attack: {title: Attack, kind: brute, initial: false}
  asked: {title: Asked, kind: brute, initial: false}
  money: {title: Money, kind: brute, initial: false}
events:
  invasion: {title: Invasion, sets: {attack: true}}
  noise: {title: Noise, sets: {money: true}}
provisions:
  first: {title: First, kind: defense, obligors: [unspecified], modality: must, trigger: attack}
  second: {title: Second, kind: defense, obligors: [unspecified], modality: must, trigger: {active: first}}
  waits: {title: Waits, kind: defense, obligors: [unspecified], modality: must, trigger: asked}
  one: {title: One, kind: defense, obligors: [unspecified], modality: must, requires: {active: other}}
  other: {title: Other, kind: defense, obligors: [unspecified], modality: must, requires: {active: one}}
  itself: {title: Itself, kind: defense, obligors: [unspecified], modality: must, requires: {active: itself}}
bodies:
  court: {title: Court, kind: court}
components:
  part: {title: Part}
determinations:
  astray: {title: Astray, of: nowhere, by: automatic}
instruments:
  pact: {title: Pact, form: treaty}
targets:
  never: {title: Never, condition: nowhere}
"""
LOOSE = {"bodies", "facts", "events", "determinations", "instruments", "provisions", "targets"}
"""The sections of which an element without any edge is told."""


@pytest.fixture
def small() -> Graph:
    return build(loads({"model.yaml": TEXT}))


@pytest.fixture
def paris() -> Graph:
    return build(foedus.read("paris-2026"))


def plain(graph: Graph, kinds: frozenset[str] | set[str] = BEARING) -> "nx.DiGraph[str]":
    return nx.DiGraph((tie.source, tie.target) for tie in ties(graph) if tie.kind in kinds)


def met(graph: "nx.DiGraph[str]", starts: Iterable[str]) -> set[str]:
    """The starts, and everything to which a chain leads from one of them."""
    return {*starts}.union(*(nx.descendants(graph, start) for start in starts if start in graph))


def test_every_chain_to_an_element_passes_through_its_keys(small: Graph) -> None:
    found = dependence(small, "provisions/second")
    assert found.keys == ("events/invasion", "facts/attack", "provisions/first")


def test_circles_and_loose_ends_are_named(small: Graph) -> None:
    found = loose(small)
    assert found.circles == (("provisions/itself",), ("provisions/one", "provisions/other"))
    assert found.unreached == (
        "provisions/itself", "provisions/one", "provisions/other", "provisions/waits",
    )  # fmt: skip
    assert found.ends == ("events/noise",)
    assert found.isolated == (
        "bodies/court", "determinations/astray", "instruments/pact", "targets/never",
    )  # fmt: skip


def of(graph: Graph, section: str) -> list[str]:
    """The vertices of the elements of a section."""
    return [key for key, vertex in graph.vertices.items() if vertex.section == section]


@pytest.fixture(params=["small", "minsk-2015", "egypt-israel-mfo"])
def any_graph(request: pytest.FixtureRequest, small: Graph) -> Graph:
    return small if request.param == "small" else build(foedus.read(request.param))


def test_the_keys_of_an_element_are_those_without_which_no_event_reaches_it(any_graph: Graph) -> None:
    whole, events = plain(any_graph, TRIGGER), of(any_graph, "events")
    reached = met(whole, events)
    lost = {
        key: reached - met(nx.subgraph_view(whole, filter_node=key.__ne__), {*events} - {key})
        for key in reached
    }
    for element in any_graph.vertices:
        found = dependence(any_graph, element).keys
        assert {*found} == {key for key in reached if element in lost[key]} - {element}
        assert [dependence(any_graph, key).keys for key in found] == [
            found[:place] for place in range(len(found))
        ]


def test_loose_ends_are_what_no_chain_ties(any_graph: Graph) -> None:
    found, whole = loose(any_graph), plain(any_graph, MOVES)
    events = of(any_graph, "events")
    waits = {tie.target for tie in ties(any_graph) if tie.kind in TRIGGER}
    after = {key: met(whole, [key]) - {key} for key in events}
    assert found.unreached == tuple(
        key for key in of(any_graph, "provisions") if key in waits - met(whole, events)
    )
    assert found.ends == tuple(
        key for key in events if not any(each.startswith("provisions/") for each in after[key])
    )
    circles = {tuple(sorted(nx.ancestors(whole, key) & nx.descendants(whole, key) | {key})) for key in whole}
    assert found.circles == tuple(
        sorted(own for own in circles if len(own) > 1 or whole.has_edge(*own, *own))
    )
    tied = {end for edge in any_graph.edges for end in (edge.source, edge.target)}
    assert {*found.isolated} == {
        key for key, vertex in any_graph.vertices.items()
        if not vertex.is_gate and key not in tied and vertex.section in LOOSE
    }  # fmt: skip


def test_needs_and_feeds_are_the_ties_that_end_and_begin_there(any_graph: Graph) -> None:
    bearing = [tie for tie in ties(any_graph) if tie.kind in BEARING]
    for element in any_graph.vertices:
        found = dependence(any_graph, element)
        assert found.element == element
        assert found.needs == tuple(tie for tie in bearing if tie.target == element)
        assert found.feeds == tuple(tie for tie in bearing if tie.source == element)


def test_what_comes_before_and_after_is_what_the_graph_reaches(paris: Graph) -> None:
    whole = plain(paris)
    for key in whole:
        found = dependence(paris, key)
        circle = {key} & set(found.before)
        assert set(found.before) - circle == nx.ancestors(whole, key)
        assert set(found.after) - circle == nx.descendants(whole, key)


def test_a_chain_is_as_short_as_any_and_hangs_together(paris: Graph) -> None:
    whole = plain(paris)
    start = "events/armed-attack"
    for end, length in nx.single_source_shortest_path_length(whole, start).items():
        links = chain(paris, start, end)
        assert links is not None
        assert len(links) == length
        assert all(one.target == other.source for one, other in pairwise(links))


def test_where_no_chain_leads_there_is_none(paris: Graph) -> None:
    assert chain(paris, "events/sabotage", "provisions/attack-response") is None


def test_a_chain_from_an_element_to_itself_has_no_links(paris: Graph) -> None:
    assert chain(paris, "events/sabotage", "events/sabotage") == ()


def test_of_an_element_without_any_link_that_is_said(small: Graph) -> None:
    assert ALONE in text.write(of_element(small, dependence(small, "bodies/court")), 80)


def test_two_words_that_are_not_linked_make_the_exit_code_one(foedus: Callable[..., object]) -> None:
    ran = foedus("ask", "paris-2026", "sabotage", "attack-response")
    assert (ran.code, "No chain leads" in ran.out) == (1, True)  # type: ignore[attr-defined]
