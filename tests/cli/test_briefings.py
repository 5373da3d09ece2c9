"""`foedus brief`: which forms it makes, under which names, and what it tells a terminal."""

import io
import time
from pathlib import Path
from typing import Any

import pytest

from foedus.brief.forms import FORMS
from foedus.cli.progress import told
from foedus.errors import Stop


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_text_is_printed_and_a_file_is_written_where_one_is_named(foedus: Any, tmp_path: Path) -> None:
    printed = foedus("brief", "teu-42-7", "--as", "text")
    written = foedus("brief", "teu-42-7", "-o", str(tmp_path / "mail.txt"))
    assert printed.out == (tmp_path / "mail.txt").read_text(encoding="utf-8")
    assert written.out == f"{tmp_path / 'mail.txt'}: the text of an e-mail\n"


def test_what_cannot_be_made_is_said_with_the_nearest_word(foedus: Any, tmp_path: Path) -> None:
    for words, said in (
        (("--as", "txt"), "no form `txt`; did you mean `text`?"),
        (("-o", "page.odt"), "no form of a briefing has the ending `.odt`"),
        (
            ("--as", "text", "--views", "trigge"),
            "`trigge` is no figure of a briefing; did you mean `trigger`?",
        ),
        (("--as", "text", "--scenario", "x"), "no scenario `x`"),
        (("--as", "text", "--template", "x.docx"), "x.docx: `--as text` takes no template; `--as pptx`"),
        (("--as", "pptx", "--template", "x.docx"), "x.docx: `--as pptx` takes a template in .pptx"),
        (("--as", "PowerPoint"), "no form `PowerPoint`; did you mean `pptx`?"),
        (("--as", "word"), "no form `word`; did you mean `docx`?"),
        (("--as", "text", "-o", "x.pdf"), "x.pdf: `--as text` makes a file that ends in `.txt`, and `.pdf`"),
        (("minsk-2015",), "takes one model, and 2 are named; `foedus compare teu-42-7 minsk-2015`"),
        (("--as", "docx", "--template", "x.docx"), "x.docx: no such file"),
    ):
        ran = foedus("brief", "teu-42-7", *words)
        assert (ran.code, said in ran.err) == (2, True), ran.err


def test_an_option_that_no_form_asked_for_uses_is_noted_with_the_forms_that_do(foedus: Any) -> None:
    played = foedus("brief", "teu-42-7", "--as", "text", "--scenario", "france-2015")
    exact = foedus("brief", "teu-42-7", "--as", "text", "--picture")
    assert played.err.startswith("note: `--as text` shows no scenario")
    assert "`--as pptx`" in played.err
    assert exact.err == "note: `--picture` is for the shapes of `--as pptx`, and `--as text` has none\n"
    assert foedus("brief", "teu-42-7", "--as", "text").err == ""


def test_a_form_whose_package_is_missing_is_left_out_or_refused_by_name(
    foedus: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {name: FORMS[name] for name in ("pdf", "text")}
    kept["pdf"] = kept["pdf"]._replace(needs=("no_such_package", "pdf"))
    monkeypatch.setattr("foedus.brief.forms.FORMS", kept)
    every = foedus("brief", "teu-42-7", "-o", str(tmp_path / "all"))
    assert (every.code, "pip install 'foedus[pdf]'" in every.err) == (0, True)
    assert [each.name for each in (tmp_path / "all").iterdir()] == ["teu-42-7-email.txt"]
    assert foedus("brief", "teu-42-7", "--as", "pdf").code == 2


def test_a_page_that_does_not_fit_is_not_written_and_the_exit_code_is_1(foedus: Any, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="PDF needs typst: pip install 'foedus[pdf]'")
    ran = foedus("brief", "minsk-2015", "--views", "trigger", "-o", str(tmp_path / "page.pdf"))
    assert (ran.code, "does not fit one page" in ran.err) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_the_day_of_a_file_is_the_model_s_or_that_of_source_date_epoch(
    foedus: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = pytest.importorskip("docx", reason="Word pages need python-docx: pip install 'foedus[office]'")
    days = []
    for epoch in ("", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        foedus("brief", "teu-42-7", "-o", str(tmp_path / "page.docx"))
        days.append(str(docx.Document(str(tmp_path / "page.docx")).core_properties.created.date()))
    assert days == ["2015-11-17", "1970-01-02"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert foedus("brief", "teu-42-7", "--as", "text").code == 2


def test_a_terminal_is_told_what_takes_long_and_the_line_is_gone_at_the_end() -> None:
    out = Terminal()
    with told("slides", time.monotonic() - 10, out):
        while not out.getvalue():
            time.sleep(0.01)
    assert out.getvalue() == "slides …\r\x1b[K"


@pytest.mark.parametrize("word", ["explore", "report", "brief", "legible", "gaps", "serve", "gallery"])
def test_every_command_that_may_take_long_tells_a_terminal_so(
    word: str, tmp_path: Path, foedus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def telling(what: str, begun: float) -> None:
        raise Stop(f"on a terminal: {what}")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("foedus.cli.progress.told", telling)
    assert "on a terminal: " in foedus(word, *(() if word == "gallery" else ("teu-42-7",))).err


def test_what_is_quick_and_what_is_no_terminal_is_told_nothing() -> None:
    quick, file = Terminal(), io.StringIO()
    with told("slides", time.monotonic(), quick):
        pass
    with told("slides", time.monotonic() - 10, file):
        time.sleep(0.02)
    assert (quick.getvalue(), file.getvalue()) == ("", "")
