"""The accessible twin of a picture as a table for spreadsheets."""

from foedus.views.played_shapes import AnyPicture
from foedus.views.twin import twin
from foedus.writers import sheet


def write(picture: AnyPicture) -> str:
    """Every box with what leads to it, every cell, every course or every step: one row each, all quoted."""
    table = twin(picture)
    return sheet.write(table.head, table.rows)
