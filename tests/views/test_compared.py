"""Systems side by side: no cell is empty, every answer has its clause and its place."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from foedus.contrast import FORMATS, contrast
from foedus.errors import Stop
from foedus.graph import build
from foedus.library import shipped_models
from foedus.load import Project
from foedus.opening import read
from foedus.views.compared import ASPECTS, compare
from foedus.views.compared.answers import NOT_ADDRESSED, NOT_CODED
from foedus.words import lasting

Model = Callable[..., Project]

OPENPYXL = "openpyxl is not installed: pip install foedus[office]"
SYSTEMS = tuple(shipped_models())


def test_no_cell_of_the_shipped_systems_is_empty_and_every_answer_has_a_place() -> None:
    comparison = compare([build(read(each)) for each in SYSTEMS])
    answers = [answer for row in comparison.cells for cell in row for answer in cell or [None]]
    assert [each for each in answers if each is None or not each.text] == []
    assert [each.text for each in answers if each and not each.silent and not each.origin] == []


def test_a_model_that_says_nothing_addresses_no_question_and_codes_no_attack_or_target(model: Model) -> None:
    comparison = compare([build(model("framework: {title: T, as_of: 2026-01-02, beneficiary: []}"))])
    assert {cell[0].text for row in comparison.cells for cell in row} == {NOT_ADDRESSED, NOT_CODED}


def test_an_answer_is_given_once_however_many_provisions_give_it() -> None:
    comparison = compare([build(read("paris-2026"))])
    for row in comparison.cells:
        texts = [answer.text for answer in row[0]]
        assert len(texts) == len(set(texts))


def test_a_question_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(Stop, match="did you mean `trigger`"):
        compare([], ["triger"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_title_of_the_system_or_is_a_picture(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst is not installed: pip install foedus[pdf]")
    if form == "xlsx":
        pytest.importorskip("openpyxl", reason=OPENPYXL)
    made = contrast([read("paris-2026")], ["trigger", "exit"], form)
    magic = {"png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK"}
    words = b"paris-2026" if form == "json" else b"Paris guarantees"
    assert magic.get(form, words) in made
    assert made == contrast([read("paris-2026")], ["trigger", "exit"], form)


def test_a_workbook_holds_text_and_no_formula(model: Model) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl", reason=OPENPYXL)
    hostile = model(
        """
framework: {title: "=1+1", as_of: 2026-01-02, beneficiary: [host]}
actors: {host: {title: "@SUM(A1)", kind: state}}
facts: {attack: {title: "=HYPERLINK(0)", kind: brute, concept: attack, initial: false}}
provisions:
  p: {title: "-2", kind: defense, obligors: [host], beneficiary: [host], modality: must, trigger: attack}
"""
    )
    book = openpyxl.load_workbook(io.BytesIO(contrast([hostile], [], "xlsx")))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(cell.value.startswith("=HYPERLINK") for cell in cells)


def test_json_names_its_schema_and_asks_every_question() -> None:
    whole = json.loads(contrast([read("paris-2026")], [], "json"))
    assert whole["schema"] == "foedus-compare/1"
    assert list(whole["questions"]) == [each.id for each in ASPECTS]


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        ("PT24H", "24 hours"), ("P10Y", "10 years"), ("P1D", "1 day"), ("P2W", "2 weeks"),
        ("P1Y6M", "1 year and 6 months"), ("P1DT2H30M", "1 day, 2 hours and 30 minutes"),
    ],
)  # fmt: skip
def test_a_duration_is_said_in_words(duration: str, said: str) -> None:
    assert lasting(duration) == said
