"""The model as a dependency and trigger graph."""

from foedus.graph.build import build
from foedus.graph.graph import Edge, EdgeKind, Graph, Vertex, provision_leaves, strata, vertex_id

__all__ = ["Edge", "EdgeKind", "Graph", "Vertex", "build", "provision_leaves", "strata", "vertex_id"]
