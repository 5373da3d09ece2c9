"""The graph: gates, polarity, places, cycles, and its exports."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

from foedus.graph import Graph, build
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.writers.network import FORMATS

Make = Callable[..., Project]

FACTS = "facts:\n  a: {title: A, kind: brute, initial: false}\n  b: {title: B, kind: brute, initial: false}\n"


def provisions(**fields: str) -> str:
    """Provisions of the fewest fields, each with some of its own."""
    base = "title: T, kind: defense, obligors: [unspecified], modality: must"
    return "provisions:\n" + "".join(f"  {key}: {{{base}, {more}}}\n" for key, more in fields.items())


def edges(graph: Graph, kind: str) -> list[tuple[str, str, bool]]:
    return [(edge.source, edge.target, edge.positive) for edge in graph.edges if edge.kind == kind]


def test_a_condition_becomes_gates_between_its_facts_and_the_provision(model: Make) -> None:
    graph = build(model(FACTS + provisions(p="trigger: {any: [a, {not: b}]}")))
    assert edges(graph, "trigger") == [
        ("facts/a", "provisions/p/trigger", True),
        ("facts/b", "provisions/p/trigger/any/1", False),
        ("provisions/p/trigger", "provisions/p", True),
        ("provisions/p/trigger/any/1", "provisions/p/trigger", True),
    ]


def test_a_gate_is_a_vertex_with_its_kind_its_word_its_count_and_its_place(model: Make) -> None:
    nested = "{any: [a, {not: b}, {all: [a, b]}, {at_least: 2, of: [a, b, a]}]}"
    graph = build(model(FACTS + provisions(p=f"trigger: {nested}")))
    gates = {key: each for key, each in graph.vertices.items() if each.is_gate}
    assert {key: (each.section, each.title, each.count) for key, each in gates.items()} == {
        "provisions/p/trigger": ("any", "OR", 0),
        "provisions/p/trigger/any/1": ("not", "NOT", 0),
        "provisions/p/trigger/any/2": ("all", "AND", 0),
        "provisions/p/trigger/any/3": ("count", "", 2),
    }
    for key, each in gates.items():
        assert key == each.id == "/".join(map(str, each.route))


def test_an_element_is_a_vertex_with_its_section_its_title_and_its_place(model: Make) -> None:
    graph = build(model(FACTS))
    assert {key: (each.id, each.section, each.title, each.route, each.count)
            for key, each in graph.vertices.items()} == {
        "facts/a": ("facts/a", "facts", "A", ("facts", "a"), 0),
        "facts/b": ("facts/b", "facts", "B", ("facts", "b"), 0),
    }  # fmt: skip


def test_each_gate_of_a_provision_and_each_outcome_reads_what_it_names_at_its_place(model: Make) -> None:
    gates = (
        "enters_when: a, in_force_while: a, trigger: {finding: f}, "
        "requires: {active: q}, terminates_when: {not: a}"
    )
    asking = """
determinations: {f: {title: F, of: b, by: automatic}}
targets: {t: {title: T, condition: {all: [{delivered: p}, {not: a}]}}}
properties: {k: {title: K, leads_to: {from: {reached: p, in: [STANDBY]}, to: b}}}
"""
    graph = build(model(FACTS + provisions(p=gates, q="modality: must").replace(
        "modality: must, modality: must", "modality: must") + asking))  # fmt: skip
    kinds = {"enters", "while", "trigger", "requires", "terminates", "reads"}
    found = [each for each in graph.edges if each.kind in kinds]
    assert {(each.source, "/".join(map(str, each.route)), each.kind, each.positive) for each in found} == {
        ("facts/a", "provisions/p/enters_when", "enters", True),
        ("facts/a", "provisions/p/in_force_while", "while", True),
        ("determinations/f", "provisions/p/trigger", "trigger", True),
        ("provisions/q", "provisions/p/requires", "requires", True),
        ("facts/a", "provisions/p/terminates_when/not", "terminates", False),
        ("provisions/p/terminates_when", "provisions/p/terminates_when", "terminates", False),
        ("targets/t/condition", "targets/t/condition", "reads", True),
        ("provisions/p", "targets/t/condition/all/0", "reads", True),
        ("targets/t/condition/all/1", "targets/t/condition/all/1", "reads", True),
        ("facts/a", "targets/t/condition/all/1/not", "reads", False),
        ("provisions/p", "properties/k/leads_to/from", "reads", False),
        ("facts/b", "properties/k/leads_to/to", "reads", True),
    }


def test_a_gate_of_so_many_keeps_its_count(model: Make) -> None:
    graph = build(model(FACTS + provisions(p="requires: {at_least: 2, of: [a, b, a]}")))
    assert graph.vertices["provisions/p/requires"].count == 2


def test_what_ends_a_provision_counts_against_it(model: Make) -> None:
    graph = build(model(FACTS + provisions(p="terminates_when: a")))
    assert edges(graph, "terminates") == [("facts/a", "provisions/p", False)]


def test_a_state_test_that_is_not_upward_closed_counts_against(model: Make) -> None:
    graph = build(model(provisions(p="modality: must", q="requires: {state: p, in: [STANDBY]}").replace(
        "modality: must, modality: must", "modality: must")))  # fmt: skip
    assert edges(graph, "requires") == [("provisions/p", "provisions/q", False)]


def test_an_edge_leads_back_to_the_line_where_it_was_written(model: Make) -> None:
    project = model(FACTS + "provisions:\n  p:\n    title: T\n    kind: defense\n    obligors: [x]\n"
                    "    modality: must\n    trigger:\n      all:\n        - a\n        - b\n")  # fmt: skip
    graph = build(project)
    places = {edge.source: str(project.where(edge.route)) for edge in graph.edges if edge.kind == "trigger"}
    assert (places["facts/a"], places["facts/b"]) == ("model.yaml:12:11", "model.yaml:13:11")


def test_a_dangling_reference_is_an_edge_that_is_not_there(model: Make) -> None:
    graph = build(model(provisions(p="trigger: {all: [nowhere, {active: nobody}]}")))
    assert edges(graph, "trigger") == [("provisions/p/trigger", "provisions/p", True)]


def test_provisions_that_wait_for_each_other_are_a_cycle(model: Make) -> None:
    graph = build(
        model(provisions(p="requires: {active: q}", q="requires: {active: p}", r="requires: {active: p}"))
    )
    assert graph.position_cycles == (("provisions/p", "provisions/q"),)


def test_a_provision_that_waits_for_itself_is_a_cycle(model: Make) -> None:
    assert build(model(provisions(p="requires: {active: p}"))).position_cycles == (("provisions/p",),)


def test_the_named_parts_hold_only_their_kinds() -> None:
    graph = build(load(shipped_models()["paris-2026"]))
    assert {edge.kind for edge in graph.trigger_graph().edges} <= {
        "enters", "while", "trigger", "requires", "terminates", "reads", "sets", "determines",
    }  # fmt: skip
    assert {edge.kind for edge in graph.dependency_graph().edges} <= {
        "delivers", "established_by", "provides", "through", "part_of",
    }  # fmt: skip


def test_every_export_holds_every_vertex_and_edge(tmp_path: Path) -> None:
    graph = build(load(shipped_models()["paris-2026"]))
    data = json.loads(FORMATS["json"](graph))
    assert (len(data["nodes"]), len(data["edges"])) == (len(graph.vertices), len(graph.edges))
    root = ET.fromstring(FORMATS["graphml"](graph))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert (len(list(root.iter(f"{space}node"))), len(list(root.iter(f"{space}edge")))) == (
        len(graph.vertices), len(graph.edges),
    )  # fmt: skip
    assert FORMATS["dot"](graph).count(" -> ") == len(graph.edges)


def test_a_label_in_dot_stays_text(model: Make) -> None:
    text = 'facts:\n  a: {title: "<b>x</b> \\\\N \\"y\\"", kind: brute, initial: false}\n'
    [line] = [line for line in FORMATS["dot"](build(model(text))).splitlines() if "n0 " in line]
    assert 'label="<b>x</b> \\\\N \\"y\\""' in line


def test_every_edge_leaves_one_vertex_and_arrives_at_one() -> None:
    graph = build(load(shipped_models()["paris-2026"]))
    for asked in (graph.edges_from, graph.edges_to):
        found = [edge for vertex in graph.vertices for edge in asked(vertex)]
        assert sorted(found, key=str) == sorted(graph.edges, key=str)
    assert graph.edges_from("nowhere") == graph.edges_to("nowhere") == ()


def test_a_named_part_holds_the_ends_of_its_edges_and_nothing_else() -> None:
    graph = build(load(shipped_models()["paris-2026"]))
    for part in (graph.trigger_graph(), graph.dependency_graph()):
        assert set(part.vertices) == {end for edge in part.edges for end in (edge.source, edge.target)}
        assert part.vertices.items() <= graph.vertices.items()
