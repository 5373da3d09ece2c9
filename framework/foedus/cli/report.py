"""`foedus report`: what a model says and what was found in it, for reading."""

from __future__ import annotations

import textwrap
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from foedus.cli.force import force
from foedus.cli.handled import withholding
from foedus.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedus.load import Project
    from foedus.schema.vocabulary import Handling
    from foedus.waivers import Weighed


@click.command("report")
@click.argument("model")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The folder to write to; build/MODEL without it."
)
@click.option("--reading", metavar="NAME", help="Report on the model under one of its readings.")
@withholding
@force
def command(
    model: str, output: Path | None, reading: str | None, max_handling: Handling | None, force: bool
) -> None:
    """Write report.html, report.md and the pictures of MODEL, and print what was found."""
    begun = monotonic()
    from foedus.checking import examine
    from foedus.cli.progress import told
    from foedus.cli.sound import read_sound
    from foedus.output import refuse, write_all
    from foedus.report import report

    project = read_sound(model, reading, max_handling=max_handling)
    folder = output or Path("build") / Path(model).resolve().name
    refuse(folder / "report.html", b"<!doctype html", force=force)
    with told("the report and its pictures", begun):
        weighed = examine(project)
        files = report(project, weighed)
    write_all({folder / name: data for name, data in files.items()}, force=force)
    for line in (*_said(project), *_found(weighed), *_files(folder)):
        click.echo(line)


def _said(project: Project) -> Iterator[str]:
    """What the model is: its title, its day, its size."""
    from foedus.views.captions import status
    from foedus.words import sentence

    model = project.model
    yield model.framework.title if model.framework else project.name
    yield sentence(", ".join(status(project)))
    counted = ("components", "provisions", "instruments", "questions", "sources")
    yield ", ".join(f"{len(model.section(section))} {section}" for section in counted)


def _found(weighed: Weighed) -> Iterator[str]:
    """One line a rule: its code, how often it was found, what it means; notes are only counted."""
    from foedus.finding import Severity
    from foedus.rules import RULES
    from foedus.rules.page import page

    findings = weighed.findings
    waived = f", {len(weighed.waived)} waived" if weighed.waived else ""
    yield ""
    yield f"{len(findings)} findings{waived}, each a statement about the text or about the model:"
    titles = {rule.CODE: page(rule).title for rule in RULES}
    codes = sorted(
        {each.code: each.severity for each in findings}.items(), key=lambda each: (-each[1], each[0])
    )
    notes = []
    for code, severity in codes:
        count = sum(each.code == code for each in findings)
        if severity == Severity.INFORMATION:
            notes.append(f"{code} {count}")
            continue
        words = f"  {code} {count:>3}  {titles.get(code, '')}"
        yield from textwrap.wrap(words, 79, subsequent_indent=" " * 11)
    if notes:
        yield f"  and notes: {', '.join(notes)}"


def _files(folder: Path) -> Iterator[str]:
    yield ""
    page = printable(str(folder / "report.html"))
    yield f"Read {page} (or report.md); the pictures are beside it as SVG and PNG."
