"""The report on a model as files: Markdown with its pictures beside it, and one HTML page."""

from foedus.checking import traces
from foedus.draw import PAGED, drawing, paint, picture
from foedus.finding import Finding
from foedus.graph import build
from foedus.load import Project
from foedus.output import file_name
from foedus.views import report as view
from foedus.views.catalogue import VIEWS


def report(project: Project, findings: tuple[Finding, ...]) -> dict[str, bytes]:
    """Every file of the report by its name, relative to one folder."""
    from foedus.writers.documents import html, markdown

    pictures = {name: picture(project, name) for name in VIEWS}
    drawings = {name: drawing(project, name) for name in VIEWS}
    document = view.view(build(project), findings, pictures, traces(project))
    return {
        "report.md": markdown.write(document).encode(),
        "report.html": html.write(document, drawings).encode(),
        **{file_name(name, form): paint(drawn, form) for name, drawn in drawings.items() for form in PAGED},
    }
