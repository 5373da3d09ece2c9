"""A deck of slides: cover, figures, a scenario step by step, what is open, where it is written."""

from collections.abc import Iterator
from functools import partial

from foedus.brief.order import Order
from foedus.draw import Setting, picture, sheets, story
from foedus.graph import build
from foedus.layout import Drawing, forms, lay_out
from foedus.layout.drawing import Words
from foedus.simulation import play
from foedus.views import slides, steps
from foedus.views.captions import source_line
from foedus.views.played_shapes import MEANINGS, AnyPicture
from foedus.views.told.play import view as told
from foedus.writers.decks import pptx
from foedus.writers.decks.slide import Slide
from foedus.writers.pictures import alt

FIGURES = ("overview", "trigger", "matrix")
"""What is shown where nothing is asked for."""
MOST_PAGES = 40
"""A figure takes no more slides than these; which of its pages are left out is told on one more."""


def make(order: Order) -> bytes:
    """The slides of a briefing as PPTX. Raises `Stop` for a template that cannot be used."""
    return pptx.write(tuple(_slides(order)), order.template, order.dated, order.exact)


def _slides(order: Order) -> Iterator[Slide]:
    project = order.project
    source = source_line(project)
    title, cover = slides.cover(project)
    yield Slide(title, cover, source, (cover.summary, cover.source) if cover.summary else (cover.source,))
    for view in order.views or FIGURES:
        yield from _figure(order, view)
    if order.scenario is not None:
        yield from _story(order, order.scenario)
    for title, listing in (
        ("What is open", slides.open_questions(project)), ("Sources", slides.sources(project)),
    ):  # fmt: skip
        if listing.items:
            yield Slide(title, listing, source, (listing.lead, *listing.told))


def _figure(order: Order, view: str) -> Iterator[Slide]:
    """A view on one slide, or on several where one cannot hold it.

    The first has all words and places in its notes, so that a deck grows no faster than its model.
    """
    found = sheets(order.project, view, Setting())
    words = _words(picture(order.project, view))
    more = (*words, "Where it is written:", *slides.places(build(order.project)))
    for sheet in found[:MOST_PAGES]:
        drawing = sheet.drawing
        yield Slide(drawing.title, drawing, drawing.source, (drawing.alt, *drawing.notes, *more))
        more = ("In words, and where it is written: in the notes of the first slide of this figure.",)
    if left_out := found[MOST_PAGES:]:
        first = found[0].drawing
        titles = tuple(each.drawing.title.removeprefix(f"{first.title}: ") for each in left_out)
        told = slides.left_out(view, titles, len(found))
        yield Slide(f"{first.title}: what is left out", told, first.source, (told.lead,))


def _story(order: Order, scenario: str) -> Iterator[Slide]:
    """A scenario: where everything stands at each step, then the whole of it along time.

    A scenario that cannot be played has its timeline alone, which says why.
    """
    trace = play(order.project, scenario, reading=order.project.reading)
    account = {each.anchor: each for each in told(trace).sections}
    meanings = "; ".join(f"{state}: {meaning}" for state, meaning in MEANINGS.items())
    for place in range(len(trace.turns)):
        drawing = forms.single(partial(steps.view, trace, place), "slide", "auto")
        section = account.get(f"turn-{place}" if place else "start")
        said = tuple(slides.spoken(section)) if section is not None else ()
        notes = (drawing.alt, *drawing.notes, *said, f"What the states mean: {meanings}.")
        yield Slide(drawing.title, drawing, drawing.source, notes)
        unnamed = slides.unnamed(steps.moved(trace, place), _read(drawing))
        if unnamed.items:
            yield Slide(f"{drawing.title}: by title", unnamed, drawing.source, (unnamed.lead, *unnamed.items))
    shown = story(order.project, "timeline", scenario)
    drawing = lay_out(shown)
    yield Slide(drawing.title, drawing, drawing.source, (drawing.alt, *drawing.notes, *_words(shown)))


def _read(drawing: Drawing) -> str:
    """All text of a drawing, line after line."""
    return " ".join(item.text for item in drawing.items() if isinstance(item, Words))


def _words(shown: AnyPicture) -> tuple[str, ...]:
    """All that a picture shows, as lines."""
    return ("In words:", *filter(None, alt.write(shown).splitlines()))
