"""The settings of a project: found upwards, overruled by the command line, and checked themselves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

MODEL = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine]}
provisions:
  help: {title: Help, kind: military_aid, obligors: [france], protects: [ukraine], modality: must}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "m.yaml").write_text(MODEL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_settings_are_defaults_that_the_command_line_overrules(foedus: Foedus, project: Path) -> None:
    (project / "foedus.toml").write_text('strict = true\nformat = "concise"\n')
    assert foedus("check", "model").out.splitlines()[0] == (
        "model/m.yaml:3:3: error S01 no source says where this stands"
    )
    data = json.loads(foedus("check", "model", "--format", "json", "--no-strict").out)
    assert [each["severity"] for each in data["findings"]] == ["warning"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("strict = true", 1),
        ('strict = true\nignore = ["S"]', 0),
        ('strict = true\nselect = ["T"]', 0),
        ('fail-on = "warning"', 1),
        ("max-warnings = 0", 1),
        ("max-warnings = 1", 0),
        ("", 0),
    ],
)
def test_a_setting_does_what_its_option_does(foedus: Foedus, project: Path, said: str, code: int) -> None:
    (project / "pyproject.toml").write_text(f"[tool.foedus]\n{said}\n")
    assert foedus("check", "model").code == code


def test_settings_are_found_upwards_and_the_nearest_counts(
    foedus: Foedus, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pyproject.toml").write_text("[tool.foedus]\nstrict = true\n")
    monkeypatch.chdir(project / "model")
    assert foedus("check", ".").code == 1
    (project / "model" / "pyproject.toml").write_text('[project]\nname = "no-settings-of-foedus"\n')
    assert foedus("check", ".").code == 1
    (project / "model" / "foedus.toml").write_text("strict = false\n")
    assert foedus("check", ".").code == 0
    assert foedus("check", ".", "--config", str(project / "pyproject.toml")).code == 1


def test_a_baseline_stands_beside_its_settings(
    foedus: Foedus, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "known.json").write_text(foedus("check", "model", "--format", "json").out)
    (project / "foedus.toml").write_text('baseline = "known.json"\nmax-warnings = 0\n')
    monkeypatch.chdir(project / "model")
    assert foedus("check", ".").code == 0


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('selct = ["T"]', ("1:1", "K01", "unknown setting `selct`", "did you mean `select`?")),
        ("\nfail-on = 3", ("2:1", "K02", "`fail-on` cannot be `3`", None)),
        (
            '# ignore\nignore = [\n  "T99",\n]',
            ("2:1", "K02", "`ignore` names `T99`, which is no rule or family", None),
        ),
        ("ignore = 'T'", ("1:1", "K02", "`ignore` is a list of rules or families", 'write `["T03", "D"]`')),
        ("strict = 'yes'", ("1:1", "K02", "`strict` is true or false", "write it without quotes: `true`")),
        ("max-warnings = true", ("1:1", "K02", "`max-warnings` is a number, 0 or more", None)),
        ("max-warnings = -1", ("1:1", "K02", "`max-warnings` is a number, 0 or more", None)),
        ("baseline = []", ("1:1", "K02", "`baseline` is the name of a file", None)),
        ("[models]\nx = 1", ("1:2", "K01", "unknown setting `models`", None)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["foedus.toml", "pyproject.toml"])
def test_a_wrong_setting_is_a_finding_at_its_line(
    foedus: Foedus, project: Path, name: str, said: str, found: tuple[str, str, str, str | None]
) -> None:
    shared = name == "pyproject.toml"
    lead = '[project]\nname = "ignore selct"\n[tool.foedus]\n' if shared else ""
    (project / name).write_text(lead + (said.replace("[models]", "[tool.foedus.models]") if shared else said))
    ran = foedus("check", "model", "--format", "json")
    [first, *_] = json.loads(ran.out)["findings"]
    place, code, message, hint = found
    line, column = map(int, place.split(":"))
    moved = (line + 3, column + 12 * said.startswith("[")) if shared else (line, column)
    assert ((first["line"], first["column"]), first["code"], first["message"], first["file"], ran.code) == (
        moved, code, message, name, 1,
    )  # fmt: skip
    assert hint is None or first["hint"] == hint


@pytest.mark.parametrize("name", ["foedus.toml", "pyproject.toml"])
def test_settings_that_are_not_toml_stop_with_the_place(foedus: Foedus, project: Path, name: str) -> None:
    (project / name).write_text("[tool.foedus]\nstrict = \n")
    ran = foedus("check", "model")
    assert (ran.code, ran.err.startswith(f"foedus: {name}:2:10: not TOML: ")) == (2, True)


def test_a_settings_file_that_there_is_not_stops(foedus: Foedus, project: Path) -> None:
    ran = foedus("check", "model", "--config", "none.toml")
    assert (ran.code, "none.toml: cannot be read" in ran.err) == (2, True)
