"""`foedus play`: a scenario, day by day."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import handled, withholding

if TYPE_CHECKING:
    from foedus.load import Project
    from foedus.schema.vocabulary import ChoiceRule, Handling
    from foedus.simulation import Trace

FORMATS = ["text", "markdown", "json", "csv"]


@click.command("play")
@click.argument("model")
@click.argument("scenario", required=False)
@click.option("--reading", metavar="NAME", help="Play it in this reading; `all` for each in turn.")
@click.option(
    "--with",
    "beside",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file with further scenarios, such as `foedus gaps --witness` writes.",
)
@click.option(
    "--discretion",
    type=click.Choice(["open", "exercise", "decline"]),
    help="Whether whoever may act does; as the scenario says without it.",
)
@click.option(
    "--assume",
    multiple=True,
    metavar="ID[=VALUE]",
    help="Take a provision or text as concluded (true, false), or a fact as true, false or unknown.",
)
@click.option("--as-of", metavar="DAY", help="Read consents and statuses on this day, such as 2026-01-06.")
@click.option("--day", "only", metavar="DAY", help="Only what changes on this day.")
@click.option(
    "--envelope", "wants_envelope", is_flag=True, help="What is assured whatever guarantors choose."
)
@click.option("--coverage", is_flag=True, help="The provisions that no scenario makes due.")
@click.option("--fail-under", type=float, metavar="PERCENT", help="With --coverage: exit with 1 below this.")
@click.option("--format", "form", default="text", type=click.Choice(FORMATS), show_default=True)
@withholding
def command(
    model: str,
    scenario: str | None,
    reading: str | None,
    beside: Path | None,
    discretion: ChoiceRule | None,
    assume: tuple[str, ...],
    as_of: str | None,
    only: str | None,
    wants_envelope: bool,
    coverage: bool,
    fail_under: float | None,
    form: str,
    max_handling: Handling | None,
) -> int:
    """Play SCENARIO of MODEL; without SCENARIO, list the scenarios.

    Each change is printed with what made it and where that is written. The exit code is 1 when an
    expectation of the scenario is not met, or when it cannot be played.
    """
    from foedus.cli.days import day_of
    from foedus.cli.sound import read_sound
    from foedus.cli.told import assumptions, moment, written
    from foedus.load import beside as laid
    from foedus.simulation import play, play_readings, prepare
    from foedus.simulation.envelope import envelope
    from foedus.views import side_by_side
    from foedus.views.told import play as told

    project = read_sound(model)
    if beside is not None:
        project = laid(project, beside)
    project = handled(project, max_handling)
    if coverage:
        return _coverage(project, fail_under)
    if scenario is None:
        for each in project.model.scenarios.values():
            click.echo(told.scenario_line(each))
        return 0
    prepared, given, on = prepare(project), assumptions(project, assume), day_of(as_of)
    traces: tuple[Trace, ...]
    if wants_envelope:
        found = envelope(prepared, scenario, reading=reading, assume=given, as_of=on)
        traces, document = (found.decline, found.exercise), side_by_side.envelope(found)
    elif reading == "all":
        traces = play_readings(prepared, scenario, discretion=discretion, assume=given, as_of=on)
        document = side_by_side.readings(traces)
    else:
        trace = play(prepared, scenario, reading=reading, discretion=discretion, assume=given, as_of=on)
        traces, document = (trace,), told.view(trace, given, moment(only))
    click.echo(written(document, traces, form, shutil.get_terminal_size().columns), nl=False)
    as_written = not (reading or discretion or assume or as_of or wants_envelope)
    missed = as_written and any(each.problem for trace in traces for each in trace.verdicts)
    return int(missed or any(trace.refusals for trace in traces))


def _coverage(project: Project, fail_under: float | None) -> int:
    """Which provisions no scenario makes due, and the share that some do."""
    from foedus.checking import traces, untested

    missing, every = untested(project, traces(project)), len(project.model.provisions)
    for provision in missing:
        click.echo(f"{project.where(('provisions', provision))}: no scenario makes `{provision}` due")
    share = 100 * (every - len(missing)) / every if every else 100.0
    click.echo(f"{every - len(missing)} of {every} provisions are made due by a scenario ({share:.0f} %)")
    return int(fail_under is not None and share < fail_under)
