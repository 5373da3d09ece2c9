"""The views by name."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from foedus.graph import Graph
from foedus.simulation import Trace
from foedus.views import dependency, matrix, overview, sequence, timeline, trigger
from foedus.views.played_shapes import Sequence, Timeline
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
"""The views of a model by the name that the command line gives them."""

Story: TypeAlias = Callable[[Trace], Timeline | Sequence]
STORIES: dict[str, Story] = {"timeline": timeline.view, "sequence": sequence.view}
"""The views of a played scenario by the name that the command line gives them."""

__all__ = ["STORIES", "VIEWS", "Story", "View"]
