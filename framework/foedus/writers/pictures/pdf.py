"""Drawings as the pages of a PDF: vectors, selectable text in Inter, tagged, and made to last.

PDF/UA-1 (ISO 14289-1) for screen readers and PDF/A-2a (ISO 19005-2) for archives. What a model says is
handed to typst as data; the markup is ours alone.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import ModuleType

from foedus.errors import Stop
from foedus.layout.drawing import Drawing, Item, Words
from foedus.layout.metrics import font_file, unknown
from foedus.layout.recast import recast
from foedus.writers.pictures import svg
from foedus.writers.pictures.xml import held

FOR_READERS, FOR_ARCHIVES = "ua-1", "a-2a"
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
        "day": day.isoformat() if day else "",
        "lang": lang,
        "pages": [_page(drawing) for drawing in drawings],
    }
    made = _typst().compile(
        _PAGES,
        format="pdf",
        sys_inputs={"given": json.dumps(given)},
        font_paths=[str(font_file().parent)],
        ignore_system_fonts=True,
        pdf_standards=[FOR_READERS, FOR_ARCHIVES] if day else [FOR_READERS],
    )
    return bytes(made)


def _page(drawing: Drawing) -> dict[str, str | float]:
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


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError:
        raise Stop("PDF needs the package typst, which is not installed: pip install 'foedus[pdf]'") from None
    return typst
