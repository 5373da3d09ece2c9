"""A project without some of its elements: in its nouns, its tree, its register, files and findings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from foedus.handling.blanked import blanked
from foedus.handling.marks import LADDER, above, marks
from foedus.handling.names import Names
from foedus.handling.regions import nodes, regions
from foedus.load import Project
from foedus.load.merge import with_register
from foedus.load.shape import shape
from foedus.place import Route
from foedus.schema import WITHHELD, Claim, Source
from foedus.schema.order import Place
from foedus.schema.vocabulary import Handling
from foedus.tree import Document, Node, Value


def without(project: Project, most: Handling) -> Project:
    """The project without what is marked above a word, nor what it took from a register for that alone.

    A citation of a source that is gone becomes `{doc: withheld}`. The project is one as it was read, under
    none of its readings, and has no errors.
    """
    gone = frozenset(route for route, mark in marks(project).items() if above(mark, most))
    unseen = gone | frozenset(_marked(project.register, most))
    documents = _documents(project, unseen)
    over = _Over(documents, frozenset(route[1] for route in unseen if route[0] == "sources"))
    register = _tree(project.register, unseen, over)
    own = _tree(project.tree, gone | frozenset(_shared(project)), over)
    tree, _ = with_register(own, register)
    model, _ = shape(tree, project.limits)
    used = {node.document.name for node in (*nodes(tree), *nodes(register))}
    return replace(
        project,
        model=model,
        tree=tree,
        register=register,
        documents={name: each for name, each in documents.items() if name in used},
        files=tuple(name for name in project.files if name in used),
        findings=tuple(each for each in project.findings if each.span.file in used),
    )


def _marked(register: Node, most: Handling) -> Iterator[Route]:
    """The entries of the registers that say themselves that they are above a word."""
    for section, node in register.entries().items():
        for key, entry in node.entries().items():
            mark = entry.entries()["handling"].value if "handling" in entry.entries() else None
            if mark in LADDER and above(mark, most):
                yield section, key


def _shared(project: Project) -> Iterator[Route]:
    """What the model took from a register as it stands there: it is taken anew by what stays."""
    for section, node in project.register.entries().items():
        taken = project.tree.entries().get(section)
        for key, entry in node.entries().items():
            if taken is not None and taken.entries().get(key) is entry:
                yield section, key


def _documents(project: Project, gone: frozenset[Route]) -> dict[str, Document]:
    """The files of a project by name, with blanks where what is gone stood, and where it was cited."""
    empty = regions((project.tree, project.register), gone)
    names = Names(project, sorted(gone & marks(project).keys()))
    return {
        name: blanked(each, empty.get(name, ()), names) if name in empty or name in project.files else each
        for name, each in project.documents.items()
    }


class _Over(NamedTuple):
    """What nodes are made anew over: the files without what is gone, and the sources that are gone."""

    documents: Mapping[str, Document]
    sources: Collection[object]


def _tree(root: Node, gone: Collection[Route], over: _Over) -> Node:
    """A tree without the elements on some routes; a section of which nothing is left goes too."""
    sections: dict[str, Node] = {}
    for section, node in root.entries().items():
        place = Place().below(section)
        entries = {
            key: _node(each, place.below(key), over)
            for key, each in node.entries().items()
            if (section,) not in gone and (section, key) not in gone
        }
        if entries:
            sections[section] = _like(node, entries, over)
    return Node(root.document, root.index, sections)


def _node(node: Node, place: Place, over: _Over) -> Node:
    """A node without keys of the author's own; a citation of a source that is gone says only that."""
    match node.value:
        case dict() as entries:
            if Source in place.nouns and "doc" in entries and entries["doc"].value in over.sources:
                return _like(node, {"doc": _like(entries["doc"], WITHHELD, over)}, over)
            own = {key: each for key, each in entries.items() if not key.startswith("x-")}
            return _like(node, {key: _field(key, each, place, over) for key, each in own.items()}, over)
        case list() as items:
            return _like(node, [_node(each, place, over) for each in items], over)
        case value:
            return _like(node, value, over)


def _field(key: str, node: Node, place: Place, over: _Over) -> Node:
    if Claim in place.nouns and key == "disputed_by" and isinstance(node.value, list):
        named = [WITHHELD if each.value in over.sources else each.value for each in node.value]
        return _like(node, [_like(*each, over) for each in zip(node.value, named, strict=True)], over)
    return _node(node, place.below(key), over)


def _like(node: Node, value: Value, over: _Over) -> Node:
    """A node at the same place with another value."""
    document = over.documents.get(node.document.name, node.document)
    return Node(document, node.index, value, node.key_index)
