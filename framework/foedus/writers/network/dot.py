"""The whole graph as DOT, for Graphviz; pictures for people are drawn by the views."""

import graphviz

from foedus.graph import Graph, Vertex
from foedus.handling import said

_SHAPES = {"facts": "ellipse", "events": "ellipse", "provisions": "box", "determinations": "hexagon"}


def write(graph: Graph) -> str:
    """One node a vertex, named `n0`, `n1` and so on; labels are plain text whatever they hold."""
    names = {key: f"n{place}" for place, key in enumerate(graph.vertices)}
    footer = said([graph.project])
    label = {"label": _text(footer)} if footer else {}
    picture = graphviz.Digraph("foedus", graph_attr={"rankdir": "LR", **label})
    for key, vertex in graph.vertices.items():
        picture.node(names[key], label=_label(vertex), shape=_shape(vertex), tooltip=_text(key))
    for edge in graph.edges:
        style = "solid" if edge.positive else "dashed"
        picture.edge(names[edge.source], names[edge.target], label=edge.kind, style=style)
    return str(picture.source)


def _label(vertex: Vertex) -> str:
    return _text(f"{vertex.count} of n" if vertex.count else vertex.title)


def _shape(vertex: Vertex) -> str:
    return "diamond" if vertex.is_gate else _SHAPES.get(vertex.section, "plaintext")


def _text(text: str) -> str:
    """Text that DOT takes as text: never HTML, never an escape of its own."""
    return str(graphviz.nohtml(graphviz.escape(text.replace("\x00", ""))))
