"""The formats of pictures by the name that the command line gives them, and who writes each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from foedus.layout.drawing import Drawing
from foedus.layout.palette import LIGHT, Theme
from foedus.views.played_shapes import AnyPicture
from foedus.writers.pictures import alt, csv, d2, dot, gexf, graphml, json, mermaid, pdf, png, scene, svg


@dataclass(frozen=True, slots=True)
class Style:
    """What a painter may choose: pixels of a PNG (96 an inch times `scale`), text of an SVG, the day."""

    scale: float = 2.0
    text: svg.Text = "live"
    day: date | None = None


PAINTERS: dict[str, Callable[[Drawing, Style], bytes]] = {
    "svg": lambda drawing, style: svg.write(drawing, style.text).encode(),
    "png": lambda drawing, style: png.write(drawing, style.scale),
    "pdf": lambda drawing, style: pdf.write(drawing, style.day),
    "scene": lambda drawing, _: scene.write(drawing).encode(),
    "gexf": lambda drawing, style: gexf.write(drawing, style.day).encode(),
    "graphml": lambda drawing, _: graphml.write(drawing).encode(),
}
"""Formats of a picture that has been laid out on a page."""

GRAPHS = frozenset({"gexf", "graphml"})
"""Those of them that hold a whole graph, however large, and no pages."""

BINDERS: dict[str, Callable[[Sequence[Drawing], Style], bytes]] = {
    "pdf": lambda drawings, style: pdf.bound(drawings, style.day),
}
"""Formats that hold several pages in one file."""

WRITERS: dict[str, Callable[[AnyPicture, Theme], str]] = {
    "dot": dot.write,
    "mermaid": mermaid.write,
    "d2": d2.write,
    "json": lambda picture, _: json.write(picture),
    "alt": lambda picture, _: alt.write(picture),
    "csv": lambda picture, _: csv.write(picture),
}
"""Formats of a picture that has no page."""

ENDINGS = {
    "svg": "svg",
    "png": "png",
    "pdf": "pdf",
    "dot": "dot",
    "mermaid": "mmd",
    "d2": "d2",
    "json": "json",
    "scene": "scene.json",
    "gexf": "gexf",
    "graphml": "graphml",
    "alt": "txt",
    "csv": "csv",
}
"""How the files of each format end."""


def paint(drawing: Drawing, form: str, style: Style) -> bytes:
    """A drawing in a format of `PAINTERS`."""
    return PAINTERS[form](drawing, style)


def write(picture: AnyPicture, form: str, theme: Theme = LIGHT) -> bytes:
    """A picture in a format of `WRITERS`."""
    return WRITERS[form](picture, theme).encode("utf-8", "replace")
