"""`foedus codes`: what published coding schemes ask, computed from a model."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling


@click.command("codes")
@click.argument("model")
@click.option(
    "--scheme",
    "schemes",
    multiple=True,
    metavar="NAME",
    help="Only this scheme: atop, leeds-anac, benson, ceasefire, fortna, pa-x or pam; may be repeated.",
)
@click.option(
    "--as", "form", default="text", type=click.Choice(["text", "markdown", "json", "csv"]), show_default=True
)
@withholding
def command(model: str, schemes: tuple[str, ...], form: str, max_handling: Handling | None) -> None:
    """Compute the codes of MODEL in published schemes, each with the clauses that give it."""
    from foedus.cli.sound import read_sound
    from foedus.coding import code
    from foedus.views import codes as view
    from foedus.writers import codings
    from foedus.writers.documents import markdown, text

    project = read_sound(model, max_handling=max_handling)
    found = code(project, schemes)
    match form:
        case "json":
            shown = codings.write_json(project, found)
        case "csv":
            shown = codings.write_csv(project, found)
        case "markdown":
            shown = markdown.write(view.view(project, found))
        case _:
            shown = text.write(view.view(project, found), shutil.get_terminal_size().columns)
    click.echo(shown, nl=False)
