"""What starts things in lanes far apart, near each of them: better than a line across three other lanes."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from foedus.views.parts import starting
from foedus.views.shapes import Diagram, Link

_FAR = 4  # from one lane to the next that a line enters, with three between


def copied(diagram: Diagram) -> Diagram:
    """The diagram with a copy of each such box for every stretch of lanes without such a gap.

    The first keeps its id; the others have the id of the lane where their stretch begins behind it.
    """
    place = {lane.id: i for i, lane in enumerate(diagram.lanes)}
    lane = {box.id: place.get(box.lane, -1) for box in diagram.boxes}
    named: dict[tuple[str, int], str] = {}
    copies: dict[str, list[str]] = defaultdict(list)
    for start in sorted(starting(diagram)):
        entered = sorted({lane[link.target] for link in diagram.links if link.source == start})
        for stretch in _stretches(entered)[1:] if entered[0] >= 0 else ():
            copies[start].append(f"{start}@{diagram.lanes[stretch[0]].id}")
            named |= {(start, at): copies[start][-1] for at in stretch}
    if not named:
        return diagram

    def moved(link: Link) -> Link:
        return replace(link, source=named.get((link.source, lane[link.target]), link.source))

    boxes = (replace(box, id=id) for box in diagram.boxes for id in (box.id, *copies.get(box.id, ())))
    return replace(diagram, boxes=tuple(boxes), links=tuple(map(moved, diagram.links)))


def original(id: str) -> str:
    """The id of the box of which this is a copy, or is itself."""
    return id.partition("@")[0]


def _stretches(lanes: list[int]) -> list[list[int]]:
    """Lanes in runs, none `_FAR` from the next."""
    runs = [lanes[:1]]
    for before, after in pairwise(lanes):
        if after - before >= _FAR:
            runs.append([])
        runs[-1].append(after)
    return runs
