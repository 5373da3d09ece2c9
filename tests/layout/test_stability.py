"""A small change of a model is a small change of its picture: what stays keeps its place among what stays.

The measure is the order of boxes: of all pairs of boxes that stood in one lane and column before, and do so
after one box more, how many still stand in the same order. The box added is linked with one other.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

from random_systems import system

from foedus.draw import picture
from foedus.layout import Drawing, lay_out
from foedus.views.shapes import Box, Diagram, Link

SEEDS = range(40)
KEPT = 0.97
"""The share of pairs that keep their order: lower is a worse layout, and 1 cannot be had with few crossings."""


def grown(diagram: Diagram, random: Random) -> Diagram:
    """The diagram with one promise more in a lane, that waits for one of the boxes."""
    lane = random.choice(diagram.lanes).id if diagram.lanes else ""
    added = Box("added", "provision", "One promise more", "9.9", lane)
    link = Link(random.choice(diagram.boxes).id, added.id, "activates")
    place = random.randint(0, len(diagram.boxes))
    boxes = (*diagram.boxes[:place], added, *diagram.boxes[place:])
    return replace(diagram, boxes=boxes, links=(*diagram.links, link))


def neighbours(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """Pairs of boxes in one lane that stand above one another, the upper first."""
    for one, other in combinations(drawing.boxes, 2):
        if one.lane == other.lane and abs(one.area.middle[0] - other.area.middle[0]) < 1:
            yield (one.id, other.id) if one.area.y < other.area.y else (other.id, one.id)


def kept(diagram: Diagram, random: Random) -> tuple[int, int]:
    """How many pairs there are before and after, and how many of them in the same order."""
    before = set(neighbours(lay_out(diagram, "a3")))
    after = set(neighbours(lay_out(grown(diagram, random), "a3")))
    both = {pair for pair in before if pair in after or pair[::-1] in after}
    return len(both), len(both & after)


def test_one_box_more_leaves_the_others_in_their_order() -> None:
    whole = same = 0
    for seed in SEEDS:
        diagram = picture(system(seed, 8 + seed % 12, hostile=0.0), "trigger")
        assert isinstance(diagram, Diagram)
        pairs, unmoved = kept(diagram, Random(seed))
        whole, same = whole + pairs, same + unmoved
    assert whole > 100
    assert same / whole >= KEPT, f"{same} of {whole} pairs kept their order"
