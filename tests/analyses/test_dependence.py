"""What rests on what: chains, keys and loose ends, against networkx asked plainly."""

from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest

import foedus
from foedus.analyses.dependence import BEARING, chain, dependence, loose
from foedus.graph import Graph, build
from foedus.graph.near import ties
from foedus.load import loads

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
instruments:
  pact: {title: Pact, form: treaty}
"""


@pytest.fixture
def small() -> Graph:
    return build(loads({"model.yaml": TEXT}))


@pytest.fixture
def paris() -> Graph:
    return build(foedus.read("paris-2026"))


def plain(graph: Graph) -> "nx.DiGraph[str]":
    return nx.DiGraph((tie.source, tie.target) for tie in ties(graph) if tie.kind in BEARING)


def test_every_chain_to_an_element_passes_through_its_keys(small: Graph) -> None:
    found = dependence(small, "provisions/second")
    assert found.keys == ("events/invasion", "facts/attack", "provisions/first")


def test_circles_and_loose_ends_are_named(small: Graph) -> None:
    found = loose(small)
    assert found.circles == (("provisions/one", "provisions/other"),)
    assert found.unreached == ("provisions/one", "provisions/other", "provisions/waits")
    assert found.ends == ("events/noise",)
    assert found.isolated == ("instruments/pact",)


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


def test_two_words_that_are_not_linked_make_the_exit_code_one(foedus: Callable[..., object]) -> None:
    ran = foedus("ask", "paris-2026", "sabotage", "attack-response")
    assert (ran.code, "No chain leads" in ran.out) == (1, True)  # type: ignore[attr-defined]
