"""What other programs read of our findings: SARIF, JUnit and GitLab's report, by their own means."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from foedus.checking import check
from foedus.finding import Finding
from foedus.library import shipped_models
from foedus.load import loads
from foedus.opening import read
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.writers.findings import FORMATS, Report

CARRIER = "sarif/node_modules/@microsoft/sarif-multitool-linux"
SCHEMA = Path(__file__).parent.parent.parent / "build" / CARRIER / "sarif-2.1.0.json"
EXAMPLES = {rule.CODE: page(rule).bad for rule in RULES if page(rule).bad}
ABOUT = {rule.CODE: page(rule) for rule in RULES}


def report(findings: tuple[Finding, ...], name: str = "model") -> Report:
    return Report((name,), findings, lambda file, line: "", ABOUT)


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """The findings of every shipped model and of the bad example of every rule."""
    found = {name: report(check(read(name)), name) for name in shipped_models()}
    examples = {code: report(check(loads({"m.yaml": text}))) for code, text in EXAMPLES.items()}
    assert {each.code for each in examples["T03"].findings} >= {"T03"}
    return found | examples


def logs(reports: dict[str, Report]) -> dict[str, Any]:
    return {name: json.loads(FORMATS["sarif"](each)) for name, each in reports.items()}


def test_sarif_has_no_key_and_no_value_that_another_reader_of_it_does_not_know(
    reports: dict[str, Report],
) -> None:
    for name, log in logs(reports).items():
        again = Sarif.model_validate(log).model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert again == log, name


@pytest.mark.skipif(not SCHEMA.is_file(), reason=f"needs {CARRIER} in build/, which .ci/run installs")
def test_sarif_is_valid_by_the_official_schema(reports: dict[str, Report]) -> None:
    import jsonschema

    validator = jsonschema.validators.validator_for(schema := json.loads(SCHEMA.read_text(encoding="utf-8")))
    for name, log in logs(reports).items():
        assert [error.message for error in validator(schema).iter_errors(log)] == [], name


def test_sarif_places_are_relative_and_start_at_1(reports: dict[str, Report]) -> None:
    for log in logs(reports).values():
        for result in log["runs"][0]["results"]:
            for location in (*result["locations"], *result["relatedLocations"]):
                place = location["physicalLocation"]
                assert not place["artifactLocation"]["uri"].startswith((".", "/"))
                assert min(place["region"].values()) >= 1


def test_junit_is_read_with_a_case_a_rule_and_a_failure_for_each_that_found_errors(
    reports: dict[str, Report], tmp_path: Path
) -> None:
    for name, each in reports.items():
        (tmp_path / "junit.xml").write_text(FORMATS["junit"](each), encoding="utf-8")
        [suite] = JUnitXml.fromfile(str(tmp_path / "junit.xml"))
        cases = list(suite)
        failed = {case.name.split()[0] for case in cases if case.result}
        assert failed == {found.code for found in each.findings if found.severity.word == "error"}, name
        assert (suite.tests, suite.failures) == (len(cases), len(failed))


def test_gitlab_is_given_the_fields_that_it_asks_for(reports: dict[str, Report]) -> None:
    """After its page on code quality: description, check_name, fingerprint, severity, path, first line."""
    for name, each in reports.items():
        issues = json.loads(FORMATS["gitlab"](each))
        assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(each.findings), name
        for issue in issues:
            assert all(isinstance(issue[key], str) for key in ("description", "check_name", "fingerprint"))
            assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert not issue["location"]["path"].startswith("./")
            assert issue["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif"])
def test_every_json_says_which_version_of_its_schema_it_is(reports: dict[str, Report], form: str) -> None:
    text = FORMATS[form](reports["paris-2026"])
    for part in text.splitlines() if form == "jsonl" else [text]:
        data = json.loads(part)
        assert data.get("schema") == "foedus-findings/1" or data["version"] == "2.1.0"


def test_fingerprints_survive_a_line_put_in_at_any_place() -> None:
    """A comment is put before each line of every file of Paris in which a comment can stand."""

    def marks(texts: dict[str, str]) -> set[str]:
        found = report(check(loads(texts, register=True)))
        return {each["fingerprint"] for each in json.loads(FORMATS["json"](found))["findings"]}

    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(shipped_models()["paris-2026"].glob("*.yaml"))
    }
    moved = {name: "# one\n\n" + text.replace("\n\n", "\n\n# two\n") for name, text in texts.items()}
    assert marks(texts) == marks(moved)


def test_forges_are_told_files_without_a_dot_before_them(
    foedus: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "m.yaml").write_text("framwork: {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for form, told in (
        ("github", "file=m.yaml,"),
        ("gitlab", '"path": "m.yaml"'),
        ("sarif", '"uri": "m.yaml"'),
    ):
        assert told in foedus("check", "--format", form).out


def test_github_shows_ten_of_a_kind_worst_first_and_the_rest_as_lines() -> None:
    from dataclasses import replace

    from foedus.finding import Severity
    from foedus.place import Span

    one = Finding("R06", Severity.ERROR, Span("m.yaml", 1, 1), "x")
    many = tuple(
        replace(one, severity=severity, span=Span("m.yaml", line, 1))
        for severity in Severity
        for line in range(1, 14)
    )
    lines = FORMATS["github"](report(many)).splitlines()
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert sum(line.startswith("m.yaml:") for line in lines) == 9


def test_a_step_summary_keeps_to_the_size_that_github_takes() -> None:
    from foedus.finding import Severity
    from foedus.place import Span
    from foedus.writers.findings import markdown

    many = tuple(Finding("R06", Severity.ERROR, Span("m.yaml", line, 1), "x" * 90) for line in range(500))
    cut = markdown.write(report(many), 10_000)
    assert len(cut) <= 10_000
    shown = cut.count("| error |")
    assert f"and {500 - shown} more, for which there is no room here" in cut
