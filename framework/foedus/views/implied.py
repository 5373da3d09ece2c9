"""Links that follow from others: what waits for a thing that waits for another waits for that one, too."""

from collections import defaultdict
from collections.abc import Sequence

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


def _reduced(group: list[Link]) -> list[Link]:
    kept = list(group)
    for link in group:
        rest = [other for other in kept if other is not link]
        circle = link.source in _reached(link.target, kept)
        if not circle and link.target in _reached(link.source, rest):
            kept = rest
    return kept


def _reached(start: str, links: list[Link]) -> set[str]:
    """What links lead to, in one step or more."""
    ahead: dict[str, list[str]] = defaultdict(list)
    for link in links:
        ahead[link.source].append(link.target)
    found: set[str] = set()
    todo = [start]
    while todo:
        fresh = set(ahead[todo.pop()]) - found
        found |= fresh
        todo += fresh
    return found
