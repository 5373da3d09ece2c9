"""The form of a picture: in lanes while it is small, in panels on one page when it is not, else on pages.

A picture says less before it takes a larger page, and takes a larger page before it takes several.
"""

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias, assert_never, get_args

from foedus.errors import Stop
from foedus.layout import Engine, fitted, lay_out, refuse, refuse_word
from foedus.layout.diagram import set_diagram
from foedus.layout.drawing import Drawing
from foedus.layout.notes import noted
from foedus.layout.pages import Sheet, can_be_cut, set_pages, set_summary
from foedus.layout.panels import set_panels
from foedus.layout.room import TIMES, holds, refusal
from foedus.layout.tokens import PAGES, PageName
from foedus.views.shapes import Diagram, Picture

Form: TypeAlias = Literal["auto", "lanes", "panels", "pages"]
"""How a picture is arranged: in lanes (a table has its one form), in panels, or on several pages."""

LANES, PANELS = 30, 80
"""So many boxes stand in lanes, and so many in panels, where no form is asked for."""

Pictures: TypeAlias = Callable[[int], Picture]
"""A view by how brief it is, from 0 to `BRIEFEST`."""
BRIEFEST = 4
"""So many steps a picture may take from saying everything to counting what it can."""


def sheets(pictures: Pictures, page: PageName, engine: Engine, form: Form) -> tuple[Sheet, ...]:
    """The sheets of a view in a form: one, but for pages.

    Raises `Stop` for a form, page or engine that there is not, for a table in panels or pages, and for
    panels that fit no page.
    """
    refuse(page, engine)
    refuse_word("form", form, get_args(Form))
    full = pictures(0)
    if form in ("panels", "pages") and not isinstance(full, Diagram):
        raise Stop(f"`{full.caption.view}` is a table; `--form {form}` is for boxes and links")
    match form:
        case "auto":
            found = _best(pictures, full, page, engine)
            if found is None and isinstance(full, Diagram) and can_be_cut(full):
                return _pages(full, page, engine)
            return (Sheet("", found or whole(full, page, engine)),)
        case "lanes":
            return (Sheet("", _briefer(pictures, page, engine) or lay_out(full, page, engine)),)
        case "panels":
            assert isinstance(full, Diagram)
            if not holds(full):
                raise Stop(refusal(full))
            return (Sheet("", _asked_panels(full, page, engine)),)
        case "pages":
            assert isinstance(full, Diagram)
            return _pages(full, page, engine)
        case _:
            assert_never(form)


def single(pictures: Pictures, page: PageName, engine: Engine) -> Drawing:
    """One drawing of a view: in lanes or panels, or in lanes on a sheet as large as it needs.

    What is more than any drawing holds is counted by component, as its subtitle says. Raises `Stop` for a
    page or engine that there is not.
    """
    refuse(page, engine)
    full = pictures(0)
    return _best(pictures, full, page, engine) or whole(full, page, engine)


def whole(full: Picture, page: PageName, engine: Engine) -> Drawing:
    """The picture on a page as large as it needs, or what stands for it where no drawing holds it."""
    if isinstance(full, Diagram) and not holds(full):
        return noted(set_summary(full, PAGES[page], engine), page)
    return lay_out(full, page, engine)


def _best(pictures: Pictures, full: Picture, page: PageName, engine: Engine) -> Drawing | None:
    """The drawing in the form for its size, on this page or else on a larger one of fixed size."""
    if not isinstance(full, Diagram) or PAGES[page].grows:
        return _briefer(pictures, page, engine)
    panels = (_on_panels(full, name, page, engine) for name in _fixed(page))
    size = len(full.boxes)
    if size <= LANES:
        lanes = (_in_lanes(full, name, page, engine) for name in _fixed(page) if name != page)
        return _briefer(pictures, page, engine) or _first(lanes) or _first(panels)
    if size > PANELS:
        return _briefer(pictures, page, engine, LANES)
    return next(panels) or _briefer(pictures, page, engine, LANES) or _first(panels)


def _briefer(pictures: Pictures, page: PageName, engine: Engine, most: int | None = None) -> Drawing | None:
    """The picture on exactly this page, as full as there is room for, and with at most so many boxes.

    What even pages do not hold is not tried: to say it more briefly takes long, and comes to nothing.
    """
    full = pictures(0)
    if isinstance(full, Diagram) and not holds(full, TIMES):
        return None
    tried: Picture | None = None
    for brief in range(BRIEFEST + 1):
        shown = pictures(brief)
        few = most is None or (isinstance(shown, Diagram) and len(shown.boxes) <= most)
        if few and shown != tried and (found := fitted(shown, page, engine)) is not None:
            return found
        tried = shown
    return None


def _first(found: Iterator[Drawing | None]) -> Drawing | None:
    return next((drawing for drawing in found if drawing is not None), None)


def _fixed(page: PageName) -> Iterator[PageName]:
    """The page and the larger ones, but none that grows."""
    name: PageName | None = page
    while name is not None and not PAGES[name].grows:
        yield name
        name = PAGES[name].larger


def _in_lanes(full: Diagram, page: PageName, asked: PageName, engine: Engine) -> Drawing | None:
    drawing = set_diagram(full, PAGES[page], engine)
    return drawing and noted(drawing, asked)


def _on_panels(full: Diagram, page: PageName, asked: PageName, engine: Engine) -> Drawing | None:
    drawing = set_panels(full, PAGES[page], engine) if holds(full) else None
    return drawing and noted(drawing, asked)


def _asked_panels(full: Diagram, page: PageName, engine: Engine) -> Drawing:
    """Panels on this page or a larger one. Raises `Stop` where they fit none."""
    names = tuple(_fixed(page)) or (page,)
    found = _first(_on_panels(full, name, page, engine) for name in names)
    if found is None:
        raise Stop(
            f"{full.caption.view}: {len(full.boxes)} boxes in panels would fall under "
            f"{PAGES[names[-1]].smallest:g} points on page {names[-1]!r}; "
            "take `--form pages`, or `--page sheet`"
        )
    return found


def _pages(full: Diagram, page: PageName, engine: Engine) -> tuple[Sheet, ...]:
    made = set_pages(full, PAGES[page], engine)
    return tuple(Sheet(each.name, noted(each.drawing, page)) for each in made)
