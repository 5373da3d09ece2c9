"""Bibliographies, as parsers that we did not write read them."""

import json
import warnings
from datetime import date

import citeproc
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex import database
from pybtex.richtext import Text

from foedus.schema import SourceDocument
from foedus.writers.bibliographies import FORMATS

ODD = 'The "50 %" pact_draft & {annex} #1 \\ ~ ^ $5: Élysée, <b>x</b>\nER  - '
DOCUMENTS = (
    SourceDocument(
        id="pact",
        title=ODD,
        kind="instrument",
        publisher="Ministry of Foreign Affairs, Kyiv",
        published=date(2026, 1, 6),
        address="https://example.org/a_b?c=d%20e&f=1",
        language="en",
        version_reported="final",
        note="A remark.",
    ),
    SourceDocument(id="leak", title="A leak", kind="press_report", derived_from=("pact",)),
)
SAID = " ".join(ODD.split())
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    str.strip
)


def plain(value: str) -> str:
    """LaTeX as the words that it prints."""
    return str(Text.from_latex(value))


def bibtex(documents: tuple[SourceDocument, ...]) -> dict[str, dict[str, str]]:
    """The entries as pybtex reads them, LaTeX decoded."""
    entries = database.parse_string(FORMATS["bibtex"](documents), "bibtex").entries
    return {
        key: {name: plain(value) for name, value in entry.fields.items()}
        | {"author": "; ".join(plain(str(each)) for each in entry.persons.get("author", []))}
        for key, entry in entries.items()
    }


def test_bibtex_is_read_by_pybtex() -> None:
    title = 'The "50 %" pact_draft & annex #1 \\ ~: Élysée, <b>x</b>'  # the other signs pybtex cannot decode
    named = DOCUMENTS[0].model_copy(update={"title": title})
    pact, leak = bibtex((named, DOCUMENTS[1])).values()
    assert (pact["title"], pact["author"]) == (title, "Ministry of Foreign Affairs, Kyiv")
    assert (pact["year"], pact["month"], pact["day"]) == ("2026", "January", "6")
    assert (leak["title"], leak["note"]) == ("A leak", "After pact")


@given(TEXT)
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    document = SourceDocument(id="a", title=title[:300], kind="digest")
    words = " ".join(title[:300].split())
    entries = database.parse_string(FORMATS["bibtex"]((document,)), "bibtex").entries
    assert (list(entries), list(entries["a"].fields)) == (["a"], ["title"])
    [record] = rispy.loads(FORMATS["ris"]((document,)))
    assert record["title"] == words
    [item] = json.loads(FORMATS["csl-json"]((document,)))
    assert item["title"] == words


def test_ris_is_read_by_rispy() -> None:
    pact, leak = rispy.loads(FORMATS["ris"](DOCUMENTS))
    assert (pact["type_of_reference"], pact["title"], pact["id"]) == ("LEGAL", SAID, "pact")
    assert (pact["authors"], pact["year"], pact["date"]) == (
        ["Ministry of Foreign Affairs, Kyiv,"], "2026", "2026/01/06/",
    )  # fmt: skip
    assert (leak["type_of_reference"], leak["title"]) == ("NEWS", "A leak")


def test_csl_json_is_cited_by_citeproc() -> None:
    items = json.loads(FORMATS["csl-json"](DOCUMENTS))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON([{**each, "title": "A pact"} for each in items])
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    page = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    page.register(citeproc.Citation([citeproc.CitationItem("pact")]))
    assert str(page.bibliography()[0]) == (
        "Ministry of Foreign Affairs, Kyiv (2026) “A pact”. "
        "Available at: https://example.org/a_b?c=d%20e&f=1."
    )
    assert items[1]["type"] == "article-newspaper"


def test_markdown_is_a_list_whose_words_are_no_markup() -> None:
    first, second = FORMATS["markdown"](DOCUMENTS).splitlines()
    assert first.startswith('- *The "50 %" pact\\_draft &amp; \\{annex\\} \\#1')
    assert "<https://example.org/a_b?c=d%20e&f=1>" in first
    assert second == "- *A leak*, no day. After pact."


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_write_is_written(form: str) -> None:
    assert FORMATS[form](()) in ("", "[]\n")
