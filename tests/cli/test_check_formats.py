"""The formats of findings for programs, and which findings are wanted."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine]}
facts:
  attack: {title: An attack, kind: brute, initial: false, concept: attack}
provisions:
  help: {title: Help, kind: defense, obligors: [franse], modality: must, trigger: attack, note: x}
"""


@pytest.fixture
def trial(tmp_path: Path) -> Callable[..., str]:
    def make(text: str = MODEL) -> str:
        (tmp_path / "model").mkdir(exist_ok=True)
        (tmp_path / "model" / "m.yaml").write_text(text)
        return str(tmp_path / "model")

    return make


def test_jsonl_has_a_finding_a_line(foedus: Foedus, trial: Callable[..., str]) -> None:
    path = trial()
    lines = [json.loads(line) for line in foedus("check", path, "--format", "jsonl").out.splitlines()]
    data = json.loads(foedus("check", path, "--format", "json").out)
    assert lines == [{"schema": data["schema"], **each} for each in data["findings"]]


def test_sarif_names_rules_places_and_levels(foedus: Foedus, trial: Callable[..., str]) -> None:
    log = json.loads(foedus("check", trial(), "--format", "sarif").out)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    result = next(each for each in run["results"] if each["ruleId"] == "R01")
    assert (log["version"], rules[result["ruleIndex"]]["id"], result["level"]) == ("2.1.0", "R01", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 5, "startColumn": 49}
    assert rules[result["ruleIndex"]]["help"]["markdown"].startswith("## R01")


def test_a_fingerprint_survives_an_inserted_line(foedus: Foedus, trial: Callable[..., str]) -> None:
    def marks(text: str) -> set[str]:
        log = json.loads(foedus("check", trial(text), "--format", "sarif").out)
        return {each["partialFingerprints"]["foedus/v1"] for each in log["runs"][0]["results"]}

    assert marks(MODEL) == marks("# a comment\n\n" + MODEL)


def test_junit_fails_the_rules_that_found_errors(foedus: Foedus, trial: Callable[..., str]) -> None:
    suite = ET.fromstring(foedus("check", trial(), "--format", "junit").out)
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert suite.get("failures") == "1"
    assert [name.split()[0] for name in failed if name] == ["R01"]


def test_github_annotations_come_worst_first_and_escape(
    foedus: Foedus, trial: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    text = MODEL.replace("franse", '"a\\nb::set-env,%"')
    first = foedus("check", trial(text), "--format", "github").out.splitlines()[0]
    assert first.startswith("::error file=")
    assert "a%0Ab::set-env,%25" in first
    assert "| error | R01 |" in (tmp_path / "summary.md").read_text()


def test_gitlab_reports_are_a_list_with_fingerprints(foedus: Foedus, trial: Callable[..., str]) -> None:
    issues = json.loads(foedus("check", trial(), "--format", "gitlab").out)
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issues[0])


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--select", "R"), {"R01"}),
        (("--select", "R01,D01"), {"R01", "D01"}),
        (("--ignore", "R,S,D,O,T,X,L"), set()),
    ],
)
def test_rules_are_selected_by_code_and_family(
    foedus: Foedus, trial: Callable[..., str], words: tuple[str, ...], codes: set[str]
) -> None:
    data = json.loads(foedus("check", trial(), "--format", "json", *words).out)
    assert {each["code"] for each in data["findings"]} == codes


def test_an_unknown_code_stops(foedus: Foedus, trial: Callable[..., str]) -> None:
    ran = foedus("check", trial(), "--select", "R0l")
    assert (ran.code, "did you mean" in ran.err) == (2, True)


def test_a_baseline_leaves_only_what_is_new(
    foedus: Foedus, trial: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "baseline.json").write_text(foedus("check", trial(), "--format", "json").out)
    asked = ("--baseline", str(tmp_path / "baseline.json"), "--format", "concise")
    assert foedus("check", trial(), *asked).code == 0
    ran = foedus("check", trial(MODEL.replace("trigger: attack", "trigger: atack")), *asked)
    assert (ran.code, ran.out.count("error")) == (1, 2)


def test_a_file_that_is_no_baseline_stops(foedus: Foedus, trial: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("[]")
    ran = foedus("check", trial(), "--baseline", str(tmp_path / "b.json"))
    assert (ran.code, "is no output of `--format json`" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "code"), [(("--exit-zero",), 0), (("--select", "D", "--max-warnings", "0"), 1)]
)
def test_the_exit_code_can_be_told(
    foedus: Foedus, trial: Callable[..., str], words: tuple[str, ...], code: int
) -> None:
    assert foedus("check", trial(), *words).code == code


def test_statistics_count_each_rule(foedus: Foedus, trial: Callable[..., str]) -> None:
    assert "    1  R01  dangling-reference\n" in foedus("check", trial(), "--statistics").out


WAIVED = MODEL.replace("franse", "france").replace(
    "  help:", "  # foedus: waive S01 until 2026-12-31 -- not published yet\n  help:"
)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("full", "\n  waived in {path}/m.yaml:5:3, until 2026-12-31: not published yet\n"),
        (
            "concise",
            "{path}/m.yaml:6:3: waived S01 no source says where this stands (not published yet)\n",
        ),
        ("github", "S01 unsourced-claim%2C waived::no source says where this stands (waived: not published"),
        ("markdown", "| waived: not published yet | S01 | {path}/m.yaml:6:3 | no source says where"),
        ("jsonl", '"reason": "not published yet", "until": "2026-12-31"'),
    ],
)
def test_what_is_waived_is_counted_and_listed_when_asked(
    foedus: Foedus, trial: Callable[..., str], form: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    path = trial(WAIVED)
    asked = ("check", path, "--today", "2026-12-31", "--format", form)
    wanted = said.format(path=path).replace("_", "\\_" if form == "markdown" else "_")
    assert wanted in foedus(*asked, "--show-waived").out
    silent = foedus(*asked).out
    assert "not published yet" not in silent
    assert form == "jsonl" or "1 waived" in silent


def test_programs_are_told_what_is_waived_in_their_own_way(foedus: Foedus, trial: Callable[..., str]) -> None:
    asked = ("check", trial(WAIVED), "--today", "2026-12-31", "--format")
    data = json.loads(foedus(*asked, "json").out)
    assert [each["code"] for each in data["waived"]] == ["S01"]
    assert (data["summary"]["waived"], data["waived"][0]["waiver"]["line"]) == (1, 5)
    [run] = json.loads(foedus(*asked, "sarif").out)["runs"]
    stated = {each["ruleId"]: each["suppressions"] for each in run["results"]}
    assert (stated["S01"][0]["kind"], stated["S01"][0]["justification"]) == (
        "inSource", "not published yet (until 2026-12-31)",
    )  # fmt: skip
    assert stated["D01"] == []
    suite = ET.fromstring(foedus(*asked, "junit").out)
    skipped = [case.get("name") for case in suite if case.find("skipped") is not None]
    assert (suite.get("skipped"), [name.split()[0] for name in skipped if name]) == ("1", ["S01"])


def test_the_calendar_is_asked_where_no_day_is_given(foedus: Foedus, trial: Callable[..., str]) -> None:
    past = WAIVED.replace("2026-12-31", "2020-01-01").replace("as_of: 2026-01-06", "as_of: 2019-01-01")
    assert " W02 " in foedus("check", trial(past), "--format", "concise").out
