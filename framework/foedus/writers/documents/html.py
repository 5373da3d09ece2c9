"""A document as one HTML file: pictures inside, no script, no outside resource, all text escaped."""

import base64
import re
from collections.abc import Mapping
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from foedus import __version__
from foedus.layout import Drawing
from foedus.layout.palette import hue
from foedus.views.document import Document, numbered
from foedus.views.twin import twin
from foedus.writers.pictures import svg
from foedus.writers.pictures.font import subset

_LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x400, 0x492)))) + "–—‘’“”…·→"
"""Latin and Cyrillic; what else a model holds is drawn in the reader's own fonts."""
_CODE = re.compile(r"`([^`]+)`")
_SOURCE = re.compile(r"\[([1-9][0-9]{0,3})\]")


def write(document: Document, drawings: Mapping[str, Drawing]) -> str:
    """The whole document as one page that needs nothing else; `drawings` holds its figures by name."""
    pictures = {name: Markup(svg.write(drawing, name=name)) for name, drawing in drawings.items()}
    hues = {section.hue: hue(section.hue).ink for section in document.sections if section.hue}
    return _template(numbered(document)).render(
        document=document, pictures=pictures, inks=hues, version=__version__, face=face()
    )


def _template(sources: int) -> Template:
    loader = PackageLoader("foedus.writers.documents")
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    pages.filters |= {"kind": lambda block: type(block).__name__, "twin": twin}
    pages.filters["coded"] = partial(_coded, sources=sources)
    return pages.get_template("document.html")


def face() -> Markup:
    """Inter inside the page, so that it looks the same on a machine without it."""
    data = base64.b64encode(subset(_LETTERS)).decode()
    return Markup(
        f"@font-face {{ font-family: Inter; font-weight: 100 900; src: url(data:font/woff;base64,{data}) }}"
    )


def _coded(text: str, sources: int) -> Markup:
    """Escaped text in which words between backticks are code, and the numbers of sources lead to them."""

    def linked(found: re.Match[str]) -> str:
        number = found.group(1)
        return f'<a href="#source-{number}">[{number}]</a>' if int(number) <= sources else found.group()

    return Markup(_SOURCE.sub(linked, _CODE.sub(r"<code>\1</code>", str(escape(text)))))
