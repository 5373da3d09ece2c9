"""A real browser agrees with our own measures: every text of an SVG stands inside its box.

The laws of pictures rest on widths that we read from Inter ourselves. Here Chromium draws the same files,
with the letters that travel in them or with the whole of Inter, and says how large each text came out.
"""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from sample_pictures import grid, matrix, small
from sample_stories import CYRILLIC, sequence, timeline
from test_writers import hostile

from foedus.draw import drawing
from foedus.layout import Drawing, lay_out
from foedus.layout.drawing import Words
from foedus.layout.metrics import font_file, unknown
from foedus.library import shipped_models
from foedus.opening import read
from foedus.views.catalogue import STUDIES, VIEWS
from foedus.views.played_shapes import AnyPicture
from foedus.writers.pictures import svg

_SLACK = 0.8  # points
_LEAST = 0.95  # we measure 1 % more than the advances of the font, and letters may be kerned
_MEASURED = """picture => {
    document.body.innerHTML = picture;
    return document.fonts.ready.then(() => [...document.querySelectorAll('text')].map(text => {
        const box = text.getBBox();
        return {text: text.textContent, x: box.x, width: box.width};
    }));
}"""

SHAPES: dict[str, AnyPicture] = {
    "diagram": small(),
    "grid": grid(),
    "matrix": matrix(),
    "timeline": timeline(9),
    "sequence": sequence(),
    "hostile": hostile(),
    "cyrillic": timeline(9, (0, 10, 400), title=CYRILLIC, dated=True, told=CYRILLIC),
}


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    context.route("**/*", lambda route: route.abort())
    made_page = context.new_page()
    made_page.set_content(f"<head><style>{faces()}</style></head><body></body>")
    yield made_page
    context.close()


def faces() -> str:
    """The whole of Inter, upright and italic, as a reader has it who has installed it."""
    rules = []
    for italic in (False, True):
        data = base64.b64encode(font_file(italic).read_bytes()).decode()
        style = "italic" if italic else "normal"
        rules.append(
            f"@font-face{{font-family:Inter;font-style:{style};font-weight:100 900;"
            f"src:url(data:font/ttf;base64,{data})}}"
        )
    return "".join(rules)


def agree(page: Any, placed: Drawing, text: svg.Text = "live") -> None:
    """No text is wider in the browser than we measured it, nor leaves the box that it stands in."""
    found = iter(page.evaluate(_MEASURED, svg.write(placed, text)))
    for items in (placed.frame, *(part.items for part in (*placed.lanes, *placed.links))):
        fits(found, items, None)
    for box in placed.boxes:
        fits(found, box.items, box.area)
    for entry in placed.legend:
        fits(found, entry.items, entry.area)
    assert next(found, None) is None


def fits(found: Iterator[dict[str, Any]], items: Any, area: Any) -> None:
    for item in (item for item in items if isinstance(item, Words)):
        seen = next(found)
        assert seen["text"] == item.text
        assert seen["width"] <= item.width + _SLACK, json.dumps(seen)
        assert seen["x"] >= item.area.x - _SLACK, json.dumps(seen)
        if not unknown(item.text):  # drawn in Inter, and in nothing narrower
            assert seen["width"] >= _LEAST * item.width - _SLACK, json.dumps(seen)
        if area is not None:
            assert area.x - _SLACK <= seen["x"], json.dumps(seen)
            assert seen["x"] + seen["width"] <= area.right + _SLACK, json.dumps(seen)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_browser_sets_every_text_inside_its_box(page: Any, shape: AnyPicture) -> None:
    agree(page, lay_out(shape))


def test_so_it_does_with_the_letters_that_travel_in_the_file(page: Any) -> None:
    for shape in (SHAPES["diagram"], SHAPES["hostile"]):
        agree(page, lay_out(shape), "embedded")


@pytest.mark.parametrize("model", shipped_models())
def test_a_browser_sets_every_text_of_the_shipped_models_inside_its_box(page: Any, model: str) -> None:
    for view in (*VIEWS, *STUDIES):
        agree(page, drawing(read(model), view))


def test_a_text_that_is_measured_too_narrow_is_caught(page: Any) -> None:
    found = [{"text": "ab", "x": 0.0, "width": 20.0}]
    with pytest.raises(AssertionError):
        fits(iter(found), (Words(0, 0, "ab", 9, "#000000", 10.0),), None)
