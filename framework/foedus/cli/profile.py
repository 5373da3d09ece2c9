"""`foedus profile`: how binding, how exact, and who decides."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling


@click.command("profile")
@click.argument("model")
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@click.option(
    "--format",
    "form",
    default="text",
    type=click.Choice(["text", "markdown", "json", "csv"]),
    show_default=True,
)
@withholding
def command(model: str, reading: str | None, form: str, max_handling: Handling | None) -> None:
    """Say how each component of MODEL binds, how exact it is, and who decides, with the provisions.

    A profile of obligation, precision and delegation after Abbott and others (2000), with its inputs and
    without a score. `foedus draw MODEL profile` draws it.
    """
    from foedus.analyses.legalisation import profiles
    from foedus.cli.sound import read_sound
    from foedus.graph import build
    from foedus.views import profile as drawn
    from foedus.views.told import profile as told
    from foedus.writers.documents import markdown, text

    graph = build(read_sound(model, reading, max_handling=max_handling))
    match form:
        case "json":
            from foedus.writers.answers import record

            out = record.write("foedus-profile/1", graph.project, {"components": profiles(graph.model)})
        case "csv":
            from foedus.writers.pictures import csv

            out = csv.write(drawn.view(graph))
        case "markdown":
            out = markdown.write(told.view(graph))
        case _:
            out = text.write(told.view(graph), shutil.get_terminal_size().columns)
    click.echo(out, nl=False)
