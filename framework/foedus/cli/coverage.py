"""`foedus coverage`: who answers which attack, in which phase."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling

FORMATS = ["text", "markdown", "json", "csv"]


@click.command("coverage")
@click.argument("model")
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@click.option("--format", "form", default="text", type=click.Choice(FORMATS), show_default=True)
@withholding
def command(model: str, reading: str | None, form: str, max_handling: Handling | None) -> None:
    """Say for each attack and phase of MODEL whether somebody must answer, may, or neither.

    Attacks are the events with an `attack_class` or a `severity`; phases are those of the model. Readings
    of the same text are told where they come to another word. `foedus draw MODEL coverage` draws it.
    """
    from foedus.analyses.coverage import coverage
    from foedus.cli.sound import read_sound
    from foedus.graph import build
    from foedus.views import coverage as drawn
    from foedus.views.told import coverage as told
    from foedus.writers.documents import markdown, text

    found = coverage(read_sound(model, reading, max_handling=max_handling))
    match form:
        case "json":
            from foedus.writers.answers import record

            out = record.write("foedus-coverage/1", found.project, found)
        case "csv":
            from foedus.writers.pictures import csv

            out = csv.write(drawn.view(build(found.project)))
        case "markdown":
            out = markdown.write(told.view(found))
        case _:
            out = text.write(told.view(found), shutil.get_terminal_size().columns)
    click.echo(out, nl=False)
