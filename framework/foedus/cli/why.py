"""`foedus why`: the chain that led to a state, or what was missing, or what is not known."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import ChoiceRule, Handling


@click.command("why")
@click.argument("model")
@click.argument("provision")
@click.option("--scenario", required=True, metavar="NAME", help="The scenario that is played.")
@click.option("--at", "at", metavar="DAY", help="After this day of the scenario; at its end without it.")
@click.option("--by", metavar="ACTOR", help="The position of this obligor only.")
@click.option("--reading", metavar="NAME", help="Play it in this reading.")
@click.option("--discretion", type=click.Choice(["open", "exercise", "decline"]))
@click.option("--assume", multiple=True, metavar="ID[=VALUE]", help="As for `foedus play`.")
@click.option("--format", "form", default="text", type=click.Choice(["text", "markdown"]), show_default=True)
@withholding
def command(
    model: str,
    provision: str,
    scenario: str,
    at: str | None,
    by: str | None,
    reading: str | None,
    discretion: ChoiceRule | None,
    assume: tuple[str, ...],
    form: str,
    max_handling: Handling | None,
) -> None:
    """Say why PROVISION of MODEL stands as it does in a scenario.

    For each state that is possible: the chain of guards that led there and where each is written; what it
    lacks to be due, as the smallest sets of facts and acts; and what leaves the outcome open.
    """
    from foedus.cli.sound import read_sound
    from foedus.cli.told import assumptions, moment, written
    from foedus.simulation import play, prepare
    from foedus.simulation.why import explain
    from foedus.views import explained

    project = read_sound(model, max_handling=max_handling)
    prepared, given = prepare(project), assumptions(project, assume)
    found = explain(
        prepared,
        scenario,
        provision,
        obligor=by,
        after=moment(at),
        reading=reading,
        discretion=discretion,
        assume=given,
    )
    trace = play(prepared, scenario, reading=reading, discretion=discretion, assume=given)
    document = explained.view(trace, provision, found)
    click.echo(written(document, [trace], form, shutil.get_terminal_size().columns), nl=False)
