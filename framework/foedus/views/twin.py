"""The accessible twin of a picture: the same content as a table."""

from foedus.views.document import Table
from foedus.views.shapes import Diagram, Grid, Line, Picture


def twin(picture: Picture) -> Table:
    """Every box with what leads to it, or every cell of a grid, in words."""
    return _of_grid(picture) if isinstance(picture, Grid) else _of_diagram(picture)


def _of_grid(grid: Grid) -> Table:
    head = ("", *(f"{column.number} {column.title}" for column in grid.columns))
    rows = tuple(
        (row.text, *("; ".join(map(_said, lines)) or "not mentioned" for lines in cells))
        for row, cells in zip(grid.rows, grid.cells, strict=True)
    )
    return Table(head, rows)


def _said(line: Line) -> str:
    return f"{line.mark}: {line.text}" if line.mark else line.text


def _of_diagram(diagram: Diagram) -> Table:
    titles = {box.id: _named(box.number, box.text) for box in diagram.boxes}
    lanes = {lane.id: f"{lane.number} {lane.title}" for lane in diagram.lanes}
    rows = []
    for box in diagram.boxes:
        comes = [f"{link.meaning or link.kind}: {titles[link.source]}" for link in diagram.links if link.target == box.id]
        inner = "; ".join(_named(row.number, row.text) for row in box.rows)
        rows.append((lanes.get(box.lane, ""), box.kind, inner or titles[box.id], "; ".join(comes) or "nothing"))
    return Table(("Component", "Kind", "What", "What leads to it"), tuple(sorted(rows)))


def _named(number: str, text: str) -> str:
    return f"{number} {text}".strip()
