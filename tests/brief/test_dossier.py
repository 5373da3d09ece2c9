"""The dossier: read again by programs that we did not write, and looked at by a browser."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.brief import dossier
from foedus.brief.order import Order
from foedus.checking import examine
from foedus.load import Project
from foedus.opening import read
from foedus.views.document import Bullets, Document, Facts, Paragraph, Section, Table
from foedus.writers.documents import html, pdf
from foedus.writers.typesetting import SHAPELESS, settable

pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
pikepdf = pytest.importorskip("pikepdf", reason="needs pikepdf: pip install pikepdf")

DAY = date(2026, 1, 6)
AXE = Path(__file__).parents[2] / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
MODEL = """
framework:
  title: A pact
  as_of: 2026-01-06
  beneficiary: [host]
  summary: One state is helped by another.
actors: {host: {title: The host, kind: state}, ally: {title: The ally, kind: state}}
components: {help: {title: Help, order: 1}}
facts: {attack: {title: An attack, kind: brute}}
provisions:
  arms:
    title: Send arms
    kind: defense
    component: help
    obligors: [ally]
    modality: must
    wording: will
    trigger: attack
    source: {doc: text, at: Article 1, quote: will send}
sources: {text: {title: The text of the pact, kind: instrument, publisher: The depositary, address: "https://example.org/treaties/a-very-long-address-without-a-place-to-break-it-in-two/abcdefghijklmnopqrstuvwxyz"}}
"""
HOSTILE = (
    "#let x = 1; $ * _ @fig <label> // /* */ \\u{7}",
    "<script>alert(1)</script> ]]> &amp; \" ' `code",
    "Зобов’язання остаточно погоджено; ґ є і ї",
    "אחריות בין־לאומית",
    "التزام دولي",
    "日本語 🚀 \x00\x1b[31m \u202e\u200b",
    "a" * 300,
    "models/" + "very-long-folder/" * 12 + "file.yaml:12:3",
    "",
)


def order(project: Project) -> Order:
    framework = project.model.framework
    return Order(project, examine(project), dated=framework.as_of if framework else None)


def test_a_figure_stands_in_the_text_where_it_can_be_read_there_and_the_whole_has_pages_of_its_own() -> None:
    _, drawings = dossier.made(order(read("budapest-1994")), within=True)
    inside = {name for name, drawing in drawings.items() if drawing.width <= pdf.WIDTH}
    assert inside & {"overview", "trigger", "matrix"} == set()
    assert [name for name in inside if name.startswith("timeline")] == []
    assert inside
    assert min(drawings[name].text_size for name in inside) >= 8.0


def small(*texts: str) -> Document:
    """A document with the same texts in every place that takes one."""
    first = texts[0] if texts else "A"
    rows = tuple((text, text) for text in texts)
    blocks = (
        Paragraph(first, quiet=True),
        Bullets(texts, numbered=True),
        Facts(first, first, rows, "anchor", first),
        Table(("One", "Two", "Three"), tuple((text, "[1]", text) for text in texts)),
    )
    section = Section(first or "A section", "s", blocks, hue=1)
    return Document(first, first, first, first, (section,), first, first)


@pytest.fixture(scope="module")
def paris() -> bytes:
    return dossier.as_pdf(order(read("paris-2026")))


def text_of(data: bytes, *options: str) -> str:
    """The text in reading order, as poppler reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here; install it (Debian: apt install poppler-utils)")
    words = ["pdftotext", *options, "-", "-"]
    return subprocess.run(words, input=data, capture_output=True, check=True).stdout.decode()


def test_the_dossier_is_tagged_titled_and_in_a_language(paris: bytes) -> None:
    with pikepdf.open(io.BytesIO(paris)) as found:
        assert bool(found.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in found.Root
        assert str(found.Root.Lang).startswith("en")
        assert str(found.docinfo["/Title"]) == "Paris guarantees for Ukraine"
        meta = found.open_metadata()
        assert (meta["pdfuaid:part"], meta["pdfaid:part"]) == ("1", "2")


def test_every_font_is_inside(paris: bytes) -> None:
    with pikepdf.open(io.BytesIO(paris)) as found:
        fonts = [each for each in found.objects if is_(each, "/FontDescriptor")]
        assert fonts
        assert all({"/FontFile2", "/FontFile3", "/FontFile"} & set(each.keys()) for each in fonts)


def is_(thing: Any, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


def test_every_picture_says_in_words_what_it_shows(paris: bytes) -> None:
    with pikepdf.open(io.BytesIO(paris)) as found:
        figures = [each for each in found.objects if is_(each, "/StructElem") and each.get("/S") == "/Figure"]
        assert len(figures) == 12
        assert all(len(str(each.get("/Alt", ""))) > 20 for each in figures)


def test_the_bookmarks_are_its_chapters_and_what_stands_in_them(paris: bytes) -> None:
    with pikepdf.open(io.BytesIO(paris)) as found, found.open_outline() as outline:
        titles = [each.title for each in outline.root]
        assert titles[0] == "Contents"
        assert titles[-3:] == ["Sources", "Glossary", "The figures as tables"]
        monitoring = next(each for each in outline.root if each.title.endswith("monitoring and verification"))
        assert monitoring.children[0].title.startswith("1.1 ")


def test_a_dossier_is_read_from_its_cover_to_its_glossary(paris: bytes) -> None:
    said = text_of(paris)
    places = [
        said.index(word)
        for word in (
            "stands ready to commit",
            "Contents",
            "1.1 Take part",
            "What an outcome needs is",
            "States of a promise",
        )
    ]
    assert places == sorted(places)


def test_every_page_says_that_it_is_no_forecast_and_which_page_it_is(paris: bytes) -> None:
    pages = text_of(paris).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert "tructure, not forecast" in page, number
        assert f"{number} / {len(pages)}" in " ".join(page.split()), number


def test_qpdf_finds_nothing_wrong(paris: bytes, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("no qpdf here; install it (Debian: apt install qpdf)")
    (tmp_path / "paris.pdf").write_bytes(paris)
    ran = subprocess.run(["qpdf", "--check", tmp_path / "paris.pdf"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_two_runs_give_the_same_bytes(model: Callable[..., Project]) -> None:
    assert dossier.as_pdf(order(model(MODEL))) == dossier.as_pdf(order(model(MODEL)))
    assert dossier.as_html(order(model(MODEL))) == dossier.as_html(order(model(MODEL)))


def test_a_source_is_cited_by_its_number_in_the_list(model: Callable[..., Project]) -> None:
    said = text_of(dossier.as_pdf(order(model(MODEL))), "-layout")
    assert "[1], Article 1: “will send”" in said
    assert "[1] The text of the pact" in re.sub(r" +", " ", said)


def test_the_verb_of_a_promise_is_that_of_its_text(model: Callable[..., Project]) -> None:
    announced = MODEL.replace("wording: will", "wording: announced").replace(
        "modality: must", "modality: may"
    )
    said = " ".join(text_of(dossier.as_pdf(order(model(announced)))).split())
    assert "“announced”; modelled as a permission" in said
    assert "a duty" not in said.partition("Glossary")[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_read_as_markup(text: str) -> None:
    said = text_of(pdf.write(small(text, "second"), {}, DAY))
    if text.isascii():
        assert bare(settable(text)) in bare(said)


def bare(text: str) -> str:
    """The text without what a line break may take or leave."""
    return re.sub(r"[\s\u200b-]", "", text)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters() | st.sampled_from("אבبةلاֱ̈ "), max_size=60), max_size=4))
def test_any_text_at_all_becomes_a_pdf(texts: list[str]) -> None:
    assert pdf.write(small(*texts), {}, DAY).startswith(b"%PDF-1.7")


@given(st.text())
def test_a_settable_text_has_only_words_that_fit_a_line(text: str) -> None:
    words = re.split(r"[\s/\u200b-]", settable(text))
    assert max(map(len, words)) < 24


def test_a_character_without_a_shape_is_seen_to_be_missing() -> None:
    assert settable("日 and a") == f"{SHAPELESS} and a"


def words_in(data: bytes) -> list[tuple[float, float, float, str]]:
    """The words with their left and right edges and the width of their page, in points."""
    found, width = [], 0.0
    for line in text_of(data, "-bbox").splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            width = float(page.group(1))
        if word := re.search(r'<word xMin="([\d.-]+)" .*xMax="([\d.-]+)".*?>(.*)</word>', line):
            found.append((float(word.group(1)), float(word.group(2)), width, word.group(3)))
    return found


def test_no_word_runs_into_a_margin(paris: bytes) -> None:
    for data in (paris, *(pdf.write(small(text, "x"), {}, DAY) for text in HOSTILE)):
        for left, right, width, word in words_in(data):
            assert left > 24, word
            assert right < width - 24, word


@pytest.mark.parametrize("width", [390, 1440])
def test_the_web_page_asks_for_nothing_and_fits_its_window(
    browser: Any, model: Callable[..., Project], tmp_path: Path, width: int
) -> None:
    path = tmp_path / "dossier.html"
    path.write_bytes(dossier.as_html(order(model(MODEL))))
    context = browser.new_context(viewport={"width": width, "height": 900})
    asked: list[str] = []
    shown = context.new_page()
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.locator('a[href="#source-1"]').first.click()
    assert shown.locator("#source-1").inner_text().startswith("The text of the pact")
    context.close()


def test_the_web_page_can_be_used_by_everybody(
    browser: Any, model: Callable[..., Project], tmp_path: Path
) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core here; install it: npm install --prefix build/axe axe-core@4")
    path = tmp_path / "dossier.html"
    path.write_bytes(dossier.as_html(order(model(MODEL))))
    context = browser.new_context(bypass_csp=True)
    shown = context.new_page()
    shown.goto(path.as_uri())
    shown.add_script_tag(path=str(AXE))
    found = shown.evaluate("axe.run().then(found => found.violations.map(each => each.id))")
    assert found == []
    context.close()


def test_hostile_text_stays_text_on_the_web_page() -> None:
    said = html.write(small(*HOSTILE), {})
    assert "<script" not in said.partition("<header>")[2]


def test_a_figure_that_is_wider_than_the_text_has_a_page_of_its_own_as_large_as_it_is_drawn(
    paris: bytes,
) -> None:
    with pikepdf.open(io.BytesIO(paris)) as found:
        sizes = [tuple(round(float(side)) for side in page.mediabox[2:]) for page in found.pages]
        assert sizes.count((842, 595)) == 7
        assert set(sizes) == {(842, 595), (595, 842)}
