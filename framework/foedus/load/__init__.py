"""Files to a `Project` and findings: the one way in.

The files of a folder are read into trees, the trees merged into one, the register's entries that the
model names are added, and the whole is given its types. Nothing in a model can raise: what is wrong
is a finding, and the rest is read all the same.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from foedus.collector import collector_paused
from foedus.errors import Stop
from foedus.files import File, Texts, decode, texts
from foedus.files import register as registers
from foedus.finding import Finding, Severity
from foedus.limits import Limits, cure
from foedus.load.beside import beside
from foedus.load.merge import merge, with_register
from foedus.load.project import Project, Withheld
from foedus.load.shape import shape
from foedus.load.torn import unread
from foedus.text import read
from foedus.tree import Document, Node

__all__ = ["Project", "Withheld", "beside", "load", "loads", "project_of"]


def load(folder: Path, name: str | None = None, limits: Limits | None = None) -> Project:
    """The model in a folder, its files named as `texts` names them. Raises `Stop` as that does."""
    return project_of(texts(folder, name, limits))


def loads(
    texts: Mapping[str, str | bytes],
    name: str = "model",
    register: bool = False,
    limits: Limits | None = None,
) -> Project:
    """A model from texts, or their bytes, by file name; without the register unless asked."""
    limits = limits or Limits()
    files = tuple(_file(file, texts[file]) for file in sorted(texts))
    return project_of(Texts(name, files, registers(limits) if register else (), limits))


def _file(name: str, text: str | bytes) -> File:
    return decode(name, text) if isinstance(text, bytes) else (Document(name, text), [])


def project_of(texts: Texts) -> Project:
    """The model that files hold. Raises `Stop` where they hold more elements than the limits allow."""
    with collector_paused():
        own, register = _read(texts.files, texts.limits), _read(texts.register, texts.limits)
        tree, clashes = with_register(own.tree, register.tree)
        count = sum(len(section.entries()) for section in tree.entries().values())
        if (most := texts.limits.elements) < count:
            raise Stop(f"{texts.name}: {count:,} elements, more than {most:,}; {cure('elements')}")
        model, wrong = shape(tree, texts.limits)
    every = sorted({*register.findings, *own.findings, *clashes, *wrong}, key=lambda finding: finding.order)
    found = {**register.documents, **own.documents}
    return Project(
        texts.name, model, tree, tuple(every), found, register.tree, tuple(own.documents), texts.limits,
        unread=unread(every, found),
    )  # fmt: skip


class Read(NamedTuple):
    """Files as one tree, what was wrong with their text, and the files themselves by name."""

    tree: Node
    findings: list[Finding]
    documents: dict[str, Document]


def _read(files: Iterable[File], limits: Limits) -> Read:
    trees: list[Node] = []
    findings: list[Finding] = []
    for document, refused in files:
        findings += refused
        if document is not None:
            tree, wrong = _tree(document, limits)
            findings += wrong
            trees += [tree] if tree is not None else []
    tree, twice = merge(trees)
    named = {document.name: document for document, _ in files if document is not None}
    return Read(tree, findings + twice, named)


def _tree(document: Document, limits: Limits) -> tuple[Node | None, list[Finding]]:
    tree, findings = read(document, limits)
    if not findings and (tree is None or tree.value is None):
        hint = "remove the file, or write a section such as `provisions:`"
        return None, [Finding("Y06", Severity.WARNING, document.span(0), "nothing in this file", hint)]
    return tree, findings
