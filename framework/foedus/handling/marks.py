"""The marks of a model: who may read each element, from the widest circle to the narrowest."""

from collections.abc import Iterator
from typing import get_args

from foedus.load import Project
from foedus.place import Route
from foedus.schema import Reading
from foedus.schema.vocabulary import Handling

LADDER: tuple[Handling, ...] = get_args(Handling)
"""The marks, the widest circle first."""


def above(mark: Handling, most: Handling) -> bool:
    """True where a mark names a narrower circle than another."""
    return LADDER.index(mark) > LADDER.index(most)


def marks(project: Project) -> dict[Route, Handling]:
    """The mark of the framework section and of every element, by route.

    An element that says nothing is marked as the framework is; an entry of a shared register is public.
    """
    framework = project.model.framework
    usual: Handling = (framework.handling if framework is not None else None) or "public"
    found: dict[Route, Handling] = {("framework",): usual} if framework is not None else {}
    for each in project.model.elements():
        found[each.route] = each.handling or ("public" if is_shared(project, each.route) else usual)
    return found


def highest(*projects: Project) -> Handling:
    """The mark of the narrowest circle that anything in some projects is for."""
    said = (mark for each in projects for mark in _said(each) if mark is not None)
    return max(said, key=LADDER.index, default="public")


def _said(project: Project) -> Iterator[Handling | None]:
    """Every mark that stands in a project, those in the patches of readings too."""
    if project.model.framework is not None:
        yield project.model.framework.handling
    yield from (each.handling for each in project.model.elements())
    yield from (mark for each in project.model.readings.values() for _, mark in in_patch(each))


def in_patch(reading: Reading) -> Iterator[tuple[Route, Handling]]:
    """The marks that a reading gives in its patch, each with its route in the model."""
    start = reading.at("patch")
    for section, changes in reading.patch.items():
        patched = {(): changes} if section == "framework" else {(key,): each for key, each in changes.items()}
        for step, fields in patched.items():
            mark = fields.get("handling") if isinstance(fields, dict) else None
            if mark in LADDER:
                yield (*start, section, *step, "handling"), mark


def is_shared(project: Project, route: Route) -> bool:
    """True for what stands in an entry that a model takes from a register as it is there."""
    if len(route) < 2 or route[0] == "framework":
        return False
    section, key = map(str, route[:2])
    shared = project.register.entries().get(section)
    return shared is not None and project.tree.at(section, key) is shared.entries().get(key)
