"""The report on a model: what it says, what was found, what is open, where sources differ."""

from collections.abc import Iterable, Mapping

from foedus.graph import Graph
from foedus.simulation import Trace
from foedus.views import analysed, chapters
from foedus.views.document import Document, Figure, Section
from foedus.views.played_shapes import AnyPicture
from foedus.views.told import play as told
from foedus.views.told import report as answers
from foedus.waivers import Weighed


def view(
    graph: Graph, weighed: Weighed, pictures: Mapping[str, AnyPicture], traces: Iterable[Trace]
) -> Document:
    """The report on a model: its pictures, its scenarios played, what analyses say, what `check` found."""
    model = graph.model
    sections = (
        Section("Pictures", "pictures", tuple(Figure(name, each) for name, each in pictures.items())),
        *chapters.components(graph),
        chapters.deciding(graph),
        analysed.outcomes(graph),
        chapters.texts(model),
        Section("Scenarios", "scenarios", tuple(told.brief(trace) for trace in traces)),
        *answers.sections(graph.project),
        chapters.found(model, weighed),
        chapters.unanswered(graph),
        chapters.conflicts(graph),
        chapters.readings(model),
        chapters.sources(model),
    )
    return chapters.bound(graph.project, sections)
