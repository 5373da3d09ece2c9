"""`foedus sources`: the documents of a model, listed, compared with copies of them, exported."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli.check import FORMATS, LEVELS
from foedus.cli.force import force
from foedus.cli.handled import withholding
from foedus.cli.words import Words
from foedus.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedus.finding import Finding
    from foedus.schema.vocabulary import Handling
    from foedus.sources import Citation, Copy

BIBLIOGRAPHIES = ("bibtex", "csl-json", "ris", "markdown")
_NAMED = 5
"""More documents without a copy than these are counted."""


@click.group("sources", cls=Words)
def command() -> None:
    """List, verify and export the sources of a model."""


@command.command("list", short_help="List the documents of a model.")
@click.argument("model")
@withholding
def listed(model: str, max_handling: Handling | None) -> None:
    """List the documents of MODEL: how often cited and quoted, day, id, title."""
    from foedus.cli.sound import read_sound
    from foedus.sources import citations

    project = read_sound(model, max_handling=max_handling)
    cited = citations(project)
    click.echo("cited  quoted  published   id and title")
    for document in project.model.sources.values():
        own = [each.source for each in cited if each.source.doc == document.id]
        quoted = sum(each.quote is not None for each in own)
        day = document.published or "no day"
        click.echo(f"{len(own):>5}  {quoted:>6}  {day!s:<10}  {document.id}: {document.title}")


@command.command("verify", short_help="Compare quotes and places with copies of the texts.")
@click.argument("model")
@click.option(
    "--texts",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Your copies, as plain text: ID.txt, or the `text_file` of the document.",
)
@click.option(
    "--lock", "wants_lock", is_flag=True, help="Accept the copies: write sources.lock beside MODEL."
)
@click.option(
    "--fail-on",
    default="error",
    type=click.Choice(LEVELS),
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option("--show-waived", is_flag=True, help="List what is waived, each with its reason.")
@click.option("--today", metavar="DAY", help="The day on which waivers are judged; that of the calendar.")
@click.option("--format", "form", default="full", type=click.Choice(FORMATS), show_default=True)
def verify(
    model: str, texts: Path, wants_lock: bool, fail_on: str, show_waived: bool, today: str | None, form: str
) -> int:
    """Compare what MODEL quotes and cites with your own copies of the documents.

    Each quote must stand at its place, and each place must be there; a place that has changed since the
    copies were locked makes what rests on it suspect.
    """
    from foedus.cli.days import day_of
    from foedus.cli.reported import reported
    from foedus.cli.sound import read_sound
    from foedus.finding import Severity
    from foedus.opening import folder_of
    from foedus.output import write
    from foedus.sources import LOCK, citations, copies, locked, read_lock, to_json
    from foedus.sources import verify as verified
    from foedus.waivers import weigh
    from foedus.writers.findings import FORMATS as WRITERS

    project = read_sound(model, as_typed=True)
    cited = citations(project)
    there, unreadable = copies(project.model, texts, texts.as_posix().rstrip("/"))
    extent = tuple(_extent(project.name, cited, there, unreadable, texts))
    lock = folder_of(model) / LOCK
    before = read_lock(lock)
    found = (*unreadable, *verified(project, there, {} if wants_lock else before))
    weighed = weigh(project, found, day_of(today) or date.today())
    documents = [*project.documents.values(), *(each.document for each in there.values())]
    report = reported([project.name], weighed.findings, weighed.waived, documents, show_waived=show_waived)
    click.echo(WRITERS[form](report), nl=False, color=True)
    for line in extent:
        click.echo(printable(line), err=True)
    if wants_lock and not report.count(Severity.ERROR):
        write(lock, to_json(locked(cited, there, before)))
        click.echo(printable(f"{lock}: written"), err=True)
    return int(any(each.severity >= Severity[fail_on.upper()] for each in report.findings))


def _extent(
    name: str,
    cited: tuple[Citation, ...],
    there: Mapping[str, Copy],
    unreadable: tuple[Finding, ...],
    texts: Path,
) -> Iterator[str]:
    """How much is compared, and what cannot be for want of a copy.

    Raises `Stop` where there is no copy at all.
    """
    from foedus.errors import Stop

    documents = sorted({each.source.doc for each in cited})
    without = [doc for doc in documents if doc not in there]
    if not there and not unreadable:
        example = documents[0] if documents else "id"
        raise Stop(f"{texts}: no copy of any source of {name}; save one as `{example}.txt`")
    quotes = [each for each in cited if each.source.quote is not None]
    seen = [each for each in quotes if each.source.doc in there]
    counts = f"{len(seen)} of {len(quotes)} quotes; copies of {len(there)} of {len(documents)} documents"
    yield f"compared: {counts}"
    if without:
        more = f" and {len(without) - _NAMED} more" if len(without) > _NAMED else ""
        words = f"without a copy: {', '.join(without[:_NAMED])}{more}; `foedus sources list` names all"
        yield from textwrap.wrap(words, 79, subsequent_indent="  ", break_on_hyphens=False)


@command.command("export", short_help="Write a bibliography.")
@click.argument("model")
@click.option("--as", "form", default="bibtex", type=click.Choice(BIBLIOGRAPHIES), show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; standard output without it."
)
@withholding
@force
def export(model: str, form: str, output: Path | None, max_handling: Handling | None, force: bool) -> None:
    """Write the documents of MODEL for a reference manager, or as a list for a page."""
    from foedus.cli.sound import read_sound
    from foedus.output import write
    from foedus.writers.bibliographies import FORMATS as WRITERS

    project = read_sound(model, max_handling=max_handling)
    text = WRITERS[form](tuple(project.model.sources.values()))
    if output is not None:
        write(output, text, force=force)
    else:
        click.echo(text, nl=False)
