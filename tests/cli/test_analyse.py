"""`foedus analyse`: what a desk officer reads, and what programs are given."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from foedus.library import shipped_models

Foedus = Callable[..., Any]


def test_every_target_has_its_routes_and_veto_players(foedus: Foedus) -> None:
    ran = foedus("analyse", "paris-2026")
    assert ran.code == 0
    assert ran.out.count("(minimal path set)\n") == 5
    assert "Veto players" in ran.out


def test_a_line_fits_a_terminal(foedus: Foedus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = foedus("analyse", "paris-2026", "--routes", "--blockers", "--vetoes", "--power", "--by", "actor")
    assert max(map(len, ran.out.splitlines())) <= 80


def test_every_point_says_where_it_is_written(foedus: Foedus) -> None:
    (analysis,) = json.loads(
        foedus("analyse", "paris-2026", "--target", "response-owed", "--as", "json").out
    )["analyses"]
    assert {atom["key"]: atom["place"].rpartition("/")[2] for atom in analysis["atoms"]} == {
        "fact:attack-on-ukraine": "facts.yaml:44:3",
        "fact:ceasefire-in-force": "facts.yaml:8:3",
        "content:attack-response": "provisions-4-future-attack.yaml:43:5",
        "consent:paris-declaration@coalition-of-the-willing": "instruments.yaml:12:7",
    }
    assert analysis["routes"]["by_order"] == [0, 0, 0, 0, 1]


def test_a_spreadsheet_has_a_line_for_each_point_of_a_set(foedus: Foedus) -> None:
    ran = foedus("analyse", "paris-2026", "--target", "response-owed", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(row["sort"], row["set"]) for row in rows] == [("route", "1")] * 4 + [
        ("blocker", str(number)) for number in range(1, 5)
    ]


def test_a_route_as_a_scenario_is_played_from_the_model_folder(foedus: Foedus, tmp_path: Path) -> None:
    folder = tmp_path / "paris"
    copytree(shipped_models()["paris-2026"], folder)
    told = foedus("analyse", str(folder), "--target", "military-means-used", "--witness", "1")
    (folder / "witness.yaml").write_text(told.out, encoding="utf-8")
    ran = foedus("play", str(folder), "route")
    assert ran.code == 0
    assert "exercises “Use military capabilities”" in ran.out


def test_an_outcome_is_written_as_a_fault_tree_and_read_back(foedus: Foedus, tmp_path: Path) -> None:
    tree = foedus("analyse", "paris-2026", "--target", "monitoring-runs", "--as", "open-psa")
    path = tmp_path / "tree.xml"
    path.write_text(tree.out, encoding="utf-8")
    assert foedus("analyse", str(path), "--count").out == "top: 1 minimal cut sets\n  of   7: 1\n"
    assert (
        foedus("analyse", str(path), "--path-sets", "--count").out
        == "top: 7 minimal path sets\n  of   1: 7\n"
    )


@pytest.mark.skipif(shutil.which("scram") is None, reason="no `scram` on this machine")
def test_scram_reads_what_is_written(foedus: Foedus, tmp_path: Path) -> None:
    path = tmp_path / "tree.xml"
    tree = foedus("analyse", "paris-2026", "--target", "monitoring-runs", "--as", "open-psa")
    path.write_text(tree.out, encoding="utf-8")
    subprocess.run(["scram", "--validate", str(path)], check=True, capture_output=True)


def test_what_is_left_out_is_said(foedus: Foedus) -> None:
    ran = foedus("analyse", "paris-2026", "--target", "response-owed", "--blockers", "--limit", "1")
    assert "3 further blocking coalitions are not listed" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--target", "respones-owed"), "did you mean `response-owed`"),
        (("--witness", "1"), "name one of the targets with `--target`"),
        (("--target", "response-owed", "--witness", "2"), "has no route 2"),
        (("--reading", "gate-onse"), "did you mean `gate-once`"),
    ],
)
def test_what_cannot_be_asked_ends_with_two_and_the_next_step(
    words: tuple[str, ...], message: str, foedus: Foedus
) -> None:
    ran = foedus("analyse", "paris-2026", *words)
    assert ran.code == 2
    assert message in ran.err


def test_a_broken_fault_tree_is_refused_with_its_place(foedus: Foedus, tmp_path: Path) -> None:
    path = tmp_path / "tree.xml"
    path.write_text("<opsa-mef>\n  <define-gate></define-gat>", encoding="utf-8")
    ran = foedus("analyse", str(path))
    assert (ran.code, f"{path}:2:18: not XML" in ran.err) == (2, True)
