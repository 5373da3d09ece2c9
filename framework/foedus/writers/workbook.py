"""A table as a spreadsheet (Office Open XML), in which text is nothing but text.

A cell that begins like a formula is stored as a string; characters that no workbook can hold are left
out; the file carries no clock, so the same table gives the same bytes.
"""

import io
import zipfile
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING

from foedus.errors import Stop
from foedus.views.document import Table

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_CHARACTERS = 32_767
"""So many characters a cell of a workbook can hold; what is longer ends in an ellipsis."""
_EPOCH = datetime(1980, 1, 1)
_WIDTHS = (24, 48)


def write(table: Table, title: str) -> bytes:
    """The table as one sheet with a frozen head. Raises `Stop` where openpyxl is not installed."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.title = "Foedus", _storable(openpyxl, title)
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.active
    sheet.title = "Foedus"
    for number, row in enumerate((table.head, *table.rows), 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = _storable(openpyxl, text)
            cell.data_type = "s"  # never "f": nothing in a model is a formula
            cell.font = openpyxl.styles.Font(bold=number == 1 or column == 1)
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(table.head) + 1):
        letter = openpyxl.utils.get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTHS[column > 1]
    sheet.freeze_panes = "B2"
    return _timeless(book)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
        import openpyxl.styles
    except ImportError:
        raise Stop("a spreadsheet needs openpyxl: install it with `pip install foedus[office]`") from None
    return openpyxl


def _storable(openpyxl: ModuleType, text: str) -> str:
    plain = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text.encode("utf-8", "replace").decode())
    return plain if len(plain) <= MOST_CHARACTERS else f"{plain[: MOST_CHARACTERS - 1]}…"


def _timeless(book: "Workbook") -> bytes:
    """The workbook packed again without the moment at which it was made."""
    from openpyxl.writer.excel import ExcelWriter

    made, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(archive.namelist()):
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            packed.writestr(entry, archive.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
