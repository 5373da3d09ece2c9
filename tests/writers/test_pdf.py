"""The PDF: vectors and text, tagged, dated by the model, the same bytes every time."""

import re
import subprocess
import sys
import zlib
from datetime import date

import pytest
from sample_pictures import grid, small
from test_writers import hostile

from foedus.errors import Stop
from foedus.layout import lay_out
from foedus.views.shapes import Picture
from foedus.writers.pictures import pdf

DAY = date(2026, 1, 6)


@pytest.fixture
def _typst() -> None:
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")


needs_typst = pytest.mark.usefixtures("_typst")


def told(data: bytes) -> bytes:
    """The file with its packed parts unpacked."""
    parts = [data]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            parts.append(zlib.decompress(found.group(1)))
        except zlib.error:
            continue
    return b"\n".join(parts)


@needs_typst
@pytest.mark.parametrize("picture", [small(), grid(), hostile()], ids=["diagram", "grid", "hostile"])
def test_the_pdf_is_one_tagged_page_with_letters_title_and_alternative(picture: Picture) -> None:
    drawing = lay_out(picture)
    whole = told(pdf.write(drawing, DAY))
    assert whole.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in whole
    assert b"/StructTreeRoot" in whole
    assert b"/Lang" in whole
    assert b"(One sentence.)" in whole
    assert b"+Inter" in whole
    assert len(re.findall(rb"/Type ?/Page\b", whole)) == 1
    assert b"<pdfuaid:part>1</pdfuaid:part>" in whole
    assert b"<pdfaid:part>2</pdfaid:part>" in whole


@needs_typst
def test_several_drawings_are_the_pages_of_one_tagged_pdf() -> None:
    whole = told(pdf.bound([lay_out(small()), lay_out(grid(), "a4-portrait")], DAY))
    assert len(re.findall(rb"/Type ?/Page\b", whole)) == 2
    assert len(re.findall(rb"/Alt ?\(One sentence.\)", whole)) >= 2
    assert b"/PageLabels" in whole


@needs_typst
def test_the_date_is_that_of_the_model_and_without_one_there_is_none() -> None:
    drawing = lay_out(small())
    assert b"20260106" in told(pdf.write(drawing, DAY))
    undated = told(pdf.write(drawing))
    assert b"/CreationDate" not in undated
    assert b"pdfaid" not in undated


@needs_typst
def test_two_runs_give_the_same_bytes() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests/layout'); from datetime import date;"
        "from sample_pictures import small; from foedus.layout import lay_out;"
        "from foedus.writers.pictures import pdf;"
        "sys.stdout.buffer.write(pdf.write(lay_out(small()), date(2026, 1, 6)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout == pdf.write(lay_out(small()), DAY)


def test_without_typst_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Stop, match=r"pip install 'foedus\[pdf\]'"):
        pdf.write(lay_out(small()), DAY)
