"""A drawing as one page of PDF: vectors, selectable text in Inter, tagged, and made to last.

PDF/UA-1 (ISO 14289-1) for screen readers and PDF/A-2a (ISO 19005-2) for archives. What a model says is
handed to typst as data; the markup is ours alone.
"""

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
_PAGE = b"""
#let given = sys.inputs
#let numbers = given.day.split("-").filter(it => it != "").map(int)
#let day = if numbers == () { none } else {
  datetime(year: numbers.at(0), month: numbers.at(1), day: numbers.at(2))
}
#set document(title: given.title, description: given.alt, date: day)
#set text(font: "Inter", lang: given.lang)
#set page(width: float(given.width) * 1pt, height: float(given.height) * 1pt, margin: 0pt)
#image(bytes(given.svg), format: "svg", width: 100%, alt: given.alt)
"""


def write(drawing: Drawing, day: date | None = None, lang: str = "en") -> bytes:
    """The drawing as PDF bytes, dated `day` and never by a clock: the same bytes every time.

    Without a day it is not PDF/A, which asks for one. Raises `Stop` where typst is not installed.
    """
    title = held(drawing.title).strip() or "Picture"
    given = {
        "svg": svg.write(recast(drawing, _known)),
        "title": title,
        "alt": held(drawing.alt).strip() or title,
        "day": day.isoformat() if day else "",
        "lang": lang,
        "width": f"{drawing.width:.2f}",
        "height": f"{drawing.height:.2f}",
    }
    made = _typst().compile(
        _PAGE,
        format="pdf",
        sys_inputs=given,
        font_paths=[str(font_file().parent)],
        ignore_system_fonts=True,
        pdf_standards=[FOR_READERS, FOR_ARCHIVES] if day else [FOR_READERS],
    )
    return bytes(made)


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
