"""Timelines on a page: nothing cut, nothing overlapping, every change shown."""

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from sample_stories import CYRILLIC, STATES, timeline

from foedus.draw import story
from foedus.layout import PAGES, PageName, lay_out
from foedus.layout.axis import axis
from foedus.layout.bands import band
from foedus.layout.drawing import Area, Drawing, Rect, Words
from foedus.layout.gather import DENSITIES, briefer, rows
from foedus.layout.palette import HUES
from foedus.opening import read
from foedus.views.played_shapes import Stand, Timeline

LONG = tuple(range(0, 90, 3))
SHAPES = {
    "one step": timeline(1, (0,)),
    "usual": timeline(),
    "thirty steps": timeline(12, LONG),
    "dates": timeline(9, (0, 10, 400), dated=True),
    "sixty rows": timeline(60),
    "cyrillic": timeline(14, (0, 10, 400), title=CYRILLIC, dated=True, told=CYRILLIC),
    "nothing": Timeline(timeline().caption, (), (), ()),
}
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
every_page = pytest.mark.parametrize("page", list(PAGES))


def words(drawing: Drawing) -> list[Words]:
    return [item for item in drawing.items() if isinstance(item, Words)]


def texts(drawing: Drawing) -> str:
    return " ".join(item.text for item in words(drawing))


def boxes(drawing: Drawing, kind: str) -> list[Area]:
    return [box.area for box in drawing.boxes if box.kind == kind]


@every_shape
@every_page
def test_no_text_leaves_the_page_or_touches_another(shape: Timeline, page: PageName) -> None:
    drawing = lay_out(shape, page)
    sheet = Area(drawing.margin - 0.5, 0, drawing.width - 2 * drawing.margin + 1, drawing.height)
    areas = [item.area for item in words(drawing)]
    assert all(sheet.holds(area) for area in areas)
    assert not [(a, b) for a, b in combinations(areas, 2) if a.meets(b, 1.2)]


@every_shape
def test_bands_do_not_overlap_and_hold_their_words(shape: Timeline) -> None:
    drawing = lay_out(shape)
    assert not [pair for pair in combinations(boxes(drawing, "band"), 2) if pair[0].meets(pair[1])]
    for box in drawing.boxes:
        if box.kind == "band":
            assert all(box.area.holds(item.area, 2.0) for item in box.items if isinstance(item, Words))


@every_shape
def test_rows_stand_inside_their_lanes_and_flags_above_them(shape: Timeline) -> None:
    drawing = lay_out(shape)
    lanes = {lane.id: lane.area for lane in drawing.lanes}
    for box in drawing.boxes:
        if box.kind in ("band", "course"):
            assert lanes[box.lane].holds(box.area, 0.1)
    top = min((area.y for area in lanes.values()), default=0.0)
    assert all(area.bottom <= top for area in boxes(drawing, "flag"))
    assert not [pair for pair in combinations(boxes(drawing, "flag"), 2) if pair[0].meets(pair[1])]


@pytest.mark.parametrize("density", DENSITIES)
def test_every_course_stands_in_one_line_with_its_own_stretches(density: str) -> None:
    shape = timeline(30)
    lines = rows(shape.courses, density)  # type: ignore[arg-type]
    assert sorted(c.id for line in lines for c in line.courses) == sorted(c.id for c in shape.courses)
    assert all(course.stretches == line.stretches for line in lines for course in line.courses)


def test_lines_lose_titles_one_after_another_and_never_courses() -> None:
    lines = rows(timeline(40).courses, "apart")
    brief = list(briefer(lines))
    assert [sum(row.listed for row in each) for each in brief] == list(
        range(sum(row.listed for row in lines) + 1, sum(row.listed for row in lines) + 1 + len(brief))
    )
    assert all([row.courses for row in each] == [row.courses for row in lines] for each in brief)


def test_every_change_is_a_band_of_its_own() -> None:
    shape = timeline(12)
    drawing = lay_out(shape, "sheet")
    assert len(boxes(drawing, "band")) == sum(len(course.stretches) for course in shape.courses)


def test_what_has_no_room_is_counted_and_changes_come_first() -> None:
    drawing = lay_out(timeline(60))
    assert drawing.page == "slide"
    assert "more rows" in texts(drawing)
    assert "have no room" in drawing.notes[0]
    shown = {box.lane for box in drawing.boxes if box.kind == "course"}
    assert shown == {"l1", "l2"}  # the first lane never changes
    assert not lay_out(timeline(60), "sheet").notes


@every_shape
@every_page
def test_text_never_falls_under_the_minimum_of_its_page(shape: Timeline, page: PageName) -> None:
    drawing = lay_out(shape, page)
    assert drawing.text_size >= PAGES[page].smallest
    band_words = [w for box in drawing.boxes if box.kind == "band" for w in box.items if isinstance(w, Words)]
    assert all(item.size >= 7.5 for item in band_words)


@every_shape
def test_the_legend_shows_only_what_occurs_and_ends_before_the_margin(shape: Timeline) -> None:
    drawing = lay_out(shape)
    stands = {stretch.stand for course in shape.courses for stretch in course.stretches}
    single = {f"state {stand.states[0]}" for stand in stands if len(stand.states) == 1}
    several = {"state undetermined" for stand in stands if len(stand.states) > 1}
    flagged = {deed.kind for i in shape.instants for deed in i.deeds} if boxes(drawing, "flag") else set()
    keys = {entry.key for entry in drawing.legend}
    assert keys - {"break"} == single | several | {f"deed {kind}" for kind in flagged}
    assert all(entry.area.right <= drawing.width - drawing.margin for entry in drawing.legend)


def test_long_gaps_are_shortened_with_a_mark_and_short_ones_keep_the_scale() -> None:
    found = axis(timeline(days=(0, 1, 5, 100, 101)).instants, 0, 800, 60, 100)
    _, x0, x1, x5, x100, x101 = found.xs
    assert x101 - x100 == pytest.approx(x1 - x0)
    assert x5 - x1 == pytest.approx(x100 - x5) == pytest.approx(3 * (x1 - x0))
    assert found.breaks == (pytest.approx((x1 + x5) / 2), pytest.approx((x5 + x100) / 2))
    true = axis(timeline(days=(2, 4, 8)).instants, 0, 800, 60, 100)
    assert true.breaks == ()
    assert true.xs[3] - true.xs[2] == pytest.approx(2 * (true.xs[1] - true.xs[0]))


def test_close_days_are_all_readable() -> None:
    found = texts(lay_out(timeline(days=(0, 1, 5, 100, 101))))
    assert all(f"day {day}" in found for day in (0, 1, 5, 100, 101))


def test_days_that_would_touch_move_apart_before_one_is_left_out() -> None:
    placed = lay_out(story(read("minsk-2015"), "timeline", "broken-at-once"))
    assert {"15 Feb 2015", "end 17 Feb 2015"} <= {item.text for item in words(placed)}


@pytest.mark.parametrize(
    ("model", "scenario"), [("teu-42-7", "france-2015"), ("uk-ukraine-2024", "ukraine-joins-nato")]
)
def test_what_happens_last_is_told_where_the_bands_leave_it_room(model: str, scenario: str) -> None:
    drawing = lay_out(story(read(model), "timeline", scenario))
    assert len(boxes(drawing, "flag")) == 2


def test_steps_too_many_to_be_told_are_numbered_and_the_subtitle_says_so() -> None:
    drawing = lay_out(SHAPES["thirty steps"])
    assert not boxes(drawing, "flag")
    assert "the steps of its sequence" in texts(drawing)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("number", range(len(HUES)))
def test_words_in_a_band_stand_out_from_their_ground(state: str, number: int) -> None:
    for states in ((state,), (state, "ACTIVE")):
        items = band(Area(0, 0, 300, 12), Stand(states), HUES[number], 9.0, HUES[number].tint)  # type: ignore[arg-type]
        [text] = [item for item in items if isinstance(item, Words)]
        ground = next(i for i in reversed(items) if isinstance(i, Rect) and i.area.holds(text.area, 3.0))
        light, dark = sorted((_luminance(text.colour), _luminance(ground.pen.fill)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_every_state_is_drawn_differently_without_its_word_and_colour() -> None:
    drawn = [
        band(Area(0, 0, 30, 10), Stand((state,)), HUES[0], 9.0, "#FFFFFF", words=False) for state in STATES
    ]
    drawn.append(
        band(Area(0, 0, 30, 10), Stand(("INACTIVE", "ACTIVE")), HUES[0], 9.0, "#FFFFFF", words=False)
    )
    assert len(set(drawn)) == len(STATES) + 1


def test_the_same_timeline_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "from sample_stories import timeline, sequence\nfrom foedus.layout import lay_out\n"
        "from foedus.writers.pictures import svg\n"
        "print(svg.write(lay_out(timeline(20))), svg.write(lay_out(sequence())))"
    )
    found = set()
    for seed in ("0", "1"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
        found.add(done.stdout)
    assert len(found) == 1
