"""Our own house style: 960 by 540 points, with title and foot where drawings have theirs."""

import re
from typing import TYPE_CHECKING, Any

from foedus.layout.drawing import Area, Pen, Rect
from foedus.layout.palette import EVENT, HUES, INK, MUTED
from foedus.layout.tokens import PAGES, RULE, SOURCE, TITLE
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.pieces import Piece
from foedus.writers.decks.shapes import shape
from foedus.writers.decks.text import FONT
from foedus.writers.decks.xml import DECLARED, declared, element, emu, parsed, solid, tag

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_PAGE = PAGES["slide"]
_LAYOUTS = {"title", "titleOnly"}
_PLACES = {
    "TITLE": (_PAGE.margin, 21.5, 680.0, 24.0),
    "CENTER_TITLE": (_PAGE.margin, 150.0, 896.0, 60.0),
    "SUBTITLE": (_PAGE.margin, 226.0, 896.0, 200.0),
    "FOOTER": (_PAGE.margin, _PAGE.height - 33, 850.0, 22.0),
    "SLIDE_NUMBER": (_PAGE.width - _PAGE.margin - 40, _PAGE.height - 33, 40.0, 22.0),
}
_LOOKS = {"TITLE": (TITLE, INK, 1), "CENTER_TITLE": (30.0, INK, 1), "SUBTITLE": (13.0, MUTED, 0)}
"""Size, colour and boldness; what is not named looks like a source line."""


def deck() -> "Presentation":
    """A presentation without slides in our own style."""
    import pptx
    from pptx.util import Emu

    made = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(emu(_PAGE.width)), Emu(emu(_PAGE.height))
    master = made.slide_master
    for layout in list(made.slide_layouts):
        if layout._element.get("type") not in _LAYOUTS:
            made.slide_layouts.remove(layout)
    for each in (master, *made.slide_layouts):
        places: Any = each.placeholders
        for placeholder in list(places):
            _set(placeholder)
    _barred(made)
    _themed(made)
    for key, relation in list(made.part.rels.items()):
        if relation.reltype.endswith("/printerSettings"):
            made.part.rels.pop(key)
    return made


def _set(placeholder: Any) -> None:
    """A placeholder where it belongs, with its look; a date has no place on our slides."""
    from pptx.util import Emu

    kind = placeholder.placeholder_format.type.name
    if kind == "DATE":
        placeholder._element.getparent().remove(placeholder._element)
        return
    if kind not in _PLACES:
        return
    left, top, width, height = (Emu(emu(points)) for points in _PLACES[kind])
    placeholder.left, placeholder.top, placeholder.width, placeholder.height = left, top, width, height
    anchor = {"TITLE": "t", "SUBTITLE": "t", "CENTER_TITLE": "b", "FOOTER": "b", "SLIDE_NUMBER": "b"}[kind]
    size, colour, bold = _LOOKS.get(kind, (SOURCE, MUTED, 0))
    anchor = "t" if kind in ("TITLE", "SUBTITLE") else "b"
    run = tag("a:defRPr", solid(colour), sz=round(size * 100), b=bold)
    side = "r" if kind == "SLIDE_NUMBER" else "l"
    level = tag("a:lvl1pPr", tag("a:buNone"), run, marL=0, indent=0, algn=side)
    body: Any = placeholder._element.txBody
    inset: dict[str, str | int] = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    place = element("a:bodyPr", {**DECLARED, **inset, "anchor": anchor, "wrap": "square"})
    style = element("a:lstStyle", DECLARED, level)
    for name, made in (("a:bodyPr", place), ("a:lstStyle", style)):
        body.replace(body.xpath(f"./{name}")[0], parsed(made))


def _barred(made: "Presentation") -> None:
    """The bar along the upper edge of every slide."""
    bar = Piece((Rect(Area(0, 0, _PAGE.width, RULE), Pen(fill=EVENT)),), ())
    tree = made.slide_master.shapes._spTree
    tree.insert_element_before(parsed(declared(shape(bar, 99, "bar", "", Fit()))), "p:extLst")


def _themed(made: "Presentation") -> None:
    """Our font, and the inks of the components as the accents that PowerPoint offers."""
    theme = next(
        each.target_part for each in made.slide_master.part.rels.values() if each.reltype.endswith("/theme")
    )
    text = theme.blob.decode().replace('"Calibri"', f'"{FONT}"').replace('"Office Theme"', '"Foedus"')
    for number, hue in enumerate(HUES[1:7], 1):
        ink = tag("a:srgbClr", val=hue.ink.removeprefix("#"))
        text = re.sub(rf"(<a:accent{number}>).*?(</a:accent{number}>)", rf"\1{ink}\2", text, flags=re.DOTALL)
    theme._blob = text.encode()
