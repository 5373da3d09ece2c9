"""The dossier: everything that a model says, with its pictures, as one PDF or as one HTML page."""

from collections import defaultdict
from collections.abc import Iterator

from foedus.brief.order import Order
from foedus.checking import traces
from foedus.graph import build
from foedus.layout import Drawing, PageName
from foedus.plates import Plate, of_components, of_scenario, of_views
from foedus.views import dossier
from foedus.views.captions import stamp
from foedus.views.document import Document, Figure
from foedus.writers.documents import html, pdf

PAGE: PageName = "a4"
"""The figures of a dossier have pages of their own, on which they lie as large as they are drawn."""
WHOLE = ("overview", "trigger", "matrix")
PARTED, TIMED = "trigger", "timeline"
"""The views in which each component is shown for itself, and each scenario."""
CHAPTERS = {"coverage": ("coverage",)}
"""The views that open a chapter, by its id."""


def as_pdf(order: Order) -> bytes:
    """The dossier as PDF. Raises `Stop` where typst is not installed."""
    document, drawings = made(order)
    return pdf.write(document, drawings, order.dated)


def as_html(order: Order) -> bytes:
    """The dossier as one HTML page that needs nothing else."""
    document, drawings = made(order)
    return html.write(document, drawings).encode()


def made(order: Order) -> tuple[Document, dict[str, Drawing]]:
    """The dossier as a document, and its drawings by the names of their figures."""
    drawings: dict[str, Drawing] = {}
    of: dict[str, tuple[Figure, ...]] = defaultdict(tuple)
    for id, plate in _plates(order):
        drawings[plate.name] = plate.placed
        of[id] += (Figure(plate.name, plate.shown),)
    project = order.project
    figures = dossier.Figures(of.pop("", ()), of)
    graph = build(project)
    document = dossier.view(graph, order.weighed, figures, traces(project), stamp(project))
    return document, drawings


def _plates(order: Order) -> Iterator[tuple[str, Plate]]:
    """Every picture, after the id of what it belongs to; that of the whole is empty."""
    project, model = order.project, order.project.name
    for plate in of_views(project, model, order.views or WHOLE, PAGE):
        yield "", plate
    yield from of_components(project, model, PARTED, PAGE)
    framework = project.model.framework
    shown = (*(framework.showcase if framework is not None else ()), order.scenario)
    for scenario in dict.fromkeys(each for each in shown if each is not None):
        for plate in of_scenario(project, model, scenario, (TIMED,), PAGE):
            yield scenario, plate
    for chapter, views in CHAPTERS.items():
        for plate in of_views(project, model, (each for each in views if each not in order.views), PAGE):
            yield chapter, plate
