"""Drawings as the pages of a PDF: vectors, selectable text in Inter, tagged, and made to last."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foedus.layout.drawing import Drawing, Item, Words
from foedus.layout.metrics import unknown
from foedus.layout.recast import recast
from foedus.writers.pictures import svg
from foedus.writers.pictures.xml import held
from foedus.writers.typesetting import typeset

_PAGES = b"""
#let given = json(bytes(sys.inputs.given))
#let numbers = given.day.split("-").filter(it => it != "").map(int)
#let day = if numbers == () { none } else {
  datetime(year: numbers.at(0), month: numbers.at(1), day: numbers.at(2))
}
#set document(title: given.title, description: given.alt, date: day)
#set text(font: "Inter", lang: given.lang)
#set page(margin: 0pt, numbering: if given.pages.len() > 1 { "1" }, footer: none)
#for it in given.pages {
  page(
    width: it.width * 1pt, height: it.height * 1pt,
    image(bytes(it.svg), format: "svg", width: 100%, alt: it.alt),
  )
}
"""


def write(drawing: Drawing, day: date | None = None, lang: str = "en") -> bytes:
    """The drawing as PDF bytes, dated `day` and never by a clock: the same bytes every time.

    Without a day it is not PDF/A, which asks for one. Raises `Stop` where typst is not installed.
    """
    return bound((drawing,), day, lang)


def bound(drawings: Sequence[Drawing], day: date | None = None, lang: str = "en") -> bytes:
    """Several drawings, at least one, as the pages of one PDF with the title of the first; see `write`."""
    title = held(drawings[0].title).strip() or "Picture"
    given = {
        "title": title,
        "alt": held(drawings[0].alt).strip() or title,
        "lang": lang,
        "pages": [image(drawing) for drawing in drawings],
    }
    return typeset(_PAGES, given, day)


def image(drawing: Drawing) -> dict[str, str | float]:
    """A drawing as data for typst: its SVG, what it says to who cannot see it, its size in points."""
    return {
        "svg": svg.write(recast(drawing, _known)),
        "alt": held(drawing.alt).strip() or held(drawing.title).strip() or "Picture",
        "width": round(drawing.width, 2),
        "height": round(drawing.height, 2),
    }


def _known(item: Item) -> Item:
    """The item, its text without characters that Inter has no shape for: an archive may hold none."""
    if not isinstance(item, Words) or not (missing := unknown(item.text)):
        return item
    return replace(item, text="".join(c for c in item.text if c not in missing))
