"""Boxes of a diagram: how large their text makes them, and how each kind is drawn."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from foedus.layout import foot, metrics
from foedus.layout.drawing import Area, Item, Pen, Point, Rect, Words
from foedus.layout.foot import Foot
from foedus.layout.marks import CAP, centred
from foedus.layout.palette import EDGE, EVENT, INK, WHITE, hue
from foedus.layout.strokes import line, outline
from foedus.layout.tokens import (
    BOLD,
    CARD_CORNER,
    CARD_OUTLINE,
    CONDITION_OUTLINE,
    DASHES,
    GATE_OUTLINE,
    LEADING,
    REGULAR,
    STRONG,
)
from foedus.layout.wrap import longest, word_width, wrapped
from foedus.views.shapes import PILLS, Box

GATES = {"all": "AND", "any": "OR", "count": "", "not": "NOT"}
SIDEWAYS = {"actor": 4.0, "body": 4.0, "determination": 6.0, "instrument": 6.0}
"""Extra room at the left and right that the outline of a kind takes, in points."""

_STRONG = PILLS | {"condition", "actor", "body", "determination"}
_BROAD = 1.3  # rows of a list wrap later than a text on its own
_NUMBER = 0.8  # size of a number as a share of the text beside it


@dataclass(frozen=True, slots=True)
class Card:
    """A box with its text set: outer size in points, and the wrapped lines.

    For a list, `rows` holds the number and the lines of each row; `hang` is the indent of text that
    stands beside a number; `foot` holds the tags.
    """

    box: Box
    width: float
    height: float
    size: float
    lines: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hang: float = 0.0
    foot: Foot | None = None


@lru_cache(maxsize=20_000)
def measured(box: Box, limit: float, size: float) -> Card:
    """The card of a box whose text may be `limit` points wide at a text size in points."""
    if box.kind in GATES:
        return _gate(box, size)
    if box.kind in {"provision", "list"}:
        return _provision(box, limit, size)
    weight = _weight(box)
    side = SIDEWAYS.get(box.kind, 0.0)
    text = f"{box.number} {box.text}".strip()
    lines = wrapped(text, limit, size, weight)
    wide = longest(lines, size, weight) + 2 * (0.95 * size + side)
    high = max(1, len(lines)) * size * LEADING + 1.15 * size
    return Card(box, max(wide, 4 * size), high, size, lines)


def filled(box: Box, width: float, limit: float, size: float) -> Card:
    """The card of a box at least as broad as `limit` says, its text using the whole of an outer `width`."""
    side = 2 * (0.95 * size + SIDEWAYS.get(box.kind, 0.0))
    return measured(box, max(limit, (width - side) / (_BROAD if box.rows else 1.0)), size)


def overlong(card: Card) -> bool:
    """Whether the text of a card, or of a row of it, takes more than three lines."""
    return len(card.lines) > 3 or any(len(lines) > 3 for _, lines in card.rows)


@lru_cache(maxsize=2_000)
def narrowest(box: Box, size: float) -> float:
    """The least text width at which no word of up to 26 letters is broken. Points."""
    if box.kind in GATES:
        return 0.0
    weight = STRONG if box.rows else _weight(box)
    widths = [word_width(box.text, size, weight), *(word_width(row.text, size) / _BROAD for row in box.rows)]
    return max(widths) + (_hang(box, size) if box.kind in {"provision", "list"} else 0.0)


def _hang(box: Box, size: float) -> float:
    """The indent of text that stands beside a number."""
    numbers = [box.number, *(row.number for row in box.rows)]
    widest = max(metrics.width(metrics.printable(number), size * _NUMBER, BOLD) for number in numbers)
    return max(widest + 0.6 * size, 1.95 * size) if widest else 0.0


def _gate(box: Box, size: float) -> Card:
    text = metrics.printable(GATES[box.kind] or box.text)
    size = max(7.5, size * 0.8)
    wide, high = metrics.width(text, size, BOLD), 2.55 * size
    match box.kind:
        case "any":
            return Card(box, wide + 3.4 * size, 3.3 * size, size, (text,))
        case "count":
            return Card(box, wide + 2.6 * size, high, size, (text,))
        case _:
            return Card(box, wide + 1.9 * size, high, size, (text,))


def _provision(box: Box, limit: float, size: float) -> Card:
    hang = _hang(box, size)
    weight = STRONG if box.rows else REGULAR
    lines = wrapped(box.text, limit - hang, size, weight)
    broad = limit * _BROAD - hang
    rows = tuple((metrics.printable(row.number), wrapped(row.text, broad, size)) for row in box.rows)
    inner = max([longest(lines, size, weight), *(longest(found, size) for _, found in rows)])
    count = len(lines) + sum(max(1, len(found)) for _, found in rows)
    between = 0.12 * size * (len(rows) - 1 if rows else 0)
    high = max(1, count) * size * LEADING + between + 1.15 * size
    tags = foot.measured(box.tags, max(broad, inner) + hang, size) if box.tags else None
    if tags is not None:
        inner, high = max(inner, tags.width - hang), (high if count else 2 * CARD_OUTLINE) + tags.height
    return Card(box, inner + hang + 1.8 * size, high, size, lines, rows, hang, tags)


def _weight(box: Box) -> int:
    return STRONG if box.kind in _STRONG else REGULAR


def draw(card: Card, area: Area, number: int) -> tuple[Item, ...]:
    """The items of a card that stands in `area`, in the colour of lane `number` (0 is neutral)."""
    ink = hue(number).ink if number else EDGE
    shapes = _SHAPES[card.box.kind](card, area, ink)
    if card.box.kind in {"provision", "list"}:
        low = card.foot.height if card.foot else 0.0
        tags = foot.drawn(card.foot, area, card.size, hue(number)) if card.foot else ()
        return (*shapes, *tags, *_hanging(card, replace(area, height=area.height - low), ink))
    colour = WHITE if card.box.kind in PILLS else INK
    weight = BOLD if card.box.kind in GATES else _weight(card.box)
    x, y = area.middle
    step = card.size * LEADING
    first = y - step * (len(card.lines) - 1) / 2
    words = (
        centred(x, first + i * step, text, card.size, colour, weight) for i, text in enumerate(card.lines)
    )
    return (*shapes, *words)


def _hanging(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    """Number at the left, text beside it; rows of a list below one another."""
    step = card.size * LEADING
    rows = [(card.box.number, card.lines, STRONG if card.rows else REGULAR)] if card.lines else []
    rows += [(number, lines, REGULAR) for number, lines in card.rows]
    count = sum(max(1, len(lines)) for _, lines, _ in rows)
    between = 0.12 * card.size if card.rows else 0.0
    block = count * step + between * max(0, len(card.rows) - 1)
    x, y = area.x + 0.9 * card.size, area.middle[1] - block / 2 + step / 2 + card.size * CAP / 2
    items: list[Item] = []
    for number, lines, weight in rows:
        shown, small = metrics.printable(number), card.size * _NUMBER
        if shown:
            items.append(Words(x, y, shown, small, ink, metrics.width(shown, small, BOLD), weight=BOLD))
        for i, text in enumerate(lines):
            wide = metrics.width(text, card.size, weight)
            items.append(Words(x + card.hang, y + i * step, text, card.size, INK, wide, weight=weight))
        y += max(1, len(lines)) * step + between
    return tuple(items)


_Shape: TypeAlias = Callable[[Card, Area, str], tuple[Item, ...]]


def _pill(_: Card, area: Area, __: str) -> tuple[Item, ...]:
    return (Rect(area, Pen(fill=EVENT), min(area.height / 2, 13.0)),)


def _plate(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    return (Rect(area, _outlined(card, ink, CARD_OUTLINE), CARD_CORNER),)


def _state(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    colour = INK if ink == EDGE else ink
    return (Rect(area, _outlined(card, colour, CONDITION_OUTLINE), CARD_CORNER),)


def _square(_: Card, area: Area, __: str) -> tuple[Item, ...]:
    return (Rect(area, Pen(fill=WHITE, stroke=INK, width=GATE_OUTLINE), CARD_CORNER),)


def _capsule(_: Card, area: Area, __: str) -> tuple[Item, ...]:
    return (Rect(area, Pen(fill=WHITE, stroke=INK, width=GATE_OUTLINE), rounding("not", area)),)


def _diamond(_: Card, area: Area, __: str) -> tuple[Item, ...]:
    return (outline(corners("any", area), Pen(fill=WHITE, stroke=INK, width=GATE_OUTLINE)),)


def _hexagon(_: Card, area: Area, __: str) -> tuple[Item, ...]:
    return (outline(corners("count", area), Pen(fill=WHITE, stroke=INK, width=GATE_OUTLINE)),)


def _finding(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    return (
        outline(
            corners("determination", area), _outlined(card, INK if ink == EDGE else ink, CONDITION_OUTLINE)
        ),
    )


def _actor(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    plate = Rect(area, _outlined(card, ink, CARD_OUTLINE), 0 if card.box.kind == "actor" else CARD_CORNER)
    x = area.x + 3.5
    return plate, line(((x, area.y), (x, area.bottom)), Pen(stroke=ink, width=CARD_OUTLINE))


def _document(card: Card, area: Area, ink: str) -> tuple[Item, ...]:
    fold, x, y = min(7.0, area.height / 2), area.right, area.y
    body = ((area.x, y), (x - fold, y), (x, y + fold), (x, area.bottom), (area.x, area.bottom))
    ear = line(((x - fold, y), (x - fold, y + fold), (x, y + fold)), Pen(stroke=ink, width=CARD_OUTLINE))
    return outline(body, _outlined(card, ink, CARD_OUTLINE)), ear


def _outlined(card: Card, ink: str, width: float) -> Pen:
    return Pen(fill=WHITE, stroke=ink, width=width, dash=DASHES[card.box.standing])


_SHAPES: dict[str, _Shape] = {
    "event": _pill,
    "fact": _pill,
    "condition": _state,
    "all": _square,
    "any": _diamond,
    "count": _hexagon,
    "not": _capsule,
    "provision": _plate,
    "list": _plate,
    "determination": _finding,
    "actor": _actor,
    "body": _actor,
    "instrument": _document,
}


def corners(kind: str, area: Area) -> tuple[Point, ...]:
    """The corners of a kind's outline, clockwise from its leftmost upper corner."""
    x, y = area.middle
    match kind:
        case "any":
            return (area.x, y), (x, area.y), (area.right, y), (x, area.bottom)
        case "count" | "determination":
            cut = min(area.height / 2, 6.0 if kind == "determination" else 8.0)
            left, right = area.x + cut, area.right - cut
            upper, lower = area.y, area.bottom
            return (area.x, y), (left, upper), (right, upper), (area.right, y), (right, lower), (left, lower)
        case _:
            return (area.x, area.y), (area.right, area.y), (area.right, area.bottom), (area.x, area.bottom)


def rounding(kind: str, area: Area) -> float:
    """The radius of the ends of a pill (never more than 13) or a capsule; half the shorter side at most."""
    half = min(area.height, area.width) / 2
    return min(half, 13.0) if kind in PILLS else half


def inset(kind: str, area: Area, y: float) -> float:
    """How far the outline of a kind lies inside its area at height `y`, at the left and the right alike."""
    off = abs(y - area.middle[1])
    half = area.height / 2
    match kind:
        case "any":
            return min(1.0, off / half) * area.width / 2
        case "count" | "determination":
            return min(1.0, off / half) * min(half, 6.0 if kind == "determination" else 8.0)
        case "event" | "fact" | "not":
            radius = rounding(kind, area)
            over = off - (half - radius)
            return radius - max(0.0, radius**2 - over**2) ** 0.5 if over > 0 else 0.0
        case _:
            return 0.0
