"""Elements of a slide as text: every name and number is ours, everything a model says is escaped."""

import re
from typing import Any

from foedus.printable import printable
from foedus.writers.pictures.xml import escaped, held

_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
DECLARED = {f"xmlns:{prefix}": name for prefix, name in _SPACES.items()}
"""The name spaces of slides, as attributes of an outermost element."""

EMU = 12_700
"""English metric units, in which slides count, in a point."""


def tag(name: str, /, *inside: str, **attributes: str | int) -> str:
    """One element; `inside` is already XML, attribute values are escaped here."""
    return element(name, attributes, *inside)


def element(name: str, attributes: dict[str, str] | dict[str, str | int], *inside: str) -> str:
    """One element whose attributes have names that Python could not write."""
    written = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    content = "".join(inside)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def declared(xml: str) -> str:
    """One element with the name spaces that it needs to stand alone."""
    name = re.match(r"<([\w:]+)", xml)
    assert name is not None
    return xml.replace(name.group(), name.group() + "".join(f' {k}="{v}"' for k, v in DECLARED.items()), 1)


def parsed(xml: str) -> Any:
    """One element, its name spaces declared, as python-pptx holds it."""
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def said(text: str) -> str:
    """A text of a model as a slide can hold it: what cannot be seen is shown, what XML forbids left out."""
    return held(printable(text))


def emu(points: float) -> int:
    """Points as English metric units."""
    return round(points * EMU)


def solid(colour: str) -> str:
    """A fill of a colour `#RRGGBB`, or none."""
    if colour == "none":
        return tag("a:noFill")
    return tag("a:solidFill", tag("a:srgbClr", val=colour.removeprefix("#").upper()))


def named(id: int, name: str, description: str) -> str:
    """What a shape is called, and what is said in its place; without description it is mere decoration."""
    if description:
        return tag("p:cNvPr", id=id, name=said(name), descr=said(description))
    mark = tag("adec:decorative", val=1)
    kept = tag("a:ext", mark, uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    return tag("p:cNvPr", tag("a:extLst", kept), id=id, name=said(name))
