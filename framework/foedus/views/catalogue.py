"""The views by name."""

from collections.abc import Callable
from typing import TypeAlias

from foedus.graph import Graph
from foedus.views import dependency, matrix, overview, trigger
from foedus.views.shapes import Picture

View: TypeAlias = Callable[[Graph], Picture]

VIEWS: dict[str, View] = {
    "overview": overview.view,
    "trigger": trigger.view,
    "dependency": dependency.view,
    "matrix": matrix.view,
}
"""The views by the name that the command line gives them."""

__all__ = ["VIEWS", "View"]
