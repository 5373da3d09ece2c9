"""Promise 6 in what an office opens: slides, pages, PDF, workbooks and texts made of payloads."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from test_inert import HIDDEN, PARSERS
from test_inert import poisoned as poisoned  # the fixture

pytestmark = pytest.mark.promise(6)

FORMS = ("pptx", "docx", "pdf", "text", "dossier", "dossier-html")
ACTIVE = re.compile(r"vba|macro|activex|embeddings|oleobject|externallink|connections|\.bin$", re.IGNORECASE)
FIELD = re.compile(r" *(PAGE|NUMPAGES|REF|NOTEREF|PAGEREF)\b")
"""The fields of Word that only count and point; all others can fetch, run or ask."""
RUNNING = {
    "/JS",
    "/JavaScript",
    "/Launch",
    "/EmbeddedFile",
    "/AA",
    "/OpenAction",
    "/SubmitForm",
    "/ImportData",
}
LINK = ("http://", "https://", "mailto:")


@pytest.mark.parametrize("form", FORMS)
def test_a_briefing_of_a_poisoned_model_runs_and_fetches_nothing(
    form: str, poisoned: Path, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    ran = foedus("brief", str(poisoned), "--as", form, "-o", str(tmp_path))
    made = sorted(tmp_path.iterdir())
    assert (ran.code, len(made)) in ((0, 1), (1, 0)), (
        ran.err
    )  # too long for one page is said, and not written
    for path in made:
        assert INERT[path.suffix](path)


def test_a_workbook_of_a_poisoned_comparison_holds_no_formula_and_leads_nowhere(
    poisoned: Path, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    pytest.importorskip("openpyxl", reason="needs the extra: pip install 'foedus[office]'")
    path = tmp_path / "a.xlsx"
    assert foedus("compare", str(poisoned), "budapest-1994", "-o", str(path)).code == 0
    assert _office(path)


def _office(path: Path) -> bool:
    """Nothing active among the parts, no relation but to a web page, no formula, no field that fetches."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert not name.startswith("/")
            assert ".." not in name
            assert not ACTIVE.search(name), name
            if name.endswith((".xml", ".rels")):
                _part(archive.read(name).decode("utf-8"))
    return True


def _part(text: str) -> None:
    assert "<!DOCTYPE" not in text
    assert "<!ENTITY" not in text
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.rpartition("}")[2]
        if name == "Relationship" and element.get("TargetMode") == "External":
            assert element.get("Type", "").endswith("/hyperlink")
            assert element.get("Target", "").startswith(LINK), element.get("Target")
        assert name not in {"f", "control", "OLEObject", "object", "altChunk", "ddeLink"}, name
        for field in _fields(name, element):
            assert FIELD.match(field), field
        for said in (element.text or "", *element.attrib.values()):
            assert not HIDDEN.search(said), said


def _fields(name: str, element: ElementTree.Element) -> Iterator[str]:
    """The instructions of Word's fields in an element, and the actions of PowerPoint's links."""
    if name == "instrText":
        yield element.text or ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] in ("instr", "action"):
            yield value


def _pdf(path: Path) -> bool:
    """No script, no program, no file inside; links lead to pages of the web or inside the document."""
    pikepdf = pytest.importorskip("pikepdf", reason="needs pikepdf: pip install pikepdf")
    with pikepdf.open(path) as document:
        for found in document.objects:
            if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
                assert not RUNNING & {*found.keys()}
                assert str(found.get("/S", "")) not in RUNNING
                assert str(found.get("/URI", LINK[0])).startswith(LINK)
    return True


def _text(path: Path) -> bool:
    return not HIDDEN.search(path.read_text(encoding="utf-8"))


def _page(path: Path) -> bool:
    return _text(path) and PARSERS["html"](path.read_text(encoding="utf-8"))


INERT: dict[str, Callable[[Path], bool]] = {
    ".pptx": _office, ".docx": _office, ".pdf": _pdf, ".txt": _text, ".html": _page,
}  # fmt: skip
