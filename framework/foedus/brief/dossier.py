"""The dossier: everything that a model says, with its pictures, as one PDF or as one HTML page."""

from collections import defaultdict
from collections.abc import Iterator

from foedus.brief.order import Order
from foedus.checking import traces
from foedus.graph import build
from foedus.layout import Drawing, PageName, inset
from foedus.plates import Plate, of_components, of_scenario, of_views
from foedus.views import dossier
from foedus.views.captions import stamp
from foedus.views.document import Document, Figure
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Diagram, Grid
from foedus.writers.documents import html, pdf

PAGE: PageName = "a4"
"""The figures of a dossier have pages of their own, on which they lie as large as they are drawn."""
WHOLE = ("overview", "trigger", "matrix")
PARTED, TIMED = "trigger", "timeline"
"""The views in which each component is shown for itself, and each scenario."""
_HEIGHTS = (80.0, 120.0, 160.0, 200.0, 240.0, 280.0, 320.0, 360.0, 400.0)
"""The heights that a picture is tried in within the text, in points."""
_SMALLEST = 8.0
"""The least size of its text there, in points."""
CHAPTERS = {"coverage": ("coverage",)}
"""The views that open a chapter, by its id."""


def as_pdf(order: Order) -> bytes:
    """The dossier as PDF. Raises `Stop` where typst is not installed."""
    document, drawings = made(order, within=True)
    return pdf.write(document, drawings, order.dated)


def as_html(order: Order) -> bytes:
    """The dossier as one HTML page that needs nothing else."""
    document, drawings = made(order)
    return html.write(document, drawings).encode()


def made(order: Order, within: bool = False) -> tuple[Document, dict[str, Drawing]]:
    """The dossier as a document, and its drawings by the names of their figures.

    `within` draws what is not of the whole for a place in the text where it can be read there, without title,
    tag and source.
    """
    drawings: dict[str, Drawing] = {}
    of: dict[str, tuple[Figure, ...]] = defaultdict(tuple)
    for id, plate in _plates(order):
        part = _within_text(plate.shown) if within and id else None
        drawings[plate.name] = part or plate.placed
        of[id] += (Figure(plate.name, plate.shown),)
    project = order.project
    figures = dossier.Figures(of.pop("", ()), of)
    graph = build(project)
    document = dossier.view(graph, order.weighed, figures, traces(project), stamp(project))
    return document, drawings


def _within_text(shown: AnyPicture) -> Drawing | None:
    """The picture as high as it needs to be within the text; None where it needs a page of its own.

    What happens along time does: a timeline says less where it is given less room.
    """
    if not isinstance(shown, Diagram | Grid):
        return None
    tried = (inset(shown, pdf.WIDTH, height, _SMALLEST) for height in _HEIGHTS)
    return next((each for each in tried if each is not None), None)


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
