"""A document as a plain shape: sections of blocks, which the Markdown and HTML writers print."""

from dataclasses import dataclass
from typing import TypeAlias

from foedus.views.played_shapes import AnyPicture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `quiet` sets it as a remark."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts; the items of a `numbered` one are what [1] and [2] refer to."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is said of each, under a heading of their own; `place` is where it is written."""

    title: str
    lead: str
    rows: tuple[tuple[str, str], ...]
    anchor: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said in a cell, and, more quietly, where it is said."""

    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Sayings:
    """A table for a spreadsheet: each cell holds what is said in it, line by line."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Said, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `name` is its file name without ending."""

    name: str
    picture: AnyPicture


Block: TypeAlias = Paragraph | Bullets | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks; `hue` is the component's, 0 for none."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    hue: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document with the words around it.

    `sort` says on a cover what sort of document it is, `stamp` what it was made by and from.
    """

    title: str
    tag: str
    source: str
    summary: str
    sections: tuple[Section, ...]
    sort: str = ""
    stamp: str = ""


def numbered(document: Document) -> int:
    """How many items [1], [2] and so on may refer to."""
    blocks = (block for section in document.sections for block in section.blocks)
    lists = (len(each.items) for each in blocks if isinstance(each, Bullets) and each.numbered)
    return max(lists, default=0)
