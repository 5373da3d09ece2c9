"""What copies show of the citations of a model: misquotes, missing places, and what has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [host]}
actors:
  host: {title: Host, kind: state}
sources:
  pact: {title: The pact, kind: instrument, published: 2025-05-01}
  report: {title: A report, kind: press_report}
provisions:
  help:
    title: Help
    kind: military_aid
    obligors: [host]
    protects: [host]
    modality: must
    source:
      - {doc: pact, at: Article 2, quote: "shall help"}
      - {doc: report, quote: "they promised"}
readings:
  other:
    title: Other
    kind: interpretation
    patch:
      provisions:
        help: {source: {doc: pact, at: Article 1, quote: "the Parties"}}
"""
PACT = "The pact\n\nArticle 1\nWe, “the Parties”, agree.\n\nArticle 2\nEach shall\nhelp the other.\n"


@pytest.fixture
def verify(foedus: Foedus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The findings of `sources verify` as lines, and `code N` at the end."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m").mkdir()
    (tmp_path / "texts").mkdir()

    def run(pact: str = PACT, model: str = MODEL, *words: str) -> list[str]:
        Path("m/m.yaml").write_text(model)
        Path("texts/pact.txt").write_text(pact)
        ran = foedus("sources", "verify", "m", "--texts", "texts", "--format", "concise", *words)
        return [*ran.out.splitlines()[:-1], f"code {ran.code}"]

    return run


def test_what_stands_in_the_copy_is_no_finding(verify: Callable[..., list[str]]) -> None:
    assert verify() == ["code 0"]


def test_the_marks_around_a_quote_are_no_words_of_it(verify: Callable[..., list[str]]) -> None:
    assert verify(PACT, MODEL.replace('"shall help"', "“shall help”")) == ["code 0"]


@pytest.mark.parametrize(
    ("pact", "found"),
    [
        (
            PACT.replace("shall\nhelp", "shall assist"),
            "m/m.yaml:15:43: error S02 “shall help” does not stand in the copy of `pact` at Article 2",
        ),
        (
            PACT.replace("shall\nhelp", "will help").replace("agree", "agree and shall help"),
            "m/m.yaml:15:43: error S02 these words stand in `pact`, and not at Article 2",
        ),
        (
            PACT.replace("the Parties", "the States"),
            "m/m.yaml:23:58: error S02 “the Parties” does not stand in the copy of `pact` at Article 1",
        ),
    ],
)
def test_a_quote_that_does_not_stand_at_its_place_is_an_error_of_the_reading_too(
    verify: Callable[..., list[str]], pact: str, found: str
) -> None:
    assert verify(pact) == [found, "code 1"]


def test_a_near_miss_shows_both_texts_each_at_its_place(
    verify: Callable[..., list[str]], foedus: Foedus
) -> None:
    verify(PACT.replace("shall\nhelp", "shall  kelp"))
    out = foedus("sources", "verify", "m", "--texts", "texts").out
    assert out.startswith(
        "m/m.yaml:15:43: error S02 quote-mismatch\n"
        "  “shall help” does not stand in the copy of `pact` at Article 2\n"
        '  15 |       - {doc: pact, at: Article 2, quote: "shall help"}\n'
        "     |                                           ^^^^^^^^^^^^\n"
        "  also texts/pact.txt:7:6: nearest: “shall kelp”\n"
    )


def test_a_place_that_is_not_there_is_found_and_its_quote_is_sought_in_the_whole(
    verify: Callable[..., list[str]],
) -> None:
    assert verify(PACT.replace("Article 2", "Article 3")) == [
        "m/m.yaml:15:25: warning S08 the copy of `pact` has no `article 2`",
        "code 0",
    ]


def test_a_lock_tells_a_changed_place_from_a_change_elsewhere(verify: Callable[..., list[str]]) -> None:
    verify(PACT, MODEL, "--lock")
    assert verify(PACT.replace("\n", "\r\n")) == ["code 0"]
    assert verify(PACT.replace("The pact", "The amended pact")) == [
        "m/m.yaml:5:3: information S09 the copy of this document is not the one that was locked; "
        "no place that is cited has changed",
        "code 0",
    ]
    amended = PACT.replace("the other.", "the other, if asked.")
    assert verify(amended) == [
        "m/m.yaml:15:25: warning S10 Article 2 of `pact` is not what it was when this was checked against it",
        "code 0",
    ]
    assert verify(amended, MODEL, "--fail-on", "warning")[-1] == "code 1"
    assert verify(amended, MODEL, "--lock") == ["code 0"]
    assert verify(amended) == ["code 0"]


def test_copies_with_misquotes_are_not_locked(verify: Callable[..., list[str]]) -> None:
    assert verify(PACT.replace("help", "aid"), MODEL, "--lock")[-1] == "code 1"
    assert not Path("m/sources.lock").exists()


def test_a_lock_holds_no_word_of_a_text_and_keeps_documents_without_a_copy_here(
    verify: Callable[..., list[str]],
) -> None:
    Path("texts/report.txt").write_text("As they promised.")
    verify(PACT, MODEL, "--lock")
    lock = Path("m/sources.lock").read_text()
    Path("texts/report.txt").unlink()
    verify(PACT, MODEL, "--lock")
    assert Path("m/sources.lock").read_text() == lock
    assert not {"Parties", "promised", "agree"} & set(lock.replace('"', " ").split())


def test_a_misquote_can_be_waived_and_a_check_does_not_call_the_waiver_unused(
    verify: Callable[..., list[str]], foedus: Foedus
) -> None:
    waived = MODEL.replace('"shall help"}', '"shall help"}  # foedus: waive S02 -- quoted after a report')
    other = PACT.replace("shall\nhelp", "assists")
    assert verify(other, waived) == ["code 0"]
    until = waived.replace("waive S02", "waive S02 until 2026-01-31")
    assert [line.split()[2] for line in verify(other, until, "--today", "2026-02-01")[:-1]] == ["S02", "W02"]
    assert "W01" not in foedus("check", "m", "--format", "concise").out


@pytest.mark.promise(11)
def test_what_was_not_compared_is_said(verify: Callable[..., list[str]], foedus: Foedus) -> None:
    verify()
    assert foedus("sources", "verify", "m", "--texts", "texts").err == (
        "compared: 2 of 3 quotes; copies of 1 of 2 documents\n"
        "without a copy: report; `foedus sources list` names all\n"
    )


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (MODEL.replace("instrument, pub", "instrument, text_file: ../m/m.yaml, pub"), "lies outside texts"),
        (MODEL.replace("instrument, pub", "instrument, text_file: x.txt, pub"), "no copy of any source of m"),
    ],
)
def test_copies_that_cannot_be_used_stop(
    verify: Callable[..., list[str]], foedus: Foedus, model: str, said: str
) -> None:
    verify()
    Path("m/m.yaml").write_text(model)
    ran = foedus("sources", "verify", "m", "--texts", "texts")
    assert (ran.code, said in ran.err) == (2, True)


@pytest.mark.promise(7)
def test_a_link_out_of_the_folder_of_copies_is_not_followed(
    verify: Callable[..., list[str]], foedus: Foedus, tmp_path: Path
) -> None:
    verify()
    (tmp_path / "secret.txt").write_text("shall help")
    Path("texts/pact.txt").unlink()
    Path("texts/pact.txt").symlink_to(tmp_path / "secret.txt")
    ran = foedus("sources", "verify", "m", "--texts", "texts")
    assert (ran.code, "lies outside texts" in ran.err) == (2, True)


def test_a_copy_that_is_not_text_and_a_lock_that_is_none_are_said(
    verify: Callable[..., list[str]], foedus: Foedus
) -> None:
    verify()
    Path("texts/report.txt").write_bytes(b"\xff\xfea\x00")
    assert " Y01 " in foedus("sources", "verify", "m", "--texts", "texts", "--format", "concise").out
    Path("m/sources.lock").write_text("[]")
    ran = foedus("sources", "verify", "m", "--texts", "texts")
    assert (ran.code, "is no lock of sources" in ran.err) == (2, True)


def test_list_counts_how_often_a_document_is_cited_and_quoted(
    verify: Callable[..., list[str]], foedus: Foedus
) -> None:
    verify()
    assert foedus("sources", "list", "m").out.splitlines()[1:] == [
        "    2       2  2025-05-01  pact: The pact",
        "    1       1  no day      report: A report",
    ]
