"""Every format is well formed, says what it should, and lets no label become anything but text."""

import base64
import itertools
import json as plain_json
import re
import struct
import zlib
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from sample_pictures import HOSTILE, caption, diagrams, grid, lanes, matrix, small

from foedus.errors import Stop
from foedus.layout import lay_out
from foedus.layout.drawing import Words
from foedus.place import Span
from foedus.views.shapes import Box, Diagram, Link, Picture
from foedus.writers.pictures import dot, json, mermaid, png, svg
from foedus.writers.pictures.graphs import as_diagram

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [small(), grid(), matrix()]


def hostile() -> Diagram:
    """A diagram that says bad things in every place that takes a text."""
    boxes = tuple(
        Box(text or "empty", "provision", text, text[:9], "l0", title=text, origin=Span(text[:20], 1, 1))
        for text in HOSTILE
    )
    links = tuple(Link(a.id, b.id, "requires", a.text) for a, b in itertools.pairwise(boxes))
    bad = caption('"</title><script>alert(1)</script>', "]]> & <x>")
    lane = replace(lanes()[0], title='</g><a href="javascript:1">x</a>', chip="<script>")
    return Diagram(bad, (lane,), boxes, links)


def allowed(text: str) -> ElementTree.Element:
    root = ElementTree.fromstring(text)
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        attributes = svg.ALLOWED[name] | (svg.PAINT if name in svg.PAINTED else frozenset())
        assert set(element.attrib) <= attributes, element.attrib
    return root


@pytest.mark.parametrize("picture", PICTURES, ids=["diagram", "grid", "matrix"])
def test_the_svg_has_a_name_a_description_and_the_engine(picture: Picture) -> None:
    root = allowed(svg.write(lay_out(picture)))
    assert root.get("role") == "img"
    ids = {element.get("id"): element.text for element in root if element.get("id")}
    assert root.get("aria-labelledby") == "picture-title picture-desc"
    assert ids == {"picture-title": "A title", "picture-desc": "One sentence."}
    assert "Foedus" in (root.findtext(f"{SVG}metadata") or "")


def test_the_svg_is_read_as_lanes_then_links_then_boxes() -> None:
    root = allowed(svg.write(lay_out(small())))
    assert [g.get("class") for g in root.findall(f"{SVG}g")] == ["page", "lanes", "links", "boxes", "legend"]


def test_boxes_carry_their_id_their_origin_and_their_whole_sentence() -> None:
    place = Span("models/paris.yaml", 12, 3)
    picture = replace(small(), boxes=tuple(replace(box, origin=place) for box in small().boxes))
    root = allowed(svg.write(lay_out(picture)))
    box = next(g for g in root.iter(f"{SVG}g") if g.get("data-id") == "a")
    assert box.get("data-origin") == "models/paris.yaml:12:3"
    assert box.findtext(f"{SVG}title") == "Whole sentence"


@pytest.mark.promise(6)
def test_hostile_labels_stay_text_in_svg() -> None:
    for form in ("live", "embedded"):
        text = svg.write(lay_out(hostile()), form)  # type: ignore[arg-type]
        allowed(text)
        assert "<script" not in text
        assert "<a " not in text


def test_embedded_letters_are_a_font_that_holds_them() -> None:
    text = svg.write(lay_out(small()), "embedded")
    data = base64.b64decode(re.findall(r"base64,([^)]+)\)", text)[0])
    assert data[:4] == b"wOFF"
    assert len(data) < 80_000


def test_an_attribute_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="may not carry"):
        svg._tag("rect", {"onclick": "x"}, None)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams(most=14))
def test_any_diagram_gives_sound_files(diagram: Diagram) -> None:
    allowed(svg.write(lay_out(diagram, engine="own")))
    plain_json.loads(json.write(diagram))
    dot.write(diagram).encode("utf-8", "surrogatepass")
    assert mermaid.write(diagram).startswith("flowchart LR\n")


def pixels(data: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of an eight-bit RGBA PNG (PNG specification 1.2, filters 0 to 4)."""
    wide, high, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    body, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            body += data[at + 8 : at + 8 + length]
        at += length + 12
    raw, rows, before = zlib.decompress(body), [], bytes(4 * wide)
    for y in range(high):
        start = y * (4 * wide + 1)
        rows.append(unfiltered(raw[start], raw[start + 1 : start + 4 * wide + 1], before))
        before = rows[-1]
    return wide, high, rows


def unfiltered(form: int, line: bytes, above: bytes) -> bytes:
    out = bytearray(len(line))
    for i, value in enumerate(line):
        a, b, c = (out[i - 4] if i >= 4 else 0), above[i], (above[i - 4] if i >= 4 else 0)
        p = a + b - c
        paeth = min((a, b, c), key=lambda x: abs(p - x))
        out[i] = (value + (0, a, b, (a + b) // 2, paeth)[form]) & 255
    return bytes(out)


def test_the_png_has_the_right_size_and_ink_where_the_title_stands() -> None:
    drawing = lay_out(small())
    wide, high, rows = pixels(png.write(drawing, 0.5))
    assert (wide, high) == (640, 360)
    title = next(item for item in drawing.frame if isinstance(item, Words) and item.text == "A title")
    share = wide / drawing.width
    area = title.area
    ink = sum(
        rows[y][4 * x] < 120
        for y in range(int(area.y * share), int(area.bottom * share))
        for x in range(int(area.x * share), int(area.right * share))
    )
    assert ink > 40


def test_a_png_without_end_is_refused() -> None:
    with pytest.raises(Stop, match="too large"):
        png.write(lay_out(small()), 100)


def test_the_json_says_its_schema_and_keeps_every_text() -> None:
    found = plain_json.loads(json.write(small()))
    assert found["schema"] == "foedus-picture/1"
    assert found["shape"] == "diagram"
    assert found["boxes"][1]["text"] == "The partners consult one another"
    assert plain_json.loads(json.write(grid()))["shape"] == "grid"


def test_a_grid_becomes_a_diagram_with_all_its_lines() -> None:
    texts = {box.text for box in as_diagram(matrix()).boxes}
    assert {"United States", "Ukraine as host", "leads it", "pays", "asks"} <= texts
    assert {link.kind for link in as_diagram(grid()).links} == {"activates", "inference"}


def quoted(text: str) -> str:
    """DOT text with every quoted string taken out."""
    return re.sub(r'"(?:\\.|[^"\\])*"', '""', text)


@pytest.mark.promise(6)
def test_hostile_labels_stay_labels_in_dot() -> None:
    rest = quoted(dot.write(hostile()))
    assert re.fullmatch(r'[\w\s"{}\[\]=\->;,.#]*', rest), rest
    for word in ("URL", "href", "script", "javascript", "image"):
        assert word not in rest
    assert "<" not in rest


def test_dot_is_accepted_by_graphviz() -> None:
    from foedus.layout.engines import embedded

    for picture in (*PICTURES, hostile()):
        found = embedded(dot.write(picture))
        assert len(found.centres) == len(as_diagram(picture).boxes)


@pytest.mark.promise(6)
def test_hostile_labels_stay_labels_in_mermaid() -> None:
    for row in mermaid.write(hostile()).splitlines():
        inside = re.findall(r'"([^"]*)"', row)
        rest = re.sub(r'"[^"]*"', "", row)
        assert "script" not in rest or row.lstrip().startswith("%%")
        assert not any(c in text.replace("<br/>", "") for text in inside for c in "<>\\`{}[]")
        assert "click" not in rest
