"""The commands of the analyses: what they print, what programs get, how they end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine], adversary: [russia]}
facts:
  attack: {title: An attack, kind: brute, initial: false, concept: attack}
  truce: {title: A truce, kind: brute, initial: true}
events:
  invasion: {title: The invasion, sets: {attack: true, truce: false}, attack_class: conventional}
provisions:
  help:
    title: Help the victim
    kind: defense
    obligors: [france]
    modality: must
    trigger: attack
    in_force_while: truce
properties:
  helped: {title: An attack leads to help, leads_to: {from: attack, to: {active: help}}}
targets:
  help-due: {title: Help is due, condition: {active: help}}
"""


@pytest.fixture
def pact(tmp_path: Path) -> str:
    folder = tmp_path / "pact"
    folder.mkdir()
    (folder / "pact.yaml").write_text(MODEL, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("command", [
    ("coverage", "paris-2026"), ("gaps", "paris-2026"), ("what-if", "paris-2026", "--without", "france"),
    ("what-if", "paris-2026", "--target", "force-deploys"), ("ask", "paris-2026"), ("profile", "paris-2026"),
    ("ask", "paris-2026", "attack-response"), ("ask", "paris-2026", "armed-attack", "attack-military"),
], ids=" ".join)  # fmt: skip
def test_each_answers_in_words_in_markdown_and_as_json(foedus: Foedus, command: tuple[str, ...]) -> None:
    said = {form: foedus(*command, "--format", form) for form in ("text", "markdown", "json")}
    assert {ran.code for ran in said.values()} == {0}  # type: ignore[attr-defined]
    answer = json.loads(said["json"].out)  # type: ignore[attr-defined]
    assert answer["schema"] == f"foedus-{command[0]}/1"
    assert answer["model"] == "models/paris-2026"
    assert said["markdown"].out.startswith("# ")  # type: ignore[attr-defined]
    assert max(map(len, said["text"].out.splitlines())) <= 80  # type: ignore[attr-defined]


def test_a_broken_property_makes_the_exit_code_one(foedus: Foedus, pact: str) -> None:
    ran = foedus("gaps", pact)
    assert (ran.code, "broken at the end of “The invasion”" in ran.out) == (1, True)  # type: ignore[attr-defined]


def test_a_witness_is_a_scenario_that_play_accepts(foedus: Foedus, pact: str, tmp_path: Path) -> None:
    witness = tmp_path / "found.yaml"
    foedus("gaps", pact, "--witness", str(witness))
    ran = foedus("play", pact, "gap-attack-start", "--with", str(witness))
    assert (ran.code, "Day 0: The invasion" in ran.out) == (0, True)  # type: ignore[attr-defined]


def test_a_witness_in_the_folder_of_the_model_is_checked_with_it(foedus: Foedus, pact: str) -> None:
    foedus("gaps", pact, "--witness", f"{pact}/found.yaml")
    ran = foedus("check", pact, "--select", "Y,R,C", "--format", "concise")
    assert "found.yaml" not in ran.out  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("file", "said"), [("absent.yaml", "no such file"), ("broken.yaml", "R09 `s` has no `steps`")]
)
def test_a_file_that_cannot_be_laid_over_is_refused_with_its_place(
    foedus: Foedus, pact: str, tmp_path: Path, file: str, said: str
) -> None:
    (tmp_path / "broken.yaml").write_text("scenarios: {s: {title: S}}\n", encoding="utf-8")
    ran = foedus("play", pact, "s", "--with", str(tmp_path / file))
    assert (ran.code, said in ran.err) == (2, True)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("words", "said"), [
    (("gaps", "paris-2026", "--phase", "cease-fire"), "did you mean `ceasefire`"),
    (("what-if", "paris-2026", "--without", "frence"), "did you mean `france`"),
    (("what-if", "paris-2026", "--target", "force-deploy"), "did you mean `force-deploys`"),
    (("ask", "paris-2026", "attack-respons"), "did you mean `attack-response`"),
    (("coverage", "paris-2026", "--reading", "gate-onc"), "did you mean `gate-once`"),
], ids=" ".join)  # fmt: skip
def test_what_the_model_does_not_have_is_named(foedus: Foedus, words: tuple[str, ...], said: str) -> None:
    ran = foedus(*words)
    assert (ran.code, said in ran.err) == (2, True)  # type: ignore[attr-defined]


def test_a_model_that_cannot_be_played_is_refused_by_gaps_and_left_out_of_the_report(
    foedus: Foedus, pact: str, tmp_path: Path
) -> None:
    circle = MODEL.replace("in_force_while: truce", "requires: {not: {active: help}}")
    Path(pact, "pact.yaml").write_text(circle, encoding="utf-8")
    ran = foedus("gaps", pact)
    assert (ran.code, "cannot be played" in ran.err) == (2, True)  # type: ignore[attr-defined]
    assert foedus("what-if", pact).code == 0  # type: ignore[attr-defined]
    assert foedus("coverage", pact).code == 0  # type: ignore[attr-defined]


def test_a_property_says_one_thing_only(foedus: Foedus, pact: str) -> None:
    Path(pact, "more.yaml").write_text("properties: {p: {title: P}}\n", encoding="utf-8")
    ran = foedus("check", pact, "--select", "R", "--format", "concise")
    assert "R08 `p`: a property has one of `always`, `never` and `leads_to`" in ran.out  # type: ignore[attr-defined]
