"""A document as PDF: a cover, contents with pages, running heads, bookmarks; tagged, and made to last."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files
from itertools import count
from typing import TypeAlias, assert_never

from foedus import __version__
from foedus.layout import Drawing
from foedus.layout.frame import unnumbered
from foedus.layout.palette import LIGHT, hue
from foedus.views.captions import NEUTRAL
from foedus.views.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Paragraph,
    Section,
    Table,
    numbered,
)
from foedus.views.twin import twin
from foedus.writers.pictures.pdf import image
from foedus.writers.typesetting import settable, typeset

Data: TypeAlias = dict[str, object]
"""What typst is given: texts, numbers and lists of them."""

_NARROW = 24
"""Terms of at most so many characters stand beside what is said of them, longer ones above it."""
_WHOLE = 1_500
"""What has at most so many characters is not parted between two pages."""
_LINK = "#0B4FBF"
WIDTH = 476.0
"""A line of text, in points; a drawing that is no wider stands in the text."""
_LETTER = 4.7  # a letter of a table, in points
_LONGEST = 24
"""Longer words are broken anyway."""


def write(
    document: Document, drawings: Mapping[str, Drawing], day: date | None = None, lang: str = "en"
) -> bytes:
    """The document as PDF bytes, dated `day` and never by a clock; `drawings` holds its figures by name.

    A figure that is wider than the text lies on a page of its own, in the size of its drawing. Raises
    `Stop` where typst is not installed.
    """
    markup = files("foedus.writers.documents").joinpath("templates/document.typ").read_bytes()
    return typeset(markup, _given(document, drawings, lang), day)


def _given(document: Document, drawings: Mapping[str, Drawing], lang: str) -> Data:
    places = count(1)
    return {
        "lang": lang,
        "title": _headed(document.title),
        "sort": settable(document.sort),
        "tag": settable(document.tag),
        "summary": settable(document.summary),
        "source": settable(document.source),
        "stamp": settable(document.stamp),
        "running": " · ".join(filter(None, map(settable, (document.sort, document.title)))),
        "foot": " · ".join((NEUTRAL, settable(document.stamp) or f"Foedus {__version__}")),
        "sources": numbered(document),
        "look": {
            "ink": LIGHT.ink, "muted": LIGHT.muted, "hairline": LIGHT.hairline, "event": LIGHT.event,
            "warning": LIGHT.warning, "link": _LINK,
        },
        "sections": [_section(each, drawings, places) for each in document.sections],
    }  # fmt: skip


def _section(section: Section, drawings: Mapping[str, Drawing], places: Iterator[int]) -> Data:
    return {
        "title": _headed(section.title),
        "ink": hue(section.hue).ink if section.hue else "",
        "blocks": [_block(each, drawings, places) for each in section.blocks],
    }


def _block(block: Block, drawings: Mapping[str, Drawing], places: Iterator[int]) -> Data:
    match block:
        case Paragraph(text=text, quiet=quiet):
            return {"kind": "paragraph", "text": settable(text), "quiet": quiet}
        case Bullets(items=items):
            return {"kind": "bullets", "items": _settable(items), "numbered": block.numbered}
        case Facts(title=title, lead=lead, rows=rows, place=place):
            return {
                "kind": "facts",
                "title": _headed(title),
                "lead": settable(lead),
                "rows": [_settable(row) for row in rows],
                "narrow": all(len(term) <= _NARROW for term, _ in rows),
                "whole": len(lead) + sum(len(term + text) for term, text in rows) <= _WHOLE,
                "place": settable(place),
            }
        case Table():
            return _table(block)
        case Figure(name=name, picture=picture):
            drawing = drawings[name]
            title = _headed(picture.caption.title)
            data: Data = {"kind": "figure", "number": next(places), "title": title}
            data |= {"within": drawing.width <= WIDTH, "subtitle": settable(picture.caption.subtitle)}
            data |= {"margin": drawing.margin, "twin": _table(twin(picture))}
            return data | image(unnumbered(drawing))
        case _:
            assert_never(block)


def _table(table: Table) -> Data:
    return {
        "kind": "table",
        "head": _settable(table.head),
        "rows": [_settable(row) for row in table.rows],
        "shares": _shares(table),
    }


def _headed(text: str) -> str:
    """A heading, which may not be empty."""
    return settable(text) or "–"


def _settable(texts: Sequence[str]) -> list[str]:
    return [settable(text) for text in texts]


def _shares(table: Table) -> list[float]:
    """The widths of the columns in points: room for their longest words, the rest by how much they hold."""
    columns = list(zip(table.head, *table.rows, strict=True))
    words = [max(len(word) for cell in column for word in settable(cell).split(" ")) for column in columns]
    floors = [(min(most, _LONGEST) + 2) * _LETTER for most in words]
    weights = [(sum(map(len, column)) / len(column)) ** 0.7 for column in columns]
    share = max(0.0, WIDTH - sum(floors)) / (sum(weights) or 1.0)
    return [round(floor + share * weight, 1) for floor, weight in zip(floors, weights, strict=True)]
