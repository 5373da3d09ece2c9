"""The accessible twin of a picture: the same content as a table."""

from typing import assert_never

from foedus.views.document import Table
from foedus.views.played_shapes import AnyPicture, Sequence, Timeline
from foedus.views.played_twin import of_sequence, of_timeline
from foedus.views.shapes import Box, Diagram, Grid, Line


def twin(picture: AnyPicture) -> Table:
    """Every box with what leads to it, every cell of a grid, every course or every step, in words."""
    match picture:
        case Grid():
            return _of_grid(picture)
        case Diagram():
            return _of_diagram(picture)
        case Timeline():
            return of_timeline(picture)
        case Sequence():
            return of_sequence(picture)
        case _:
            assert_never(picture)


def _of_grid(grid: Grid) -> Table:
    head = ("", *(f"{column.number} {column.title}" for column in grid.columns))
    rows = tuple(
        (row.text, *("; ".join(map(_said, lines)) or "nothing in the model" for lines in cells))
        for row, cells in zip(grid.rows, grid.cells, strict=True)
    )
    return Table(head, rows)


def _said(line: Line) -> str:
    return f"{line.mark}: {line.text}" if line.mark else line.text


def _of_diagram(diagram: Diagram) -> Table:
    titles = {box.id: _named(box.number, box.text) or _inner(box) for box in diagram.boxes}
    lanes = {lane.id: f"{lane.number} {lane.title}" for lane in diagram.lanes}
    rows = []
    for box in diagram.boxes:
        links = (link for link in diagram.links if link.target == box.id)
        comes = "; ".join(f"{link.meaning or link.kind}: {titles[link.source]}" for link in links)
        rows.append((lanes.get(box.lane, ""), box.kind, _inner(box) or titles[box.id], comes or "nothing"))
    return Table(("Component", "Kind", "What", "What leads to it"), tuple(sorted(rows)))


def _inner(box: Box) -> str:
    return "; ".join(_named(row.number, row.text) for row in box.rows)


def _named(number: str, text: str) -> str:
    return f"{number} {text}".strip()
