"""What happens, written above the axis of time: each text at its own instant, none over another.

Every text stands left-aligned on a staff that leads down to its instant. A text that reaches over later
staffs stands above their texts, so no staff crosses a text. Lengths are points.
"""

from dataclasses import dataclass

from foedus.layout.axis import RADIUS
from foedus.layout.drawing import Area, Item, Pen, PlacedBox, Words
from foedus.layout.metrics import width
from foedus.layout.palette import EDGE, EVENT, INK, WHITE
from foedus.layout.strokes import circle, line, outline
from foedus.layout.tokens import LEADING
from foedus.layout.wrap import longest, wrapped
from foedus.views.played_shapes import DeedKind, Instant

_LIMITS = (250.0, 210.0, 170.0, 140.0, 115.0, 95.0, 80.0)
_LEAST = 62.0  # no text is narrower than this with its mark
_GAP = 8.0
_MARK = 11.0  # a mark and the space after it


@dataclass(frozen=True, slots=True)
class Flag:
    """The texts of one instant, and how far above the axis they begin and end."""

    place: int
    x: float
    lines: tuple[tuple[DeedKind | None, str], ...]
    low: float
    high: float
    wide: float


def flags(
    instants: tuple[Instant, ...], xs: tuple[float, ...], right: float, size: float, most: float
) -> tuple[Flag, ...]:
    """The texts of all instants, as low as can be; none where they would be higher than `most`."""
    tried = [_raised(instants, xs, right, size, limit) for limit in _LIMITS]
    fitting = [found for found in tried if found and _height(found) <= most]
    return min(fitting, key=_height, default=())


def _height(found: tuple[Flag, ...]) -> float:
    return max(flag.high for flag in found)


def _raised(
    instants: tuple[Instant, ...], xs: tuple[float, ...], right: float, size: float, limit: float
) -> tuple[Flag, ...]:
    """The texts at one width, from the last instant to the first; none where one has no room at all."""
    found: list[Flag] = []
    for place in reversed(range(len(instants))):
        if not instants[place].deeds:
            continue
        x, room = xs[place], min(limit, right - xs[place] - 4)
        if room < _LEAST:
            return ()
        lines = _lines(instants[place], room, size)
        wide = 4 + _MARK + longest(tuple(text for _, text in lines), size)
        under = [flag for flag in found if flag.x < x + wide + _GAP]
        low = max([flag.high for flag in under], default=RADIUS + 3)
        found.append(Flag(place, x, lines, low, low + len(lines) * size * LEADING + 4, wide))
    return tuple(reversed(found))


def _lines(instant: Instant, room: float, size: float) -> tuple[tuple[DeedKind | None, str], ...]:
    return tuple(
        (None if i else deed.kind, text)
        for deed in instant.deeds
        for i, text in enumerate(wrapped(deed.told, room - _MARK - 4, size))
    )


def raised(found: Flag, instant: Instant, y: float, size: float) -> PlacedBox:
    """A flag over the axis at height `y`."""
    top = y - found.high
    staff = line(((found.x, y - RADIUS), (found.x, top + 1)), Pen(stroke=EDGE, width=0.9))
    items: list[Item] = [staff]
    for i, (kind, text) in enumerate(found.lines):
        base = top + (i + 0.8) * size * LEADING
        if kind is not None:
            items += deed_mark(found.x + 4 + 3.2, base - size * 0.36, kind)
        items.append(Words(found.x + 4 + _MARK, base, text, size, INK, width(text, size)))
    area = Area(found.x, top, found.wide, found.high - found.low)
    told = "; ".join(deed.told for deed in instant.deeds)
    return PlacedBox(f"instant/{found.place}", "flag", f"{instant.name}: {told}", area, tuple(items),
                     origin=instant.deeds[0].origin)  # fmt: skip


def deed_mark(x: float, y: float, kind: DeedKind) -> tuple[Item, ...]:
    """A small mark for a kind of deed about (x, y), each with a shape of its own."""
    r = 3.2
    full = Pen(fill=EVENT)
    match kind:
        case "event":
            return (circle(x, y, r, full),)
        case "fact":
            return (circle(x, y, r - 0.4, Pen(fill=WHITE, stroke=EVENT, width=1.2)),)
        case "finding":
            return (outline(((x, y - r - 0.6), (x + r + 0.6, y), (x, y + r + 0.6), (x - r - 0.6, y)), full),)
        case "act":
            return (outline(((x - r, y - r), (x + r, y), (x - r, y + r)), full),)
        case "clock":
            face = circle(x, y, r - 0.2, Pen(fill=WHITE, stroke=EVENT, width=1.0))
            return face, line(((x, y - 2.2), (x, y), (x + 1.8, y)), Pen(stroke=EVENT, width=0.9))
