"""What the page on dependencies says is what is installed."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ROW = re.compile(r"^\| ([a-z0-9-]+) \|(?: `(\w+)` \|)? `([^`]+)` \|", re.MULTILINE)
REQUIREMENT = re.compile(r"([a-z0-9-]+)(.*)")


def _named(requirements: list[str], extra: str) -> set[tuple[str, str, str]]:
    found = (REQUIREMENT.fullmatch(each.lower()) for each in requirements)
    return {(each.group(1), extra, each.group(2)) for each in found if each is not None}


def test_every_dependency_stands_in_the_table_with_its_versions() -> None:
    page = (ROOT / "framework" / "docs" / "dependencies.md").read_text(encoding="utf-8")
    extras = {key: each for key, each in PROJECT["optional-dependencies"].items() if key != "dev"}
    wanted = _named(PROJECT["dependencies"], "").union(*(_named(each, key) for key, each in extras.items()))
    assert set(ROW.findall(page)) == wanted


def test_whatever_an_extra_installs_is_there_when_the_tests_run() -> None:
    extras = dict(PROJECT["optional-dependencies"])
    developed = set(extras.pop("dev"))
    assert {each for own in extras.values() for each in own} <= developed
