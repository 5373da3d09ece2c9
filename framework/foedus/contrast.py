"""Systems side by side in one format: as a document, a table, a spreadsheet or a picture."""

import json as text_of
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from foedus.errors import Stop
from foedus.graph import build
from foedus.handling import recorded, said
from foedus.layout import PAGES, Drawing, PageName, fitted, lay_out
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.views.compared import Comparison, compare, document, grid, key, table
from foedus.views.document import Said
from foedus.writers import sheet, workbook
from foedus.writers.pictures import formats
from foedus.writers.pictures.records import record

SCHEMA = "foedus-compare/1"
DOCUMENTS = ("text", "markdown", "html")
TABLES = ("csv", "xlsx", "json")
PICTURES = ("svg", "png", "pdf")
FORMATS = (*DOCUMENTS, *TABLES, *PICTURES)


class Contrast(NamedTuple):
    """A comparison as the bytes of a file, and what its maker should know, as plain sentences."""

    data: bytes
    notes: tuple[str, ...] = ()


def contrast(
    projects: Sequence[Project],
    by: Sequence[str],
    form: str,
    page: PageName = "slide",
    width: int = 80,
    scenarios: Sequence[str] = (),
) -> Contrast:
    """The comparison of several systems in a format of `FORMATS`.

    `by` names questions and `scenarios` scenario templates; `width` is that of a terminal, in columns.
    Raises `Stop` for a question, scenario or format that there is not.
    """
    if form not in FORMATS:
        hint = did_you_mean(form, FORMATS, "formats are {known}")
        raise Stop(f"no format `{form}`; {hint}")
    comparison = compare([build(each) for each in projects], by, scenarios)
    if form in PICTURES:
        drawing = placed(comparison, page)
        return Contrast(formats.paint(drawing, form, formats.Style()), drawing.notes)
    if form == "xlsx":
        return Contrast(_workbook(comparison))
    return Contrast(_written(comparison, form, width).encode())


UNLOCATED = "no room for the clauses; `--as markdown` gives each answer with its own, a larger `--page` may"
"""What the maker of a picture without clauses is told."""


def placed(comparison: Comparison, page: PageName) -> Drawing:
    """The comparison on a page, clauses and as many answers in a cell as fit; on a larger one with a note."""
    if (found := _fullest(comparison, page, page)) is not None:
        return found
    least = lay_out(grid(comparison, (1,) * len(comparison.aspects), False), page)
    larger = next((each for each in PAGES if each == least.page), page)
    return _fullest(comparison, larger, page) or _unlocated(least)


def _unlocated(drawing: Drawing) -> Drawing:
    """A drawing without clauses, which says so."""
    return replace(drawing, notes=(*drawing.notes, UNLOCATED))


def _fullest(comparison: Comparison, page: PageName, asked: PageName) -> Drawing | None:
    """The drawing that says most on a page; None where not even one answer a cell fits."""

    def tried(located: bool, most: Sequence[int]) -> Drawing | None:
        found = fitted(grid(comparison, most, located), page, asked=asked)
        return found if found is None or located else _unlocated(found)

    rows = len(comparison.aspects)
    for most, located in _ROOM:
        if (found := tried(located, (most,) * rows)) is not None:
            return _filled(comparison, found, [most] * rows, partial(tried, located))
    return None


_ROOM = ((20, True), (6, True), (4, True), (3, True), (2, True), (6, False), (4, False), (3, False),
         (2, False), (1, False))  # fmt: skip
"""How many answers a cell shows at most, and whether with their clauses; the best that fits is drawn."""


def _filled(
    comparison: Comparison, found: Drawing, most: list[int], tried: Callable[[Sequence[int]], Drawing | None]
) -> Drawing:
    """The drawing with room that is left given to rows that hide answers, from the top."""
    for place, row in enumerate(comparison.cells):
        longest = max(map(len, row), default=0)
        if longest <= most[place]:
            continue
        most[place], before = longest, most[place]
        if (fuller := tried(most)) is None:
            most[place] = before
        else:
            found = fuller
    return found


def _written(comparison: Comparison, form: str, width: int) -> str:
    from foedus.writers.documents import html, markdown, text

    match form:
        case "csv":
            shown = table(comparison)
            return sheet.write(shown.head, ([_flat(cell) for cell in row] for row in shown.rows))
        case "json":
            return text_of.dumps(_record(comparison), ensure_ascii=False, indent=1) + "\n"
        case "markdown":
            return markdown.write(document(comparison))
        case "html":
            return html.write(document(comparison), {})
        case _:
            return text.write(document(comparison), width)


def _flat(cell: tuple[Said, ...]) -> str:
    return "\n".join(f"{each.text} [{each.where}]" if each.where else each.text for each in cell)


def _workbook(comparison: Comparison) -> bytes:
    footer = said([each.project for each in comparison.systems])
    return workbook.write(table(comparison), "Systems side by side", footer)


def _record(comparison: Comparison) -> dict[str, object]:
    names = [key(each) for each in comparison.systems]
    handling = {name: recorded(each.project) for name, each in zip(names, comparison.systems, strict=True)}
    return {
        "schema": SCHEMA,
        "systems": names,
        **({"handling": handling} if any(handling.values()) else {}),
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
