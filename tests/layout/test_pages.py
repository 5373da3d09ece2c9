"""Pages: lying and upright, each with a larger one for what does not fit."""

import re
from itertools import pairwise

import pytest
from sample_pictures import caption, grid, lanes, matrix, small
from sample_stories import timeline

from foedus.draw import Setting, drawing, story
from foedus.errors import Stop
from foedus.layout import PAGES, PageName, lay_out
from foedus.layout.drawing import Area, Words
from foedus.layout.palette import WHITE
from foedus.opening import read
from foedus.views.shapes import Box, Diagram, Picture

UPRIGHT: tuple[PageName, ...] = ("a4-portrait", "a3-portrait", "letter-portrait")


def test_every_page_leads_to_one_that_takes_anything() -> None:
    for page in PAGES.values():
        seen = [page]
        while seen[-1].larger is not None:
            seen.append(PAGES[seen[-1].larger])
            assert seen[-1].smallest <= seen[-2].smallest or seen[-1].grows
        assert seen[-1].grows


@pytest.mark.parametrize("page", UPRIGHT)
@pytest.mark.parametrize("picture", [small(), grid(), matrix()], ids=["diagram", "grid", "matrix"])
def test_an_upright_page_is_used_and_nothing_leaves_it(page: PageName, picture: Picture) -> None:
    placed = lay_out(picture, page)
    assert placed.page == page
    assert placed.height > placed.width
    sheet = Area(0, 0, placed.width, placed.height)
    assert all(sheet.holds(box.area) for box in placed.boxes)


@pytest.mark.parametrize("view", ["trigger", "matrix", "dependency"])
def test_the_paris_views_stand_upright(view: str) -> None:
    placed = drawing(read("paris-2026"), view, Setting(page="a3-portrait"))
    assert placed.page == "a3-portrait"


def test_what_is_too_wide_for_an_upright_page_goes_to_a_larger_one_and_says_so() -> None:
    placed = lay_out(timeline(days=tuple(range(0, 60, 3))), "a4-portrait")
    assert placed.page != "a4-portrait"
    assert "does not fit page 'a4-portrait'" in " ".join(placed.notes)
    boxes = tuple(Box(f"b{i}", "provision", "A long promise " * 4, str(i), "l0") for i in range(90))
    with pytest.raises(Stop, match=r"take a larger page \(a3-portrait, a3, sheet\)"):
        lay_out(Diagram(caption(), lanes(), boxes, ()), "a4-portrait", grow=False)


@pytest.mark.parametrize("page", ["a4-portrait", "letter-portrait"])
@pytest.mark.parametrize("view", ["timeline", "sequence"])
@pytest.mark.parametrize("scenario", ["renewed-attack-while", "breach-that-is-found"])
def test_the_stories_of_paris_stand_upright_whole_and_sound(page: PageName, view: str, scenario: str) -> None:
    placed = lay_out(story(read("paris-2026"), view, scenario), page)
    assert placed.page == page
    assert not any("no room" in note for note in placed.notes)
    inner = Area(placed.margin, 0, placed.width - 2 * placed.margin, placed.height)
    words = [item for box in placed.boxes for item in box.items if isinstance(item, Words)]
    assert all(inner.holds(item.area, 1) for item in words)


@pytest.mark.parametrize("page", ["a4-portrait", "letter-portrait"])
def test_steps_on_a_narrow_axis_do_not_touch(page: PageName) -> None:
    placed = lay_out(story(read("paris-2026"), "timeline", "renewed-attack-while"), page)
    words = [item for item in placed.frame if isinstance(item, Words) and item.colour == WHITE]
    xs = sorted(item.x for item in words if re.fullmatch("[0-9]", item.text))
    assert len(xs) == 3
    assert all(after - before > 12 for before, after in pairwise(xs))


@pytest.mark.parametrize("page", ["a4-portrait", "letter-portrait"])
def test_no_word_at_the_head_of_a_column_is_broken(page: PageName) -> None:
    placed = drawing(read("paris-2026"), "provenance", Setting(page=page))
    for lane in placed.lanes:
        words = " ".join(item.text for item in lane.items if isinstance(item, Words))
        assert all(word in words.split() for word in lane.title.split())


def test_a_page_that_is_nearly_known_is_named() -> None:
    with pytest.raises(Stop, match="did you mean `a4-portrait`"):
        lay_out(small(), "a4-potrait")  # type: ignore[arg-type]
