"""Links that follow from others: what waits for a thing that waits for another waits for that one, too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from foedus.views.shapes import Link


def without_implied(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links without those whose ends others of the same kind and meaning join by a longer way.

    What is joined stays joined. Of links in a circle none follows from the others.
    """
    alike: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        alike[link.kind, link.meaning].append(link)
    kept = {id(link) for group in alike.values() for link in _reduced(group)}
    return tuple(link for link in links if id(link) in kept)


def _reduced(group: list[Link]) -> Iterator[Link]:
    ahead: dict[str, list[str]] = defaultdict(list)
    for link in group:
        ahead[link.source].append(link.target)
    for link in group:
        ahead[link.source].remove(link.target)
        implied = _leads(ahead, link.source, link.target) and not _leads(ahead, link.target, link.source)
        if not implied:
            ahead[link.source].append(link.target)
            yield link


def _leads(ahead: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    """Whether one step or more lead from a box to another."""
    found: set[str] = set()
    todo = [start]
    while todo and end not in found:
        fresh = set(ahead.get(todo.pop(), ())) - found
        found |= fresh
        todo += fresh
    return end in found
