"""A table as a spreadsheet (Office Open XML), in which text is nothing but text.

A cell that begins like a formula is stored as a string; characters that no workbook can hold are left
out; the file carries no clock, so the same table gives the same bytes.
"""

import io
import zipfile
from types import ModuleType
from typing import TYPE_CHECKING

from foedus.errors import Stop
from foedus.views.document import Said, Sayings
from foedus.writers.zipped import moment, timeless

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_CHARACTERS = 32_767
"""So many characters a cell of a workbook can hold; what is longer ends in an ellipsis."""
_WIDTHS = (24, 48)
_QUIET = "00666666"


def write(table: Sayings, title: str, footer: str = "") -> bytes:
    """The table as one sheet with a frozen head: what is said in bold, where it is said more quietly.

    The footer stands under each printed page, and among the properties of the file.

    Raises `Stop` where openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.title = "Foedus", _storable(openpyxl, title)
    book.properties.created = book.properties.modified = moment(None)
    sheet = book.active
    sheet.title = "Foedus"
    if footer:
        book.properties.description = sheet.oddFooter.left.text = footer
    heads = tuple((Said(each),) for each in table.head)
    for number, row in enumerate((heads, *table.rows), 1):
        for column, sayings in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = _rich(openpyxl, sayings)
            cell.data_type = "s"  # never "f": nothing in a model is a formula
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(table.head) + 1):
        letter = openpyxl.utils.get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTHS[column > 1]
    sheet.freeze_panes = "B2"
    return _packed(book)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
        import openpyxl.cell.rich_text
        import openpyxl.cell.text
        import openpyxl.styles
    except ImportError:
        raise Stop("a spreadsheet needs openpyxl: install it with `pip install foedus[office]`") from None
    return openpyxl


def _rich(openpyxl: ModuleType, sayings: tuple[Said, ...]) -> object:
    """What a cell says, line by line, cut where it is longer than a cell can hold."""
    fonts = openpyxl.cell.text.InlineFont
    loud, quiet = fonts(b=True), fonts(color=_QUIET)
    runs, left = [], MOST_CHARACTERS
    for place, said in enumerate(sayings):
        lines = ("\n" if place else "") + said.text, f"\n{said.where}" if said.where else ""
        for text, font in zip(lines, (loud, quiet), strict=True):
            shown = _storable(openpyxl, text, left)
            left -= len(shown)
            if shown:
                runs.append(openpyxl.cell.rich_text.TextBlock(font, shown))
    return openpyxl.cell.rich_text.CellRichText(runs)


def _storable(openpyxl: ModuleType, text: str, most: int = MOST_CHARACTERS) -> str:
    """Text that a workbook can hold, of so many characters at most."""
    plain: str = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text.encode("utf-8", "replace").decode())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…" if most > 0 else ""


def _packed(book: "Workbook") -> bytes:
    """The workbook without the moment at which it was made, which `save` would write into it."""
    from openpyxl.writer.excel import ExcelWriter

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        ExcelWriter(book, archive).write_data()
    return timeless(made.getvalue())
