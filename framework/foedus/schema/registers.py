"""What models share: where statements come from, and what words mean."""

from typing import ClassVar

from foedus.schema.base import Day, Element, InstrumentRef, Noun, SourceRef
from foedus.schema.vocabulary import SourceKind, Version


class SourceDocument(Element):
    """A document that statements are drawn from."""

    section: ClassVar[str] = "sources"

    kind: SourceKind
    """What sort of document it is."""
    publisher: str | None = None
    """Who published it."""
    published: Day | None = None
    """The day of publication."""
    address: str | None = None
    """Where it can be read."""
    places: str | None = None
    """How places in it are named, where that is not plain: what "P3" or "C1b" stands for."""
    version_reported: Version | None = None
    """Which version of the instrument it speaks of."""
    reports: tuple[InstrumentRef, ...] = ()
    """The instruments that it is, or reports."""
    derived_from: tuple[SourceRef, ...] = ()
    """The documents that it retells; retellings of one leak are one origin."""
    language: str | None = None
    """Its language, as a code."""
    partisan: bool = False
    """True where it is used for statements of record only."""
    text_file: str | None = None
    """The user's own copy, against which quotes can be verified."""


class Word(Noun):
    """One word of a vocabulary."""

    label: str
    """How it is printed."""
    scheme: str | None = None
    """The scheme it is from, where it differs from the vocabulary's."""
    definition: str
    """What it means here."""


class Vocabulary(Element):
    """A closed list of words."""

    section: ClassVar[str] = "vocabularies"

    scheme: str | None = None
    """The published scheme that the words are from."""
    words: dict[str, Word]
