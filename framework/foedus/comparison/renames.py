"""Elements that only changed their id: one is gone, one is new, and both say the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from foedus.comparison.meaning import meaning
from foedus.load import Project
from foedus.place import Route
from foedus.schema import SECTIONS, Element
from foedus.schema.references import references

Renames: TypeAlias = Mapping[tuple[str, str], str]
"""By section and old id, the new id."""
NONE: Renames = MappingProxyType({})


def own(project: Project, section: str) -> dict[str, Any]:
    """The elements of a section that the model itself writes, or lays over the register's, by id."""
    shared = project.register.entries().get(section)
    entries = shared.entries() if shared is not None else {}
    elements = project.model.section(section)
    return {
        key: each
        for key, each in elements.items()
        if key not in entries or project.tree.at(section, key) is not entries[key]
    }


def renames(before: Project, now: Project) -> Renames:
    """The elements that are the same but for their id, where there is only one that it could be.

    What refers to a renamed element says the same as before, so one rename may show another; it is
    looked again until no more are found.
    """
    found: dict[tuple[str, str], str] = {}
    while more := {
        pair
        for section in SECTIONS
        for pair in _in_section(before, now, section, found)
        if pair[0] not in found
    }:
        found |= dict(more)
    return found


def _in_section(
    before: Project, now: Project, section: str, known: Renames
) -> Iterable[tuple[tuple[str, str], str]]:
    old, new = own(before, section), own(now, section)
    gone: dict[Hashable, list[str]] = defaultdict(list)
    come: dict[Hashable, list[str]] = defaultdict(list)
    for key in old.keys() - new.keys():
        gone[said(old[key], known)].append(key)
    for key in new.keys() - old.keys():
        come[said(new[key])].append(key)
    for meant, keys in gone.items():
        if len(keys) == 1 and len(come[meant]) == 1:
            yield (section, keys[0]), come[meant][0]


def said(element: Element, known: Renames = NONE) -> Hashable:
    """What an element says, its own id left out, with references read by their new ids."""
    bare = element.model_copy(update={"id": ""})
    return meaning(bare, (), swaps(element, known))


def swaps(element: Any, known: Renames) -> Mapping[Route, str]:
    """By route inside an element, the new id of what it refers to."""
    if not known:
        return {}
    found = {}
    for reference in references(element, ()):
        for section in reference.sections or SECTIONS:
            if (section, reference.id) in known:
                found[reference.route] = known[section, reference.id]
    return found
