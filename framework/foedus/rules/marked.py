"""What tells of an element with a higher mark than its own: what every `--max-handling` would refuse."""

from collections.abc import Iterator

from foedus.handling import LADDER, Tell, highest, marks, tells
from foedus.load import Project
from foedus.schema.vocabulary import Handling


def told(project: Project) -> Iterator[tuple[Tell, str, Handling]]:
    """Each such place once, with what it tells of, by id, and the mark of that.

    A model under a reading is passed over: the model itself is asked about its readings.
    """
    if project.reading is not None or (top := highest(project)) == "public":
        return
    marked, seen = marks(project), set()
    for most in LADDER[: LADDER.index(top)]:
        for tell in tells(project, most):
            if tell.route not in seen:
                seen.add(tell.route)
                written = project.tree.at(*tell.route).value
                yield tell, str(tell.of[-1]), marked.get(tell.of) or _mark(written)


def _mark(written: object) -> Handling:
    """The mark that the patch of a reading gives to an element of its own."""
    return next((mark for mark in LADDER if mark == written), LADDER[-1])
