"""`foedus explore`: a model as one page to look at, play, ask and learn from, offline."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding
from foedus.printable import printable

if TYPE_CHECKING:
    from foedus.explorer.page import Language
    from foedus.schema.vocabulary import Handling


@click.command("explore")
@click.argument("model")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write; MODEL-explorer.html without it.",
)
@click.option(
    "--language",
    default="en",
    type=click.Choice(["en", "uk"]),
    show_default=True,
    help="The language in which the page opens; it can be changed there.",
)
@withholding
@force
def command(
    model: str, output: Path | None, language: Language, max_handling: Handling | None, force: bool
) -> None:
    """Write the explorer of MODEL: one HTML file that works offline and asks for nothing else.

    It shows the views of the model, plays its scenarios and your own in every reading, and answers what the
    analyses answer, each statement with its source and its place. Send it as it is.
    """
    begun = monotonic()
    from foedus.checking import examine
    from foedus.cli.progress import told
    from foedus.cli.sound import read_sound
    from foedus.explorer.page import page
    from foedus.output import file_name, refuse, write

    project = read_sound(model, max_handling=max_handling)
    target = output or Path(file_name(f"{Path(model).resolve().name}-explorer", "html"))
    refuse(target, b"<!doctype html", force=force)
    with told("the explorer", begun):
        made = page(project, examine(project), language=language)
    write(target, made, force=force)
    click.echo(printable(f"{target}: open it in a browser; it works offline"))
