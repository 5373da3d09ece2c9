"""Where in the files something is written that goes: from its first character to what is written next."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from foedus.place import Route
from foedus.tree import Document, Node


def regions(roots: Iterable[Node], gone: Collection[Route]) -> dict[str, list[tuple[int, int]]]:
    """By file, the regions of the elements on some routes, and of what cites the sources among them."""
    every = tuple(roots)
    written: dict[str, list[int]] = defaultdict(list)
    for node in (each for root in every for each in nodes(root)):
        written[node.document.name] += [node.index, max(node.key_index, 0)]
    places = {name: sorted(indices) for name, indices in written.items()}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for key, node in (each for root in every for each in _leaving(root, gone)):
        for document, start, last in _extents(key, node):
            after = bisect_right(places[document.name], last)
            ends = (*places[document.name][after : after + 1], len(document.text))
            found[document.name].append((start, ends[0]))
    return found


def _leaving(root: Node, gone: Collection[Route]) -> Iterator[tuple[str, Node]]:
    """The entries of a tree that are gone, by key, and the citations of sources that are."""
    sources = {route[1] for route in gone if route[0] == "sources"}
    for section, node in root.entries().items():
        for key, entry in node.entries().items():
            if (section,) in gone or (section, key) in gone:
                yield key, entry
            else:
                yield from (("", each) for each in _citing(entry, sources))


def _citing(node: Node, sources: Collection[object]) -> Iterator[Node]:
    for key, each in node.entries().items():
        if key == "doc" and each.value in sources:
            yield node
        elif key == "disputed_by" and isinstance(each.value, list):
            yield from (item for item in each.value if item.value in sources)
        else:
            yield from _citing(each, sources)
    for item in node.value if isinstance(node.value, list) else ():
        yield from _citing(item, sources)


def _extents(key: str, node: Node) -> Iterator[tuple[Document, int, int]]:
    """In each file in which something of a node is written: where it begins, and where its last part does.

    What is laid over the entry of a register stands in two files; its key is then looked for in the second.
    """
    found: dict[str, tuple[Document, int, int]] = {}
    for each in (node, *nodes(node)):
        first = each.key_index if each.key_index >= 0 else each.index
        document, start, last = found.get(each.document.name, (each.document, first, each.index))
        found[document.name] = document, min(start, first), max(last, each.index)
    for document, start, last in found.values():
        key_at = document.text.rfind(key, 0, start) if document is not node.document else start
        yield document, max(key_at, 0), last


def nodes(node: Node) -> Iterator[Node]:
    """Every node below a node."""
    inner = node.value.values() if isinstance(node.value, dict) else ()
    for each in (*inner, *(node.value if isinstance(node.value, list) else ())):
        yield each
        yield from nodes(each)
