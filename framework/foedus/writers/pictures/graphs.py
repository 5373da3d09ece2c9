"""Any picture as a diagram, for the formats that know only boxes and arrows."""

from itertools import pairwise

from foedus.views.played_shapes import AnyPicture, Sequence, Timeline
from foedus.views.shapes import WORDS, Box, Diagram, Grid, Lane, Line, Link, Row
from foedus.writers.pictures import stories


def as_diagram(picture: AnyPicture) -> Diagram:
    """The picture as a diagram; a grid becomes its start boxes, its rows and its lines.

    In a matrix every named row is an actor, linked with what its cells say; in an overview every
    cell is one list card under the heading of its row.
    """
    match picture:
        case Diagram():
            return picture
        case Timeline():
            return stories.of_timeline(picture)
        case Sequence():
            return stories.of_sequence(picture)
    named = picture.row_style == "names"
    boxes, links = list(picture.start), _starting(picture)
    if named:
        boxes += [
            Box(f"row:{i + 1}", "actor", " ".join(filter(None, (head.text, head.note))), origin=head.origin)
            for i, head in enumerate(picture.rows)
        ]
    for i, row in enumerate(picture.cells):
        for lane, cell in zip(picture.columns, row, strict=False):
            if not named:
                boxes += _card(picture, lane, i, cell)
                continue
            for k, line in enumerate(cell):
                box = _box(f"cell:{lane.id}:{i + 1}:{k + 1}", lane, line)
                boxes.append(box)
                links.append(Link(f"row:{i + 1}", box.id, "activates", line.mark))
    links += _opened(picture, boxes)
    return Diagram(picture.caption, picture.columns, tuple(boxes), tuple(links))


def beside(picture: AnyPicture) -> list[tuple[str, str]]:
    """The boxes of an overview that stand side by side, as pairs, for formats that order boxes by links."""
    if not isinstance(picture, Grid) or picture.row_style == "names":
        return []
    boxes = as_diagram(picture).boxes
    lines = ([box.id for box in boxes if box.lane == lane.id] for lane in picture.columns)
    return [pair for line in lines for pair in pairwise(line)]


def _box(id: str, lane: Lane, line: Line) -> Box:
    standing = line.standing or "agreed"
    return Box(id, "provision", line.text, "", lane.id, standing, (), line.title, line.origin)


def _card(grid: Grid, lane: Lane, row: int, cell: tuple[Line, ...]) -> list[Box]:
    """One cell of an overview as a list card; chips in words."""
    if not cell:
        return []
    said = (f"{WORDS[line.standing]}: {line.text}" if line.standing else line.text for line in cell)
    rows = tuple(Row("", text, line.title, line.origin) for text, line in zip(said, cell, strict=True))
    text = grid.rows[row].text
    return [Box(f"cell:{lane.id}:{row + 1}", "list", text, "", lane.id, rows=rows, title=text)]


def _starting(grid: Grid) -> list[Link]:
    return [Link(a.id, b.id, "activates") for a, b in zip(grid.start, grid.start[1:], strict=False)]


def _opened(grid: Grid, boxes: list[Box]) -> list[Link]:
    """From the last start box to the first line of every column that it opens."""
    found = []
    for lane, kind in zip(grid.columns, grid.opened, strict=False):
        first = next((box.id for box in boxes if box.lane == lane.id), None)
        if grid.start and kind and first:
            found.append(Link(grid.start[-1].id, first, kind))
    return found
