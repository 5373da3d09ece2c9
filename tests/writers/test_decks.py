"""Slides: what python-pptx, LibreOffice and a house's own template find in them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from test_writers import hostile

from foedus.brief.deck import make
from foedus.brief.order import Order, order
from foedus.checking import examine
from foedus.draw import drawing
from foedus.errors import Stop
from foedus.layout import lay_out
from foedus.layout.drawing import Area
from foedus.layout.pages import Sheet
from foedus.load import Project
from foedus.opening import read
from foedus.views.slides import Cover, Listing, sources
from foedus.writers.decks.listing import columns
from foedus.writers.decks.pptx import write
from foedus.writers.decks.slide import Slide
from foedus.writers.pictures import png

pptx = pytest.importorskip("pptx", reason="needs python-pptx: pip install 'foedus[office]'")
Make = Callable[..., Project]

A, P = (f"{{http://schemas.openxmlformats.org/{name}/2006/main}}" for name in ("drawingml", "presentationml"))
SOFFICE, PDFTOPPM = shutil.which("soffice"), shutil.which("pdftoppm")
SMALL = """
facts:
  attacked: {title: An attack has happened, kind: brute, initial: false}
  ceasefire: {title: A ceasefire is in force, kind: brute, initial: false}
events:
  attack: {title: The enemy attacks, sets: {attacked: true}}
actors:
  ally: {title: Ally, kind: state}
components:
  help: {title: Help, order: 1}
provisions:
  aid:
    title: Give aid
    kind: military_aid
    component: help
    obligors: [ally]
    modality: must
    trigger: attacked
  talk:
    title: Talk
    kind: consultation
    component: help
    obligors: [ally]
    modality: may
    trigger: {all: [attacked, ceasefire]}
scenarios:
  war:
    title: A war
    steps: [{day: 1, events: [attack]}]
"""


def asked(project: Project, *views: str, scenario: str | None = None, **more: Any) -> Order:
    return replace(order(project, examine(project), views, scenario), **more)


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def shapes(slide: Any) -> Iterator[Any]:
    """Every shape of a slide and of its groups that is no placeholder, in either form of a link."""
    for each in slide._element.iter(f"{P}sp", f"{P}cxnSp", f"{P}grpSp", f"{P}pic"):
        if not each.findall(f".//{P}ph"):
            yield each


def words(slide: Any) -> str:
    return " ".join(each.text or "" for each in slide._element.iter(f"{A}t"))


@pytest.fixture(scope="module")
def paris() -> bytes:
    return make(asked(read("paris-2026"), "overview", "trigger", scenario="renewed-attack"))


def test_every_slide_has_its_title_and_no_place_that_is_empty(paris: bytes) -> None:
    for slide in opened(paris).slides:
        assert slide.shapes.title.text_frame.text
        assert all(each._element.xpath(".//a:t[text()]") for each in slide.placeholders)


def test_every_shape_says_what_it_shows_or_that_it_is_decoration(paris: bytes) -> None:
    for slide in opened(paris).slides:
        for each in shapes(slide):
            (own, *_) = each.iter(f"{P}cNvPr")
            assert own.get("name")
            assert own.get("descr") or list(own.iter("{*}decorative"))


def test_every_slide_says_that_it_is_no_forecast_and_where_it_is_from(paris: bytes) -> None:
    for slide in opened(paris).slides:
        assert "Structure, not forecast" in words(slide)
        assert slide.notes_slide.notes_text_frame.text


def test_the_notes_list_every_source_and_the_slide_those_of_the_provisions(paris: bytes) -> None:
    model = read("paris-2026").model
    slide = next(each for each in opened(paris).slides if each.shapes.title.text.startswith("Sources"))
    notes = slide.notes_slide.notes_text_frame.text
    assert all(document.title in notes for document in model.sources.values())
    assert "are listed in the notes" in words(slide)
    assert "after declaration-text" not in words(slide) + notes


def test_the_source_that_the_provisions_cite_most_comes_first() -> None:
    assert sources(read("paris-2026")).items[0].startswith('Paris Declaration, "Robust')


def sites(shape: Any) -> list[tuple[float, float]]:
    """The connection sites of a shape on the slide, as its geometry says."""
    off, ext = next(shape.iter(f"{A}off")), next(shape.iter(f"{A}ext"))
    x, y, w, h = int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy"))
    guides = {}
    for guide in shape.iter(f"{A}gd"):
        formula = guide.get("fmla").split()
        if formula[0] == "*/":
            guides[guide.get("name")] = int(formula[1]) * {"w": w, "h": h}[formula[2]] / int(formula[3])
    own = [(x + guides[p.get("x")], y + guides[p.get("y")]) for p in shape.iterfind(f".//{A}cxn/{A}pos")]
    return own or [(x + w / 2, y), (x, y + h / 2), (x + w / 2, y + h), (x + w, y + h / 2)]


def ends(line: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a connector begins and ends on the slide."""
    place = next(line.iter(f"{A}xfrm"))
    off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
    x, y, w, h = int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy"))
    points = [(x + int(p.get("x")), y + int(p.get("y"))) for p in line.iter(f"{A}pt")]
    if points:
        return points[0], points[-1]
    left, right = (x + w, x) if place.get("flipH") else (x, x + w)
    top, low = (y + h, y) if place.get("flipV") else (y, y + h)
    return (left, top), (right, low)


def test_every_link_is_glued_where_it_touches_its_boxes(paris: bytes) -> None:
    count = 0
    for slide, view in zip(list(opened(paris).slides)[1:3], ("overview", "trigger"), strict=True):
        known = {each.find(f".//{P}cNvPr").get("id"): each for each in slide._element.iter(f"{P}sp")}
        lines = list(slide._element.iter(f"{P}cxnSp"))
        assert len(lines) == len(drawing(read("paris-2026"), view).links)
        for line in lines:
            glue = (next(line.iter(f"{A}stCxn")), next(line.iter(f"{A}endCxn")))
            for end, at in zip(glue, ends(line), strict=True):
                x, y = sites(known[end.get("id")])[int(end.get("idx"))]
                assert abs(x - at[0]) < 2000  # a sixth of a point
                assert abs(y - at[1]) < 2000
                count += 1
    assert count > 20


def test_what_a_choice_requires_is_declared_where_it_is_asked_for(paris: bytes) -> None:
    choices = [each for slide in opened(paris).slides for each in slide._element.iter("{*}Choice")]
    assert choices
    assert all(each.get("Requires") in each.nsmap for each in choices)


def test_the_same_slides_are_the_same_bytes(model: Make) -> None:
    project = model(SMALL)
    assert make(asked(project, "trigger")) == make(asked(project, "trigger"))


def test_a_scenario_is_one_slide_a_step(model: Make) -> None:
    deck = opened(make(asked(model(SMALL), "trigger", scenario="war")))
    titles = [each.shapes.title.text for each in deck.slides]
    assert titles[2:5] == ["Before the first step", "Day 1: The enemy attacks", "A war"]


def test_hostile_text_is_inert() -> None:
    bad = "</a:t><script>=cmd|x javascript:alert(1) \u202e\x1b\x00\ufffe\ud800 {0} %s ]]>"
    listed = Listing(bad, (bad, bad), (bad,))
    shown = (Cover(bad, bad, bad), lay_out(hostile()), listed)
    data = write([Slide(bad, each, bad, (bad,)) for each in shown])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        linked = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"javascript" not in linked
    assert b"External" not in linked
    said = "".join(words(slide) for slide in opened(data).slides)
    assert "<script>" in said
    assert not set(said) & {"\x1b", "\x00", "\u202e", "\ufffe", "\ud800"}


def test_exact_pictures_carry_png_and_svg_and_their_words(model: Make) -> None:
    deck = opened(make(asked(model(SMALL), "trigger", exact=True)))
    (picture,) = (each for each in deck.slides[1].shapes if each.shape_type == 13)
    assert picture.image.content_type == "image/png"
    (vector,) = picture._element.iter("{*}svgBlip")
    key = vector.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")
    assert deck.slides[1].part.related_part(key).blob.startswith(b"<svg")
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A template unlike ours: 4:3, another font, the title below, the foot above, a slide to show it."""
    from pptx.util import Pt

    deck = pptx.Presentation()
    places = {"TITLE": (40, 450, 500, 50), "FOOTER": (40, 8, 300, 20), "SLIDE_NUMBER": (660, 8, 40, 20)}
    plain = next(each for each in deck.slide_layouts if each._element.get("type") == "titleOnly")
    for place in plain.placeholders:
        if found := places.get(place.placeholder_format.type.name):
            place.left, place.top, place.width, place.height = map(Pt, found)
    theme = next(each.target_part for each in deck.slide_master.part.rels.values() if "theme" in each.reltype)
    theme._blob = theme.blob.replace(b'"Calibri"', b'"Georgia"')
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "SAMPLE"
    deck.save(tmp_path / "house.pptx")
    return tmp_path / "house.pptx"


def test_a_template_keeps_its_size_its_font_and_its_places(house: Path, model: Make) -> None:
    deck = opened(make(asked(model(SMALL), "trigger", template=house)))
    figure = deck.slides[1]
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    assert not any("SAMPLE" in words(slide) for slide in deck.slides)
    assert figure.shapes.title.top == 450 * 12700
    assert not figure.shapes.title._element.xpath(".//a:latin")
    kinds = [each.placeholder_format.type.name for each in figure.placeholders]
    assert kinds == ["TITLE", "FOOTER", "SLIDE_NUMBER"]
    for each in figure.shapes:
        if not each.is_placeholder:
            assert each.top >= 28 * 12700 - 1
            assert each.top + each.height <= 450 * 12700
            assert 0 <= each.left <= each.left + each.width <= deck.slide_width


def test_a_template_of_the_other_kind_is_opened_too(house: Path, model: Make) -> None:
    other = house.with_suffix(".potx")
    with zipfile.ZipFile(house) as archive, zipfile.ZipFile(other, "w") as packed:
        for name in archive.namelist():
            packed.writestr(name, archive.read(name).replace(b"presentation.main+xml", b"template.main+xml"))
    assert opened(make(asked(model(SMALL), "trigger", template=other))).slides[1].shapes.title.text


def test_a_template_without_a_plain_layout_is_refused_by_the_name_of_what_it_lacks(
    house: Path, model: Make
) -> None:
    deck = pptx.Presentation(house)
    for layout in [each for each in deck.slide_layouts if each.name in ("Title Only", "Blank")]:
        deck.slide_layouts.remove(layout)
    deck.save(house)
    with pytest.raises(Stop, match=r"no layout “Title Only”.*“Title Slide”"):
        make(asked(model(SMALL), "trigger", template=house))


def test_what_is_no_presentation_is_refused(tmp_path: Path, model: Make) -> None:
    (tmp_path / "letter.pptx").write_text("Dear all")
    with pytest.raises(Stop, match="no PowerPoint presentation"):
        make(asked(model(SMALL), "trigger", template=tmp_path / "letter.pptx"))


@pytest.fixture(scope="module")
def pages(paris: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The slides as LibreOffice shows them, 960 pixels broad."""
    if SOFFICE is None or PDFTOPPM is None:
        pytest.skip("no LibreOffice here; install it (apt install libreoffice-impress poppler-utils)")
    image = pytest.importorskip("PIL.Image", reason="needs Pillow, which comes with python-pptx")
    folder = tmp_path_factory.mktemp("slides")
    (folder / "deck.pptx").write_bytes(paris)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(folder / "deck.pptx")], check=True, capture_output=True, timeout=300)
    subprocess.run([PDFTOPPM, "-r", "72", "-png", str(folder / "deck.pdf"), str(folder / "page")], check=True)
    shown = sorted(folder.glob("page*.png"))
    return [image.open(path).convert("RGB").crop((0, 0, 960, 540)) for path in shown]


def test_libreoffice_shows_every_slide(pages: list[Any], paris: bytes) -> None:
    assert len(pages) == len(opened(paris).slides)


@pytest.mark.parametrize(("place", "view"), [(1, "overview"), (2, "trigger")])
def test_libreoffice_shows_the_picture_that_we_draw(pages: list[Any], place: int, view: str) -> None:
    from PIL import Image, ImageChops, ImageFilter, ImageStat

    drawn = drawing(read("paris-2026"), view)
    ours = Image.open(io.BytesIO(png.write(drawn, 0.75))).convert("RGB")
    near = [each.filter(ImageFilter.GaussianBlur(3)) for each in (ours, pages[place])]
    for box in drawn.boxes:
        if box.kind != "line":
            area = tuple(map(round, (box.area.x, box.area.y, box.area.right, box.area.bottom)))
            apart = ImageChops.difference(*(each.crop(area) for each in near))
            assert max(ImageStat.Stat(apart).mean) < 25, box.id
    assert max(ImageStat.Stat(ImageChops.difference(*near)).mean) < 6


@pytest.mark.promise(5, 11)
def test_a_figure_of_very_many_pages_is_cut_and_says_so(model: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and places stand once, however many pages a figure has."""
    project = model(SMALL)
    page = drawing(project, "trigger")
    pages = [replace(page, title=page.title + f": Part {number}" * (number > 0)) for number in range(7)]
    monkeypatch.setattr("foedus.brief.deck.MOST_PAGES", 3)
    monkeypatch.setattr(
        "foedus.brief.deck.sheets", lambda *_: tuple(Sheet(str(n), each) for n, each in enumerate(pages))
    )
    made = list(opened(make(order(project, examine(project), ("trigger",), None, False))).slides)[1:5]
    assert [each.shapes.title.text for each in made] == [
        *(each.title for each in pages[:3]),
        f"{page.title}: what is left out",
    ]
    assert "4 of 7 pages are not shown here; “foedus draw MODEL trigger -o trigger.pdf”" in words(made[3])
    assert "Part 6" in words(made[3])
    notes = [each.notes_slide.notes_text_frame.text for each in made]
    assert ["Where it is written:" in each for each in notes] == [True, False, False, False]


def test_a_list_that_needs_several_slides_leaves_none_of_them_bare() -> None:
    listing = Listing("Lead", tuple(f"Item {number}" for number in range(28)))
    held = [len(each.listing.items) for each in columns(listing, Area(32, 66, 896, 426))]
    assert held == [14, 14]
