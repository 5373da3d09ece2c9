"""A drawing as one picture on a slide: PNG for every program, and SVG for those that show it sharper."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from foedus.layout.drawing import Area, Drawing, Item, shifted
from foedus.layout.frame import letterhead
from foedus.layout.recast import recast
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.placeholders import describe
from foedus.writers.decks.xml import DECLARED, element, parsed, tag
from foedus.writers.pictures import png, svg

if TYPE_CHECKING:
    from pptx.slide import Slide

_SCALE = 3.0
_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Under this name a picture carries its SVG."""


def place(slide: "Slide", drawing: Drawing, area: Area, fit: Fit) -> None:
    """Put the part of a drawing that stands in `area` on a slide."""
    from io import BytesIO

    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    shown = _cropped(drawing, area)
    x, y = fit.at((area.x, area.y))
    shapes: Any = slide.shapes
    size = fit.length(area.width), fit.length(area.height)
    picture = shapes.add_picture(BytesIO(png.write(shown, _SCALE)), x, y, *size)
    picture.name = "picture"
    describe(picture, drawing.alt or drawing.title or "Picture")
    package: Any = slide.part.package
    name = PackURI(f"/ppt/media/{slide.part.partname.filename.removesuffix('.xml')}.svg")
    vector = Part(name, "image/svg+xml", package, svg.write(shown, "outlines").encode())
    key = slide.part.relate_to(vector, RELATIONSHIP_TYPE.IMAGE)
    blip = element("asvg:svgBlip", {"r:embed": key})
    kept = element("a:extLst", DECLARED, tag("a:ext", blip, uri=_VECTOR))
    picture._element.xpath(".//a:blip")[0].append(parsed(kept))


def _cropped(drawing: Drawing, area: Area) -> Drawing:
    """The drawing without title and foot, on a page that is just the area and has no ground."""
    own = letterhead(drawing.frame)
    bare = replace(drawing, frame=tuple(item for item in drawing.frame if item not in own))

    def moved(item: Item) -> Item:
        return shifted((item,), -area.x, -area.y)[0]

    return replace(recast(bare, moved), width=area.width, height=area.height, paper="none")
