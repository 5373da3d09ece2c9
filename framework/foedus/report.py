"""The report on a model as files: Markdown with its pictures beside it, and one HTML page."""

from math import sqrt

from foedus.checking import traces
from foedus.draw import PAGED, paint
from foedus.graph import build
from foedus.layout import Drawing
from foedus.load import Project
from foedus.output import file_name
from foedus.plates import plates
from foedus.views import report as view
from foedus.waivers import Weighed

MOST_PIXELS = 25_000_000
"""A PNG of a report has no more pixels: what is larger is painted coarser, and its SVG stands beside it."""


def report(project: Project, weighed: Weighed) -> dict[str, bytes]:
    """Every file of the report by its name, relative to one folder."""
    from foedus.writers.documents import html, markdown

    shown = {plate.name: plate for plate in plates(project, project.name)}
    pictures = {name: plate.shown for name, plate in shown.items()}
    document = view.view(build(project), weighed, pictures, traces(project))
    return {
        "report.md": markdown.write(document).encode(),
        "report.html": html.write(document, {name: plate.placed for name, plate in shown.items()}).encode(),
        **{
            file_name(name, form): paint(plate.placed, form, _scale(plate.placed))
            for name, plate in shown.items()
            for form in PAGED
        },
    }


def _scale(drawing: Drawing) -> float:
    """The scale of the pixels of a PNG: the usual one, or the largest that keeps to the bound."""
    inches = drawing.width * drawing.height / 72**2
    return min(2.0, sqrt(MOST_PIXELS / inches) / 96)
