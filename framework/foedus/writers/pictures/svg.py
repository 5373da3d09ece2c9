"""A drawing as SVG: one file, readable by people and screen readers, the same bytes every time.

Only the elements and attributes listed here can come out, whatever a label holds: every tag goes
through `_tag`, which escapes all text and refuses any other name.
"""

import base64
from functools import lru_cache
from typing import Literal, TypeAlias

from foedus.layout.drawing import (
    Area,
    Drawing,
    Item,
    Path,
    Pen,
    PlacedBox,
    PlacedLane,
    PlacedLink,
    Rect,
    Step,
    Words,
)
from foedus.place import Span
from foedus.writers.pictures.xml import escaped

FAMILY = 'Inter, "Noto Sans", "Segoe UI", Arial, sans-serif'

ALLOWED: dict[str, frozenset[str]] = {
    "svg": frozenset(
        {"xmlns", "width", "height", "viewBox", "role", "aria-labelledby", "font-family", "lang"}
    ),
    "title": frozenset({"id"}),
    "desc": frozenset({"id"}),
    "metadata": frozenset(),
    "style": frozenset(),
    "g": frozenset(
        {"class", "data-id", "data-origin", "data-kind", "data-source", "data-target", "data-lane"}
    ),
    "rect": frozenset({"x", "y", "width", "height", "rx"}),
    "path": frozenset({"d"}),
    "text": frozenset({"x", "y", "font-size", "font-weight", "font-style", "text-anchor", "letter-spacing"}),
}
"""Elements with their own attributes; the painted ones also take those of `PAINT`."""

PAINT = frozenset({"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin"})
PAINTED = frozenset({"rect", "path", "text"})
_ALLOWED = {name: own | PAINT if name in PAINTED else own for name, own in ALLOWED.items()}
_MANY = 40
"""Paths of more steps than this are letters, and are written from step to step."""

Text: TypeAlias = Literal["live", "embedded", "outlines"]
"""How text stands in the file: as text in the reader's fonts, as text with its letters, or as shapes."""
TEXTS: tuple[Text, ...] = ("live", "embedded", "outlines")


def write(drawing: Drawing, text: Text = "live", name: str = "picture", lang: str = "en") -> str:
    """The drawing as an SVG document that ends in a newline.

    Text is live: it can be selected and searched, in the reader's Inter or the next family at hand.
    `name` begins the ids in it, so that several can stand on one page.
    With `text="embedded"` the file carries the letters it uses (for browsers; about 40 kB more).
    With `text="outlines"` letters are shapes: the same everywhere, but not to be selected or searched.
    """
    if text == "outlines":
        from foedus.writers.pictures.outlines import outlined

        drawing = outlined(drawing)
    size = {"width": f"{_number(drawing.width)}pt", "height": f"{_number(drawing.height)}pt"}
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        **size,
        "viewBox": f"0 0 {_number(drawing.width)} {_number(drawing.height)}",
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "font-family": f"{drawing.family}, {FAMILY}" if drawing.family else FAMILY,
        "lang": lang,
    }
    body = [
        _tag("title", {"id": f"{name}-title"}, escaped(drawing.title)),
        _tag("desc", {"id": f"{name}-desc"}, escaped(drawing.alt)),
        _tag("metadata", {}, escaped(f"Drawn by Foedus; arranged by {drawing.engine}")),
    ]
    if text == "embedded":
        body.append(_tag("style", {}, _face(drawing)))
    body += [
        _group({"class": "page"}, "", (_ground(drawing), *drawing.frame)),
        _section("lanes", [_lane(lane) for lane in drawing.lanes]),
        _section("links", [_link(link) for link in drawing.links]),
        _section("boxes", [_box(box) for box in drawing.boxes]),
        _section("legend", [_group({"data-kind": entry.key}, "", entry.items) for entry in drawing.legend]),
    ]
    return _tag("svg", root, "\n" + "\n".join(body) + "\n") + "\n"


def _ground(drawing: Drawing) -> Rect:
    return Rect(Area(0, 0, drawing.width, drawing.height), Pen(fill=drawing.paper))


def _section(name: str, parts: list[str]) -> str:
    return (
        _tag("g", {"class": name}, "\n" + "\n".join(parts) + "\n")
        if parts
        else _tag("g", {"class": name}, "")
    )


def _lane(lane: PlacedLane) -> str:
    return _group({"class": "lane", "data-id": lane.id}, lane.title, lane.items)


def _box(box: PlacedBox) -> str:
    keys = {"class": "box", "data-id": box.id, "data-kind": box.kind, "data-lane": box.lane}
    return _group({**keys, "data-origin": _origin(box.origin)}, box.title, box.items)


def _link(link: PlacedLink) -> str:
    keys = {"class": "link", "data-kind": link.kind, "data-source": link.source, "data-target": link.target}
    return _group({**keys, "data-origin": _origin(link.origin)}, link.title, link.items)


def _origin(span: Span | None) -> str:
    return str(span) if span else ""


def _group(attributes: dict[str, str], title: str, items: tuple[Item, ...]) -> str:
    inside = _tag("title", {}, escaped(title)) if title else ""
    return _tag("g", {k: v for k, v in attributes.items() if v}, inside + "".join(map(_item, items)))


def _item(item: Item) -> str:
    match item:
        case Rect():
            area = item.area
            places = {"x": area.x, "y": area.y, "width": area.width, "height": area.height}
            rx = {"rx": _number(item.radius)} if item.radius else {}
            return _tag("rect", {k: _number(v) for k, v in places.items()} | rx | _pen(item.pen), None)
        case Path():
            steps = _relative(item.steps) if len(item.steps) > _MANY else _absolute(item.steps)
            return _tag("path", {"d": steps} | _pen(item.pen), None)
        case Words():
            return _tag("text", _text(item), escaped(item.text))


def _absolute(steps: tuple[Step, ...]) -> str:
    return "".join(letter + " ".join(map(_number, at)) for letter, at in steps)


def _relative(steps: tuple[Step, ...]) -> str:
    """Each step from where the last one ended as written: a third of the length, and no error adds up."""
    x = y = start_x = start_y = 0.0
    written = []
    for letter, at in steps:
        ends = [round(n, 2) for n in at]
        away = "".join(f" {_number(n - (y if i % 2 else x))}" for i, n in enumerate(ends))
        written.append(letter.lower() + away.lstrip().replace(" -", "-"))
        x, y = ends[-2:] if ends else (start_x, start_y)
        if letter == "M":
            start_x, start_y = x, y
    return "".join(written)


def _text(words: Words) -> dict[str, str]:
    attributes = {"x": _number(words.x), "y": _number(words.y), "font-size": _number(words.size)}
    if words.weight != 400:
        attributes["font-weight"] = str(words.weight)
    if words.italic:
        attributes["font-style"] = "italic"
    if words.anchor != "start":
        attributes["text-anchor"] = words.anchor
    if words.spacing:
        attributes["letter-spacing"] = _number(words.spacing)
    return attributes | {"fill": words.colour}


def _pen(pen: Pen) -> dict[str, str]:
    attributes = {"fill": pen.fill}
    if pen.stroke != "none":
        attributes |= {"stroke": pen.stroke, "stroke-width": _number(pen.width), "stroke-linejoin": "round"}
    if pen.dash:
        attributes["stroke-dasharray"] = " ".join(map(_number, pen.dash))
    return attributes


def _tag(name: str, attributes: dict[str, str], content: str | None) -> str:
    """One element; its content is already escaped, its attribute values are escaped here."""
    if not _ALLOWED[name].issuperset(attributes):
        raise ValueError(f"<{name}> may not carry {sorted(set(attributes) - _ALLOWED[name])}")
    written = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


@lru_cache(maxsize=5_000)
def _number(value: float) -> str:
    """Two decimals at most, no exponent, no minus zero: the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _face(drawing: Drawing) -> str:
    """The style sheet that brings the letters of the drawing along, upright and italic."""
    from foedus.writers.pictures.font import subset

    rules = []
    for italic in (False, True):
        words = [item for item in drawing.items() if isinstance(item, Words) and item.italic == italic]
        if words:
            data = base64.b64encode(subset("".join(word.text for word in words), italic)).decode("ascii")
            style = "italic" if italic else "normal"
            rules.append(
                f"@font-face{{font-family:Inter;font-style:{style};font-weight:100 900;"
                f"src:url(data:font/woff;base64,{data}) format('woff')}}"
            )
    return "".join(rules)
