"""Files of a new model written into a folder, where nothing that is there is overwritten."""

from collections.abc import Mapping
from pathlib import Path

import click

from foedus.errors import Stop
from foedus.output import write_all
from foedus.printable import printable


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files and say which. Raises `Stop` before the first where one or another model is there."""
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder}: is a file; name a new folder")
    there = sorted(
        {path.name for path in folder.glob("*.yaml")} | {each for each in files if _is(folder / each)}
    )
    if there:
        raise Stop(f"{folder}: holds {', '.join(there)} already; nothing was written, name a new folder")
    write_all({folder / name: text for name, text in files.items()})
    for name in files:
        click.echo(printable(str(folder / name)))
    click.echo(printable(f"next: foedus check {folder}"))


def _is(path: Path) -> bool:
    return path.exists() or path.is_symlink()
