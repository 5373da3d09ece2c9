"""`foedus brief`: a model as slides, one page or a dossier, each claim with its source."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("brief")
@click.argument("model")
@click.option("--as", "form", metavar="FORM", required=True, help="What to make.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--reading", metavar="NAME", help="Brief on the model under one of its readings.")
def command(model: str, form: str, output: Path | None, reading: str | None) -> None:
    """Write a briefing on MODEL."""
    from foedus.brief.forms import FORMS
    from foedus.brief.order import Order
    from foedus.checking import examine
    from foedus.cli.sound import read_sound
    from foedus.errors import Stop
    from foedus.nearest import did_you_mean
    from foedus.output import file_name, write

    if form not in FORMS:
        raise Stop(f"no form `{form}`; {did_you_mean(form, FORMS, 'forms are {known}')}")
    project = read_sound(model, reading)
    target = output or Path(file_name(Path(model).resolve().name, FORMS[form].ending))
    write(target, FORMS[form].made(Order(project, examine(project), ())))
    click.echo(str(target))
