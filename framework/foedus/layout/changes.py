"""What a step changed: from which state, to which, and the promises that did, set in one column. Points."""

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.layout import metrics
from foedus.layout.bands import band, height, word_width
from foedus.layout.drawing import Area, Item, Words
from foedus.layout.marks import CAP
from foedus.layout.palette import HUES, INK, MUTED, WHITE, hue
from foedus.layout.strokes import arrow
from foedus.layout.tokens import BOLD, REGULAR
from foedus.layout.wrap import wrapped
from foedus.views.played_shapes import Mover, Shift, Stand

_ARROW = 24.0  # with the space at its ends
_LEADING = 1.25
_UNDER = 1.45  # from the bands to promises under them, as a multiple of the text size
_LEAST = 0.36  # of the column must be left for the promises, else they stand under the states
_PLAIN = {"STANDBY", "ACTIVE", "FULFILLED"}
_BESIDE = 18.0  # of a line or a pattern to be seen beside the word of a state


@dataclass(frozen=True, slots=True)
class Word:
    """A number, or a piece of text, where it stands in a change."""

    text: str
    x: float
    line: int
    colour: str
    weight: int


@dataclass(frozen=True, slots=True)
class Told:
    """A change measured: two bands with an arrow between them, and the promises beside or under them."""

    shift: Shift
    second: float  # where the later state begins
    words: tuple[Word, ...]
    lines: int
    under: bool
    height: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the parts of every change of one step stand, so that they are aligned."""

    second: float  # the later state
    left: float  # the promises
    hang: float  # what numbers take before titles
    room: float
    size: float
    under: bool


def told(shifts: tuple[Shift, ...], room: float, size: float, titled: int) -> tuple[Told, ...]:
    """The changes of one step in a column that is `room` wide, aligned with each other.

    Promises are given with their titles where no more than `titled` changed alike, else by their numbers.
    """
    second = max([_chip(shift.before, size) for shift in shifts], default=0.0) + _ARROW
    start = second + max([_chip(shift.now, size) for shift in shifts], default=0.0) + 0.9 * size
    under = room - start < _LEAST * room
    named = all(len(shift.movers) <= titled for shift in shifts)
    place = _Place(second, 0.9 * size if under else start, _hang(shifts, size), room, size, under)
    return tuple(_told(shift, place, named) for shift in shifts)


def broadest(shifts: tuple[Shift, ...], size: float) -> float:
    """The width that the two bands of a change need at most."""
    return max((_chip(each.before, size) + _ARROW + _chip(each.now, size) for each in shifts), default=0.0)


def _hang(shifts: tuple[Shift, ...], size: float) -> float:
    """What numbers take before titles."""
    numbers = (metrics.printable(mover.number) for shift in shifts for mover in shift.movers)
    return max((metrics.width(number, size, BOLD) for number in numbers), default=0.0) + 0.6 * size


def _chip(stand: Stand, size: float) -> float:
    patterned = len(stand.states) == 1 and stand.states[0] not in _PLAIN
    return word_width(stand, size) + (_BESIDE if patterned else 0.0)


def _told(shift: Shift, place: _Place, named: bool) -> Told:
    size = place.size
    second = _chip(shift.before, size) + _ARROW if place.under else place.second
    words = tuple((_titled if named else _numbered)(shift.movers, place))
    lines = max(word.line for word in words) + 1
    high = max(lines * _LEADING * size, height(size)) + (_UNDER * place.under + 0.5) * size
    return Told(shift, second, words, lines, place.under, high)


def _titled(movers: tuple[Mover, ...], place: _Place) -> Iterator[Word]:
    """Each promise on lines of its own: number and title."""
    row, left, size = 0, place.left, place.size
    for mover in movers:
        yield Word(metrics.printable(mover.number), left, row, hue(mover.hue).ink, BOLD)
        text = f"{mover.title} ({mover.who})" if mover.who else mover.title
        parts = wrapped(text, place.room - left - place.hang, size)
        for i, part in enumerate(parts):
            yield Word(part, left + place.hang, row + i, INK, REGULAR)
        row += max(1, len(parts))


def _numbered(movers: tuple[Mover, ...], place: _Place) -> Iterator[Word]:
    """The numbers one after another, each with whose it is kept beside it."""
    x, row, left, room, size = place.left, 0, place.left, place.room, place.size
    for mover in movers:
        number, who = metrics.printable(mover.number), f"({mover.who})" if mover.who else ""
        lead = metrics.width(number, size, BOLD) + 0.35 * size
        whole = lead + metrics.width(who, size) if who else lead
        if x > left and x + whole > room:
            x, row = left, row + 1
        yield Word(number, x, row, hue(mover.hue).ink, BOLD)
        parts = wrapped(who, room - x - lead, size)
        for i, part in enumerate(parts):
            yield Word(part, x + lead, row + i, MUTED, REGULAR)
        row += max(0, len(parts) - 1)
        x = left + room if len(parts) > 1 else x + whole + 0.5 * size


def drawn(found: Told, x: float, y: float, size: float, alone: bool) -> tuple[Item, ...]:
    """A change with its top left corner at (x, y); the bands of one that stands alone are in its middle."""
    shift, high = found.shift, height(size)
    first = y + 0.25 * size + _LEADING * size / 2
    middle = first + (found.lines - 1) * _LEADING * size / 2 if alone and not found.under else first
    before = Area(x, middle - high / 2, _chip(shift.before, size), high)
    now = Area(x + found.second, before.y, _chip(shift.now, size), high)
    items: list[Item] = [
        *band(before, shift.before, HUES[0], size, WHITE),
        *band(now, shift.now, HUES[0], size, WHITE),
    ]
    items += arrow(((before.right + 4, middle), (now.x - 4, middle)), "activates")
    for word in found.words:
        base = first + (word.line * _LEADING + found.under * _UNDER) * size + size * CAP / 2
        wide = metrics.width(word.text, size, word.weight)
        items.append(Words(x + word.x, base, word.text, size, word.colour, wide, weight=word.weight))
    return tuple(items)
