"""What elements are called, and the free texts of a model in which somebody could name them."""

import re
from collections.abc import Iterable, Iterator

from foedus.load import Project
from foedus.place import Route
from foedus.schema.order import Place
from foedus.schema.references import holds_words
from foedus.tree import Node

_CALLED = ("title", "label", "short", "aliases", "address")
"""The fields that say what an element is called, or where it is found."""
_CODE = 5
"""Capitals of at most so many characters are a code, and are looked for as they are written."""


class Names:
    """The ids, titles and other names of some elements, to be looked for in a text as whole words."""

    def __init__(self, project: Project, routes: Iterable[Route]) -> None:
        self._routes: dict[str, Route] = {}
        for route in routes:
            fields = project.tree.at(*route).entries()
            called = (text for key in _CALLED if key in fields for text in _texts(fields[key]))
            for name in (*map(str, route[1:]), *called):
                self._routes.setdefault(_folded(name), route)
        self._routes.pop("", None)
        longest = sorted(self._routes, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")

    def first(self, text: str) -> Route | None:
        """The element that a text names first; None where it names none."""
        if not self._routes:
            return None
        line = " ".join(text.split())
        seen = self._pattern.search(line.casefold()) or self._pattern.search(line)
        return self._routes[seen.group()] if seen is not None else None


def free(node: Node, place: Place, route: Route, is_free: bool = True) -> Iterator[tuple[Route, str]]:
    """The texts for readers at or below a node, each with its route: no ids and no words of the language."""
    match node.value:
        case str() as text if is_free:
            yield route, text
        case dict() as entries:
            for key, each in entries.items():
                own = _is_free(place, key, is_free)
                yield from free(each, place.below(key), (*route, key), own)
        case list() as items:
            for index, each in enumerate(items):
                yield from free(each, place, (*route, index), is_free)
        case _:
            return


def _is_free(place: Place, key: str, is_free: bool) -> bool:
    """Whether texts under a key are free: as the field says; below an id or a code, as what holds that."""
    if place.by_id or not place.nouns:
        return is_free
    return not any(holds_words(noun, key) for noun in place.nouns)


def _texts(node: Node) -> Iterator[str]:
    """The texts of a field, without the keys of a mapping: those are codes of languages."""
    match node.value:
        case str() as text:
            yield text
        case dict() as entries:
            yield from (text for each in entries.values() for text in _texts(each))
        case list() as items:
            yield from (text for each in items for text in _texts(each))
        case _:
            return


def _folded(text: str) -> str:
    """A name one blank apart, without regard to capitals; a code in capitals stays as it is."""
    line = " ".join(text.split())
    return line if line.isupper() and len(line) <= _CODE else line.casefold()
