"""The house: its floors, and what each module says of itself."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "framework" / "foedus"


def test_a_room_imports_only_from_floors_below_it() -> None:
    from importlinter import cli

    assert cli.lint_imports(str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_every_module_says_what_it_is_in_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring is not None
    assert docstring.split("\n")[0].endswith(".")


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (
            ["--version"],
            {"click", "pydantic", "networkx", "yaml", "jinja2", "graphviz", "fontTools", "wasmtime"},
        ),
        (["--help"], {"pydantic", "networkx", "yaml", "jinja2", "graphviz", "fontTools", "wasmtime"}),
        (
            ["check", "paris-2026", "--no-cache"],
            {"networkx", "xml", "jinja2", "graphviz", "fontTools", "wasmtime"},
        ),
        (["rule", "T03"], {"networkx", "jinja2", "graphviz", "fontTools", "wasmtime"}),
        (["analyse", "paris-2026"], {"oxidd", "networkx", "jinja2", "graphviz", "fontTools", "wasmtime"}),
    ],
)
def test_a_command_imports_only_what_it_needs(words: list[str], absent: set[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "foedus", *words],
        capture_output=True, text=True, check=True, cwd=ROOT / "framework",
    )  # fmt: skip
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in ran.stderr.splitlines()}
    assert imported & absent == set()
