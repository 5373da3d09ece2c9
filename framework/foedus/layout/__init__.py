"""A picture to a `Drawing` that knows where everything stands.

Text is measured with our own font tables, arranged on a page, and painted by the writers. Importing
this room costs little: fonts and engines are loaded when a picture is laid out.
"""

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias, assert_never, get_args

from foedus.errors import Stop
from foedus.layout.drawing import Drawing
from foedus.layout.room import holds, refusal
from foedus.layout.tokens import PAGES, Page, PageName
from foedus.nearest import did_you_mean
from foedus.views.played_shapes import AnyPicture, Sequence, Timeline
from foedus.views.shapes import Diagram, Grid

Engine: TypeAlias = Literal["auto", "embedded", "system", "own"]
"""What ranks the boxes of a diagram: Graphviz in the wheel, the machine's `dot`, or our own ranking."""


def lay_out(
    picture: AnyPicture, page: PageName = "slide", engine: Engine = "auto", grow: bool = True
) -> Drawing:
    """The picture on a page, everything measured and placed, in points.

    The largest text that fits is taken, never less than the page's minimum; when even that does not
    fit, the next larger page is tried (at last a sheet as large as needed) and a note says so.
    Raises `Stop` when the picture does not fit and `grow` is false, when no drawing holds it, when the page
    or the engine is not known, or when an engine that was asked for by name is missing or takes too long.
    """
    from foedus.layout.notes import noted

    refuse(page, engine)
    if isinstance(picture, Diagram) and not holds(picture):
        raise Stop(refusal(picture))
    names = tuple(_upwards(page))
    for name in names if grow else names[:1]:
        if (drawing := _set(picture, PAGES[name], engine)) is not None:
            return noted(drawing, page)
    raise Stop(
        f"{picture.caption.view}: the text would fall under {PAGES[page].smallest:g} points on page "
        f"{page!r}; take a larger page ({', '.join(names[1:])}) or show less"
    )


def _upwards(page: PageName) -> Iterator[PageName]:
    """The page, and after it every larger one that is tried."""
    name: PageName | None = page
    while name is not None:
        yield name
        name = PAGES[name].larger


def fitted(
    picture: AnyPicture, page: PageName, engine: Engine = "auto", asked: PageName | None = None
) -> Drawing | None:
    """The picture on exactly this page, or None when its text would fall under the page's minimum.

    Where another page was `asked` for, a note says so. Raises `Stop` as `lay_out` does where the page or the
    engine is unknown or missing.
    """
    from foedus.layout.notes import noted

    refuse(page, engine)
    drawing = _set(picture, PAGES[page], engine)
    return noted(drawing, asked or page) if drawing is not None else None


def inset(picture: AnyPicture, width: float, height: float, smallest: float) -> Drawing | None:
    """The picture without title, tag and source, for a place in somebody's page; None where it does not fit.

    `width` and `height` of the place, and `smallest`, the least size of its text, in points.
    """
    return _set(picture, Page("a4", width, height, 0, smallest, None, bare=True), "auto")


def _set(picture: AnyPicture, page: Page, engine: Engine) -> Drawing | None:
    from foedus.layout.diagram import set_diagram
    from foedus.layout.grid import set_grid
    from foedus.layout.sequence import set_sequence
    from foedus.layout.timeline import set_timeline

    match picture:
        case Grid():
            return set_grid(picture, page)
        case Diagram():
            return set_diagram(picture, page, engine)
        case Timeline():
            return set_timeline(picture, page)
        case Sequence():
            return set_sequence(picture, page)
        case _:
            assert_never(picture)


def refuse(page: str, engine: str) -> None:
    """Raises `Stop` for a page and for an engine that there is not."""
    refuse_word("page size", page, tuple(PAGES))
    refuse_word("engine", engine, get_args(Engine))


def refuse_word(what: str, word: str, known: Collection[str]) -> None:
    """Raises `Stop` for a word that is not known."""
    if word not in known:
        hint = did_you_mean(word, known, "choose one of: {known}")
        raise Stop(f"no {what} `{word}`; {hint}")


__all__ = ["PAGES", "Drawing", "Engine", "PageName", "fitted", "inset", "lay_out", "refuse", "refuse_word"]
