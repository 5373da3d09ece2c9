"""What would tell of what is withheld: references to it, and texts that name it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.handling.marks import above, in_patch, is_shared, marks
from foedus.handling.names import Names, free
from foedus.handling.removal import without
from foedus.load import Project
from foedus.place import Route, Span
from foedus.schema import SECTIONS, references
from foedus.schema.order import Place
from foedus.schema.vocabulary import Handling


class Tell(NamedTuple):
    """Something that would stay, at `route`, and tells of what would not: of the element at `of`.

    `by_words` where a text names it; else a field refers to it. A mark in the patch of a reading, which would
    stay with the reading, tells of itself.
    """

    route: Route
    of: Route
    by_words: bool = False


def tells(project: Project, most: Handling) -> tuple[Tell, ...]:
    """What would tell of what is marked above a word, in the order of places, each place once."""
    gone = [route for route, mark in marks(project).items() if above(mark, most)]
    if not gone and not any(_marked(project, most)):
        return ()
    kept = without(project, most)
    found: dict[Span, Tell] = {}
    for tell in (*_references(kept, gone), *_patched(kept, gone), *_marked(kept, most)):
        found.setdefault(project.where(tell.route), tell)
    for tell in _naming(kept, Names(project, gone)):
        found.setdefault(project.where(tell.route), tell)
    return tuple(found[place] for place in sorted(found))


def _references(kept: Project, gone: Iterable[Route]) -> Iterator[Tell]:
    """The fields that refer to what is gone, those in the patches of readings too."""
    there = set(_referring(kept, gone))
    yield from there
    for reading in kept.model.readings.values():
        for tell in set(_referring(kept.read_as(reading.id), gone)) - there:
            yield tell._replace(route=(*reading.at("patch"), *tell.route))


def _referring(kept: Project, gone: Iterable[Route]) -> Iterator[Tell]:
    routes = frozenset(gone)
    framework = kept.model.framework
    nouns = [(framework, framework.at())] if framework is not None else []
    for noun, route in (*nouns, *((each, each.route) for each in kept.model.elements())):
        for reference in references(noun, route):
            for section in reference.sections or SECTIONS:
                if (section, reference.id) in routes:
                    yield Tell(reference.route, (section, reference.id))


def _patched(kept: Project, gone: Iterable[Route]) -> Iterator[Tell]:
    """The readings that change something which is gone."""
    for reading in kept.model.readings.values():
        for of in gone:
            changed = reading.patch.get(str(of[0]))
            if changed is not None and (of == ("framework",) or of[1] in changed):
                yield Tell((*reading.at("patch"), *of), of)


def _marked(kept: Project, most: Handling) -> Iterator[Tell]:
    """The marks in the patches of readings that are higher than the reading may be shown."""
    for reading in kept.model.readings.values():
        for route, mark in in_patch(reading):
            if above(mark, most):
                yield Tell(route, route[len(reading.at("patch")) : -1])


def _naming(kept: Project, names: Names) -> Iterator[Tell]:
    """The free texts of a model that name what is gone; what a shared register says is public."""
    for section, node in kept.tree.entries().items():
        for route, text in free(node, Place().below(section), (section,)):
            of = names.first(text)
            if of is not None and not is_shared(kept, route):
                yield Tell(route, of, True)
