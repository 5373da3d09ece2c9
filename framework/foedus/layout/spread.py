"""Tall columns made lower: boxes move right within their lane, as far as their links allow."""

from collections.abc import Mapping
from dataclasses import replace

from foedus.layout.columns import Columns
from foedus.layout.hints import closed
from foedus.views.shapes import Diagram


def spread(diagram: Diagram, columns: Columns, wider: int) -> Columns:
    """The columns with the boxes of each lane spread over what room there is, after adding `wider` columns.

    No link is turned by it: a box stays right of what it follows and left of what follows it.
    """
    last = columns.after + wider
    of = {id: c if c < columns.after else c + wider for id, c in columns.of.items()}
    pairs = [
        (link.target, link.source) if i in columns.back else (link.source, link.target)
        for i, link in enumerate(diagram.links)
        if link.source != link.target
    ]
    lanes = {box.id: box.lane for box in diagram.boxes}
    weight = weights(diagram)
    inner = [box.id for box in diagram.boxes if columns.first <= of[box.id] < last]
    follows: dict[str, list[str]] = {id: [] for id in of}
    for a, b in pairs:
        follows[a].append(b)
    load: dict[tuple[str, int], float] = {}
    for id in inner:
        load[lanes[id], of[id]] = load.get((lanes[id], of[id]), 0.0) + weight[id]
    for _ in range(4 * len(inner)):
        best: tuple[float, str, int] | None = None
        for id in inner:
            here = load[lanes[id], of[id]]
            end = min([of[b] for b in follows[id]] + [last])
            for column in range(of[id] + 1, end):
                gain = here - load.get((lanes[id], column), 0.0) - weight[id] - 0.1 * (column - of[id])
                if gain > 0.3 and (best is None or gain >= best[0]):
                    best = (gain, id, column)
        if best is None:
            break
        _, id, column = best
        load[lanes[id], of[id]] -= weight[id]
        of[id] = column
        load[lanes[id], column] = load.get((lanes[id], column), 0.0) + weight[id]
    return closed(replace(columns, of=of, after=last))


def weights(diagram: Diagram) -> Mapping[str, float]:
    """About how tall each box is, by id: 1 for a plain one, and more for every row of a list."""
    return {box.id: 1 + len(box.rows) * 0.5 for box in diagram.boxes}
