"""Whether pictures can be read where they are seen: what is shipped can, and what is broken is found."""

import json
from collections.abc import Callable
from dataclasses import replace
from math import atan, degrees
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.draw import drawing
from foedus.layout import Drawing
from foedus.layout.drawing import Area, Entry, Pen, PlacedBox, PlacedLane, PlacedLink, Rect, Words
from foedus.legibility.measured import faults
from foedus.legibility.places import NOTED, PLACES, READ, least
from foedus.library import shipped_models
from foedus.opening import read
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.views.catalogue import STUDIES, VIEWS

SLIDE, COPY = PLACES["slide"], PLACES["photocopy"]


def blank(*frame: Words, size: float = 10.0, **parts: Any) -> Drawing:
    """A slide with these lines of text, and nothing else that is not given."""
    given = {"lanes": (), "links": (), "boxes": (), "legend": (), **parts}
    return Drawing(
        "slide", 960, 540, 32, "A picture", "One.", frame=frame, engine="none", text_size=size, **given
    )


def line(
    text: str = "A line of text", size: float = 10.0, colour: str = "#000000", y: float = 100.0
) -> Words:
    return Words(100, y, text, size, colour, width=6 * size)


def codes(placed: Drawing, place: str = "slide") -> list[str]:
    return [fault.rule.CODE for fault in faults(placed, PLACES[place])]


def sample(key: str, colour: str, y: float) -> Entry:
    area = Area(100, y, 20, 10)
    return Entry(key, area, (Rect(area, Pen(fill=colour)),))


def test_a_picture_with_nothing_wrong_has_no_faults() -> None:
    assert codes(blank(line())) == []


@pytest.mark.parametrize("model", shipped_models())
def test_every_shipped_picture_that_fits_a_slide_can_be_read_on_it(model: str) -> None:
    project = read(model)
    for view in (*VIEWS, *STUDIES):
        placed = drawing(project, view)
        if placed.page == "slide":
            assert list(faults(placed, SLIDE)) == [], view


def test_text_that_is_read_is_larger_than_text_that_is_looked_up() -> None:
    assert codes(blank(line(), size=8.8)) == ["P01"]
    assert codes(blank(line(size=8.8))) == []
    assert codes(blank(line(size=5.5))) == ["P01"]


def test_a_picture_is_measured_as_large_as_it_comes_out() -> None:
    whole = blank(line())
    assert codes(whole, "a4") == []
    assert codes(whole, "a4-half") == ["P01"]


def test_faint_text_is_found_and_large_text_may_be_fainter() -> None:
    assert codes(blank(line(colour="#888888"))) == ["P02"]
    assert codes(blank(line(colour="#888888", size=20))) == []


def test_the_ground_of_a_text_is_what_was_painted_last_under_it() -> None:
    white = line(colour="#FFFFFF")
    box = Rect(white.area, Pen(fill="#17212B"))
    card = PlacedBox("provision:help", "provision", "Help", white.area, (box, white))
    assert codes(blank(boxes=(card,))) == []


def test_a_faint_arrow_is_found() -> None:
    body = Rect(Area(100, 200, 80, 1), Pen(stroke="#DDDDDD", width=1))
    link = PlacedLink("a", "b", "activates", "", ((100.0, 200.0), (180.0, 200.0)), (body,))
    assert codes(blank(line(), links=(link,))) == ["P02"]


def test_samples_that_only_colour_tells_apart_need_colours_that_are_far_apart() -> None:
    near = blank(line(), legend=(sample("one", "#0067B8", 300), sample("other", "#0060B0", 330)))
    assert codes(near) == ["P03"]
    far = blank(line(), legend=(sample("one", "#0067B8", 300), sample("other", "#962600", 330)))
    assert codes(far) == []


def test_what_is_told_apart_on_a_screen_may_be_one_grey_on_a_photocopy() -> None:
    both = blank(line(), legend=(sample("one", "#0067B8", 300), sample("other", "#876500", 330)))
    assert codes(both) == []
    assert codes(both, "photocopy") == ["P03"]


def test_lanes_without_a_heading_are_told_apart_by_colour_alone() -> None:
    def lane(id: str, colour: str, y: float, *words: Words) -> PlacedLane:
        area = Area(100, y, 300, 40)
        return PlacedLane(id, id, area, area, (Rect(area, Pen(fill=colour)), *words))

    assert codes(blank(line(), lanes=(lane("a", "#E8F1FA", 200), lane("b", "#E3F2EC", 300)))) == ["P03"]
    headed = (lane("a", "#E8F1FA", 200, line(y=220)), lane("b", "#E3F2EC", 300, line(y=320)))
    assert codes(blank(line(), lanes=headed)) == []


def test_text_on_text_and_text_outside_the_page_are_found() -> None:
    assert codes(blank(line(), line("Another", y=103))) == ["P04"]
    assert codes(blank(replace(line(), x=940))) == ["P04"]


@given(st.floats(5, 60), st.floats(200, 3000), st.floats(0.2, 3))
def test_the_least_size_is_that_whose_capitals_subtend_the_angle(
    arc: float, distance: float, enlarged: float
) -> None:
    capitals = least(arc, distance, enlarged) * enlarged * 0.7275 * 25.4 / 72
    assert 60 * degrees(2 * atan(capitals / 2 / distance)) == pytest.approx(arc)


def test_the_sizes_on_the_page_of_the_rule_are_those_that_are_asked_for() -> None:
    text = next(page(rule).text for rule in RULES if rule.CODE == "P01")
    for place in (SLIDE, PLACES["a4"]):
        for size in (place.text, place.note):
            assert f"{size:.1f}" in text
    for arc in (READ, NOTED):
        assert f"{arc:g} minutes of arc" in text


def test_a_picture_that_is_too_small_is_a_finding_with_a_hint_that_passes(foedus: Callable[..., Any]) -> None:
    ran = foedus("legible", "minsk-2015", "trigger", "--format", "json")
    assert ran.code == 1
    (found,) = json.loads(ran.out)["findings"]
    assert (found["code"], found["element"]) == ("P01", "pictures/trigger")
    assert found["file"].endswith("provisions-3-settlement.yaml")
    assert "the view `overview` passes" in found["hint"]
    assert foedus("legible", "minsk-2015", "overview").code == 0


def test_a_place_that_there_is_not_is_refused_with_the_nearest(foedus: Callable[..., Any]) -> None:
    ran = foedus("legible", "teu-42-7", "--for", "slides")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `slide`" in ran.err


def test_half_a_page_is_a_page_on_which_little_can_be_drawn(foedus: Callable[..., Any]) -> None:
    assert foedus("legible", "teu-42-7", "focus", "--focus", "aid", "--for", "a4-half").code == 0
    assert foedus("legible", "paris-2026", "matrix", "--for", "a4-half").code == 1
