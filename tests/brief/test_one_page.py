"""The one page: what stands on it, that it is one, and what it is as a PDF, a Word document and a text."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shipped_pages import MODELS, composed, ordered

from foedus.brief import page
from foedus.brief.order import Order
from foedus.errors import Stop, TooLong
from foedus.views.briefing.shape import Claim, Note
from foedus.writers.briefings.paper import Paper

HEADINGS = ["What the texts say", "What is open", "What it rests on"]
COMPUTED = {"Can block alone (computed)", "Attacks answered", "What it rests on"}
every_model = pytest.mark.parametrize("name", MODELS)


def docx_of(order: Order) -> bytes:
    pytest.importorskip("docx", reason="Word pages need python-docx: pip install 'foedus[office]'")
    return page.as_docx(order)


def pdf_of(order: Order) -> bytes:
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
    return page.as_pdf(order)


def house(folder: Path) -> Path:
    """A template unlike ours: letter paper, another font and size, a letterhead, text, and styles missing."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = docx.shared.Inches(8.5), docx.shared.Inches(11)
    section.left_margin = section.right_margin = docx.shared.Inches(1)
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "LETTERHEAD", "House rules"
    document.styles["Normal"].font.name = "Georgia"
    for name in ("List Bullet", "Caption"):
        document.styles[name].element.getparent().remove(document.styles[name].element)
    document.add_paragraph("Text of the template")
    path = folder / "house.docx"
    document.save(str(path))
    return path


@every_model
def test_the_page_of_a_shipped_model_fits_and_has_three_to_five_points(name: str) -> None:
    briefing, drawing = composed(name)
    assert 3 <= len(briefing.points) <= 5
    assert drawing.text_size >= 7.5


@every_model
def test_every_claim_has_a_note_and_every_note_a_claim(name: str) -> None:
    briefing, _ = composed(name)
    assert all(claim.notes for claim in briefing.claims)
    marks = dict.fromkeys(number for claim in briefing.claims for number in claim.notes)
    assert list(marks) == list(range(1, len(briefing.notes) + 1))


def test_the_author_s_bottom_line_comes_first_and_a_count_stands_in_for_it() -> None:
    stated, counted = (composed(name)[0] for name in ("paris-2026", "minsk-2015"))
    assert stated.bottom_line.text.startswith("The Coalition stands ready to commit")
    assert counted.bottom_line.text == "19 duties in 4 components: 19 adopted, signed or in force."


def test_what_does_not_fit_says_what_takes_the_room_and_which_figure_would_fit() -> None:
    with pytest.raises(
        TooLong, match=r"(?s)does not fit one page.*needs: `trigger` about \d{3}\n.*--views glance` fits"
    ) as refused:
        page.composed(ordered("paris-2026", "trigger"), Paper())
    assert "notes" in str(refused.value)
    assert ", figure" not in str(refused.value)


def test_a_page_too_small_for_its_words_names_the_words_to_cut() -> None:
    with pytest.raises(TooLong, match="cut points: shorten the titles"):
        page.composed(ordered("paris-2026"), Paper(300, 300))


def test_less_room_costs_points_then_questions_and_these_are_counted() -> None:
    whole, _ = composed("paris-2026")
    less, _ = page.composed(ordered("paris-2026"), Paper(height=655))
    assert len(less.points) == 3 < len(whole.points)
    assert len(less.asked) + less.unasked == len(whole.asked) + whole.unasked
    assert less.more == f"{len(whole.points) - 3} more points: foedus brief MODEL --as text"
    assert whole.more == ""


def test_points_that_were_left_out_are_counted_on_the_word_page() -> None:
    docx = pytest.importorskip("docx", reason="Word pages need python-docx: pip install 'foedus[office]'")
    from foedus.writers.briefings.word import page as word

    less, drawing = page.composed(ordered("paris-2026"), Paper(height=655))
    made = docx.Document(io.BytesIO(word.write(less, drawing, word.opened(None), None)))
    assert less.more in [each.text for each in made.paragraphs]


def test_points_that_were_left_out_are_counted_in_the_pdf() -> None:
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
    from foedus.writers.briefings import pdf

    briefing, drawing = composed("paris-2026")
    cut = replace(briefing, points=briefing.points[:3], untold=2)
    assert pdf.write(cut, drawing, None) != pdf.write(replace(cut, untold=0), drawing, None)


def test_what_is_counted_or_computed_quotes_no_words_of_one_provision() -> None:
    briefing, _ = composed("paris-2026")
    computed = [each for each in briefing.claims if each.lead in COMPUTED]
    assert len(computed) == len(COMPUTED)
    assert not any("“" in briefing.notes[number - 1].text for each in computed for number in each.notes)


def test_typst_refuses_a_page_that_runs_over() -> None:
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
    from foedus.writers.briefings import pdf

    briefing, drawing = composed("minsk-2015")
    longer = replace(briefing, points=briefing.points * 9)
    assert pdf.write(longer, drawing, date(2015, 2, 17)) is None


def test_the_pdf_is_one_tagged_page_with_its_fonts_and_reads_from_top_to_bottom(tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    data = pdf_of(ordered("paris-2026"))
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 1
        assert document.Root.MarkInfo.Marked
        fonts = document.pages[0].Resources.Font.values()
        assert all("FontFile" in str(list(each.DescendantFonts[0].FontDescriptor.keys())) for each in fonts)
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")
    if shutil.which("pdftotext") is None or shutil.which("qpdf") is None:
        pytest.skip("reading the text needs poppler-utils and qpdf")
    (tmp_path / "page.pdf").write_bytes(data)
    subprocess.run(["qpdf", "--check", tmp_path / "page.pdf"], check=True, capture_output=True)
    ran = subprocess.run(
        ["pdftotext", tmp_path / "page.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    order = [
        "Paris guarantees for Ukraine",
        "The Coalition stands ready",
        *HEADINGS,
        "Structure, not forecast",
    ]
    flowing = " ".join(ran.stdout.split())
    assert sorted(order, key=flowing.index) == order


def test_the_word_page_has_headings_notes_alternatives_and_nothing_empty() -> None:
    data = docx_of(ordered("paris-2026"))
    import docx

    document = docx.Document(io.BytesIO(data))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == HEADINGS
    assert all(each.text or "graphic" in each._p.xml for each in document.paragraphs)
    (shape,) = document.inline_shapes
    assert "Monitoring" in shape._inline.docPr.get("descr")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = archive.read("word/footnotes.xml").decode()
        body = archive.read("word/document.xml").decode()
        assert archive.read("word/media/figure.svg").startswith(b"<svg")
    own = set(re.findall(r'w:footnote w:id="(\d+)"', notes))
    assert own == set(re.findall(r'w:footnoteReference w:id="(\d+)"', body))
    assert "Structure, not forecast" in document.sections[0].footer.paragraphs[-1].text


def test_a_template_keeps_its_letterhead_and_fonts_and_loses_its_text(tmp_path: Path) -> None:
    data = docx_of(replace(ordered("paris-2026"), template=house(tmp_path)))
    import docx

    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "LETTERHEAD"
    assert [each.text[:11] for each in section.footer.paragraphs] == ["House rules", "Source: Par"]
    assert document.styles["Normal"].font.name == "Georgia"
    assert "Text of the template" not in "".join(each.text for each in document.paragraphs)


def test_what_is_no_template_is_said(tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="Word pages need python-docx: pip install 'foedus[office]'")
    (tmp_path / "notes.docx").write_text("plain text", encoding="utf-8")
    with pytest.raises(Stop, match=r"notes\.docx: no document that Word can open"):
        page.as_docx(replace(ordered("minsk-2015"), template=tmp_path / "notes.docx"))


@pytest.mark.parametrize(
    "made", [pdf_of, docx_of, lambda order: page.as_text(order)], ids=["pdf", "docx", "text"]
)
def test_the_same_order_gives_the_same_bytes(made: Callable[[Order], bytes]) -> None:
    assert made(ordered("budapest-1994")) == made(ordered("budapest-1994"))


@pytest.mark.parametrize("house_style", [False, True], ids=["ours", "house"])
def test_libreoffice_sets_the_word_page_on_one_page(tmp_path: Path, house_style: bool) -> None:
    if shutil.which("soffice") is None or shutil.which("pdfinfo") is None:
        pytest.skip("setting a Word page needs libreoffice-writer and poppler-utils")
    template = house(tmp_path) if house_style else None
    (tmp_path / "page.docx").write_bytes(docx_of(replace(ordered("paris-2026"), template=template)))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, tmp_path / "page.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    ran = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], check=True, capture_output=True, text=True)
    assert re.search(r"Pages:\s+1\b", ran.stdout)


def test_the_first_note_on_a_document_says_where_it_can_be_read_and_the_others_need_not() -> None:
    about = "Places: C stands for component. https://example.org/text"
    briefing, _ = composed("minsk-2015")
    notes = (Note("A, C1", "a", about), Note("B", "b"), Note("A, C2", "a", about))
    assert replace(briefing, notes=notes).noted == (f"A, C1. {about}", "B", "A, C2")


@every_model
def test_the_text_is_72_columns_wide_but_for_addresses_and_tells_the_figure_in_words(name: str) -> None:
    told = page.as_text(ordered(name)).decode()
    assert [line for line in told.splitlines() if len(line) > 72 and "https://" not in line] == []
    assert "THE FIGURE IN WORDS" in told
    assert "Structure, not forecast" in " ".join(told.split())


def test_hostile_words_are_words_and_nothing_more() -> None:
    briefing, drawing = composed("minsk-2015")
    hostile = "#eval(1) $x$ *a* </w:t> ]]> \x00\x1b\ufffe <b> =cmd|x 𝕏"
    planted = replace(
        briefing,
        title=hostile,
        points=(Claim(hostile, hostile, briefing.points[0].notes),),
        notes=(Note(hostile), *briefing.notes[1:]),
    )
    docx = pytest.importorskip("docx", reason="Word pages need python-docx: pip install 'foedus[office]'")
    from foedus.writers.briefings.word import page as word

    made = word.write(planted, drawing, word.opened(None), None)
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text.startswith("#eval(1) $x$ *a* </w:t> ]]>")
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
    from foedus.writers.briefings import pdf

    assert pdf.write(planted, drawing, date(2015, 2, 17)) is not None
