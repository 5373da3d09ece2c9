"""Promise 11: what was not done is said, in words and in the format for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus.errors import Stop
from foedus.layout import engines

pytestmark = pytest.mark.promise(11)
ATTACK = """
facts: {war: {title: An attack, concept: attack, kind: brute, initial: false}}
events: {a: {title: A, sets: {war: true}}, b: {title: B, sets: {war: false}}}
properties: {calm: {title: No war, never: war}}
"""


@pytest.fixture
def attack(tmp_path: Path) -> str:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "a.yaml").write_text(ATTACK, encoding="utf-8")
    return str(tmp_path / "model")


def both(foedus: Callable[..., Any], *words: str, option: str = "--format") -> tuple[str, Any]:
    """What a command says in words, on one line, and what it hands to programs."""
    said, held = foedus(*words), foedus(*words, option, "json")
    return " ".join((said.out + said.err).split()), json.loads(held.out)


def test_a_search_that_was_cut_short(attack: str, foedus: Callable[..., Any]) -> None:
    said, held = both(foedus, "--limit", "moves=1", "gaps", attack)
    assert "not every order was tried" in said
    assert {gap["found"]["exact"] for gap in held["gaps"]} == {False}
    assert {each["exact"] for each in held["properties"]} == {False}


def test_a_horizon_that_was_asked_for(attack: str, foedus: Callable[..., Any]) -> None:
    said, held = both(foedus, "gaps", attack, "--horizon", "0")
    assert "every order of up to 0 moves" in said
    assert {(gap["found"]["exact"], gap["found"]["moves"]) for gap in held["gaps"]} == {(False, 0)}


def test_findings_that_are_not_printed(foedus: Callable[..., Any]) -> None:
    said, held = both(foedus, "check", "paris-2026", "--most", "2")
    rest = len(held["findings"]) - 2
    assert rest > 0
    assert f"and {rest} more; `--most 0` prints all" in said


def test_minimal_sets_that_are_not_listed(foedus: Callable[..., Any]) -> None:
    said, held = both(foedus, "analyse", "paris-2026", "--blockers", "--limit", "1", option="--as")
    assert "3 further blocking coalitions are not listed" in said
    assert '"complete": false' in json.dumps(held)


def test_a_file_that_was_not_opened(attack: str, foedus: Callable[..., Any]) -> None:
    (Path(attack) / "b.yaml").mkdir()
    said, held = both(foedus, "check", attack)
    assert "model/b.yaml:1:1: error Y08" in said
    assert [Path(each["file"]).name for each in held["findings"] if each["code"] == "Y08"] == ["b.yaml"]


def test_another_engine_that_ranked_the_boxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    def gone(source: str) -> None:
        raise Stop("no embedded Graphviz")

    monkeypatch.setattr(engines, "embedded", gone)
    ran = foedus("draw", "budapest-1994", "trigger", "--as", "scene")
    assert "note: ranked without Graphviz: no embedded Graphviz" in ran.err
    assert "Foedus ranks" in json.dumps(json.loads(ran.out))
