"""What must be true of every drawing, each law a function that fails with what broke it.

The laws read the finished `Drawing` only, never the layout that made it: whatever arranges a picture, and
however large it is, these hold. Lengths are points.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from test_palette import contrast

from foedus.layout import Drawing
from foedus.layout.cards import corners, rounding
from foedus.layout.drawing import Area, PlacedBox, PlacedLink, Point, Words
from foedus.layout.measures import grounds, overlaps, texts
from foedus.layout.metrics import printable
from foedus.layout.tokens import DASHES, PAGES
from foedus.views.shapes import Caption

_SLACK = 0.6
_ROUND = frozenset({"event", "fact", "not"})
_SHAPED = _ROUND | {"any", "count", "determination"}
"""What is drawn with another outline than its area."""
_LINES = frozenset({"line", "rule", "flag"})
"""What is placed like a box and drawn without an outline."""
_WORDLESS = _LINES | {"provision", "list", "condition"}
"""What a legend need not name: it says itself what it is."""


def sound(drawing: Drawing) -> None:
    """Every law that needs nothing but the drawing."""
    texts_stay_in_their_boxes(drawing)
    texts_stay_inside_their_outlines(drawing)
    texts_are_apart(drawing)
    boxes_are_apart(drawing)
    lanes_stand_in_order(drawing)
    links_end_on_borders(drawing)
    links_run_through_no_box(drawing)
    links_run_through_no_heading(drawing)
    links_are_apart(drawing)
    all_is_on_the_page(drawing)
    the_legend_stands_by_itself(drawing)
    text_is_large_enough(drawing)
    texts_stand_out(drawing)


def texts_stay_in_their_boxes(drawing: Drawing) -> None:
    for part in (*drawing.boxes, *drawing.lanes, *drawing.legend):
        for each in (item for item in part.items if isinstance(item, Words)):
            assert part.area.holds(each.area, _SLACK), f"{each.text!r} leaves {part}"


def texts_stay_inside_their_outlines(drawing: Drawing) -> None:
    """No letter crosses a slanted or a round side: the ink between baseline and capitals lies inside."""
    for box in drawing.boxes:
        if box.kind not in _SHAPED:
            continue
        for each in (item for item in box.items if isinstance(item, Words)):
            ink = Area(each.area.x, each.y - 0.727 * each.size, each.width, 0.727 * each.size)
            for x in (ink.x, ink.right):
                for y in (ink.y, ink.bottom):
                    assert inside(box, (x, y)), f"{each.text!r} crosses the outline of {box.id}"


def inside(box: PlacedBox, point: Point) -> bool:
    """Whether a point lies inside the outline of a box, borders included."""
    if not box.area.holds(Area(*point, 0, 0), _SLACK):
        return False
    if box.kind in _ROUND:
        radius = rounding(box.kind, box.area)
        (x, y), (cx, cy) = point, box.area.middle
        dx = max(abs(x - cx) - (box.area.width / 2 - radius), 0.0)
        dy = max(abs(y - cy) - (box.area.height / 2 - radius), 0.0)
        return bool((dx**2 + dy**2) ** 0.5 <= radius + _SLACK)
    shape = corners(box.kind, box.area)
    sides = zip(shape, (*shape[1:], shape[0]), strict=True)
    return all(_right_of(a, b, point) >= -_SLACK for a, b in sides)


def _right_of(a: Point, b: Point, p: Point) -> float:
    """How far a point lies to the right of the way from a to b (inside, for corners set clockwise)."""
    length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
    return float(((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / (length or 1.0))


def texts_are_apart(drawing: Drawing) -> None:
    assert [(one.text, other.text) for one, other in overlaps(drawing)] == []


def boxes_are_apart(drawing: Drawing) -> None:
    boxes = [box for box in drawing.boxes if box.kind not in {*_LINES, "course", "step", "change"}]
    for one, other in combinations(boxes, 2):
        assert not one.area.meets(other.area), f"{one.id} and {other.id}"
    for lane in drawing.lanes:
        for one in boxes:
            assert not one.area.meets(lane.heading, 0.5), f"{one.id} and the heading of {lane.id}"
            if one.lane == lane.id:
                assert lane.area.holds(one.area), f"{one.id} leaves {lane.id}"


def lanes_stand_in_order(drawing: Drawing) -> None:
    """Each above or left of all that come after it, and none over another."""
    for one, other in combinations(drawing.lanes, 2):
        before = one.area.bottom <= other.area.y + 0.01 or one.area.right <= other.area.x + 0.01
        assert before, f"{one.id} and {other.id}"
        assert not one.heading.meets(other.heading), f"headings of {one.id} and {other.id}"


def links_end_on_borders(drawing: Drawing) -> None:
    boxes = {box.id: box for box in drawing.boxes}
    for link in drawing.links:
        for id, point in ((link.source, link.points[0]), (link.target, link.points[-1])):
            if id in boxes and boxes[id].kind != "change":
                assert off_border(boxes[id], point) < _SLACK, f"{name(link)} at {id}"
        for a, b in pairwise(link.points):
            assert a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1], abs=0.01)


def name(link: PlacedLink) -> str:
    return f"{link.source} to {link.target}"


def off_border(box: PlacedBox, point: Point) -> float:
    """How far a point is from the outline of a box."""
    if box.kind in _ROUND:
        return off_rounded(box.area, rounding(box.kind, box.area), point)
    shape = corners(box.kind, box.area)
    return min(distance(point, a, b) for a, b in zip(shape, (*shape[1:], shape[0]), strict=True))


def off_rounded(area: Area, radius: float, point: Point) -> float:
    (x, y), (cx, cy) = point, area.middle
    dx, dy = abs(x - cx) - (area.width / 2 - radius), abs(y - cy) - (area.height / 2 - radius)
    outside = (max(dx, 0.0) ** 2 + max(dy, 0.0) ** 2) ** 0.5
    return abs(outside + min(max(dx, dy), 0.0) - radius)


def distance(p: Point, a: Point, b: Point) -> float:
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    t = max(0.0, min(1.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / (length or 1.0)))
    return float(((a[0] + t * (b[0] - a[0]) - p[0]) ** 2 + (a[1] + t * (b[1] - a[1]) - p[1]) ** 2) ** 0.5)


def runs(link: PlacedLink) -> Iterator[Area]:
    """The straight runs of a link, as areas without width or height."""
    for a, b in pairwise(link.points):
        yield Area(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))


def crosses(run: Area, area: Area, slack: float = 0.5) -> bool:
    """Whether a run, which has no width, enters an area by more than `slack`."""
    return (
        run.x < area.right - slack
        and run.right > area.x + slack
        and run.y < area.bottom - slack
        and run.bottom > area.y + slack
    )


def links_run_through_no_box(drawing: Drawing) -> None:
    """Neither through the boxes that it does not join, nor through those that it does."""
    boxes = [box for box in drawing.boxes if box.kind not in _LINES]
    for link in drawing.links:
        for run in runs(link):
            for box in boxes:
                own = box.id in (link.source, link.target)
                deep = box.area.width / 2 if own and box.kind in _SHAPED else 0.5
                assert not crosses(run, box.area, deep), f"{name(link)} runs through {box.id}"


def links_run_through_no_heading(drawing: Drawing) -> None:
    """Clear of the words and badge of every heading; what opens a column ends at its head."""
    for lane in drawing.lanes:
        said = [item.area for item in lane.items if isinstance(item, Words)]
        for link in drawing.links:
            for run in runs(link):
                for area in said:
                    assert not crosses(run, area, 0.0), f"{name(link)} runs through {lane.title!r}"


def links_are_apart(drawing: Drawing) -> None:
    """No two links run along one another, unless they leave one box together."""
    for one, other in combinations(drawing.links, 2):
        if one.source == other.source:
            continue
        for a in runs(one):
            for b in runs(other):
                level = a.height == b.height == 0 and abs(a.y - b.y) < 2.0
                upright = a.width == b.width == 0 and abs(a.x - b.x) < 2.0
                along = min(a.right, b.right) - max(a.x, b.x) if level else (
                    min(a.bottom, b.bottom) - max(a.y, b.y) if upright else 0.0
                )  # fmt: skip
                assert along < 3, f"{name(one)} and {name(other)} run along one another"


def all_is_on_the_page(drawing: Drawing) -> None:
    page = Area(0, 0, drawing.width, drawing.height)
    inner = Area(drawing.margin, 0, drawing.width - 2 * drawing.margin, drawing.height)
    for each in texts(drawing):
        assert page.holds(each.area, _SLACK), each.text
    for part in (*drawing.lanes, *drawing.boxes, *drawing.legend):
        assert inner.holds(part.area, _SLACK), part
    for link in drawing.links:
        for run in runs(link):
            assert inner.holds(run, _SLACK), name(link)


def the_legend_stands_by_itself(drawing: Drawing) -> None:
    """Every entry once, within the margins, apart from the others and from the picture."""
    keys = [entry.key for entry in drawing.legend]
    assert len(keys) == len(set(keys)), keys
    for entry in drawing.legend:
        assert entry.area.x >= drawing.margin - _SLACK
        assert entry.area.right <= drawing.width - drawing.margin + _SLACK, entry.key
        for part in (*drawing.lanes, *drawing.boxes):
            assert not part.area.meets(entry.area, 0.5), f"{entry.key} and {part.id}"
    for one, other in combinations(drawing.legend, 2):
        assert not one.area.meets(other.area), f"{one.key} and {other.key}"


def text_is_large_enough(drawing: Drawing) -> None:
    smallest = {page.name: page.smallest for page in PAGES.values()}[drawing.page]  # type: ignore[index]
    assert drawing.text_size >= smallest


def texts_stand_out(drawing: Drawing) -> None:
    """Every text has a contrast of 4.5 with what was painted last under its middle (WCAG 2.2, level AA)."""
    for each, ground in grounds(drawing):
        assert contrast(each.colour, ground) >= 4.5, f"{each.text!r}: {each.colour} on {ground}"


def the_legend_says_what_occurs(drawing: Drawing) -> None:
    """Of a diagram or a grid: each kind of link, each shape that needs a word, each outline, and no other."""
    keys = {entry.key for entry in drawing.legend}
    assert {key for key in keys if key.startswith("link ")} == {f"link {link.kind}" for link in drawing.links}
    shapes = {"event" if box.kind == "fact" else box.kind for box in drawing.boxes} - _WORDLESS
    assert {key for key in keys if key.startswith("shape ")} == {f"shape {kind}" for kind in shapes}
    drawn = {item.pen.dash for box in drawing.boxes for item in box.items if not isinstance(item, Words)}
    for standing in ("draft", "open", "ended"):
        if DASHES[standing] in drawn:
            assert f"standing {standing}" in keys, standing


def the_frame_says_what_it_must(drawing: Drawing, caption: Caption) -> None:
    """Title, tag and source stand on the page whole, wherever their lines are broken."""
    said = "".join(item.text for item in drawing.frame if isinstance(item, Words)).replace(" ", "")
    for text in (caption.title, caption.tag, caption.source):
        assert _bare(text) in said, text


def _bare(text: str) -> str:
    return printable(text).replace(" ", "")
