"""Pictures as data come back as the pictures that they were, but for what the page knows from elsewhere."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from foedus.draw import drawing
from foedus.explorer.pressed import pressed
from foedus.opening import read
from foedus.views.catalogue import ANSWERS, STUDIES, VIEWS
from foedus.writers.pictures import svg


def grown(tree: list[Any], forms: list[Any]) -> Any:
    """What the page makes of a tree, as nested tuples."""
    number, *parts = tree
    tag, shared, own = forms[number]
    values = dict(zip(own, map(str, parts), strict=False))
    inside = tuple(grown(each, forms) if isinstance(each, list) else each for each in parts[len(own) :])
    return tag, shared | values, inside


def plain(element: Element) -> Any:
    """An SVG as nested tuples, without what is left out of the page."""
    tag = element.tag.rpartition("}")[2]
    left_out = {"data-origin", "data-lane"} | ({"width", "height"} if tag == "svg" else set())
    attributes = {name: value for name, value in element.items() if name not in left_out}
    text = (element.text,) if element.text and element.text.strip() else ()
    return tag, attributes, text + tuple(plain(each) for each in element if not each.tag.endswith("metadata"))


@pytest.mark.parametrize("view", [*VIEWS, *ANSWERS, *STUDIES])
def test_a_picture_comes_back_as_it_was(view: str) -> None:
    text = svg.write(drawing(read("paris-2026"), view))
    forms, (tree,) = pressed((text,))
    assert grown(tree, forms) == plain(fromstring(text))
