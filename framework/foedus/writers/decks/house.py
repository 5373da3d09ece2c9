"""The house style that slides are made in: a template with its layouts, or our own."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.errors import Stop
from foedus.layout.drawing import Area
from foedus.writers import zipped
from foedus.writers.decks import blank
from foedus.writers.decks.xml import EMU

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

_TEMPLATE, _DECK = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
_KEPT = {"DATE", "FOOTER", "SLIDE_NUMBER"}
_SHARE = 0.25  # what takes more of a slide is its ground, and may be drawn on


@dataclass(frozen=True, slots=True)
class House:
    """An opened presentation without slides.

    `cover` is the layout of a title slide, None where there is none; `plain` has a title and nothing else to
    fill. `room` is what a plain slide leaves free, in points. `own` is true of our own style, whose title and
    foot stand where drawings have theirs.
    """

    deck: "Presentation"
    cover: "SlideLayout | None"
    plain: "SlideLayout"
    room: Area
    own: bool


def house(template: Path | None) -> House:
    """The house style of a template, or our own.

    Raises `Stop` for a file that is no presentation, and for one without a layout for a title alone.
    """
    deck = _opened(template) if template else blank.deck()
    layouts = tuple(deck.slide_layouts)
    cover = next((each for each in layouts if _type(each) == "title"), None)
    plain = next((each for each in layouts if _type(each) == "titleOnly"), None)
    plain = plain or next((each for each in layouts if _is_plain(each)), None)
    if plain is None:
        known = ", ".join(f"“{each.name}”" for each in layouts) or "none"
        raise Stop(
            f"{template}: no layout “Title Only”, one with a title and nothing else to fill; its layouts are "
            f"{known}. Add one in the slide master, or leave out `--template`"
        )
    _emptied(deck)
    return House(deck, cover, plain, _room(deck, plain), template is None)


def _opened(template: Path) -> "Presentation":
    """A presentation or a template of one (.potx) as a presentation."""
    import pptx

    zipped.refuse_large(template)
    try:
        deck = pptx.Presentation(io.BytesIO(_as_deck(template)))
        tuple(deck.slide_layouts)
    except Exception:  # the package says in a dozen ways that it cannot read a file
        raise Stop(f"{template}: no PowerPoint presentation; save it as .pptx and name that") from None
    return deck


def _as_deck(template: Path) -> bytes:
    """The same file, called a presentation where it calls itself a template of one."""
    out = io.BytesIO()
    with zipfile.ZipFile(template) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            types = name == "[Content_Types].xml"
            packed.writestr(name, content.replace(_TEMPLATE, _DECK) if types else content)
    return out.getvalue()


def _type(layout: "SlideLayout") -> str:
    return str(layout._element.get("type", ""))


def _is_plain(layout: "SlideLayout") -> bool:
    """Whether a layout has a title, and otherwise only what every slide has."""
    places: Any = layout.placeholders
    kinds = [each.placeholder_format.type.name for each in places]
    return "TITLE" in kinds and set(kinds) <= {"TITLE", *_KEPT}


def _emptied(deck: "Presentation") -> None:
    """Take the slides of a template out, with all that names them, and its preview."""
    listed = deck.slides._sldIdLst
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    for extensions in deck._element.xpath("./p:extLst"):
        deck._element.remove(extensions)
    for show in deck._element.xpath("./p:custShowLst"):
        deck._element.remove(show)
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package._rels.pop(key)


def _room(deck: "Presentation", layout: "SlideLayout") -> Area:
    """The largest part of a slide that neither a placeholder nor an ornament of the layout stands in."""
    whole = Area(0, 0, (deck.slide_width or 0) / EMU, (deck.slide_height or 0) / EMU)
    edge = whole.height * 0.03
    room = Area(edge, edge, whole.width - 2 * edge, whole.height - 2 * edge)
    for taken in _taken(layout):
        if taken.width * taken.height < _SHARE * whole.width * whole.height and room.meets(taken):
            room = max(_beside(room, taken), key=lambda each: each.width * each.height)
    return room


def _taken(layout: "SlideLayout") -> Iterator[Area]:
    """Where placeholders and ornaments of a layout stand, those of its master included; first the title."""
    places: Any = layout.placeholders
    shapes = [*places]
    shapes += [each for each in layout.shapes if not each.is_placeholder]
    shapes += [each for each in layout.slide_master.shapes if not each.is_placeholder]
    for each in sorted(shapes, key=lambda shape: not shape.is_placeholder):
        if None not in (each.left, each.top, each.width, each.height):
            yield Area(each.left / EMU, each.top / EMU, each.width / EMU, each.height / EMU)


def _beside(room: Area, taken: Area, gap: float = 4.0) -> tuple[Area, ...]:
    """What is left of a room above, below and at either side of what is taken."""
    above, left = taken.y - gap - room.y, taken.x - gap - room.x
    below, right = room.bottom - taken.bottom - gap, room.right - taken.right - gap
    return (
        Area(room.x, room.y, room.width, max(0.0, above)),
        Area(room.x, room.bottom - max(0.0, below), room.width, max(0.0, below)),
        Area(room.x, room.y, max(0.0, left), room.height),
        Area(room.right - max(0.0, right), room.y, max(0.0, right), room.height),
    )
