"""Floor 8: a picture to a `Drawing` that knows where everything stands.

Text is measured with our own font tables, arranged on a page, and painted by the writers. Importing
this room costs little: fonts and engines are loaded when a picture is laid out.
"""

from typing import Literal, TypeAlias

from foedus.errors import Stop
from foedus.layout.drawing import Drawing
from foedus.layout.tokens import PAGES, PageName
from foedus.views.shapes import Grid, Picture

Engine: TypeAlias = Literal["auto", "embedded", "system", "own"]
"""What ranks the boxes of a diagram: Graphviz in the wheel, the machine's `dot`, or our own ranking."""


def lay_out(
    picture: Picture, page: PageName = "slide", engine: Engine = "auto", grow: bool = True
) -> Drawing:
    """The picture on a page, everything measured and placed, in points.

    The largest text that fits is taken, never less than the page's minimum; when even that does not
    fit, the next page is tried (slide, a4, a3, then a sheet as large as needed) and a note says so.
    Raises `Stop` when the picture does not fit and `grow` is false, when the page or the engine is
    not known, or when an engine that was asked for by name is missing or takes too long.
    """
    from foedus.layout.diagram import set_diagram
    from foedus.layout.grid import set_grid
    from foedus.layout.notes import noted

    if page not in PAGES:
        raise Stop(f"no page size {page!r}; choose one of: {', '.join(PAGES)}")
    names = list(PAGES)
    for name in names[names.index(page) :] if grow else [page]:
        size = PAGES[name]
        drawing = set_grid(picture, size) if isinstance(picture, Grid) else set_diagram(picture, size, engine)
        if drawing is not None:
            return noted(drawing, page)
    raise Stop(
        f"{picture.caption.view}: the text would fall under {PAGES[page].smallest:g} points on page "
        f"{page!r}; take a larger page ({', '.join(names[names.index(page) + 1 :])}) or show less"
    )


__all__ = ["PAGES", "Drawing", "Engine", "PageName", "lay_out"]
