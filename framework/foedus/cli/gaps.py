"""`foedus gaps`: what holds over every order of events."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedus.analyses.gaps import Gap
    from foedus.analyses.properties import Checked
    from foedus.schema import Scenario
    from foedus.schema.vocabulary import ChoiceRule, Handling


@click.command("gaps")
@click.argument("model")
@click.option("--phase", metavar="NAME", help="Only from this phase on; from each without it.")
@click.option("--reading", metavar="NAME", help="The model under one of its readings.")
@click.option(
    "--discretion",
    default="open",
    show_default=True,
    type=click.Choice(["open", "exercise", "decline"]),
    help="Whether whoever may act does.",
)
@click.option("--assume", multiple=True, metavar="ID[=VALUE]", help="As for `foedus play`.")
@click.option(
    "--horizon", type=click.IntRange(0), metavar="N", help="Orders of at most so many events; all without it."
)
@click.option(
    "--witness",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the courses found as scenarios, for `foedus play MODEL NAME --with FILE`.",
)
@click.option(
    "--format", "form", default="text", type=click.Choice(["text", "markdown", "json"]), show_default=True
)
@withholding
@force
def command(
    model: str,
    phase: str | None,
    reading: str | None,
    discretion: ChoiceRule,
    assume: tuple[str, ...],
    horizon: int | None,
    witness: Path | None,
    form: str,
    max_handling: Handling | None,
    force: bool,
) -> int:
    """Search every order of the events of MODEL for an attack that stands and that nobody must answer.

    The `properties` of the model are checked over every order too. Each answer says whether it is exact or
    how far was looked, and gives the shortest course against it. The exit code is 1 when a property is
    surely broken.
    """
    begun = monotonic()
    from foedus.analyses.gaps import gaps
    from foedus.analyses.properties import Premises, all_checked
    from foedus.cli import progress
    from foedus.cli.sound import read_sound
    from foedus.cli.told import assumptions
    from foedus.handling import said
    from foedus.output import refuse_place, write
    from foedus.views.told import gaps as told
    from foedus.writers.answers import scenarios
    from foedus.writers.documents import markdown, text

    project = read_sound(model, reading, max_handling=max_handling)
    on = Premises(phase, discretion, assumptions(project, assume), horizon)
    if witness is not None:
        refuse_place(witness)
    with progress.told("every order of the events", begun):
        properties = all_checked(project, on)
        found = gaps(project, on)
    if witness is not None:
        about = f"Courses that `foedus gaps {model}` found; `foedus play {model} NAME --with FILE` plays one."
        notes = (about, *filter(None, [said([project])]))
        write(witness, scenarios.write(_witnesses(found, properties, reading), *notes), force=force)
    match form:
        case "json":
            from foedus.writers.answers import record

            out = record.write("foedus-gaps/1", project, {"gaps": found, "properties": properties})
        case "markdown":
            out = markdown.write(told.view(project, found, properties))
        case _:
            out = text.write(told.view(project, found, properties), shutil.get_terminal_size().columns)
    click.echo(out, nl=False)
    return int(any(each.holds is False for each in properties))


def _witnesses(
    found: tuple[Gap, ...], properties: tuple[Checked, ...], reading: str | None
) -> Iterator[Scenario]:
    """The courses under names of their own: the fact and phase of a gap, the id of a property."""
    named = [(f"gap-{gap.fact}-{gap.phase}", gap.found.witness) for gap in found]
    named += [(f"property-{each.claim.id}", each.witness) for each in properties]
    for name, scenario in named:
        if scenario is not None:
            yield scenario.model_copy(update={"id": name[:64].rstrip("-"), "reading": reading})
