"""Systems side by side: no cell is empty, every answer has its clause and its place."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from foedus.contrast import FORMATS, UNLOCATED, contrast, placed
from foedus.errors import Stop
from foedus.graph import build
from foedus.layout.drawing import Drawing, Words
from foedus.layout.tokens import SUBTITLE
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
    made = contrast([read("paris-2026")], ["trigger", "exit"], form).data
    magic = {"png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK"}
    words = b"paris-2026" if form == "json" else b"Paris guarantees"
    assert magic.get(form, words) in made
    assert made == contrast([read("paris-2026")], ["trigger", "exit"], form).data


def test_the_row_on_wording_is_silent_on_what_binds_where_the_provisions_are() -> None:
    comparison = compare([build(read("minsk-2015"))], ["wording", "bindingness"])
    wording, binds = (" ".join(each.text for each in row[0]) for row in comparison.cells)
    assert "bindingness not stated" in binds
    assert "bindingness" not in wording


def test_a_comparison_speaks_of_places_only_where_it_draws_them() -> None:
    systems = [build(read(each)) for each in ("paris-2026", "teu-42-7")]
    crowded, roomy = (placed(compare(systems, by), "a4") for by in ((), ("parties",)))
    assert [UNLOCATED in each.notes for each in (crowded, roomy)] == [True, False]
    assert ["place in another document" in subtitle(each) for each in (crowded, roomy)] == [False, True]


def subtitle(drawing: Drawing) -> str:
    return " ".join(item.text for item in drawing.frame if isinstance(item, Words) and item.size == SUBTITLE)


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
    book = openpyxl.load_workbook(io.BytesIO(contrast([hostile], [], "xlsx").data))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(cell.value.startswith("=HYPERLINK") for cell in cells)


def test_in_a_workbook_what_is_said_is_bold_and_its_clause_is_not() -> None:
    openpyxl: Any = pytest.importorskip("openpyxl", reason=OPENPYXL)
    made = io.BytesIO(contrast([read("teu-42-7")], ["response"], "xlsx").data)
    said, clause = openpyxl.load_workbook(made, rich_text=True).active.cell(2, 2).value
    assert (said.text, said.font.b) == ("Duty: aid and assist by all the means in their power", True)
    assert clause.text.strip().endswith("“by all the means in their power”")
    assert not clause.font.b


@pytest.mark.parametrize(
    ("name", "question", "said"),
    [
        ("north-atlantic-treaty", "parties", "Parties to the North Atlantic Treaty to one another"),
        ("budapest-1994", "parties", "Russia, United Kingdom and United States to Ukraine"),
        ("minsk-2015", "trigger", "The package is signed, by 31 December 2015"),
        ("minsk-2015", "decider", "Nobody named: that the ceasefire is broken"),
        (
            "minsk-2015",
            "bindingness",
            "Reaffirmed by Resolution 2202 (2015) of the Security Council (resolution, adopted)",
        ),
        ("budapest-1994", "bindingness", "Disputed; also read by Ukraine as legal"),
        ("uk-ukraine-2024", "coverage", "Russia attacks Ukraine again: nobody yet, as more is needed"),
        ("north-atlantic-treaty", "coverage", "A party is threatened: nobody, but to talk, set up or watch"),
        (
            "budapest-1994",
            "veto-players",
            "The Security Council provides assistance: Security Council of the United Nations, which China, "
            "France, Russia, United Kingdom and United States can each keep from acting",
        ),
        (
            "uk-ukraine-2024",
            "exit",
            "Give swift and sustained security assistance and 6 more: ends when Ukraine is a member of NATO",
        ),
    ],
)
def test_a_cell_of_the_table_says_what_the_text_is_known_for(name: str, question: str, said: str) -> None:
    (((*answers,),),) = compare([build(read(name))], [question]).cells
    assert said in [each.text for each in answers]


def test_no_duty_of_a_text_that_is_not_agreed_stands_without_saying_so() -> None:
    paris = read("paris-2026")
    comparison = compare([build(paris), build(paris.read_as("draft"))], ["response"])
    assert [each.text for cell in comparison.cells[0] for each in cell if each.text.startswith("Duty:")] == []


def test_a_reading_beside_its_text_has_a_name_and_a_key_of_its_own() -> None:
    paris = read("paris-2026")
    whole = json.loads(contrast([paris, paris.read_as("draft")], ["exit"], "json").data)
    assert whole["systems"] == [paris.name, f"{paris.name}:draft"]


def test_a_picture_too_full_for_its_page_takes_the_next_larger_and_fills_it() -> None:
    shown = placed(compare([build(read("paris-2026")), build(read("budapest-1994"))]), "slide")
    said = [box.title for box in shown.boxes]
    assert shown.page != "slide"
    assert any("raises a question concerning these commitments" in each for each in said)


def test_a_comparison_on_a_larger_page_than_asked_for_says_so() -> None:
    comparison = compare([build(read("paris-2026")), build(read("budapest-1994"))])
    assert any("does not fit page 'slide'" in note for note in placed(comparison, "slide").notes)
    assert not any("does not fit" in note for note in placed(comparison, "a3").notes)


def test_a_picture_names_the_document_of_a_place_unless_that_is_the_text_itself() -> None:
    treaty = build(read("north-atlantic-treaty"))
    (vetoes,), (responses,) = (compare([treaty], [each]).cells[0] for each in ("vetoes", "response"))
    assert [each.locator for each in vetoes] == ["Charter of the United Nations, Articles 23 and 27"]
    assert responses[0].locator.startswith("Article 5")


def test_json_names_its_schema_and_asks_every_question() -> None:
    whole = json.loads(contrast([read("paris-2026")], [], "json").data)
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


def told(system: str, question: str) -> list[tuple[str, str]]:
    """What a shipped system says to a question, each with the place in its text."""
    comparison = compare([build(read(system))], [question])
    return [(each.text, each.locator) for each in comparison.cells[0][0]]


def test_a_monitor_that_is_proposed_is_told_as_proposed() -> None:
    said = [text for text, _ in told("paris-2026", "monitor")]
    assert "Ceasefire monitoring and verification mechanism (proposed), led by United States" in said[-1]
    assert all("proposed" in each for each in said)


def test_how_a_text_ends_is_told_with_the_clause_that_says_so() -> None:
    assert [(text.split(":")[0], at) for text, at in told("teu-42-7", "exit")] == [
        ("Term", "Article 53"),
        ("Exit", "Article 50"),
    ]


def test_a_trigger_that_a_reading_has_otherwise_says_so() -> None:
    (point_4, _), (point_6, _) = told("budapest-1994", "trigger")
    assert point_4.endswith("; otherwise if read so: the words about nuclear weapons limit the threat only")
    assert "otherwise" not in point_6
