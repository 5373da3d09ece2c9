"""A grid as a diagram, for the formats that know only boxes and arrows."""

from foedus.views.shapes import Box, BoxKind, Diagram, Grid, Lane, Line, Link, Picture


def as_diagram(picture: Picture) -> Diagram:
    """The picture as a diagram; a grid becomes its start boxes, its rows and its lines.

    In a matrix every named row is an actor, linked with what its cells say; in an overview every
    cell is one list card, below its column's heading.
    """
    if isinstance(picture, Diagram):
        return picture
    named = picture.row_style == "names"
    boxes, links = list(picture.start), _starting(picture)
    if named:
        boxes += [
            Box(f"row:{i + 1}", "actor", " ".join(filter(None, (head.text, head.note))), origin=head.origin)
            for i, head in enumerate(picture.rows)
        ]
    for i, row in enumerate(picture.cells):
        for lane, cell in zip(picture.columns, row, strict=False):
            for k, line in enumerate(cell):
                box = _box(f"cell:{lane.id}:{i + 1}:{k + 1}", lane, line, picture.rows[i].text)
                boxes.append(box)
                if named:
                    links.append(Link(f"row:{i + 1}", box.id, "activates", line.mark))
    links += _opened(picture, boxes)
    return Diagram(picture.caption, picture.columns, tuple(boxes), tuple(links))


def _box(id: str, lane: Lane, line: Line, row: str) -> Box:
    kind: BoxKind = "condition" if line.style == "strong" else "provision"
    text = line.text if line.mark or line.style in {"plain", "strong", "item"} else f"{row}: {line.text}"
    standing = line.standing or "agreed"
    return Box(id, kind, text, "", lane.id, standing, (), line.title, line.origin)


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
