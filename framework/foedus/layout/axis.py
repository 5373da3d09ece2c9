"""The axis of time: where each instant stands, where the scale is broken, and how days are written.

Between two breaks the scale is true: a gap of twice the days is twice as long. A gap of many times the
shortest is shortened and carries a break mark. What lies before the first step and after
the last has no scale. Lengths are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from foedus.layout import metrics
from foedus.layout.drawing import Item, Pen, Words
from foedus.layout.marks import CAP, badge
from foedus.layout.palette import EVENT, INK, MUTED, WHITE
from foedus.layout.settle import settled
from foedus.layout.strokes import head, line
from foedus.layout.tokens import LEGEND, STRONG
from foedus.views.played_shapes import Instant, Stretch

LONGEST = (3.0, 2.0, 1.5, 1.0)
"""A gap is drawn at most so many times as long as the shortest; the less, the more room short gaps have."""
RADIUS = 6.0
_BETWEEN = 5.0  # from one day under the axis to the next, at least
_GIVE = 12.0  # so much two days may move together, to stand side by side


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each instant stands, where the courses end, and in the middle of which gaps time is shortened."""

    xs: tuple[float, ...]
    right: float
    breaks: tuple[float, ...]

    def ends(self, stretches: tuple[Stretch, ...]) -> tuple[float, ...]:
        """Where each stretch of a course ends."""
        return (*(self.xs[each.first] for each in stretches[1:]), self.right)


def axis(
    instants: tuple[Instant, ...],
    left: float,
    right: float,
    lead: float,
    tail: float,
    longest: float = LONGEST[0],
) -> Axis:
    """The instants between two borders.

    `lead` and `tail` are what the words before and after need; `longest` is one of `LONGEST`.
    """
    if not instants:
        return Axis((), right, ())
    waits = _waits(instants)
    gaps = [after.at - before.at for before, after in pairwise(instants)]
    scaled = [gap for i, gap in enumerate(gaps) if not (waits and i == 0)]
    unit = max(1.0, min((gap for gap in scaled if gap >= 1), default=1.0))
    weights = [max(0.5, min(gap / unit, longest)) for gap in scaled]
    ending = 0.0 if instants[-1].kind == "end" else tail
    first = lead if waits else 0.0
    free = max(0.0, right - left - first - ending)
    share = free / sum(weights) if weights else 0.0
    xs = [left] + ([left + first] if waits else [])
    for weight in weights:
        xs.append(xs[-1] + weight * share)
    offset = 1 if waits else 0
    breaks = tuple(
        (xs[offset + i] + xs[offset + i + 1]) / 2 for i, gap in enumerate(scaled) if gap / unit > longest
    )
    return Axis(tuple(xs), right, breaks)


def _waits(instants: tuple[Instant, ...]) -> bool:
    """Whether something happens on the very first day, so that what held before it needs room of its own."""
    return len(instants) > 1 and instants[1].at <= instants[0].at


def ruler(found: Axis, instants: tuple[Instant, ...], y: float, base: str) -> tuple[Item, ...]:
    """The axis about a height, with a badge for each step, days beside them, and break marks."""
    if not instants:
        return ()
    pen = Pen(stroke=INK, width=1.2)
    goes_on = instants[-1].kind != "end"
    items: list[Item] = [line(((found.xs[0], y), (found.right - (4 if goes_on else 0), y)), pen)]
    if goes_on:
        items.append(head((found.right, y), (found.right - 10, y), "filled", INK))
    for x in found.breaks:
        items += _broken(x, y, base)
    for i, (x, instant) in enumerate(zip(found.xs, instants, strict=True)):
        if instant.number:
            items += badge(x, y, RADIUS, instant.number, EVENT, WHITE)
        elif i or not _waits(instants):
            items.append(line(((x, y - 4), (x, y + 4)), pen))
    return tuple(items)


def _broken(x: float, y: float, base: str) -> tuple[Item, ...]:
    """Two slanted strokes with the ground between them."""
    gap = line(((x - 3, y), (x + 3, y)), Pen(stroke=base, width=3))
    strokes = (
        line(((x + d - 2, y + 5), (x + d + 2, y - 5)), Pen(stroke=INK, width=1.2)) for d in (-2.5, 2.5)
    )
    return (gap, *strokes)


def break_mark(x: float, y: float) -> tuple[Item, ...]:
    """A break mark on a bit of axis, for the legend."""
    return (line(((x - 11, y), (x + 11, y)), Pen(stroke=INK, width=1.2)), *_broken(x, y, WHITE))


def days(found: Axis, instants: tuple[Instant, ...], y: float) -> tuple[Words, ...]:
    """The days under the axis, in full where they fit, else short.

    Those that would touch move apart a little; where they would have to move by more, one is left out.
    """
    words: list[Words] = []
    free = float("-inf")
    ends = [*found.xs[1:], found.right]
    for i, (x, instant) in enumerate(zip(found.xs, instants, strict=True)):
        if i == 0 and _waits(instants):
            words.append(_day("before", x, y, MUTED, "start"))
            free = words[-1].area.right
            continue
        if i and instant.short == instants[i - 1].short and not _waits(instants[i - 1 : i + 1]):
            continue
        room = ends[i] - x
        for text in (instant.name, instant.short):
            said = _day(text, x, y, INK, _anchor(x, text, found))
            roomy = said.width <= room + 10 or text == instant.short or i == len(instants) - 1
            give = _GIVE if text == instant.short else 0.0
            if said.area.x > free + _BETWEEN - give and roomy:
                words.append(said)
                free = max(free + _BETWEEN, said.area.x) + said.width
                break
    return tuple(_parted(words))


def _parted(words: list[Words]) -> Iterator[Words]:
    """The days with those that touch moved apart, and none beyond where the first and the last stand."""
    middles = [each.area.x + each.width / 2 for each in words]
    apart = [(one.width + other.width) / 2 + _BETWEEN for one, other in pairwise(words)]
    ends = (middles[0], middles[-1]) if words else (0.0, 0.0)
    moved = settled(middles, [1.0] * len(words), apart, *ends)
    for each, was, now in zip(words, middles, moved, strict=True):
        yield replace(each, x=each.x + now - was)


def _anchor(x: float, text: str, found: Axis) -> str:
    half = metrics.width(text, LEGEND, STRONG) / 2
    if x + half > found.right:
        return "end"
    return "start" if x - half < found.xs[0] else "middle"


def _day(text: str, x: float, y: float, colour: str, anchor: str) -> Words:
    wide = metrics.width(text, LEGEND, STRONG)
    return Words(x, y + LEGEND * CAP / 2, text, LEGEND, colour, wide, weight=STRONG, anchor=anchor)  # type: ignore[arg-type]
