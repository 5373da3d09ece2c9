"""The one page of an order: as a PDF, for a word processor, and as the text of an e-mail."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.brief.order import Order
from foedus.draw import BRIEFEST, picture
from foedus.errors import TooLong
from foedus.layout import inset
from foedus.layout.drawing import Drawing
from foedus.views.briefing.shape import Briefing, barely_noted, shortened
from foedus.views.briefing.view import view
from foedus.views.document import Figure
from foedus.views.shapes import Grid, Picture
from foedus.words import joined
from foedus.writers.briefings import paper
from foedus.writers.briefings.paper import Paper, Part
from foedus.writers.zipped import written_to

CHOICE = ("glance", "profile", "coverage", "matrix", "overview", "trigger")
"""The figures that are tried, in this order, where none is asked for."""
FEWEST = 3
"""Points are left out for want of room until so many are left."""
_STEPS = (180.0, 210.0, 240.0, 270.0, 300.0, 330.0)
"""The heights that a table is tried in, in points: its rows grow with the room they are given."""
_NEAR = 10.0
"""How near the height that a figure is said to need comes to the least, in points."""
_COMFORTABLE = 8.4
"""A table with text of this size needs no higher place."""


def as_pdf(order: Order) -> bytes:
    """The page as a PDF. Raises `TooLong` where it does not fit."""
    from foedus.writers.briefings import pdf

    briefing, drawing = composed(order, Paper())
    made = pdf.write(briefing, drawing, order.dated)
    if made is None:
        raise _too_long(order, briefing, Paper(), drawing.height)
    return made


def as_docx(order: Order) -> bytes:
    """The page for a word processor, in the house style if there is a template.

    Raises `TooLong` where it does not fit, and `Stop` where the template cannot be read.
    """
    from foedus.writers.briefings.word import page

    with written_to(order.template):
        style = page.opened(order.template)
    briefing, drawing = composed(order, style.paper)
    with written_to(order.template):
        return page.write(briefing, drawing, style, order.dated)


def as_text(order: Order) -> bytes:
    """The page as the text of an e-mail, its figure in words."""
    from foedus.writers.briefings import text

    name = (order.views or CHOICE)[0]
    return text.write(view(order.project, Figure(name, picture(order.project, name)))).encode()


def composed(order: Order, room: Paper) -> tuple[Briefing, Drawing]:
    """The page with the first figure that fits beside at least three points, and as much else as fits then.

    Raises `TooLong` where no figure does.
    """
    names = order.views or CHOICE
    whole = view(order.project, Figure(names[0], picture(order.project, names[0])))
    for name in names:
        pictures = tuple(_pictures(order, name))
        for briefing in _shorter(whole):
            for each in pictures:
                fitting = replace(briefing, figure=Figure(name, each))
                if (drawing := _drawn(each, room, paper.room_for_figure(fitting, room))) is not None:
                    return fitting, drawing
    *_, least = _shorter(whole)
    raise _too_long(order, least, room)


def _shorter(whole: Briefing) -> Iterator[Briefing]:
    """The briefing whole, then with shorter notes, with fewer points, with fewer questions."""
    for each in _fewer(whole):
        yield each
        yield barely_noted(each)


def _fewer(whole: Briefing) -> Iterator[Briefing]:
    few = min(FEWEST, len(whole.points))
    for points in range(len(whole.points), few, -1):
        yield shortened(whole, points, len(whole.asked))
    for asked in range(len(whole.asked), -1, -1):
        yield shortened(whole, few, asked)


def _pictures(order: Order, name: str) -> Iterator[Picture]:
    """A view from saying everything to counting what it can."""
    tried: Picture | None = None
    for brief in range(BRIEFEST + 1):
        shown = picture(order.project, name, brief=brief)
        if shown != tried:
            yield shown
        tried = shown


def _drawn(shown: Picture, room: Paper, height: float) -> Drawing | None:
    """The picture in the room that is left for it; a table no higher than its text needs."""
    steps = (*(each for each in _STEPS if each < height), height) if isinstance(shown, Grid) else (height,)
    found: Drawing | None = None
    for step in steps if height > 0 else ():
        found = inset(shown, room.width, step, paper.SMALLEST_FIGURE) or found
        if found is not None and found.text_size >= _COMFORTABLE:
            break
    return found


def _too_long(order: Order, briefing: Briefing, room: Paper, figure: float = 0.0) -> TooLong:
    """What takes how much of the page, the largest first, and what could be cut, found by trying.

    Without a `figure` none fits: it is said what each that was asked for needs.
    """
    every = sorted(paper.parts(briefing, room, figure), key=lambda part: -part.height)
    found = [part for part in every if figure or part.name != "figure"]
    taken = sum(part.height for part in found)
    said = f"does not fit one page: {taken:.0f} of {room.height:.0f} points are taken"
    if not figure:
        around = sum(part.height for part in every) - taken
        needs = [f"`{name}` {_needed(order, name, room, around)}" for name in order.views or CHOICE]
        said += f", and a figure with its caption needs: {joined(needs, 'or')}"
    sizes = ", ".join(f"{part.name} {part.height:.0f}" for part in found if part.height)
    cuts = (f"  cut {each}" for each in _cuts(order, briefing, room, found))
    return TooLong("\n".join((f"{order.project.name}: {said}", f"  {sizes}", *cuts)))


def _needed(order: Order, name: str, room: Paper, around: float) -> str:
    """The height that a figure needs at its briefest, in points, with what is `around` it, by halving."""
    *_, briefest = _pictures(order, name)
    low, high = 0.0, room.height - around
    if inset(briefest, room.width, high, paper.SMALLEST_FIGURE) is None:
        return "more than a page"
    while high - low > _NEAR:
        middle = (low + high) / 2
        fits = inset(briefest, room.width, middle, paper.SMALLEST_FIGURE) is not None
        low, high = (low, middle) if fits else (middle, high)
    return f"about {high + around:.0f}"


def _cuts(order: Order, briefing: Briefing, room: Paper, found: list[Part]) -> Iterator[str]:
    """What would make the page shorter: a figure found to fit, else the words of the largest parts."""
    space = paper.room_for_figure(briefing, room)
    for name in CHOICE if order.views else ():
        if any(_drawn(each, room, space) for each in _pictures(order, name)):
            yield f"the figure: `--views {name}` fits"
            return
    for part in [each for each in found if each.name in _WRITTEN][:3]:
        yield f"{part.name}: {_WRITTEN[part.name]}"


_WRITTEN = {
    "title": "shorten `framework.title`",
    "bottom line": "shorten `framework.bottom_line`",
    "points": "shorten the titles of the provisions, findings and targets that they name",
    "open questions": "shorten the titles of the questions",
    "notes": "shorten the titles of the sources, or their `at` and `quote`",
}
"""Where the words of a part are written."""
