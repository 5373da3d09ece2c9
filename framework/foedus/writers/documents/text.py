"""A document for a terminal: wrapped to its width, no control character of a model in it."""

import textwrap
from collections.abc import Iterator
from typing import assert_never

from foedus.printable import printable
from foedus.views.document import Block, Bullets, Document, Facts, Figure, Paragraph, Section, Table


def write(document: Document, width: int = 80) -> str:
    """The document in lines of at most `width` columns, where no single word is longer."""
    width = max(40, width)
    lines = [*_wrapped(document.title, width), *_wrapped(document.tag, width)]
    if document.summary:
        lines += ["", *_wrapped(document.summary, width)]
    for section in document.sections:
        lines += ["", *_section(section, width)]
    return "\n".join(line.rstrip() for line in [*lines, "", *_wrapped(document.source, width)]) + "\n"


def _section(section: Section, width: int) -> Iterator[str]:
    title = _wrapped(section.title, width)
    yield from title
    yield "-" * min(width, max(map(len, title), default=0))
    for block in section.blocks:
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield from _wrapped(text, width)
        case Bullets(items=items, numbered=numbered):
            for place, item in enumerate(items, 1):
                mark = f"[{place}] " if numbered else "- "
                yield from _wrapped(item, width, mark, " " * len(mark))
        case Facts(title=title, lead=lead, rows=rows):
            yield from _wrapped(title, width, "  ")
            if lead:
                yield from _wrapped(lead, width, "  ")
            for term, text in rows:
                yield from _wrapped(term, width, "    ", "      ")
                yield from _wrapped(text, width, "      ")
        case Table():
            yield from _table(block, width)
        case Figure(picture=picture):
            yield from _wrapped(picture.caption.alt, width)
        case _:
            assert_never(block)


def _table(table: Table, width: int) -> Iterator[str]:
    """Columns as wide as their longest cell; where the width does not allow it, the widest give way."""
    rows = [table.head, *table.rows]
    widths = [max(len(printable(row[column])) for row in rows) for column in range(len(table.head))]
    room = width - 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    for row in rows:
        cells = [_wrapped(cell, max(1, size)) or [""] for cell, size in zip(row, widths, strict=True)]
        for line in range(max(map(len, cells))):
            parts = (cell[line] if line < len(cell) else "" for cell in cells)
            yield "  ".join(part.ljust(size) for part, size in zip(parts, widths, strict=True))


def _wrapped(text: str, width: int, first: str = "", then: str | None = None) -> list[str]:
    return textwrap.wrap(
        printable(text.replace("`", "")),
        width,
        initial_indent=first,
        subsequent_indent=first if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )
