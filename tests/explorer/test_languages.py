"""The words of the page: each in its catalogue, each catalogue whole, and in Ukrainian no English left."""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from explorer_pages import address, written

from foedus.explorer.elements import _DUE, STANDINGS, elements
from foedus.explorer.page import MODULES, Language
from foedus.graph import build
from foedus.graph.graph import DependencyKind, TriggerKind
from foedus.library import shipped_models
from foedus.load import Project
from foedus.opening import read
from foedus.schema.vocabulary import Basis, Confidence
from foedus.simulation.lifecycle import ROWS, STATIC
from foedus.views.catalogue import ANSWERS, STORIES, STUDIES, VIEWS
from foedus.views.played_shapes import MEANINGS
from foedus.views.told.dependence import verb

CATALOGUES = {"en": "english", "uk": "ukrainian"}
_ENTRY = re.compile(r'^  "?([^":]+)"?: "(.*)",$', re.MULTILINE)


def text_of(module: str) -> str:
    return (files("foedus.explorer") / "assets" / f"{module}.js").read_text(encoding="utf-8")


def entries(name: str) -> dict[str, dict[str, str]]:
    """The lists of a catalogue by their names, each with its entries."""
    parts = re.split(r"^export const (\w+) = ", text_of(name), flags=re.MULTILINE)[1:]
    return {key: dict(_ENTRY.findall(body)) for key, body in zip(parts[::2], parts[1::2], strict=True)}


def catalogue(name: str) -> dict[str, str]:
    return entries(name)[name.upper()]


def test_every_language_has_a_catalogue() -> None:
    assert set(CATALOGUES) == set(get_args(Language))


def test_every_catalogue_has_the_same_words_with_the_same_gaps() -> None:
    gaps = [
        {key: sorted(set(re.findall(r"\{\d\}", text))) for key, text in catalogue(name).items()}
        for name in CATALOGUES.values()
    ]
    assert gaps[0] == gaps[1]


def test_every_word_that_is_asked_for_is_there_and_every_word_that_is_there_is_asked_for() -> None:
    code = "".join(text_of(each) for each in (*MODULES, "live") if each not in CATALOGUES.values())
    words = set(catalogue("english"))
    asked = set(re.findall(r'say\("([^"]+)"', code))
    assert asked - words == set()
    assert {each for each in words - set(made_up()) if f'"{each}"' not in code} == set()


def made_up() -> Iterator[str]:
    """Keys that are put together: from views, sections, guards, gates and answers."""
    yield from (f"view-{view}" for view in (*VIEWS, *ANSWERS, *STUDIES, *STORIES))
    yield from (f"kind-{section}" for section in KINDS)
    for row in ROWS:
        for name, wanted in row.guard:
            if name not in STATIC:
                yield f"guard-{'' if wanted else 'not-'}{name}"
    yield from (f"means-{state}" for state in MEANINGS if state != "ACTIVE")
    yield from ("true", "false")


KINDS = (
    "provisions", "facts", "events", "determinations", "actors", "bodies", "instruments", "targets",
    "questions",
)  # fmt: skip


def test_every_word_that_is_put_together_is_there() -> None:
    assert set(made_up()) <= set(catalogue("english"))


def test_every_word_of_a_closed_list_has_a_ukrainian_one() -> None:
    kinds = {kind for part in (TriggerKind, DependencyKind) for kind in get_args(part)} | NEAR
    sent = {verb(kind, positive) for kind, positive in product(kinds, (True, False))}
    sent |= {*STANDINGS.values(), *_DUE.values(), *MEANINGS.values()}
    sent |= {*get_args(Basis), *get_args(Confidence)}
    for name in shipped_models():
        told = elements(build(read(name)), ()).values()
        sent |= {term for each in told for term, _ in each["rows"]}
    assert sent - set(entries("ukrainian")["UKRAINIAN_TERMS"]) == set()


NEAR = {
    "reads", "sets", "does", "owes", "benefits", "protects", "determines", "part_of", "member_of", "states",
    "cites", "touches", "supersedes", "supplements", "implements", "draft_of", "interprets", "reaffirms",
}  # fmt: skip

CYRILLIC = """
framework: {title: Система, as_of: 2026-01-06, beneficiary: [a], summary: Опис, showcase: [n]}
components: {c: {title: Складова, order: 1}}
actors: {a: {title: Держава, kind: state, note: Примітка}}
sources: {s: {title: Газета, kind: press_report, publisher: Видавець}}
facts: {f: {title: Умова, kind: brute, initial: unknown}, g: {title: Напад, kind: brute, initial: false}}
events: {e: {title: Подія, sets: {f: true}}, h: {title: Початок, sets: {g: true}}}
determinations: {d: {title: Висновок, of: g, by: unspecified}}
targets: {t: {title: Результат, condition: {active: p}}}
questions: {q: {title: Питання, answers: [{says: Відповідь}]}}
readings: {r: {title: Тлумачення, kind: interpretation, patch: {facts: {f: {initial: false}}}}}
scenarios:
  n: {title: Перший, steps: [{day: 0, events: [e]}, {day: 3, events: [h], performs: [{provision: p, by: a}]}]}
  m: {title: Другий, steps: [{day: 1, findings: {d: established}}]}
provisions:
  p: {title: Обіцянка, component: c, kind: defense, obligors: [a], modality: must, trigger: f, deadline: P3D,
      requires: {any: [g, {finding: d}]}, summary: Підсумок, source: {doc: s, at: Рядок, quote: Слова},
      claim: {basis: paraphrase, confidence: high}}
  w: {title: Дозвіл, component: c, kind: defense, obligors: [a], modality: may, enters_when: f,
      requires: {all: [{active: p}, {not: g}]}}
"""
SHOWN = (
    "mode=look&at=provisions%2Fp", "mode=look&at=actors%2Fa&component=c",
    "mode=play&turn=1&at=provisions%2Fp",
    "mode=play&turn=2&at=provisions%2Fw&beside=n%7C%7Cdecline", "mode=play&at=facts%2Ff&scenario=m&turn=1",
    "mode=play&scenario=own", "mode=ask", "mode=learn", "mode=learn&lesson=tour-4", "mode=learn&lesson=quiz",
    "mode=learn&lesson=glossary", "mode=play&beside=0", "view=0",
)  # fmt: skip
ENGLISH_WORDS = """() => {
  const names = /Foedus|foedus why|SVG|PNG|YAML|Esc|Enter|Shift|English/g;
  const spared = (node) => node.closest("[lang=en], code, kbd, script, style, noscript");
  const left = [];
  const walk = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!spared(walk.currentNode.parentElement)) left.push(walk.currentNode.textContent);
  }
  for (const name of ["aria-label", "title", "placeholder"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) {
      if (!spared(node)) left.push(node.getAttribute(name));
    }
  }
  return left.map((text) => text.replace(names, "")).filter((text) => /[A-Za-z]{2}/.test(text));
}"""


@pytest.fixture(scope="module")
def cyrillic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose own words are Ukrainian, in a page that opens in Ukrainian."""
    folder = tmp_path_factory.mktemp("cyrillic")
    (folder / "model.yaml").write_text(CYRILLIC, encoding="utf-8")
    return written(read(str(folder)), folder / "page.html", "uk")


@pytest.mark.parametrize("fragment", SHOWN)
def test_in_ukrainian_no_word_of_the_page_is_english(
    opened: Callable[..., Any], cyrillic: Path, fragment: str
) -> None:
    """What is quoted from Python in English is marked as English; nothing else has Latin letters."""
    shown = opened(cyrillic, fragment)
    assert shown.evaluate("document.documentElement.lang") == "uk"
    assert shown.evaluate(ENGLISH_WORDS) == []


def test_the_language_is_changed_on_the_page_and_kept_in_the_link(
    opened: Callable[..., Any], paris: Path
) -> None:
    shown = opened(paris, "mode=play")
    chooser = shown.locator('[data-key="language"]')
    chooser.focus()
    chooser.select_option("uk")
    assert shown.locator("nav button").all_inner_texts() == ["Огляд", "Сценарії", "Питання", "Навчання"]
    assert "language=uk" in address(shown)
    assert shown.evaluate("document.activeElement.dataset.key") == "language"


def test_names_are_those_of_the_model_where_it_gives_them(
    opened: Callable[..., Any], model: Callable[..., Project], tmp_path: Path
) -> None:
    project = model(LABELLED)
    shown = opened(written(project, tmp_path / "labelled.html", "uk"), "at=provisions%2Fp")
    assert shown.locator(".panel h2").inner_text() == "1.1 Обіцянка"
    assert shown.locator(".panel h2").get_attribute("lang") == "uk"


LABELLED = """
framework: {title: System, as_of: 2026-01-06, beneficiary: [a]}
components: {c: {title: Part, order: 1}}
actors: {a: {title: State, kind: state}}
provisions:
  p: {title: Promise, label: {uk: Обіцянка}, component: c, kind: defense, obligors: [a], modality: must}
"""
