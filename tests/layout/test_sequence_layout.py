"""Sequences on a page: nothing cut, nothing overlapping, every step and change shown."""

from itertools import combinations

import pytest
from sample_stories import CYRILLIC, sequence

from foedus.layout import PAGES, PageName, lay_out
from foedus.layout.drawing import Area, Drawing, Words
from foedus.views.played_shapes import Sequence

SHAPES = {
    "one step": sequence((0,)),
    "usual": sequence(),
    "thirty steps": sequence(tuple(range(30))),
    "many doers": sequence(tuple(range(6)), doers=14),
    "sixty promises": sequence((0, 9), movers=60),
    "cyrillic": sequence((0, 10, 400), dated=True, told=CYRILLIC),
    "nothing": Sequence(sequence().caption, (), ()),
}
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
every_page = pytest.mark.parametrize("page", list(PAGES))


def words(drawing: Drawing) -> list[Words]:
    return [item for item in drawing.items() if isinstance(item, Words)]


def boxes(drawing: Drawing, prefix: str) -> list[Area]:
    return [box.area for box in drawing.boxes if box.id.startswith(prefix)]


@every_shape
@every_page
def test_no_text_leaves_the_page_or_touches_another(shape: Sequence, page: PageName) -> None:
    drawing = lay_out(shape, page)
    sheet = Area(drawing.margin - 0.5, 0, drawing.width - 2 * drawing.margin + 1, drawing.height)
    areas = [item.area for item in words(drawing)]
    assert all(sheet.holds(area) for area in areas)
    assert not [(a, b) for a, b in combinations(areas, 2) if a.meets(b, 1.2)]


@every_shape
def test_every_deed_stands_in_the_lane_of_its_doer(shape: Sequence) -> None:
    drawing = lay_out(shape)
    lanes = [lane.area for lane in drawing.lanes]
    for area in boxes(drawing, "deed/"):
        assert any(lane.x <= area.x and area.right <= lane.right + 0.1 for lane in lanes)
    for box in drawing.boxes:
        if box.id.startswith(("deed/", "change/", "step/")):
            assert all(box.area.holds(item.area, 1.5) for item in box.items if isinstance(item, Words))


@every_shape
def test_steps_and_changes_do_not_overlap(shape: Sequence) -> None:
    drawing = lay_out(shape)
    for prefix in ("deed/", "change/"):
        assert not [pair for pair in combinations(boxes(drawing, prefix), 2) if pair[0].meets(pair[1])]


def test_every_step_and_every_change_is_shown() -> None:
    shape = sequence()
    drawing = lay_out(shape, "sheet")
    assert len(boxes(drawing, "step/")) == len(shape.happenings)
    changed = sum(len(each.shifts) or 1 for each in shape.happenings)
    assert len(boxes(drawing, "change/")) == changed
    found = " ".join(item.text for item in words(drawing))
    assert "no change of state" in found
    assert "1.3" in found


def test_steps_without_room_are_counted() -> None:
    drawing = lay_out(SHAPES["thirty steps"])
    shown = len(boxes(drawing, "step/"))
    assert 0 < shown < 30
    assert f"and {30 - shown} more steps" in " ".join(item.text for item in words(drawing))
    assert f"{30 - shown} of 30 steps have no room" in drawing.notes[0]
    assert len(boxes(lay_out(SHAPES["thirty steps"], "sheet"), "step/")) == 30


def test_doers_who_are_too_many_share_a_column_and_their_deeds_say_who() -> None:
    drawing = lay_out(SHAPES["many doers"])
    assert drawing.lanes[-1].title == "Others"
    last = drawing.lanes[-1].area
    shared = [box for box in drawing.boxes if box.id.startswith("deed/") and last.holds(box.area, 0.1)]
    assert shared
    for box in shared:
        assert "Actor" in " ".join(item.text for item in box.items if isinstance(item, Words))


@every_shape
@every_page
def test_text_never_falls_under_the_minimum_of_its_page(shape: Sequence, page: PageName) -> None:
    drawing = lay_out(shape, page)
    assert drawing.text_size >= PAGES[drawing.page].smallest  # type: ignore[index]


@every_shape
def test_the_legend_shows_only_what_occurs_and_ends_before_the_margin(shape: Sequence) -> None:
    drawing = lay_out(shape)
    keys = [entry.key for entry in drawing.legend]
    assert len(keys) == len(set(keys))
    assert ("state undetermined" in keys) == any(each.shifts for each in shape.happenings)
    assert "state SUSPENDED" not in keys
    assert all(entry.area.right <= drawing.width - drawing.margin for entry in drawing.legend)
