"""What is waived is set aside for its reason and kept in sight; what is wrong with a waiver is a finding."""

from collections.abc import Callable
from datetime import date

import pytest

from foedus.checking import check, examine
from foedus.load import Project, loads

MODEL = """\
framework: {title: Trial, as_of: 2026-03-01, beneficiary: [host]}
actors:
  host: {title: Host, kind: state}
provisions:
  help: {title: Help, kind: military_aid, obligors: [host], protects: [host], modality: must}
"""


def waived(text: str, **how: date) -> list[tuple[str, str]]:
    return [
        (each.finding.code, each.waiver.reason) for each in examine(loads({"m.yaml": text}), **how).waived
    ]


def codes(text: str, **how: date) -> list[str]:
    return [each.code for each in check(loads({"m.yaml": text}), **how)]


def with_line(above: str = "", beside: str = "") -> str:
    return MODEL.replace("  help:", f"{above}  help:").replace("must}", f"must}}{beside}")


@pytest.mark.parametrize(
    "text",
    [
        MODEL.replace("must}", "must, waive: [{rule: S01, reason: not yet}]}"),
        MODEL.replace("must}", "must, waive: [{rule: s01, reason: not yet, until: 2026-03-01}]}"),
        with_line(above="  # foedus: waive S01 -- not yet\n"),
        with_line(above="  # foedus: waive S01 -- not yet\n  # another remark\n\n"),
        with_line(beside="  # foedus: waive S01 until 2026-03-01 — not yet"),
        with_line(beside="  #foedus: waive s01 -- not yet"),
    ],
)
def test_a_finding_is_waived_on_its_element_on_its_line_or_above_it(text: str) -> None:
    assert (waived(text), codes(text)) == ([("S01", "not yet")], [])


def test_the_framework_can_waive_what_is_found_about_any_field_of_it() -> None:
    text = """\
framework:
  title: Trial
  as_of: 2026-03-01
  beneficiary: [host]
  waive: [{rule: S05, reason: the last signature came late}]
actors: {host: {title: Host, kind: state}}
instruments: {pact: {title: Pact, form: treaty, status: {is: signed, on: 2026-04-01, source: {doc: x}}}}
"""
    assert waived(text) == [("S05", "the last signature came late")]


def test_a_comment_can_name_several_rules() -> None:
    text = with_line(above="  # foedus: waive S01, R05 -- both\n").replace(" protects: [host],", "")
    assert waived(text) == [("R05", "both"), ("S01", "both")]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 3, 31), []), (date(2026, 4, 1), ["W02", "S01"]), (None, [])],
)
def test_a_waiver_holds_through_its_last_day_and_the_model_gives_the_day_where_nobody_does(
    day: date | None, found: list[str]
) -> None:
    text = with_line(above="  # foedus: waive S01 until 2026-03-31 -- not yet\n")
    assert codes(text, **({"today": day} if day else {})) == found


@pytest.mark.parametrize(
    ("comment", "code", "said"),
    [
        ("waive T12 -- gone", "W01", "nothing here needs a waiver of `T12`"),
        ("waive S01", "W03", "this waiver of `S01` gives no reason"),
        ("waive S01 --", "W03", "`waive S01 --` is not a waiver that can be understood"),
        ("wave S01 -- not yet", "W03", "`wave S01` is not a waiver that can be understood"),
        ("waive S01 until march -- not yet", "W03", "`march` is not a day"),
        ("waive S -- not yet", "W04", "no rule `S`"),
        ("waive S99 -- not yet", "W04", "no rule `S99`"),
        ("waive R06 -- so", "W05", "`R06` cannot be waived: it says that the model cannot be read as it was"),
        ("waive T07 -- not yet", "W05", "`T07` cannot be waived: it says that the model cannot be played"),
        ("waive W01 -- not yet", "W05", "`W01` cannot be waived: it is about a waiver"),
    ],
)  # fmt: skip
def test_a_waiver_that_sets_nothing_aside_says_why(comment: str, code: str, said: str) -> None:
    findings = check(loads({"m.yaml": with_line(above=f"  # foedus: {comment}\n")}))
    assert {each.code: each.message for each in findings}[code].startswith(said)
    assert "S01" in {each.code for each in findings}


def test_an_error_of_the_reader_stands_however_it_is_waived() -> None:
    text = with_line(above="  # foedus: waive R01 -- declared elsewhere\n").replace(
        "[host], mod", "[hots], mod"
    )
    assert {"R01", "W05"} <= set(codes(text))


READING = (
    MODEL
    + """\
facts:
  peace: {title: Peace, kind: institutional, initial: true, concept: end_of_fighting}
  attack: {title: Attack, kind: brute, initial: false, concept: attack}
events:
  invasion: {title: Invasion, sets: {attack: true, peace: false}}
readings:
  while:
    title: While there is peace
    kind: interpretation
    patch:
      provisions:
        # foedus: waive T03 -- this is what the reading is about
        help: {trigger: attack, in_force_while: peace}
"""
)


def test_a_waiver_that_only_a_reading_needs_is_needed(model: Callable[..., Project]) -> None:
    assert "W01" not in codes(READING)
    under = examine(model(READING).read_as("while"))
    assert [each.finding.code for each in under.waived] == ["T03"]


def test_a_waiver_in_a_text_is_text() -> None:
    text = with_line().replace("title: Help", "title: 'Help # foedus: waive S01 -- no'")
    assert codes(text) == ["S01"]
