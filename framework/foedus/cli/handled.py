"""The option that every command has whose output is sent away: what is marked above a word is withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from foedus.load import Project
    from foedus.schema.vocabulary import Handling

MARKS = ("public", "partners", "internal", "named")
"""The marks as the schema declares them, which is imported only when a model is read; a test compares."""

withholding = click.option(
    "--max-handling",
    type=click.Choice(MARKS),
    help="Withhold what is marked above this, and say how much; all is shown without it.",
)


def handled(project: Project, most: Handling | None) -> Project:
    """The project without what is marked above a word, which standard error counts; the same without a word.

    Raises `Stop` where what stays would tell of what is withheld.
    """
    if most is None:
        return project
    from foedus.handling import withhold
    from foedus.handling.said import elements

    held = withhold(project, most)
    count = held.withheld.count if held.withheld is not None else 0
    what = f"{elements(count)} withheld (above {most})" if count else f"nothing is marked above {most}"
    click.echo(f"note: {project.name}: {what}", err=True)
    return held
