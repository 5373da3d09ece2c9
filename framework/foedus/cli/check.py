"""`foedus check`: what is inconsistent or missing in models, and where."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.writers.findings import Report

LEVELS = ("error", "warning", "information")
FORMATS = ("full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")

STEP_SUMMARY = 900_000
"""GitHub takes 1 MiB of summary a step, and nothing of one that is longer."""


@click.command("check")
@click.argument("models", nargs=-1, metavar="[MODEL]...")
@click.option(
    "--format", "form", default="full", type=click.Choice(FORMATS), show_default=True, help="How to print."
)
@click.option("--reading", metavar="NAME", help="Check the model under one of its readings.")
@click.option("--strict", is_flag=True, help="Lift the rules that say so to errors, for CI.")
@click.option("--select", metavar="CODES", help="Only these rules; T for a family, T03,D01 for single ones.")
@click.option("--ignore", metavar="CODES", help="All rules but these.")
@click.option(
    "--fail-on",
    default="error",
    type=click.Choice(LEVELS),
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option("--max-warnings", type=int, metavar="N", help="More warnings than these make it 1 too.")
@click.option("--exit-zero", is_flag=True, help="Findings never make it 1.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Only what is new since this output of `--format json`.",
)
@click.option("--statistics", is_flag=True, help="Print how often each rule was found instead.")
@click.option(
    "--most",
    default=50,
    show_default=True,
    metavar="N",
    help="How many findings are printed before the rest are counted; 0 for all.",
)
def command(
    models: tuple[str, ...],
    form: str,
    reading: str | None,
    strict: bool,
    select: str | None,
    ignore: str | None,
    fail_on: str,
    max_warnings: int | None,
    exit_zero: bool,
    baseline: Path | None,
    statistics: bool,
    most: int,
) -> int:
    """Check models. A MODEL is a folder, a file in it, or the id of a shipped model.

    Without MODEL, the models under models/ are checked, or the one in this folder. The exit code is 0
    when nothing is at or above the fail level, 1 when something is, 2 when a model cannot be read.
    """
    from foedus.checking import check
    from foedus.cli.default import meant_models
    from foedus.cli.selected import new_since, selected
    from foedus.collector import collector_paused
    from foedus.finding import Severity
    from foedus.opening import read
    from foedus.rules import RULES
    from foedus.rules.page import page
    from foedus.writers.findings import FORMATS as WRITERS
    from foedus.writers.findings import Report

    with collector_paused():
        projects = [read(word, reading, as_typed=True) for word in meant_models(models)]
        findings = {finding for project in projects for finding in check(project, strict=strict)}
    found = selected(sorted(findings, key=lambda each: each.order), select, ignore)
    lines = {name: text for project in projects for name, text in project.documents.items()}
    report = Report(
        checked=tuple(project.name for project in projects),
        findings=new_since(found, baseline),
        line=lambda file, line: lines[file].line(line) if file in lines else "",
        about={rule.CODE: page(rule) for rule in RULES},
        most=most or sys.maxsize,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size().columns,
    )
    click.echo(_counted(report) if statistics else WRITERS[form](report), nl=False, color=True)
    _summarise(form, report)
    warned = max_warnings is not None and report.count(Severity.WARNING) > max_warnings
    level = Severity[fail_on.upper()]
    return int(not exit_zero and (warned or any(each.severity >= level for each in report.findings)))


def _counted(report: Report) -> str:
    """How often each rule was found, most often first."""
    codes = [finding.code for finding in report.findings]
    order = sorted(set(codes), key=lambda code: (-codes.count(code), code))
    lines = [f"{codes.count(code):>5}  {code}  {report.name(code)}" for code in order]
    return "\n".join([*lines, report.summary()]) + "\n"


def _summarise(form: str, report: Report) -> None:
    """On GitHub, the whole as Markdown for the step summary, as only ten annotations of a kind are shown."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        from foedus.writers.findings import markdown

        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(markdown.write(report, STEP_SUMMARY))
