"""`foedus diff`: what a change to a model changes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from foedus.cli.handled import withholding

if TYPE_CHECKING:
    from foedus.schema.vocabulary import Handling

FORMATS = ["text", "markdown", "json"]
COMMENT = 60_000
"""A comment on GitHub holds 65,536 characters; the rest is left to whoever frames it."""


@click.command("diff")
@click.argument("ends", nargs=-1, metavar="[A B | REV [MODEL]... | REV..REV [MODEL]...]")
@click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="NAME",
    help="Given with one model: compare it with this reading, or two readings. Given with two: read both so.",
)
@click.option("--format", "form", default="text", type=click.Choice(FORMATS), show_default=True)
@click.option(
    "--size",
    default=COMMENT,
    show_default=True,
    metavar="N",
    help="So many characters of Markdown at most, for a comment; what is cut is said. 0 for all.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything differs.")
@withholding
def command(
    ends: tuple[str, ...],
    readings: tuple[str, ...],
    form: str,
    size: int,
    exit_code: bool,
    max_handling: Handling | None,
) -> int:
    """Say what differs between two models in what they say, not in how it is written.

    A and B are folders or ids of shipped models. REV is a git revision, compared with the working copy;
    REV..REV compares two. Without MODEL these are the models under models/, or the one in this folder.
    Without anything, it is what changed since the last commit. Elements are compared field by field, the
    scenarios of both are played on both, and findings are told apart by what they say. Registers are
    those of this Foedus on both sides.
    """
    from foedus.cli.ends import ends as ends_of
    from foedus.comparison import compare

    named = ends_of(ends, readings, max_handling)
    found = [(compare(each.before, each.now), each.called) for each in named]
    if form == "json":
        from foedus.writers.comparisons import json

        click.echo(json.write(found), nl=False)
    else:
        from foedus.views import changed
        from foedus.writers.documents import comment, text

        documents = [changed.view(each, called) for each, called in found]
        width = shutil.get_terminal_size().columns
        click.echo(
            comment.write(documents, size)
            if form == "markdown"
            else "\n".join(text.write(each, width) for each in documents),
            nl=False,
        )
    return int(exit_code and any(each.differs for each, _ in found))
