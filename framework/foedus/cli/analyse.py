"""`foedus analyse`: what an outcome turns on, what can stop it, and who."""

from __future__ import annotations

import os.path
import re
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.analyses.analysis import Analysis, By
    from foedus.load import Project
    from foedus.schema.vocabulary import Handling


FORMATS = ["text", "markdown", "json", "csv", "open-psa"]


@click.command("analyse")
@click.argument("model")
@click.option("--target", metavar="ID", help="One target; all without it. Of a fault tree: one gate.")
@click.option("--condition", metavar="EXPR", help="An outcome of your own, written as in a model.")
@click.option("--routes", is_flag=True, help="Activation routes (minimal path sets).")
@click.option("--blockers", is_flag=True, help="Blocking coalitions (minimal cut sets).")
@click.option("--vetoes", is_flag=True, help="Veto players (single points of failure).")
@click.option("--power", is_flag=True, help="How much turns on each: Banzhaf, Shapley-Shubik.")
@click.option("--by", type=click.Choice(["atom", "actor"]), default="atom", show_default=True,
              help="Point by point, or all that depends on one actor as one.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1, 100_000), default=10, show_default=True,
              help="List at most so many sets of each sort; all are counted.")  # fmt: skip
@click.option("--limit-order", "order", type=click.IntRange(1), help="List no set of more members than this.")
@click.option("--reading", metavar="NAME", help="Analyse the model under one of its readings.")
@click.option("--witness", "number", type=click.IntRange(1), metavar="N",
              help="Write route N of one target as a scenario that `foedus play` plays.")  # fmt: skip
@click.option(
    "--cut-sets", is_flag=True, help="Of a fault tree: its minimal cut sets (what is shown anyway)."
)
@click.option("--path-sets", is_flag=True, help="Of a fault tree: its minimal path sets.")
@click.option("--count", is_flag=True, help="Of a fault tree: only how many sets there are, by size.")
@click.option("--as", "form", default="text", type=click.Choice(FORMATS), show_default=True)
@withholding
def command(
    model: str, target: str | None, condition: str | None, routes: bool, blockers: bool, vetoes: bool,
    power: bool, by: By, limit: int, order: int | None, reading: str | None, number: int | None,
    cut_sets: bool, path_sets: bool, count: bool, form: str, max_handling: Handling | None,
) -> None:  # fmt: skip
    """Say what the targets of MODEL turn on, what can stop them, and who.

    Without --routes, --blockers, --vetoes or --power: routes and veto players. MODEL may be a fault tree in
    the Open-PSA format, a file that ends in `.xml`.
    """
    if model.endswith(".xml") and os.path.isfile(model):
        from foedus.cli.fault_tree import told

        click.echo(told(model, target, path_sets and not cut_sets, count, limit, order), nl=False)
        return
    from foedus.cli.sound import read_sound

    flags = {"routes": routes, "blockers": blockers, "vetoes": vetoes, "power": power}
    project = read_sound(model, reading, max_handling=max_handling)
    kept = limit if form in ("json", "csv") else max(limit, number or 0, 1_000)
    analyses = _analyses(project, target, condition, by, kept, order)
    if number is not None:
        click.echo(_witness(analyses, number), nl=False)
        return
    click.echo(_written(analyses, {name for name, flag in flags.items() if flag}, limit, form), nl=False)


def _analyses(
    project: Project, target: str | None, condition: str | None, by: By, limit: int, order: int | None
) -> list[Analysis]:
    """The outcomes that are asked about: all targets of the model where none is named."""
    from foedus.analyses.analysis import analyse
    from foedus.simulation import prepare

    prepared = prepare(project)
    every = [target] if target or condition or not project.model.targets else list(project.model.targets)
    return [analyse(prepared, each, condition=condition, by=by, limit=limit, order=order) for each in every]


def _written(analyses: list[Analysis], flags: set[str], limit: int, form: str) -> str:
    from foedus.views import analysed
    from foedus.writers.answers import csv, json

    match form:
        case "json":
            return json.write(analyses)
        case "csv":
            return csv.write(analyses)
        case "open-psa":
            return _open_psa(_one(analyses))
    asked = {part for part in analysed.PARTS if part in flags} or analysed.USUAL
    document = analysed.view(analyses, asked, limit)
    from shutil import get_terminal_size

    from foedus.writers.documents import markdown, text

    if form == "markdown":
        return markdown.write(document)
    return text.write(document, get_terminal_size().columns)


def _open_psa(analysis: Analysis) -> str:
    from foedus.analyses.open_psa.write import write

    unrolled = analysis.unrolled
    labels = {ref: atom.words for ref, atom in unrolled.atoms.items()}
    names = {ref: re.sub("[:@]", "_", key) for ref, key in unrolled.names.items()}
    return write(unrolled.circuit, names, labels, analysis.target.title)


def _witness(analyses: list[Analysis], number: int) -> str:
    """A route as a scenario; raises `Stop` where there is no such route, or no play of it."""
    from foedus.analyses.witness import HOW, witness
    from foedus.errors import Stop
    from foedus.handling import said
    from foedus.writers.answers import scenarios

    analysis = _one(analyses)
    routes = analysis.routes
    if number > len(routes.sets):
        raise Stop(f"`{analysis.target.id}` has no route {number}; `--routes` lists those there are")
    found = witness(analysis, routes.sets[number - 1])
    notes = [HOW[found.how]]
    notes += [
        f"taken as {str(value).lower()}, which no act can settle: {each.subject}"
        for each, value in found.settled.items()
    ]
    notes += filter(None, [said([analysis.project])])
    return scenarios.write([found.scenario], *notes)


def _one(analyses: list[Analysis]) -> Analysis:
    from foedus.errors import Stop

    if len(analyses) > 1:
        known = ", ".join(each.target.id for each in analyses)
        raise Stop(f"name one of the targets with `--target`: {known}")
    return analyses[0]
