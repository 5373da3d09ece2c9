"""`foedus check`: what is inconsistent or missing in models, and where."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from foedus.cli.handled import withholding
from foedus.collector import collector_paused

if TYPE_CHECKING:
    from foedus.cli.settings import Settings
    from foedus.finding import Weighed
    from foedus.schema.vocabulary import Handling
    from foedus.tree import Document
    from foedus.writers.findings import Report

LEVELS = ("error", "warning", "information")
FORMATS = ("full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")

STEP_SUMMARY = 900_000
"""GitHub takes 1 MiB of summary a step, and nothing of one that is longer."""


def _settings(ctx: click.Context, option: click.Parameter, named: Path | None) -> Settings:
    """The settings file becomes the defaults of this command, before its other options are read."""
    from foedus.cli.settings import settings
    from foedus.limits import raised

    found = settings(named, Path.cwd())
    ctx.default_map = {**(ctx.default_map or {}), **found.defaults}
    ctx.obj = raised((*found.limits, *ctx.find_root().params.get("limits", ())))
    return found


@click.command("check")
@click.argument("models", nargs=-1, metavar="[MODEL]...")
@click.option(
    "--format", "form", default="full", type=click.Choice(FORMATS), show_default=True, help="How to print."
)
@click.option("--reading", metavar="NAME", help="Check the model under one of its readings.")
@click.option("--strict/--no-strict", help="Lift the rules that say so to errors, for CI.")
@click.option(
    "--select", multiple=True, metavar="CODES", help="Only these rules; T for a family, T03,D01 for single."
)
@click.option("--ignore", multiple=True, metavar="CODES", help="All rules but these.")
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
@click.option("--show-waived/--hide-waived", help="List what is waived, each with its reason.")
@click.option("--today", metavar="DAY", help="The day on which waivers are judged; that of the calendar.")
@click.option(
    "--config",
    "configured",
    type=click.Path(path_type=Path),
    metavar="FILE",
    is_eager=True,
    callback=_settings,
    help="The settings; without it `foedus.toml`, or [tool.foedus] in `pyproject.toml`, nearest upwards.",
)
@click.option("--fix", is_flag=True, help="Make the repairs that change no meaning, then check.")
@click.option("--diff", is_flag=True, help="With --fix: write nothing, show what would be repaired.")
@click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    help="Whether the answer for the same files is taken from the last time.",
)
@click.option("--statistics", is_flag=True, help="Print how often each rule was found instead.")
@click.option(
    "--most",
    default=50,
    show_default=True,
    metavar="N",
    help="How many findings are printed before the rest are counted; 0 for all.",
)
@withholding
@collector_paused(for_good=True)
def command(
    models: tuple[str, ...],
    form: str,
    reading: str | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    max_warnings: int | None,
    exit_zero: bool,
    baseline: Path | None,
    show_waived: bool,
    today: str | None,
    configured: Settings,
    fix: bool,
    diff: bool,
    cached: bool,
    statistics: bool,
    most: int,
    max_handling: Handling | None,
) -> int:
    """Check models. A MODEL is a folder, a file in it, or the id of a shipped model.

    Without MODEL, the models under models/ are checked, or the one in this folder. The exit code is 0
    when nothing is at or above the fail level, 1 when something is, 2 when a model cannot be read. Of an
    option that is given twice the last counts; --select and --ignore add up.

    --fix repairs what can mean one thing only: a slip of one letter in a key or a word, and in an id a letter
    that is missing, added or swapped, where one known word is that near; another name of an element for its
    id; a text where a list belongs; a number where a text belongs; `yes` and `no` where a truth value
    belongs; a day in another notation. All else stays as it is, to the character.
    """
    from foedus.cli.days import day_of
    from foedus.cli.default import meant_models
    from foedus.cli.reported import reported
    from foedus.cli.selected import new_since, selected
    from foedus.finding import Severity
    from foedus.writers.findings import FORMATS as WRITERS

    words = meant_models(models)
    wanted = selected(select, ignore)
    if diff and not fix:
        raise click.UsageError("`--diff` shows what `--fix` would do; write both")
    if fix:
        from foedus.cli.mended import mended

        if mended(words, wanted, show=diff) and diff:
            return 1
    day = day_of(today) or date.today()
    checked = [
        _checked(word, reading, max_handling, cached=cached, strict=strict, today=day) for word in words
    ]
    weighed = [each.weighed for each in checked]
    findings = {finding for each in weighed for finding in each.findings if wanted(finding)}
    waived = {each for one in weighed for each in one.waived if wanted(each.finding)}
    new = new_since(sorted(findings, key=lambda each: each.order), baseline)
    documents = [document for each in checked for document in each.documents]
    report = reported(
        [each.name for each in checked],
        (*configured.findings, *new),
        waived,
        [*documents, *([configured.document] if configured.document else [])],
        show_waived=show_waived,
        most=most,
        cached=cached,
    )
    click.echo(_counted(report) if statistics else WRITERS[form](report), nl=False, color=True)
    _summarise(form, report)
    warned = max_warnings is not None and report.count(Severity.WARNING) > max_warnings
    level = Severity[fail_on.upper()]
    return int(not exit_zero and (warned or any(each.severity >= level for each in report.findings)))


class _Checked(NamedTuple):
    """A model as it was checked: its name, what was found, the files that the findings point into."""

    name: str
    weighed: Weighed
    documents: tuple[Document, ...]


def _checked(
    word: str, reading: str | None, most: Handling | None, *, cached: bool, strict: bool, today: date
) -> _Checked:
    """Whatever is wrong in a model; only one without errors can have anything withheld."""
    if most is not None:
        from foedus.checking import examine
        from foedus.cli.sound import read_sound

        held = read_sound(word, reading, max_handling=most, as_typed=True)
        return _Checked(held.name, examine(held, strict=strict, today=today), tuple(held.documents.values()))
    from foedus.cli.limited import limits
    from foedus.opening import texts
    from foedus.remembered import anew, examined

    read = texts(word, as_typed=True, limits=limits())
    weighed = (examined if cached else anew)(read, reading, strict=strict, today=today)
    files = (document for document, _ in (*read.register, *read.files) if document is not None)
    return _Checked(read.name, weighed, tuple(files))


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
