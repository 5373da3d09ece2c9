"""Lists on slides: as many items on a slide as are read at its size of text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foedus.layout import metrics
from foedus.layout.drawing import Area, Words
from foedus.layout.palette import INK, MUTED
from foedus.layout.tokens import LEADING, REGULAR
from foedus.layout.wrap import wrapped
from foedus.views.slides import Listing
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.pieces import Piece
from foedus.writers.decks.shapes import shape

_SIZES = (13.0, 12.0, 11.0, 10.0)
_HANG, _GAP = 12.0, 4.0
_LEAD = 24.0  # the sentence above the list, with what is free below it


@dataclass(frozen=True, slots=True)
class Column:
    """What of a list stands on one slide, and at which size."""

    listing: Listing
    size: float


def columns(listing: Listing, room: Area) -> tuple[Column, ...]:
    """The list on as few slides as it can be, at the largest size that needs no more of them."""
    cuts = {size: tuple(_cut(listing, room, size)) for size in _SIZES}
    size = next(size for size in _SIZES if len(cuts[size]) == len(cuts[_SIZES[-1]]))
    return tuple(Column(part, size) for part in _even(listing, room, size, cuts[size]))


def _even(listing: Listing, room: Area, size: float, full: tuple[Listing, ...]) -> tuple[Listing, ...]:
    """The same number of slides in the least height that needs no more of them: the last is not left bare."""
    low, high, best = 0.0, room.height, full
    while high - low > size:
        middle = (low + high) / 2
        cut = tuple(_cut(listing, replace(room, height=middle), size))
        if len(cut) > len(full):
            low = middle
        else:
            high, best = middle, cut
    return best


def _lines(item: str, room: Area, size: float) -> int:
    return max(1, len(wrapped(item, room.width - _HANG, size)))


def _cut(listing: Listing, room: Area, size: float) -> Iterator[Listing]:
    begin, used = 0, _LEAD
    for place, item in enumerate(listing.items):
        high = _lines(item, room, size) * size * LEADING + _GAP
        if place > begin and used + high > room.height:
            yield Listing(listing.lead, listing.items[begin:place])
            begin, used = place, _LEAD
        used += high
    yield Listing(listing.lead, listing.items[begin:])


def written(column: Column, room: Area, first: int) -> str:
    """The list as two shapes: its lead, and all items as paragraphs of one text."""
    listing, size = column.listing, column.size
    lead = _placed((listing.lead,), room.x, room.y + size, size, MUTED)
    y, words = room.y + _LEAD + size, []
    for item in listing.items:
        words.append(Words(room.x, y, "–", size, MUTED, size))
        texts = wrapped(item, room.width - _HANG, size)
        words += _placed(texts, room.x + _HANG, y, size, INK)
        y += max(1, len(texts)) * size * LEADING + _GAP
    told = Piece((), tuple(words))
    return shape(Piece((), lead), first, "lead", listing.lead, Fit()) + shape(
        told, first + 1, "list", f"List of {len(listing.items)} items", Fit()
    )


def _placed(texts: tuple[str, ...], x: float, y: float, size: float, colour: str) -> tuple[Words, ...]:
    return tuple(
        Words(x, y + i * size * LEADING, text, size, colour, metrics.width(text, size, REGULAR))
        for i, text in enumerate(texts)
    )
