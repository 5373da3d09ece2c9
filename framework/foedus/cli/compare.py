"""`foedus compare`: the same questions asked of several systems."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling


@click.command("compare")
@click.argument("models", nargs=-1, metavar="MODEL...")
@click.option(
    "--by",
    multiple=True,
    metavar="QUESTION",
    help="Ask only this: parties, trigger, decider, response, wording, bindingness, coverage, monitor, "
    "consultation, vetoes, veto-players or exit; may be given more than once.",
)
@click.option(
    "--scenario",
    "scenarios",
    multiple=True,
    metavar="NAME",
    help="Play the same in each: conventional-attack, nuclear-threat, hybrid-attack, deadlocked-organ or "
    "all; may be given more than once. The questions are left out unless --by names some.",
)
@click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="NAME",
    help="With one MODEL: beside the text as it stands, the model under this reading; may be given more than "
    "once.",
)
@click.option(
    "--as",
    "form",
    metavar="FORMAT",
    help="text, markdown, html, csv, xlsx, json, svg, png or pdf; from the file's ending, or text.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it."
)
@click.option("--page", default="slide", show_default=True, metavar="SIZE", help="The page of a picture.")
@withholding
@force
def command(
    models: tuple[str, ...],
    by: tuple[str, ...],
    scenarios: tuple[str, ...],
    readings: tuple[str, ...],
    form: str | None,
    output: Path | None,
    page: str,
    max_handling: Handling | None,
    force: bool,
) -> None:
    """Compare MODELs: who decides, what is owed, how firmly, each answer with its clause and place.

    With --scenario the same attack is played in each, and what it comes to stands side by side.
    """
    from foedus.cli.sound import read_sound, sound
    from foedus.contrast import contrast
    from foedus.output import write

    if not models:
        raise click.UsageError("name at least one model; `foedus models` lists those that are shipped")
    if readings and len(models) > 1:
        raise click.UsageError("--reading sets readings of one model side by side; name one model")
    named = [read_sound(each, max_handling=max_handling) for each in models]
    made = contrast(
        [*named, *(sound(named[0].read_as(each), models[0]) for each in readings)],
        by,
        form or _format_of(output),
        page,  # type: ignore[arg-type]  # refused by name where unknown
        shutil.get_terminal_size().columns,
        scenarios,
    )
    if output is not None:
        write(output, made.data, force=force)
    else:
        sys.stdout.buffer.write(made.data)
    for note in made.notes:
        click.echo(f"note: {note}", err=True)


_ENDINGS = {".md": "markdown", ".txt": "text", "": "text"}


def _format_of(output: Path | None) -> str:
    ending = output.suffix if output is not None else ""
    return _ENDINGS.get(ending, ending.removeprefix("."))
