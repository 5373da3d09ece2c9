"""Promise 6: text of a model is text in every format, by parsers that are not ours."""

import base64
import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from mutants import PAYLOADS, written

from foedus.library import shipped_models
from foedus.schema.fields import sections
from foedus.text import resolve

pytestmark = pytest.mark.promise(6)

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Control, bidirectional and zero-width characters: never in what is printed, whatever the format."""
SEEN = tuple(each for each in PAYLOADS if not HIDDEN.search(each) and "\t" not in each and len(each) < 300)
FREE = {field.key for section in sections() for field in section.fields if field.kind.startswith("text")}
PICTURES = ("svg", "dot", "mermaid", "d2", "json", "scene", "gexf", "graphml", "alt", "csv")
COMMANDS = (
    *(("draw", "MODEL", "overview", "--as", form) for form in PICTURES),
    *(("draw", "MODEL", "trigger", "--as", form) for form in ("svg", "csv")),
    *(("compare", "MODEL", "--as", form) for form in ("text", "markdown", "html", "csv", "json")),
    *(("check", "MODEL", "--most", "0", "--format", form) for form in
      ("full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")),
    *(("sources", "export", "MODEL", "--as", form) for form in ("bibtex", "csl-json", "ris", "markdown")),
    *(("graph", "MODEL", "--as", form) for form in ("graphml", "json", "dot")),
    ("analyse", "MODEL", "--as", "csv"),
    ("coverage", "MODEL"),
    ("profile", "MODEL"),
    ("codes", "MODEL"),
    ("what-if", "MODEL"),
)  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shipped model in which every free text is a payload, each of them many times."""
    folder = tmp_path_factory.mktemp("models") / "poisoned"
    folder.mkdir()
    turn = 0

    def poison(value: Any, key: str) -> Any:
        nonlocal turn
        if isinstance(value, dict):
            return {name: poison(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [poison(inner, key) for inner in value]
        if key not in FREE:
            return resolve(value)
        turn += 1
        return SEEN[turn % len(SEEN)]

    for path in shipped_models()["teu-42-7"].glob("*.yaml"):
        whole = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
        (folder / path.name).write_bytes(written(poison(whole, "")))
    assert turn > 2 * len(SEEN)
    return folder


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_payload_in_every_text_stays_text(
    words: tuple[str, ...], poisoned: Path, foedus: Callable[..., Any], tried: Callable[[], None]
) -> None:
    ran = foedus(*(str(poisoned) if word == "MODEL" else word for word in words))
    assert ran.code in (0, 1), ran.err
    for _ in SEEN:
        tried()
    assert not HIDDEN.search(ran.out)
    form = words[-1] if "--as" in words or "--format" in words else "text"
    assert PARSERS.get(form, _any)(ran.out)


def _any(text: str) -> bool:
    return bool(text)


def _json(text: str) -> bool:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    return bool(json.loads(text, parse_constant=refuse))


def _xml(text: str) -> bool:
    """Well formed, without declarations, and of elements and attributes that run and fetch nothing."""
    assert "<!" not in text.replace("<!--", "")
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.rpartition("}")[2].lower()
        assert name not in {"script", "foreignobject", "iframe", "use", "image", "animate", "set", "handler"}
        for key, value in element.attrib.items():
            bare = key.rpartition("}")[2].lower()
            assert not bare.startswith("on"), key
            assert bare != "href" or value.startswith(("#", "http://", "https://", "mailto:")), value
            assert bare != "style" or "url(" not in value, value
    return True


class _Page(HTMLParser):
    """What of a page could run or fetch: its tags with their attributes, and the text of its scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self.scripts += [""] if tag == "script" else []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def _html(text: str) -> bool:
    """Nothing runs but the page's own scripts, each named by its hash in a policy that forbids the rest."""
    page = _Page()
    page.feed(text)
    policies = [
        held["content"] for tag, held in page.tags if held.get("http-equiv") == "Content-Security-Policy"
    ]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'")
    for tag, held in page.tags:
        assert tag not in {"iframe", "object", "embed", "base", "foreignobject", "link", "audio", "video"}, (
            tag
        )
        for key, value in held.items():
            assert not key.startswith("on"), key
            if key in {"href", "src", "action", "xlink:href", "formaction"}:
                assert value.startswith(("#", "http://", "https://", "mailto:", "data:image/")), value
    kinds = [held.get("type", "") for tag, held in page.tags if tag == "script"]
    for kind, script in zip(kinds, page.scripts, strict=True):
        if kind != "application/json":
            mark = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{mark}'" in policies[0], script[:80]
    return True


def _csv(text: str) -> bool:
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(
            ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
        ), cell
    return len({len(row) for row in rows}) == 1


OURS = re.compile(r'<br>|</?sub>|<a id="[\w-]+">|</a>')
"""The only HTML that we write into Markdown: lines inside a cell, places in small, anchors of a report."""


FOLDED = re.compile(r"<details><summary>[^<>]*</summary>|</details>")
"""And what is folded away under its title."""


def _markdown(text: str) -> bool:
    """No raw HTML, no picture and no link but those that we write, by markdown-it."""
    parser = pytest.importorskip("markdown_it", reason="needs markdown-it-py").MarkdownIt("commonmark")
    for block in parser.enable("table").parse(text):
        assert block.type != "html_block" or FOLDED.fullmatch(block.content.strip()), block.content
        for each in block.children or ():
            assert each.type != "image", each.content
            assert each.type != "html_inline" or OURS.fullmatch(each.content), each.content
            if each.type == "link_open":
                assert str(each.attrs["href"]).startswith(("#", "http://", "https://")), each.attrs
    return True


def _github(text: str) -> bool:
    """Every line is an annotation of ours or plain: none that a text begins."""
    return all(
        re.match(r"::(error|warning|notice) (file=|title=)", line)
        for line in text.splitlines()
        if "::" in line[:3]
    )


def _lines(text: str) -> bool:
    return all(json.loads(line) for line in text.splitlines())


PARSERS: dict[str, Callable[[str], bool]] = {
    "json": _json, "scene": _json, "sarif": _json, "gitlab": _json, "csl-json": _json, "jsonl": _lines,
    "svg": _xml, "gexf": _xml, "graphml": _xml, "junit": _xml, "html": _html, "csv": _csv,
    "markdown": _markdown, "github": _github,
}  # fmt: skip


def test_the_report_and_the_explorer_of_a_poisoned_model_run_nothing_of_it(
    poisoned: Path, tmp_path: Path, foedus: Callable[..., Any], tried: Callable[[], None]
) -> None:
    assert foedus("report", str(poisoned), "-o", str(tmp_path)).code == 0
    assert foedus("explore", str(poisoned), "-o", str(tmp_path / "explorer.html")).code == 0
    for path in sorted(tmp_path.iterdir()):
        if path.suffix in (".html", ".svg", ".md"):
            text = path.read_text(encoding="utf-8")
            assert not HIDDEN.search(text), path
            assert {".html": _html, ".svg": _xml, ".md": _prose}[path.suffix](text)
            tried()


def _prose(text: str) -> bool:
    """Markdown with the pictures of the report, which lie beside it."""
    return _markdown(re.sub(r"!\[[^\n]*\]\([\w-]+\.(?:png|svg)\)", "", text))


def test_a_workbook_of_a_poisoned_model_holds_no_formula_and_no_link(
    poisoned: Path, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install openpyxl")
    assert foedus("compare", str(poisoned), "-o", str(tmp_path / "a.xlsx")).code == 0
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.promise(1)
@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\x9b", "\x85"]
)
@pytest.mark.parametrize("how", ["raw", "escaped"])
def test_a_hidden_character_is_a_finding_and_is_shown_as_an_escape(
    character: str, how: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    text = character if how == "raw" else json.dumps(character)[1:-1]
    (tmp_path / "a.yaml").write_text(f'facts: {{a: {{title: "x{text}y"}}}}\n', encoding="utf-8")
    for form in ("full", "concise", "json", "sarif", "github", "junit", "markdown"):
        ran = foedus("check", str(tmp_path), "--format", form)
        assert ran.code == 1
        assert "Y05" in ran.out
        assert not HIDDEN.search(ran.out + ran.err), form
