"""A picture in words: one sentence, then all that it shows as a nested list, for those who cannot see it."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from foedus.printable import printable
from foedus.views.document import Table
from foedus.views.played_shapes import AnyPicture, Sequence, Timeline
from foedus.views.shapes import WORDS, Box, Diagram, Grid, Line, Link
from foedus.views.twin import twin

_KINDS = {
    "event": "event",
    "fact": "condition",
    "condition": "condition",
    "all": "all of these are needed",
    "any": "one of these is enough",
    "not": "this must not be so",
    "determination": "finding by somebody",
}
"""The kinds that are said; what a promise, a body or a text is, its words say."""


def write(picture: AnyPicture) -> str:
    """Title, status and sentence of the picture, then the list, then its source: plain text."""
    caption = picture.caption
    parts = [caption.title, caption.tag, caption.alt, caption.subtitle]
    told = [printable(part) for part in parts if part]
    return "\n\n".join((*told, "\n".join(listed(picture)), printable(caption.source))).rstrip() + "\n"


def listed(picture: AnyPicture) -> Iterator[str]:
    """All that a picture shows, line by line: the list alone."""
    match picture:
        case Diagram():
            return _of_diagram(picture)
        case Grid():
            return _of_grid(picture)
        case Timeline() | Sequence():
            return _of_table(twin(picture))
        case _:
            assert_never(picture)


def _item(depth: int, text: str) -> str:
    return f"{'  ' * depth}- {printable(text)}"


def _of_diagram(diagram: Diagram) -> Iterator[str]:
    """Lane by lane, each box with its rows and with what leads to it."""
    titles = {box.id: _called(box) for box in diagram.boxes}
    known = {lane.id for lane in diagram.lanes}
    loose = [box for box in diagram.boxes if box.lane not in known]
    if loose and diagram.lanes:
        yield _item(0, "In no component")
    for box in loose:
        yield from _box(1 if diagram.lanes else 0, box, diagram.links, titles)
    for lane in diagram.lanes:
        yield _item(0, f"{lane.number} {lane.title}".strip())
        for box in diagram.boxes:
            if box.lane == lane.id:
                yield from _box(1, box, diagram.links, titles)


def _box(depth: int, box: Box, links: tuple[Link, ...], titles: dict[str, str]) -> Iterator[str]:
    said = [titles[box.id]]
    if box.kind in _KINDS and _KINDS[box.kind] != titles[box.id]:
        said.append(_KINDS[box.kind])
    if box.standing != "agreed":
        said.append(WORDS[box.standing])
    yield _item(depth, "; ".join(said))
    yield from (_item(depth + 1, f"{row.number} {row.text}".strip()) for row in box.rows)
    for link in links:
        if link.target == box.id:
            yield _item(depth + 1, f"{link.meaning or link.kind}: {titles[link.source]}")


def _called(box: Box) -> str:
    """What a box is called in a sentence: its number and text, or those of its rows, or what a gate asks."""
    if box.kind in {"all", "any", "not"}:
        return _KINDS[box.kind]
    rows = ", ".join(row.number or row.text for row in box.rows)
    return f"{box.number} {box.text}".strip() or rows or box.title or box.kind


def _of_grid(grid: Grid) -> Iterator[str]:
    """Column by column, row by row, every line; first what opens the columns."""
    yield from (_item(0, f"At the top: {box.text}") for box in grid.start)
    for place, column in enumerate(grid.columns):
        yield _item(0, f"{column.number} {column.title}".strip())
        for row, cells in zip(grid.rows, grid.cells, strict=True):
            if lines := cells[place]:
                yield _item(1, " ".join(filter(None, (row.text, row.note))))
                yield from (_item(2, _line(line)) for line in lines)


def _line(line: Line) -> str:
    said = f"{line.mark}: {line.text}" if line.mark else line.text
    return f"{said} ({WORDS[line.standing]})" if line.standing else said


def _of_table(table: Table) -> Iterator[str]:
    """One item for each first cell; under it the second cell, and under that the others by their heads."""
    for first, rows in groupby(table.rows, key=lambda row: row[0]):
        yield _item(0, first)
        for _, second, *others in rows:
            yield _item(1, second)
            heads = table.head[2:]
            yield from (_item(2, f"{head}: {cell}") for head, cell in zip(heads, others, strict=True) if cell)
