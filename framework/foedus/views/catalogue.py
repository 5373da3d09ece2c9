"""The views by name."""

from typing import Protocol

from foedus.graph import Graph
from foedus.views import dependency, matrix, overview, trigger
from foedus.views.shapes import Picture


class View(Protocol):
    """What every view is: a picture of a graph, from saying everything (0) to counting what it can (4)."""

    def __call__(self, graph: Graph, brief: int = 0) -> Picture: ...


VIEWS: dict[str, View] = {
    "overview": overview.view,
    "trigger": trigger.view,
    "dependency": dependency.view,
    "matrix": matrix.view,
}
"""The views by the name that the command line gives them."""

__all__ = ["VIEWS", "View"]
