"""`foedus check`: what is inconsistent or missing in models, and where."""

import os
import shutil
import sys

import click

LEVELS = ("error", "warning", "information")


@click.command("check")
@click.argument("models", nargs=-1, metavar="[MODEL]...")
@click.option(
    "--format",
    "form",
    default="full",
    type=click.Choice(["full", "concise", "json", "markdown"]),
    show_default=True,
    help="How findings are printed.",
)
@click.option("--reading", metavar="NAME", help="Check the model under one of its readings.")
@click.option(
    "--strict", is_flag=True, help="Lift the rules that say so to errors, for continuous integration."
)
@click.option(
    "--fail-on",
    default="error",
    type=click.Choice(LEVELS),
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option("--most", default=50, show_default=True, metavar="N",
              help="How many findings are printed before the rest are counted; 0 for all.")  # fmt: skip
def command(
    models: tuple[str, ...], form: str, reading: str | None, strict: bool, fail_on: str, most: int
) -> int:
    """Check models. A MODEL is a folder or the id of a shipped model.

    Without MODEL, the models under models/ are checked, or the one in this folder. The exit code is 0
    when nothing is at or above the fail level, 1 when something is, 2 when a model cannot be read.
    """
    from foedus.checking import check
    from foedus.cli.default import default_models
    from foedus.finding import Severity
    from foedus.opening import read
    from foedus.rules import RULES
    from foedus.writers.findings import FORMATS, Report

    projects = [read(word, reading, as_typed=True) for word in models or default_models()]
    findings = [finding for project in projects for finding in check(project, strict=strict)]
    lines = {name: text for project in projects for name, text in project.documents.items()}
    report = Report(
        checked=tuple(project.name for project in projects),
        findings=tuple(sorted(set(findings), key=lambda each: each.order)),
        line=lambda file, line: lines[file].line(line) if file in lines else "",
        names={rule.CODE: rule.NAME for rule in RULES},
        most=most or sys.maxsize,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size().columns,
    )
    click.echo(FORMATS[form](report), nl=False, color=True)
    level = Severity[fail_on.upper()]
    return int(any(finding.severity >= level for finding in report.findings))
