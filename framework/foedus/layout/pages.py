"""Pages: an overview of a diagram's parts, then each part on a page of its own."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from foedus.errors import Stop
from foedus.layout.diagram import fits, set_diagram
from foedus.layout.drawing import Drawing
from foedus.layout.frame import numbered
from foedus.layout.room import TIMES, holds, refusal, size
from foedus.layout.tokens import PAGES, Page
from foedus.views.cuts import halves, with_short_lists
from foedus.views.pages import overviews, titled
from foedus.views.parts import lane_of, parts
from foedus.views.shapes import Diagram

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_MOST = 40
"""A part with more boxes than these is cut before it is tried."""
_ROWS = 16
"""A list with more rows than these is told in several cards."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a picture: `name` tells it from the others, and is empty where it is the only one."""

    name: str
    drawing: Drawing


def set_pages(diagram: Diagram, page: Page, engine: str) -> tuple[Sheet, ...]:
    """An overview and a page for each part; a part that does not fit its page is cut, and what its pieces
    have to do with one another is told by number. What cannot be cut any more goes to a larger page.

    Raises `Stop` for what pages do not hold, and for an engine that is missing or too slow, if it was asked
    for by name.
    """
    if not holds(diagram, TIMES):
        raise Stop(refusal(diagram))
    diagram = with_short_lists(diagram, _ROWS)
    made = _parts(diagram, lambda part: len(part.boxes) <= _MOST and fits(part, page, engine))
    for part in made:
        if not holds(part):
            raise Stop(refusal(part, cut=True))
    drawn = [(_word(part), set_diagram(part, page, engine) or _larger(part, page, engine)) for part in made]
    every = [("overview", _first(overviews(diagram, made), page, engine)), *drawn]
    return tuple(
        Sheet(f"{place}-{word}", _numbered(drawing, place, len(every)))
        for place, (word, drawing) in enumerate(every, 1)
    )


def can_be_cut(diagram: Diagram) -> bool:
    """Whether pages hold a diagram: not where what belongs to one box alone is more than a drawing holds."""
    return holds(diagram, TIMES) and all(map(holds, _parts(with_short_lists(diagram, _ROWS), holds)))


def _parts(diagram: Diagram, small: Callable[[Diagram], bool]) -> tuple[Diagram, ...]:
    """The parts of a diagram; each that is not small enough is halved, and so on as far as it can be."""
    pieces: dict[str, tuple[tuple[str, ...], ...]] = {}
    known: dict[object, bool] = {}
    while True:
        made = tuple(titled(part) for part in parts(diagram, pieces))
        cut: dict[str, list[tuple[str, ...]]] = {}
        for part in made:
            halved = halves(diagram, part)
            key = part.boxes, part.links
            if key not in known:
                known[key] = len(halved) == 1 or small(part)
            own = tuple(id for half in halved for id in half)
            cut.setdefault(lane_of(part), []).extend((own,) if known[key] else halved)
        if all(known[part.boxes, part.links] for part in made):
            return made
        pieces = {lane: tuple(each for each in found if each) for lane, found in cut.items()}


def set_summary(diagram: Diagram, page: Page, engine: str) -> Drawing:
    """What stands for a diagram that no drawing holds: its parts, counted, and the links between them.

    Raises `Stop` where even these are too many.
    """
    plain = f"{size(diagram)}, more than a drawing holds: counted by component"
    drawing = _first(overviews(diagram, tuple(map(titled, parts(diagram))), None, plain), page, engine)
    more = "; `foedus draw --form pages` draws them" if can_be_cut(diagram) else ""
    return replace(drawing, notes=(*drawing.notes, f"{plain}{more}"))


def _first(found: Iterator[Diagram], page: Page, engine: str) -> Drawing:
    """The fullest overview that fits the page, or the plainest on a larger one."""
    for shown in found:
        if (drawing := set_diagram(shown, page, engine)) is not None:
            return drawing
    return _larger(shown, page, engine)


def _larger(shown: Diagram, page: Page, engine: str) -> Drawing:
    drawing = None
    while drawing is None and page.larger is not None:
        page = PAGES[page.larger]
        drawing = set_diagram(shown, page, engine)
    if drawing is None:  # the last page grows
        raise Stop(refusal(shown))
    return drawing


def _word(part: Diagram) -> str:
    """What the file of a part is called: the id of its lane, in letters that any disk takes."""
    return _UNSAFE.sub("-", lane_of(part))[:40].strip("-") or "part"


def _numbered(drawing: Drawing, place: int, count: int) -> Drawing:
    """The drawing with its number among the pages printed on it."""
    alt = f"Page {place} of {count}. {drawing.alt}"
    return replace(numbered(drawing, f"{place} / {count}"), alt=alt)
