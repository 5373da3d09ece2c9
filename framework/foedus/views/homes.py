"""The lane of what belongs to no component, but touches only one: a finding, a body, who leads it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from foedus.views.shapes import Box, Link

_MOVABLE = frozenset({"determination", "body", "actor"})


def housed(boxes: Sequence[Box], links: Sequence[Link]) -> tuple[Box, ...]:
    """The boxes, findings, bodies and actors standing in the lane of all that they are linked with.

    Those linked with several lanes, or with none, stay outside.
    """
    lane = {box.id: box.lane for box in boxes}
    movable = [box.id for box in boxes if box.kind in _MOVABLE and not box.lane]
    beside: dict[str, set[str]] = defaultdict(set)
    for link in links:
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)
    for _ in movable:  # each round reaches one link further
        found = {id: lanes.pop() for id in movable if not lane[id]
                 if len(lanes := {lane[other] for other in beside[id]} - {""}) == 1}  # fmt: skip
        if not found:
            break
        lane |= found
    return tuple(box if box.lane == lane[box.id] else replace(box, lane=lane[box.id]) for box in boxes)
