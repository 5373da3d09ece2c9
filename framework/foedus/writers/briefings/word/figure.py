"""The figure of a page in a Word document: as vectors, and as pixels for what cannot show these."""

import io
from typing import TYPE_CHECKING

from foedus.layout.drawing import Drawing
from foedus.writers.briefings.word.styles import PICTURE
from foedus.writers.pictures import png, svg
from foedus.writers.pictures.xml import held

if TYPE_CHECKING:
    from docx.document import Document

_SCALE = 2.5
"""Pixels: 240 to the inch."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_VECTORS = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_KNOWN_AS = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def add_figure(document: "Document", drawing: Drawing, words: str) -> None:
    """The drawing in a paragraph of its own; `words` say it to those who cannot see it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = document.add_paragraph(style=PICTURE).add_run()
    shape = run.add_picture(io.BytesIO(png.write(drawing, _SCALE)), Pt(drawing.width), Pt(drawing.height))
    shape._inline.docPr.set("descr", held(words))
    shape._inline.docPr.set("name", "Figure")
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")  # else some programs keep a distance and cut the figure
    vectors = Part(
        PackURI("/word/media/figure.svg"),
        "image/svg+xml",
        svg.write(drawing, "outlines").encode(),
        document.part.package,
    )
    key = document.part.relate_to(vectors, RELATIONSHIP_TYPE.IMAGE)
    blip = next(shape._inline.iter(qn("a:blip")))
    blip.append(
        parse_xml(
            f'<a:extLst xmlns:a="{_DRAWING}"><a:ext uri="{_KNOWN_AS}"><asvg:svgBlip xmlns:asvg="{_VECTORS}" '
            f'xmlns:r="{_RELATIONS}" r:embed="{key}"/></a:ext></a:extLst>'
        )
    )
