"""Pictures as data, drawn by the page when they are asked for: what elements share is written once.

A form is a tag, the attributes that all its elements share, and the names of those that each gives itself.
An element is a list: the number of its form, its own attributes, then what is inside it, lists and texts.
The page opens without drawing what nobody looks at, and all pictures take half the room of their SVG.
"""

import json
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, fromstring

_OWN = (
    "x", "y", "width", "height", "d", "id", "viewBox", "aria-labelledby",
    "data-id", "data-source", "data-target",
)  # fmt: skip
"""The attributes in which elements that look alike differ."""
_LEFT_OUT = frozenset({"data-origin", "data-lane", "width", "height"})
"""Of groups and of the whole: what the page knows from elsewhere, or sets itself."""


class Pressed(NamedTuple):
    """The forms, and a tree for each picture."""

    forms: list[Any]
    trees: list[Any]


def pressed(pictures: tuple[str, ...]) -> Pressed:
    """SVG documents as data."""
    places: dict[str, int] = {}
    forms: list[Any] = []
    trees = [_tree(fromstring(each), places, forms) for each in pictures]
    return Pressed(forms, trees)


def _tree(element: Element, places: dict[str, int], forms: list[Any]) -> list[Any]:
    tag = element.tag.rpartition("}")[2]
    drops = _LEFT_OUT if tag in ("g", "svg") else frozenset()
    said = {name: value for name, value in element.items() if name not in drops}
    own = [name for name in _OWN if name in said]
    form = [tag, {name: value for name, value in said.items() if name not in own}, own]
    key = json.dumps(form)
    if key not in places:
        places[key] = len(forms)
        forms.append(form)
    text = [element.text] if element.text and element.text.strip() else []
    inside = [_tree(each, places, forms) for each in element if not each.tag.endswith("}metadata")]
    return [places[key], *(_short(said[name]) for name in own), *text, *inside]


def _short(value: str) -> str | int | float:
    """A number as a number where it is written as JSON writes it, so that it comes back as it was."""
    try:
        number = json.loads(value)
    except ValueError:
        return value
    return number if isinstance(number, int | float) and json.dumps(number) == value else value
