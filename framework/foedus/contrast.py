"""Systems side by side in one format: as a document, a table, a spreadsheet or a picture."""

import json as text_of
from collections.abc import Sequence

from foedus.errors import Stop
from foedus.graph import build
from foedus.layout import Drawing, PageName, fitted, lay_out
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.views.compared import Comparison, compare, document, grid, table
from foedus.writers import sheet, workbook
from foedus.writers.pictures import formats
from foedus.writers.pictures.records import record

SCHEMA = "foedus-compare/1"
DOCUMENTS = ("text", "markdown", "html")
TABLES = ("csv", "xlsx", "json")
PICTURES = ("svg", "png", "pdf")
FORMATS = (*DOCUMENTS, *TABLES, *PICTURES)


def contrast(
    projects: Sequence[Project], by: Sequence[str], form: str, page: PageName = "slide", width: int = 80
) -> bytes:
    """The comparison of several systems in a format of `FORMATS`.

    `width` is that of a terminal, in columns. Raises `Stop` for a question or format that there is not.
    """
    if form not in FORMATS:
        hint = did_you_mean(form, FORMATS, "formats are {known}")
        raise Stop(f"no format `{form}`; {hint}")
    comparison = compare([build(each) for each in projects], by)
    if form in PICTURES:
        return formats.paint(placed(comparison, page), form, formats.Style())
    return _written(comparison, form, width).encode() if form != "xlsx" else _workbook(comparison)


def placed(comparison: Comparison, page: PageName) -> Drawing:
    """The comparison on a page: as many answers in a cell as fit, or a larger page."""
    for most in (4, 3, 2, 1):
        if (found := fitted(grid(comparison, most), page)) is not None:
            return found
    return lay_out(grid(comparison, 1), page)


def _written(comparison: Comparison, form: str, width: int) -> str:
    from foedus.writers.documents import html, markdown, text

    match form:
        case "csv":
            shown = table(comparison)
            return sheet.write(shown.head, shown.rows)
        case "json":
            return text_of.dumps(_record(comparison), ensure_ascii=False, indent=1) + "\n"
        case "markdown":
            return markdown.write(document(comparison))
        case "html":
            return html.write(document(comparison), {})
        case _:
            return text.write(document(comparison), width)


def _workbook(comparison: Comparison) -> bytes:
    return workbook.write(table(comparison), "Systems side by side")


def _record(comparison: Comparison) -> dict[str, object]:
    names = [each.project.name for each in comparison.systems]
    return {
        "schema": SCHEMA,
        "systems": names,
        "questions": {
            aspect.id: {
                "question": aspect.question,
                "answers": {
                    name: [record(each) for each in cell] for name, cell in zip(names, row, strict=True)
                },
            }
            for aspect, row in zip(comparison.aspects, comparison.cells, strict=True)
        },
    }
