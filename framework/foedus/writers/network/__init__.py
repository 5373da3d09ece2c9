"""The graph itself to a format for other programs: one module a format, each with `write(graph) -> str`."""

from collections.abc import Callable
from typing import TypeAlias

from foedus.graph import Graph
from foedus.writers.network import dot, graphml, node_link

Writer: TypeAlias = Callable[[Graph], str]

FORMATS: dict[str, Writer] = {"graphml": graphml.write, "json": node_link.write, "dot": dot.write}
"""The formats of graphs by the name that the command line gives them."""
