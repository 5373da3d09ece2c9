"""The views by name."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from foedus.graph import Graph
from foedus.simulation import Trace
from foedus.views import (
    coverage,
    dependency,
    difference,
    focus,
    glance,
    instruments,
    ladder,
    matrix,
    overview,
    profile,
    provenance,
    routes,
    sequence,
    timeline,
    trigger,
)
from foedus.views.asked import Asked
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

ANSWERS: dict[str, View] = {"coverage": coverage.view}
"""What analyses of a model answer, as pictures."""

STUDIES: dict[str, View] = {
    "glance": glance.view,
    "status": ladder.view,
    "instruments": instruments.view,
    "provenance": provenance.view,
    "profile": profile.view,
    "routes": routes.view,
}
"""Further views of a model, on its words, texts, sources and outcomes, which its report leaves to tables."""

AskedView: TypeAlias = Callable[[Graph, Asked], Picture]
ASKED: dict[str, AskedView] = {"focus": focus.view, "difference": difference.view}
"""The views that need more than a model: an element to stand near, something to compare with."""

EVERY_TEXT = frozenset({"coverage", "instruments", "routes", "focus", "difference"})
"""The views that show every text, whatever text the system rests on."""

Story: TypeAlias = Callable[[Trace], Timeline | Sequence]
STORIES: dict[str, Story] = {"timeline": timeline.view, "sequence": sequence.view}
"""The views of a played scenario by the name that the command line gives them."""

NAMES: tuple[str, ...] = (*VIEWS, *ANSWERS, *STUDIES, *ASKED, *STORIES)
"""Every view by name."""


def view_of(name: str) -> AskedView | None:
    """The view of a model that has this name, ready to be asked; None where there is none."""
    if (plain := VIEWS.get(name) or ANSWERS.get(name) or STUDIES.get(name)) is not None:
        return lambda graph, asked: plain(graph, asked.brief)
    return ASKED.get(name)


__all__ = [
    "ANSWERS", "ASKED", "EVERY_TEXT", "NAMES", "STORIES", "STUDIES", "VIEWS", "Asked", "AskedView", "Story",
    "View", "view_of",
]  # fmt: skip
