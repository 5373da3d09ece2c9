"""The accessible twin of a picture as a table for spreadsheets."""

from foedus.views.played_shapes import AnyPicture
from foedus.views.twin import twin
from foedus.writers import sheet


def write(picture: AnyPicture) -> str:
    """Every box with what leads to it, every cell, every course or every step: one row each, all quoted.

    Each row says how far the text has come and where it is from, so that it can stand alone.
    """
    table, caption = twin(picture), picture.caption
    rows = ((*row, caption.tag, caption.source) for row in table.rows)
    return sheet.write((*table.head, "Status", "Source"), rows)
