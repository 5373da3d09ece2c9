"""What an author asks of the columns: that a box does not stand before one of them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.views.shapes import Diagram

if TYPE_CHECKING:
    from foedus.layout.columns import Columns


def heeded(diagram: Diagram, columns: "Columns") -> "Columns":
    """The columns with every box of the lanes at its rank or after it, and what follows it still after it.

    Ranks count the columns of the lanes from 1. A column that stays empty is closed.
    """
    first, after = columns.first, columns.after
    inner = {id for id, column in columns.of.items() if first <= column < after}
    wanted = {box.id: first + min(box.rank, len(inner)) - 1 for box in diagram.boxes if box.id in inner}
    of = {id: max(column, wanted.get(id, 0)) for id, column in columns.of.items()}
    if of == columns.of:
        return columns
    pairs = [(link.target, link.source) if i in columns.back else (link.source, link.target)
             for i, link in enumerate(diagram.links)]  # fmt: skip
    pairs = [(a, b) for a, b in pairs if a != b and {a, b} <= inner]
    for _ in inner:
        pushed = {b: of[a] + 1 for a, b in sorted(pairs, key=lambda pair: of[pair[0]]) if of[b] <= of[a]}
        if not pushed:
            break
        of |= pushed
    more = max(0, max(of[id] for id in inner) + 1 - after)
    of |= {id: column + more for id, column in columns.of.items() if column >= after}
    return closed(replace(columns, of=of, after=after + more))


def closed(columns: "Columns") -> "Columns":
    """The columns without the columns that stayed empty."""
    used = sorted(set(columns.of.values()))
    of = {id: used.index(c) for id, c in columns.of.items()}
    after = sum(c < columns.after for c in used)
    return replace(columns, of=of, after=after)
