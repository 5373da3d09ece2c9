"""The foot of a card: a tinted strip with the numbers of what stands elsewhere and is linked with it.

All lengths are points.
"""

from dataclasses import dataclass

from foedus.layout import metrics
from foedus.layout.drawing import Area, Item, Path, Pen, Words
from foedus.layout.marks import CAP
from foedus.layout.palette import Hue
from foedus.layout.strokes import arrow
from foedus.layout.tokens import CARD_CORNER, CARD_OUTLINE, STRONG
from foedus.layout.wrap import longest, wrapped
from foedus.views.shapes import LinkKind, Tag

_SMALLEST = 7.0
_ARROW = 15.0  # the sample of a link before its numbers
_BEFORE = 4.0
_LEADING = 1.3
_PAD = 1.6


@dataclass(frozen=True, slots=True)
class Foot:
    """The lines of a foot with the kind of link that each begins with, none for a line that goes on."""

    lines: tuple[tuple[LinkKind | None, str], ...]
    size: float
    width: float
    height: float


def measured(tags: tuple[Tag, ...], limit: float, size: float) -> Foot:
    """The foot of a card whose text may be `limit` wide, at a text size."""
    small = max(_SMALLEST, 0.8 * size)
    numbers: dict[tuple[bool, LinkKind], list[str]] = {}
    for tag in tags:
        numbers.setdefault((tag.away, tag.kind), []).append(tag.number)
    lines: list[tuple[LinkKind | None, str]] = []
    for (away, kind), found in sorted(numbers.items()):
        said = f"{'to' if away else 'from'} {', '.join(found)}"
        first, *more = wrapped(said, max(40.0, limit - _ARROW - _BEFORE), small, STRONG)
        lines += [(kind, first), *((None, text) for text in more)]
    wide = _ARROW + _BEFORE + longest(tuple(text for _, text in lines), small, STRONG)
    return Foot(tuple(lines), small, wide, len(lines) * _LEADING * small + 2 * _PAD)


def drawn(foot: Foot, area: Area, size: float, colour: Hue) -> tuple[Item, ...]:
    """The foot of a card that stands in `area`, whose text is so large."""
    half, x = CARD_OUTLINE / 2, area.x + 0.9 * size
    top = area.bottom - foot.height
    strip = Area(area.x + half, top, area.width - CARD_OUTLINE, foot.height - half)
    items: list[Item] = [_rounded(strip, CARD_CORNER - half, Pen(fill=colour.tint))]
    y = top + _PAD + _LEADING * foot.size / 2
    for kind, text in foot.lines:
        if kind is not None:
            items += arrow(((x, y), (x + _ARROW, y)), kind)
        wide = metrics.width(text, foot.size, STRONG)
        base = y + foot.size * CAP / 2
        items.append(Words(x + _ARROW + _BEFORE, base, text, foot.size, colour.ink, wide, weight=STRONG))
        y += _LEADING * foot.size
    return tuple(items)


def _rounded(area: Area, radius: float, pen: Pen) -> Path:
    """A rectangle with its two lower corners rounded."""
    k = radius * 0.4477
    left, right, top, low = area.x, area.right, area.y, area.bottom
    return Path(
        (
            ("M", (left, top)),
            ("L", (right, top)),
            ("L", (right, low - radius)),
            ("C", (right, low - k, right - k, low, right - radius, low)),
            ("L", (left + radius, low)),
            ("C", (left + k, low, left, low - k, left, low - radius)),
            ("Z", ()),
        ),
        pen,
    )
