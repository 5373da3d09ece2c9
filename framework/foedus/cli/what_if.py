"""`foedus what-if`: what is lost if somebody withdraws or a fact never holds."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling

FORMATS = ["text", "markdown", "json", "csv"]


@click.command("what-if")
@click.argument("model")
@click.option("--without", multiple=True, metavar="ACTOR", help="Who withdraws; may be given more than once.")
@click.option("--deny", multiple=True, metavar="FACT", help="A fact that never holds; more than once, too.")
@click.option("--target", "targets", multiple=True, metavar="ID", help="Only these targets; all without it.")
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@click.option("--format", "form", default="text", type=click.Choice(FORMATS), show_default=True)
@withholding
def command(
    model: str,
    without: tuple[str, ...],
    deny: tuple[str, ...],
    targets: tuple[str, ...],
    reading: str | None,
    form: str,
    max_handling: Handling | None,
) -> None:
    """Say which targets of MODEL a withdrawal puts out of reach.

    With --without or --deny: what becomes of each target, and which provisions can no longer fall due.
    Without: whose withdrawal puts which target out of reach, alone or with one other, and which open points
    would settle most if they were answered.
    """
    from foedus.analyses.reach import Case
    from foedus.analyses.settling import open_points
    from foedus.analyses.withdrawal import what_if, withdrawals
    from foedus.cli.sound import read_sound
    from foedus.views.told import withdrawal as told
    from foedus.writers import sheet
    from foedus.writers.documents import markdown, text

    project = read_sound(model, reading, max_handling=max_handling)
    asked = bool(without or deny)
    case = what_if(project, Case(without, deny), targets) if asked else None
    tables = () if asked else withdrawals(project, (), targets)
    points = () if asked or targets or form == "csv" else open_points(project)
    document = told.view(project, case, tables, points)
    match form:
        case "json":
            from foedus.writers.answers import record

            answer = {"case": case, "withdrawals": tables, "open": points}
            out = record.write("foedus-what-if/1", project, answer)
        case "csv":
            if case is not None:
                rows = [(each.target, _yes(each.before), _yes(each.after)) for each in case.targets]
                out = sheet.write(("target", "within reach before", "within reach after"), rows)
            else:
                lost = [(each.target, actor, "") for each in tables for actor in each.alone]
                lost += [(each.target, *pair) for each in tables for pair in each.pairs]
                out = sheet.write(("target", "out of reach without", "and without"), lost)
        case "markdown":
            out = markdown.write(document)
        case _:
            out = text.write(document, shutil.get_terminal_size().columns)
    click.echo(out, nl=False)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
