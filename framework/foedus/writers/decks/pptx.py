"""Slides as a PowerPoint file: native shapes, real titles, notes; the same bytes for the same slides."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from foedus.layout import metrics
from foedus.layout.drawing import Area, Drawing, Words
from foedus.layout.palette import MUTED
from foedus.layout.tokens import SOURCE, TITLE
from foedus.layout.wrap import wrapped
from foedus.views.slides import Cover, Listing
from foedus.writers import zipped
from foedus.writers.decks import exact, picture
from foedus.writers.decks.fit import Fit, fitted
from foedus.writers.decks.house import House, house
from foedus.writers.decks.listing import columns, written
from foedus.writers.decks.pieces import Piece
from foedus.writers.decks.placeholders import describe, entitle, foot, prune
from foedus.writers.decks.shapes import shape
from foedus.writers.decks.slide import Slide
from foedus.writers.decks.xml import DECLARED, EMU, element, parsed, said

if TYPE_CHECKING:
    from pptx.slide import Slide as Made
    from pptx.slide import SlideLayout

_FIRST = 10  # shapes of ours are numbered from here; placeholders come before
_PROPERTY = 255  # characters of what a file says of itself
_BRIEF = "Structure, not forecast"
"""What stands in the foot of a house that has no room for the whole source line."""


def write(
    slides: Sequence[Slide], template: Path | None = None, day: date | None = None, pictures: bool = False
) -> bytes:
    """The slides as PPTX bytes, dated `day`, in our own style or that of a template.

    With `pictures` drawings are exact pictures instead of shapes. Raises `Stop` for a template that cannot
    be used.
    """
    out = io.BytesIO()
    with zipped.written_to(template):
        style = house(template)
        for each in slides:
            for made in _made(style, each, pictures):
                _finish(style, made, each, len(style.deck.slides))
        _dated(style, slides[0].title, day)
        style.deck.save(out)
    return zipped.timeless(out.getvalue())


def _made(style: House, slide: Slide, pictures: bool) -> "Iterator[Made]":
    """The slide, or several where it is a list that is too long for one."""
    match slide.content:
        case Cover() as cover:
            yield _cover(style, slide.title, cover)
        case Listing() as told:
            yield from _list(style, slide.title, told)
        case Drawing() as drawing:
            yield _figure(style, slide.title, drawing, pictures)
        case _:
            assert_never(slide.content)


def _finish(style: House, made: "Made", slide: Slide, number: int) -> None:
    """Source, number and notes of a slide; what has nothing in it is taken out."""
    covers = isinstance(slide.content, Cover)
    if not style.own and not covers:
        _source(style, made, slide.source)
    foot(made, slide.source if style.own and not covers else _BRIEF, number)
    prune(made)
    _note(made, slide.notes)


def _list(style: House, title: str, told: Listing) -> "Iterator[Made]":
    parts = columns(told, _inner(style))
    for place, part in enumerate(parts, 1):
        made = style.deck.slides.add_slide(style.plain)
        part_title = title if len(parts) == 1 else f"{title} ({place} of {len(parts)})"
        entitle(made, part_title, TITLE if style.own else None)
        _add(made, written(part, _inner(style), _FIRST))
        yield made


def _figure(style: House, title: str, drawing: Drawing, pictures: bool) -> "Made":
    """A drawing in the room of its slide: in our own style just where it was drawn."""
    made: Made = style.deck.slides.add_slide(style.plain)
    area = picture.room(drawing)
    in_place = style.own and drawing.page == "slide"
    fit = Fit() if in_place else fitted(area, _inner(style))
    own = next((item.size for item in drawing.frame if isinstance(item, Words)), TITLE)
    entitle(made, title, (own if in_place else TITLE) if style.own else None)
    if pictures:
        exact.place(made, drawing, area, fit)
    else:
        _add(made, picture.figure(drawing, fit, _FIRST))
    return made


def _inner(style: House) -> Area:
    """The room of a slide without what the source line takes, where the foot has no room for it."""
    if style.own:
        return Area(32, 66, 896, 426)
    return Area(style.room.x, style.room.y, style.room.width, style.room.height - 2.6 * SOURCE)


def _source(style: House, made: "Made", source: str) -> None:
    """The source line at the foot of the room."""
    lines = wrapped(source, style.room.width, SOURCE)
    y = style.room.bottom - SOURCE * (1.25 * len(lines) - 1)
    words = tuple(
        Words(style.room.x, y + i * SOURCE * 1.25, text, SOURCE, MUTED, metrics.width(text, SOURCE))
        for i, text in enumerate(lines)
    )
    _add(made, shape(Piece((), words), 9000, "source", source, Fit()))


def _cover(style: House, title: str, cover: Cover) -> "Made":
    """The title slide; a house without one gets a plain slide with the same words."""
    lines = tuple(line for line in (cover.status, cover.summary, cover.source) if line)
    layout = style.cover or style.plain
    made: Made = style.deck.slides.add_slide(layout)
    entitle(made, title, 30.0 if style.own else None)
    for place in made.placeholders:
        if place.placeholder_format.type.name in ("SUBTITLE", "BODY"):
            _fill(place, lines, layout)
            return made
    _add(made, written(columns(Listing(lines[0], lines[1:]), _inner(style))[0], _inner(style), _FIRST))
    return made


def _fill(place: Any, lines: tuple[str, ...], layout: "SlideLayout") -> None:
    """The lines of a cover in the place that its layout has for them, no larger than they fit."""
    frame = place.text_frame
    wide, high = place.width / EMU - 16, place.height / EMU - 8
    sizes = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)

    def height(size: float) -> float:
        return sum(len(wrapped(line, wide, size * 1.1)) * size * 1.25 + 6 for line in lines)

    size = next((each for each in sizes if height(each) <= high), sizes[-1])
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = said(line)
        paragraph.space_after = round(6 * EMU)
        for run in paragraph.runs:
            run.font.size = round(size * EMU)
            run.font.bold = number == 0
    describe(place, "Status, summary and source")


def _add(made: "Made", xml: str) -> None:
    """Shapes on a slide, above what stands on it."""
    for each in parsed(element("p:spTree", DECLARED, xml)):
        made.shapes._spTree.append(each)


def _note(made: "Made", notes: Sequence[str]) -> None:
    """What is said with a slide; an empty page of notes is not made."""
    if not notes:
        return
    page = made.notes_slide
    frame: Any = page.notes_text_frame
    if frame is None:
        return
    frame.text = said(notes[0])
    for note in notes[1:]:
        frame.add_paragraph().text = said(note)
    for place in list(page.placeholders):
        kind = place.placeholder_format.type.name
        if kind in ("SLIDE_NUMBER", "FOOTER", "DATE", "HEADER"):
            place._element.getparent().remove(place._element)


def _dated(style: House, title: str, day: date | None) -> None:
    """What the file says of itself."""
    about = style.deck.core_properties
    about.title, about.author, about.last_modified_by = said(title)[:_PROPERTY], "Foedus", "Foedus"
    about.created = about.modified = zipped.moment(day)
    about.revision, about.subject, about.keywords, about.comments = 1, _BRIEF, "", ""
