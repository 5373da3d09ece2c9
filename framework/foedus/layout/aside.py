"""Boxes that no link touches: they stand where their lane begins, not wherever a ranking leaves them."""

from collections import defaultdict
from dataclasses import replace
from math import inf

from foedus.layout.columns import Columns
from foedus.layout.hints import closed
from foedus.layout.spread import weights
from foedus.views.shapes import Diagram


def leftmost(diagram: Diagram, columns: Columns) -> Columns:
    """The columns with every box without links as far left in its lane as makes the lane no taller.

    In a lane without links all stand in the first column. What its author gave a rank stays where it is.
    """
    linked = {end for link in diagram.links for end in (link.source, link.target)}
    inner = range(columns.first, columns.after)
    weight, of = weights(diagram), dict(columns.of)
    load: dict[tuple[str, int], float] = defaultdict(float)
    tallest: dict[str, float] = {}
    for box in diagram.boxes:
        if box.id in linked or box.rank > 1:
            load[box.lane, of[box.id]] += weight[box.id]
            tallest[box.lane] = max(tallest.get(box.lane, 0.0), load[box.lane, of[box.id]])
    for box in diagram.boxes:
        if box.id not in linked and box.rank == 1 and of[box.id] in inner:
            room = tallest.get(box.lane, inf) - weight[box.id]
            of[box.id] = min(inner, key=lambda c: (max(0.0, load[box.lane, c] - room), c))
            load[box.lane, of[box.id]] += weight[box.id]
    return closed(replace(columns, of=of))
