"""`foedus play` and `foedus why`: what a student reads."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine]}
facts:
  attack: {title: An attack, kind: brute, initial: false}
  asked: {title: The victim asks, kind: institutional, initial: false}
events:
  invasion: {title: The invasion, sets: {attack: true}}
  request: {title: The request, sets: {asked: true}}
provisions:
  help:
    title: Help the victim
    kind: defense
    obligors: [france]
    beneficiary: [ukraine]
    modality: must
    trigger: attack
    requires: asked
    deadline: P2D
readings:
  unasked: {title: No request is needed, kind: interpretation, patch: {provisions: {help: {requires: null}}}}
scenarios:
  war:
    title: An invasion
    steps:
      - {day: 1, events: [invasion]}
      - {day: 3, events: [request]}
    expect: [{after: 3, provision: help, states: [ACTIVE]}]
"""


@pytest.fixture
def trial(tmp_path: Path) -> Callable[..., str]:
    def make(text: str = MODEL) -> str:
        (tmp_path / "m.yaml").write_text(text)
        return str(tmp_path)

    return make


def test_without_a_scenario_they_are_listed(foedus: Foedus, trial: Callable[..., str]) -> None:
    assert foedus("play", trial()).out.split() == ["war", "An", "invasion"]


def test_a_play_is_told_day_by_day_with_gate_and_place(foedus: Foedus, trial: Callable[..., str]) -> None:
    ran = foedus("play", trial(), "war")
    assert ran.code == 0
    assert (
        "Day 1: The invasion\n-------------------\n  STANDBY → PENDING\n    F.1 Help the victim\n"
        "      trigger, m.yaml:15; no text named\n" in ran.out
    )
    assert "due, since day 3, by day 5" in ran.out


def test_an_expectation_that_is_missed_makes_the_exit_code_1(
    foedus: Foedus, trial: Callable[..., str]
) -> None:
    path = trial(MODEL.replace("states: [ACTIVE]", "states: [BREACHED]"))
    assert foedus("play", path, "war").code == 1
    assert foedus("check", path, "--format", "concise").out.count("error C06") == 1


@pytest.mark.parametrize(
    "told", [("--assume", "asked"), ("--reading", "unasked"), ("--discretion", "decline")]
)
def test_told_otherwise_than_written_no_expectation_is_tested(
    foedus: Foedus, trial: Callable[..., str], told: tuple[str, ...]
) -> None:
    ran = foedus("play", trial(MODEL.replace("states: [ACTIVE]", "states: [BREACHED]")), "war", *told)
    assert ran.code == 0


def test_an_assumption_changes_the_course(foedus: Foedus, trial: Callable[..., str]) -> None:
    out = foedus("play", trial(), "war", "--assume", "asked=true").out
    assert "STANDBY → ACTIVE" in out
    assert "assuming asked true" in out


def test_what_is_done_while_it_is_open_whether_it_is_due_is_told_with_what_leaves_it_open(
    foedus: Foedus, trial: Callable[..., str]
) -> None:
    kept_up = MODEL.replace("deadline: P2D", "performance: maintenance").replace("    requires: asked\n", "")
    unknown = kept_up.replace("brute, initial: false", "brute, initial: unknown")
    told = unknown.replace("events: [invasion]", "performs: [{provision: help}]")
    ran = foedus("play", trial(told), "war")
    assert (
        "  STANDBY or ACTIVE, as before\n    F.1 Help the victim\n"
        "      a fact is not known: attack (m.yaml:3); no text named\n" in ran.out
    )


def test_readings_stand_side_by_side(foedus: Foedus, trial: Callable[..., str]) -> None:
    out = foedus(
        "play",
        trial(
            MODEL.replace("      - {day: 3, events: [request]}\n", "")
            .replace("after: 3", "after: 1")
            .replace("states: [ACTIVE]", "states: [PENDING]")
        ),
        "war",
        "--reading",
        "all",
    ).out
    assert "    PENDING\n      as it stands\n    ACTIVE\n      unasked\n" in out


def test_the_envelope_says_what_is_assured(foedus: Foedus, trial: Callable[..., str]) -> None:
    out = foedus("play", trial(), "war", "--envelope").out
    assert "guarantee envelope" in out
    assert "F.1 Help the victim" in out


def test_json_holds_every_change_with_its_place(foedus: Foedus, trial: Callable[..., str]) -> None:
    data = json.loads(foedus("play", trial(), "war", "--format", "json").out)
    [play] = data["plays"]
    [change] = play["turns"][2]["changes"]
    assert (data["schema"], change["before"], change["states"]) == ("foedus-play/1", ["PENDING"], ["ACTIVE"])
    assert change["held"][0]["place"].endswith("m.yaml:16:15")


def test_csv_has_a_line_for_each_change_and_no_formula(foedus: Foedus, trial: Callable[..., str]) -> None:
    rows = list(csv.reader(io.StringIO(foedus("play", trial(), "war", "--format", "csv").out)))
    assert [row[2:7] for row in rows[1:]] == [
        ["start", "help", "france", "INACTIVE", "STANDBY"],
        ["1", "help", "france", "STANDBY", "PENDING"],
        ["3", "help", "france", "PENDING", "ACTIVE"],
    ]


def test_why_names_the_chain_and_what_is_missing(foedus: Foedus, trial: Callable[..., str]) -> None:
    out = foedus("why", trial(), "help", "--scenario", "war", "--at", "2").out
    assert "France: PENDING" in out
    assert "To be due it lacks this" in out
    assert "asked is true (m.yaml:16)" in out


def test_coverage_counts_what_is_made_due(foedus: Foedus, trial: Callable[..., str]) -> None:
    assert (
        foedus("play", trial(), "--coverage").out == "1 of 1 provisions are made due by a scenario (100 %)\n"
    )
    peace = MODEL.replace("events: [invasion]", "events: []").replace("[ACTIVE]}", "[STANDBY]}")
    ran = foedus("play", trial(peace), "--coverage", "--fail-under", "50")
    assert (ran.code, "no scenario makes `help` due" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("play", "paris-2026", "renewed-atack"), "did you mean `renewed-attack`?"),
        (("play", "paris-2026", "renewed-attack", "--reading", "gate-whilst"), "did you mean `gate-while`?"),
        (
            ("play", "paris-2026", "renewed-attack", "--assume", "attack-respons"),
            "did you mean `attack-response`?",
        ),
        (("play", "paris-2026", "renewed-attack", "--assume", "attack-response=maybe"), "=true"),
        (("play", "paris-2026", "renewed-attack", "--as-of", "yesterday"), "a day is written 2026-01-06"),
        (("why", "paris-2026", "attack-respons", "--scenario", "renewed-attack"), "did you mean"),
        (
            ("why", "paris-2026", "attack-response", "--scenario", "renewed-attack", "--at", "noon"),
            "a day is",
        ),
        (("why", "paris-2026", "attack-response"), "--scenario"),
    ],
)
def test_what_cannot_be_played_is_one_message(foedus: Foedus, words: tuple[str, ...], said: str) -> None:
    ran = foedus(*words)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False)


@pytest.mark.parametrize("width", ["60", "80"])
def test_no_line_is_wider_than_the_terminal(
    foedus: Foedus, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = foedus("play", "paris-2026", "renewed-attack").out
    assert max(map(len, out.splitlines())) <= int(width)
