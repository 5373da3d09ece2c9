"""`foedus init`: a beginning that is right, explains itself, and destroys nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from check_jsonschema import main
from click.testing import CliRunner

from foedus.checking import check
from foedus.cli.init import CI, SCHEMA
from foedus.finding import Severity
from foedus.load import load

Foedus = Callable[..., object]


@pytest.fixture
def begun(foedus: Foedus, tmp_path: Path) -> Path:
    assert foedus("init", str(tmp_path / "mine"), "--ci", "github").code == 0
    return tmp_path / "mine"


def test_the_beginning_has_no_error_and_no_warning(foedus: Foedus, begun: Path) -> None:
    assert foedus("check", str(begun), "--strict", "--fail-on", "warning").code == 0


def test_every_provision_in_it_falls_due_in_its_scenario(begun: Path) -> None:
    assert [each for each in check(load(begun)) if each.code == "C04"] == []
    assert all(each.severity == Severity.INFORMATION for each in check(load(begun)))


def test_it_is_in_the_one_layout(foedus: Foedus, begun: Path) -> None:
    assert foedus("fmt", "--check", str(begun)).code == 0


def test_every_file_names_the_schema_beside_it_and_is_valid_by_it(begun: Path) -> None:
    files = sorted(begun.glob("*.yaml"))
    assert {path.read_text().splitlines()[0] for path in files} == {
        f"# yaml-language-server: $schema={SCHEMA}"
    }
    words = ["--schemafile", str(begun / SCHEMA), *map(str, files)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert json.loads((begun / SCHEMA).read_text())["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize(("forge", "schema"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")])
def test_the_ci_file_is_what_the_forge_reads(foedus: Foedus, tmp_path: Path, forge: str, schema: str) -> None:
    foedus("init", str(tmp_path / "mine"), "--ci", forge)
    path = tmp_path / "mine" / CI[forge]
    assert CliRunner().invoke(main, ["--builtin-schema", f"vendor.{schema}", str(path)]).exit_code == 0
    assert "foedus check . --format" in path.read_text()
    assert yaml.safe_load(path.read_text())


def test_without_ci_there_is_none(foedus: Foedus, tmp_path: Path) -> None:
    foedus("init", str(tmp_path / "mine"))
    assert not {path.name for path in (tmp_path / "mine").iterdir()} & {".github", ".gitlab-ci.yml"}


@pytest.mark.parametrize("name", [SCHEMA, CI["github"], "provisions.yaml", "another.yaml"])
def test_what_is_there_is_not_overwritten(foedus: Foedus, tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    ran = foedus("init", str(tmp_path), "--ci", "github")
    assert (ran.code, "already; nothing was written" in ran.err) == (2, True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / name]


def test_a_file_in_the_place_of_the_folder_is_left_alone(foedus: Foedus, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    assert foedus("init", str(tmp_path / "mine")).code == 2
    assert (tmp_path / "mine").read_text() == "mine"
