"""Rows for a spreadsheet: every cell quoted, nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV Injection)."""


def write(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their head as comma-separated values."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writerow([_cell(each) for each in head])
    table.writerows([_cell(each) for each in row] for row in rows)
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTIVE) else text
