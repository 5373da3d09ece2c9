"""What is marked above a word is taken out of a project before anything is made of it, or nothing is made."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.errors import Stop
from foedus.handling.marks import above, marks
from foedus.handling.removal import without
from foedus.handling.tells import Tell, tells
from foedus.load import Project, Withheld
from foedus.printable import printable
from foedus.schema.vocabulary import Handling

_LISTED = 20
"""More places than these are counted."""


def withhold(project: Project, most: Handling) -> Project:
    """The project without what is marked above a word, which then stands nowhere in it.

    The project is one without errors, under none of its readings. Raises `Stop` where what stays would
    tell of what is withheld, with the places, and never with what it tells of.
    """
    if told := tells(project, most):
        raise Stop("\n".join(_refusal(project, told, most)))
    count = sum(above(mark, most) for mark in marks(project).values())
    return replace(without(project, most), withheld=Withheld(count, most))


def _refusal(project: Project, told: tuple[Tell, ...], most: Handling) -> Iterator[str]:
    many = "one place tells" if len(told) == 1 else f"{len(told)} places tell"
    yield f"{project.name}: {many} of what is above `{most}`, so nothing is written:"
    for tell in told[:_LISTED]:
        what = "names it in words" if tell.by_words else "refers to it"
        owner = tell.route[1] if tell.route[0] != "framework" else "framework"
        yield printable(f"  {project.where(tell.route)}: `{owner}` {what}")
    if len(told) > _LISTED:
        yield f"  and {len(told) - _LISTED} more; `foedus check --select R14,R15` lists all"
    yield "Mark what stands there as high as what it tells of, or take the reference or the words out."
