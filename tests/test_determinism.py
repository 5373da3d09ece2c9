"""Same input, same bytes: across hash seeds, locales, time zones, working folders and file order."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from foedus.library import shipped_models
from foedus.views.catalogue import VIEWS

pytestmark = pytest.mark.promise(4)

COMMANDS = (
    ("check", "--format", "json"),
    ("check", "--format", "full"),
    ("graph", "--as", "json"),
    ("graph", "--as", "graphml"),
    ("draw", "trigger", "--as", "svg"),
    ("draw", "overview", "--as", "svg"),
    ("draw", "dependency", "--as", "dot"),
    ("draw", "matrix", "--as", "mermaid"),
    ("draw", "trigger", "--as", "png"),
    ("draw", "timeline", "--scenario", "renewed-attack", "--as", "png"),
    ("draw", "overview", "--as", "pdf"),
)
COMPARED = ("diff", "--reading", "draft", "--format", "json")


def run(
    words: tuple[str, ...], model: str, cwd: Path, python: str = sys.executable, **environment: str
) -> bytes:
    verb, *rest = words
    ran = subprocess.run(
        [python, "-m", "foedus", verb, model, *rest],
        capture_output=True, cwd=cwd, check=False, env={**os.environ, **environment},
    )  # fmt: skip
    assert ran.stdout
    return ran.stdout


@pytest.mark.parametrize("words", [*COMMANDS, COMPARED], ids=" ".join)
def test_seed_locale_zone_and_folder_change_no_byte(words: tuple[str, ...], tmp_path: Path) -> None:
    here = run(words, "paris-2026", Path.cwd(), PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    there = run(words, "paris-2026", tmp_path, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    assert here == there


WORKERS = ("FOEDUS_WORKERS", "OMP_NUM_THREADS", "PYTHON_CPU_COUNT", "RAYON_NUM_THREADS")


@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[5], COMMANDS[10]], ids=" ".join)
def test_the_number_of_workers_changes_no_byte(words: tuple[str, ...]) -> None:
    """Nothing of ours works in parallel; what a library might do by itself is asked for by these."""
    one, many = (run(words, "teu-42-7", Path.cwd(), **dict.fromkeys(WORKERS, n)) for n in ("1", "7"))
    assert one == many


def test_nothing_of_ours_works_in_parallel() -> None:
    """A thread may wait (a clock, the server); nothing is computed in two places at once."""
    pools = re.compile(r"^\s*(import|from) (concurrent|multiprocessing|joblib)|cpu_count\(", re.MULTILINE)
    files = sorted((Path(__file__).parent.parent / "framework" / "foedus").rglob("*.py"))
    assert len(files) > 100
    assert [path.name for path in files if pools.search(path.read_text(encoding="utf-8"))] == []


OTHERS = [
    path
    for minor in range(11, 20)
    if (path := shutil.which(f"python3.{minor}")) is not None and minor != sys.version_info.minor
]
"""Other Pythons on PATH."""


@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[2], COMMANDS[4]], ids=" ".join)
def test_another_python_gives_the_same_bytes(words: tuple[str, ...]) -> None:
    needed = "import click, fontTools, graphviz, jinja2, networkx, oxidd, pydantic, resvg_py, wasmtime, yaml"
    able = [
        each for each in OTHERS if not subprocess.run([each, "-c", needed], capture_output=True).returncode
    ]
    if not able:
        pytest.skip("no second Python with what Foedus needs; install one: python3.13 -m pip install .")
    here = run(words, "teu-42-7", Path.cwd())
    assert {run(words, "teu-42-7", Path.cwd(), python=each) for each in able} == {here}


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Paris model written anew: one file an element, in reverse order, keys reversed."""
    folder = tmp_path_factory.mktemp("other") / "paris-2026"
    folder.mkdir()
    elements = []
    for path in sorted(shipped_models()["paris-2026"].glob("*.yaml")):
        for section, content in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items():
            if section == "framework":
                elements.append({section: content})
            else:
                elements += [{section: {key: value}} for key, value in content.items()]
    for place, element in enumerate(reversed(elements)):
        text = yaml.dump(_plain(element), allow_unicode=True, sort_keys=False, width=10_000)
        (folder / f"{place:04}.yaml").write_text(text, encoding="utf-8")
    return folder


def _plain(value: object) -> object:
    """Scalars as the language reads them, and every mapping in reverse order."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in reversed(value.items())}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    from foedus.text import resolve

    return resolve(value) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one") / "paris-2026"
    shutil.copytree(shipped_models()["paris-2026"], folder)
    return folder


@pytest.mark.parametrize(
    "words",
    [("draw", view, "--as", form) for view in VIEWS for form in ("dot", "mermaid")],
    ids=" ".join,
)  # fmt: skip
def test_splitting_moving_and_reordering_the_files_changes_no_byte_of_a_picture(
    words: tuple[str, ...], copied: Path, shuffled: Path
) -> None:
    assert run(words, str(copied), Path.cwd()) == run(words, str(shuffled), Path.cwd())


def test_splitting_moving_and_reordering_the_files_changes_no_finding_but_its_place(
    copied: Path, shuffled: Path
) -> None:
    import json

    found = [
        json.loads(run(("check", "--format", "json"), str(path), Path.cwd())) for path in (copied, shuffled)
    ]
    said = [sorted((each["code"], each["message"]) for each in one["findings"]) for one in found]
    assert said[0] == said[1]
