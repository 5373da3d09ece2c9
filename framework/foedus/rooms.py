"""The table of rooms: floors from the import contract, responsibilities from each module's docstring."""

import ast
import tomllib
from pathlib import Path


def table(root: Path) -> str:
    """The rooms of a checkout as a Markdown table, top floor first."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers: list[str] = contracts["contracts"][0]["layers"]
    rows = [
        f"| {len(layers) - place} | `{_shown(root, room)}` | {_about(root, room)} |"
        for place, layer in enumerate(layers)
        for room in layer.split(" | ")
    ]
    return "\n".join(["| floor | room | what belongs there |", "|---|---|---|", *rows]) + "\n"


def _path(root: Path, room: str) -> Path:
    package = root / "framework" / "foedus"
    return package / room / "__init__.py" if (package / room).is_dir() else package / f"{room}.py"


def _shown(root: Path, room: str) -> str:
    return f"{room}/" if _path(root, room).name == "__init__.py" else f"{room}.py"


def _about(root: Path, room: str) -> str:
    docstring = ast.get_docstring(ast.parse(_path(root, room).read_text(encoding="utf-8"))) or ""
    return docstring.split("\n")[0]
