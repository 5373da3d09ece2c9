"""The words that a model uses, with what each means and the published scheme that it is from."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.load import Project
from foedus.schema import Provision
from foedus.tree import Node
from foedus.words import label

_OF_PROVISIONS = {
    "provision-kind": "kind",
    "modality": "modality",
    "wording": "wording",
    "discretion": "discretion",
    "responsibility": "responsibility",
    "performance": "performance",
}
"""The vocabularies of which only the words that provisions use are told, and the field that holds them."""
_WHOLE = ("state", "choice-rule", "determiner", "on-deadlock", "basis", "confidence")
"""The vocabularies that are told whole: the words in which Foedus itself speaks."""


class Word(NamedTuple):
    """A word as it is printed, what it means, and the published scheme that it is from, if any."""

    label: str
    definition: str
    scheme: str


class Vocabulary(NamedTuple):
    """A closed list of words."""

    title: str
    words: tuple[Word, ...]


def glossary(project: Project) -> tuple[Vocabulary, ...]:
    """The vocabularies that a reader of the model meets, each with its words."""
    provisions = tuple(project.model.provisions.values())
    used = {name: _used(provisions, field) for name, field in _OF_PROVISIONS.items()}
    found = ((name, tuple(_words(project, name, used.get(name)))) for name in (*_WHOLE, *used))
    return tuple(
        Vocabulary(_said(project.register.at("vocabularies", name, "title")), words)
        for name, words in found
        if words
    )


def _used(provisions: tuple[Provision, ...], field: str) -> frozenset[str]:
    return frozenset(word for each in provisions if (word := getattr(each, field)))


def _words(project: Project, name: str, used: frozenset[str] | None) -> Iterator[Word]:
    vocabulary = project.register.at("vocabularies", name)
    known = vocabulary.at("words").entries() if "words" in vocabulary.entries() else {}
    for word in known:
        if used is None or word in used:
            own = _said(vocabulary.at("words", word, "scheme")) or _said(vocabulary.at("scheme"))
            yield Word(label(project, name, word), _said(vocabulary.at("words", word, "definition")), own)


def _said(node: Node) -> str:
    """A text of the register; empty where it is not given."""
    return node.value if isinstance(node.value, str) else ""
