"""`foedus check --fix`: what is written, what is said, and what is never touched."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

WRONG = b"framework: {title: T, as_of: 2026-01-06, beneficiary: [ukrane]}  # why\r\n"
RIGHT = WRONG.replace(b"ukrane", b"ukraine")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    (tmp_path / "m.yaml").write_bytes(b"\xef\xbb\xbf" + WRONG)
    return tmp_path


def test_a_repair_is_written_and_said_and_the_model_checked_again(foedus: Foedus, model: Path) -> None:
    ran = foedus("check", str(model), "--fix")
    assert (ran.code, ran.out) == (0, f"{model}: no findings\n")
    assert ran.err == f"{model}/m.yaml:1:56: repaired R01: `ukrane` is now `ukraine`\n"
    assert (model / "m.yaml").read_bytes() == b"\xef\xbb\xbf" + RIGHT


def test_a_preview_shows_the_difference_and_writes_nothing(foedus: Foedus, model: Path) -> None:
    ran = foedus("check", str(model), "--fix", "--diff")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "+" + RIGHT.decode().rstrip())
    assert (model / "m.yaml").read_bytes() == b"\xef\xbb\xbf" + WRONG


def test_a_finding_that_can_be_repaired_says_so_in_every_format_that_has_room(
    foedus: Foedus, model: Path
) -> None:
    assert "hint: did you mean `ukraine`? (fixable: `--fix`)" in foedus("check", str(model)).out
    [found] = json.loads(foedus("check", str(model), "--format", "json").out)["findings"]
    assert found["fix"] == {
        "file": f"{model}/m.yaml", "line": 1, "column": 56, "old": "ukrane", "new": "ukraine",
    }  # fmt: skip
    log = json.loads(foedus("check", str(model), "--format", "sarif").out)
    [change] = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 56, "endLine": 1, "endColumn": 62},
            "insertedContent": {"text": "ukraine"},
        }
    ]


def test_only_the_rules_that_are_selected_are_repaired(foedus: Foedus, model: Path) -> None:
    foedus("check", str(model), "--fix", "--ignore", "R01")
    assert (model / "m.yaml").read_bytes() == b"\xef\xbb\xbf" + WRONG


def test_what_is_behind_a_link_is_not_repaired(foedus: Foedus, model: Path) -> None:
    (model / "m.yaml").rename(model / "kept.txt")
    (model / "m.yaml").symlink_to(model / "kept.txt")
    foedus("check", str(model), "--fix")
    assert (model / "kept.txt").read_bytes() == b"\xef\xbb\xbf" + WRONG


def test_an_id_that_a_link_declares_is_not_misspelt(foedus: Foedus, tmp_path: Path) -> None:
    fact = "facts:\n  %s: {title: F, kind: brute, initial: false}\n"
    target = "targets:\n  t: {title: T, condition: attacks}\n"
    (tmp_path / "m.yaml").write_text(RIGHT.decode() + target + fact % "attack")
    (tmp_path / "kept.txt").write_text(fact % "attacks")
    (tmp_path / "n.yaml").symlink_to(tmp_path / "kept.txt")
    assert foedus("check", str(tmp_path), "--fix").err == ""
    (tmp_path / "n.yaml").unlink()
    (tmp_path / "n.yaml").write_bytes(b"facts: \xff")
    assert foedus("check", str(tmp_path), "--fix").err == ""
    (tmp_path / "n.yaml").unlink()
    assert "`attacks` is now `attack`" in foedus("check", str(tmp_path), "--fix").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("paris-2026", "--fix"), "name the folder of the model"),
        (("paris-2026", "--diff"), "write both"),
    ],
)
def test_what_cannot_be_repaired_so_is_refused(foedus: Foedus, words: tuple[str, ...], said: str) -> None:
    ran = foedus("check", *words)
    assert (ran.code, said in ran.err) == (2, True)
