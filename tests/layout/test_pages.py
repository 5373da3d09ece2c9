"""Pages: lying and upright, each with a larger one for what does not fit."""

import pytest
from sample_pictures import caption, grid, lanes, matrix, small
from sample_stories import timeline

from foedus.draw import Setting, drawing
from foedus.errors import Stop
from foedus.layout import PAGES, PageName, lay_out
from foedus.layout.drawing import Area
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
    placed = lay_out(timeline(30), "a4-portrait")
    assert placed.page != "a4-portrait"
    assert "does not fit page 'a4-portrait'" in " ".join(placed.notes)
    boxes = tuple(Box(f"b{i}", "provision", "A long promise " * 4, str(i), "l0") for i in range(90))
    with pytest.raises(Stop, match=r"take a larger page \(a3-portrait, a3, sheet\)"):
        lay_out(Diagram(caption(), lanes(), boxes, ()), "a4-portrait", grow=False)


def test_a_page_that_is_nearly_known_is_named() -> None:
    with pytest.raises(Stop, match="did you mean `a4-portrait`"):
        lay_out(small(), "a4-potrait")  # type: ignore[arg-type]
