"""What must be true of every drawing of every diagram."""

import pytest
from hypothesis import HealthCheck, given, settings
from sample_pictures import diagrams, grid, grids, matrix, small

from foedus.layout import Drawing, lay_out
from foedus.layout.cards import corners
from foedus.layout.drawing import Area, PlacedBox, Point, Words
from foedus.views.shapes import Diagram, Grid

_SLACK = 0.6

pictures = pytest.mark.parametrize("picture", [small(), grid(), matrix()], ids=["diagram", "grid", "matrix"])


def check(drawing: Drawing) -> None:
    texts_stay_in_their_boxes(drawing)
    boxes_are_apart(drawing)
    links_end_on_borders(drawing)
    all_is_on_the_page(drawing)


def texts_stay_in_their_boxes(drawing: Drawing) -> None:
    for box in drawing.boxes:
        for words in (item for item in box.items if isinstance(item, Words)):
            assert box.area.holds(words.area, _SLACK), f"{words.text!r} leaves {box.id}"


def boxes_are_apart(drawing: Drawing) -> None:
    boxes = [box for box in drawing.boxes if box.kind not in {"line", "rule"}]
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            assert not one.area.meets(other.area), f"{one.id} and {other.id}"
        for lane in drawing.lanes:
            assert not one.area.meets(lane.heading, 0.5), f"{one.id} and the heading of {lane.id}"
            if one.lane == lane.id:
                assert lane.area.holds(one.area), f"{one.id} leaves {lane.id}"


def links_end_on_borders(drawing: Drawing) -> None:
    boxes = {box.id: box for box in drawing.boxes}
    for link in drawing.links:
        for id, point in ((link.source, link.points[0]), (link.target, link.points[-1])):
            if id in boxes:
                assert off_border(boxes[id], point) < _SLACK, f"{link.source} to {link.target} at {id}"
        for a, b in zip(link.points, link.points[1:], strict=False):
            assert a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1], abs=0.01)


def off_border(box: PlacedBox, point: Point) -> float:
    """How far a point is from the outline of a box, in points."""
    if box.kind in {"event", "not"}:
        half = min(box.area.height, box.area.width) / 2
        radius = min(half, 13.0) if box.kind == "event" else half
        return off_rounded(box.area, radius, point)
    shape = corners(box.kind, box.area)
    return min(distance(point, a, b) for a, b in zip(shape, (*shape[1:], shape[0]), strict=True))


def off_rounded(area: Area, radius: float, point: Point) -> float:
    (x, y), (cx, cy) = point, area.middle
    dx, dy = abs(x - cx) - (area.width / 2 - radius), abs(y - cy) - (area.height / 2 - radius)
    outside = (max(dx, 0.0) ** 2 + max(dy, 0.0) ** 2) ** 0.5
    return abs(outside + min(max(dx, dy), 0.0) - radius)


def distance(p: Point, a: Point, b: Point) -> float:
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    t = max(0.0, min(1.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length))
    return float(((a[0] + t * (b[0] - a[0]) - p[0]) ** 2 + (a[1] + t * (b[1] - a[1]) - p[1]) ** 2) ** 0.5)


def all_is_on_the_page(drawing: Drawing) -> None:
    page = Area(0, 0, drawing.width, drawing.height)
    inner = Area(drawing.margin, 0, drawing.width - 2 * drawing.margin, drawing.height)
    for item in drawing.items():
        if isinstance(item, Words):
            assert page.holds(item.area, _SLACK), item.text
    for part in (*drawing.lanes, *drawing.boxes, *drawing.legend):
        assert inner.holds(part.area, _SLACK), part


def links_run_through_no_box(drawing: Drawing) -> None:
    areas = [(box.id, box.area) for box in drawing.boxes if box.kind not in {"line", "rule"}]
    for link in drawing.links:
        for a, b in zip(link.points, link.points[1:], strict=False):
            run = Area(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))
            for id, area in areas:
                if id not in (link.source, link.target):
                    assert not run.meets(area, 0.5), f"{link.source} to {link.target} runs through {id}"


@pictures
def test_small_pictures_are_sound(picture: Diagram) -> None:
    check(lay_out(picture))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams(most=24))
def test_any_diagram_is_sound(diagram: Diagram) -> None:
    drawing = lay_out(diagram, engine="own")
    check(drawing)
    links_run_through_no_box(drawing)
    tops = [lane.area.y for lane in drawing.lanes]
    assert tops == sorted(tops)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(grids())
def test_any_grid_is_sound(picture: Grid) -> None:
    check(lay_out(picture))


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams(most=60))
def test_large_diagrams_ranked_by_graphviz_are_sound(diagram: Diagram) -> None:
    drawing = lay_out(diagram, page="a3")
    check(drawing)
    links_run_through_no_box(drawing)
