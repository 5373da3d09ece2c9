"""Parts that are too large for a page: in halves, what hangs together in one; long lists in several cards."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from foedus.views.parts import GATES, starting
from foedus.views.shapes import Box, Diagram

_TORN = 0.3  # how far from the middle a cut may lie that tears nothing apart


def with_short_lists(diagram: Diagram, most: int) -> Diagram:
    """The diagram with every list of more than `most` rows in several, each linked as the whole was."""
    shorter = {box.id: _shorter(box, most) for box in diagram.boxes}
    boxes = tuple(box for found in shorter.values() for box in found)
    links = tuple(
        replace(link, source=source.id, target=target.id)
        for link in diagram.links
        for source in shorter[link.source]
        for target in shorter[link.target]
    )
    return replace(diagram, boxes=boxes, links=links)


def _shorter(box: Box, most: int) -> tuple[Box, ...]:
    starts = range(0, max(1, len(box.rows)), most)
    return (box,) if len(starts) == 1 else tuple(
        replace(box, id=box.id if not start else f"{box.id}/{start}", rows=box.rows[start : start + most])
        for start in starts
    )  # fmt: skip


def halves(diagram: Diagram, part: Diagram) -> tuple[tuple[str, ...], ...]:
    """The boxes of a part of a diagram in two pieces of about one size, or in one where it has but one.

    What hangs together stays together where that is possible; a gate stands with what it opens.
    """
    shared = starting(diagram)
    every = {box.id for box in diagram.boxes}
    own = {box.id: 1 + len(box.rows) / 2 for box in part.boxes if box.id in every - shared}
    beside: dict[str, list[str]] = {id: [] for id in own}
    for link in part.links:
        if link.source in own and link.target in own:
            beside[link.source].append(link.target)
            beside[link.target].append(link.source)
    groups = [[id for id in own if id in group] for group in _together(beside)]
    order = [id for group in groups for id in group]
    if len(order) < 2:
        return (tuple(order),)
    before = list(accumulate(own[id] for id in order))
    ends = set(accumulate(map(len, groups)))
    spans = range(1, len(order))
    cut = min(spans, key=lambda i: abs(before[i - 1] / before[-1] - 0.5) + (0.0 if i in ends else _TORN))
    side = {id: i < cut for i, id in enumerate(order)}
    kinds = {box.id: box.kind for box in part.boxes}
    for link in reversed(part.links):
        if kinds[link.source] in GATES and link.source in side and link.target in side:
            side[link.source] = side[link.target]
    found = (tuple(id for id in order if side[id] is first) for first in (True, False))
    return tuple(ids for ids in found if ids)


def _together(beside: Mapping[str, list[str]]) -> list[set[str]]:
    """Groups of boxes that hang together, in the order of their first boxes."""
    groups: list[set[str]] = []
    seen: set[str] = set()
    for start in beside:
        if start in seen:
            continue
        group, todo = {start}, [start]
        while todo:
            fresh = set(beside[todo.pop()]) - group
            group |= fresh
            todo += sorted(fresh)
        seen |= group
        groups.append(group)
    return groups
