"""How a promise stands as a band: a fill and an outline for each state that can be told apart in grey.

Words stand on a plain ground of their own wherever the fill is not plain. Lengths are points.
"""

from collections.abc import Iterator

from foedus.layout import metrics
from foedus.layout.drawing import Area, Item, Path, Pen, Rect, Step
from foedus.layout.marks import centred
from foedus.layout.palette import EDGE, INK, MUTED, WHITE, Hue, mixed
from foedus.layout.strokes import line
from foedus.layout.tokens import BOLD, STRONG
from foedus.views.played_shapes import Stand

CORNER = 2.5
SMALLEST = 7.5
"""Words in a band are never smaller."""
_SPACING = 0.2
_PLATE = 2.5  # plain ground at either side of a word


def word_size(size: float) -> float:
    """The size of a band's words beside a text of some size."""
    return max(SMALLEST, 0.82 * size)


def word_width(stand: Stand, size: float) -> float:
    """The width that a band needs for its words, at the size of the text beside it."""
    return metrics.width(stand.words, word_size(size), _weight(stand), spacing=_SPACING) + 2 * _PLATE + 6


def height(size: float) -> float:
    """The height of a band beside a text of some size."""
    return max(1.28 * size, 1.3 * word_size(size))


def band(
    area: Area, stand: Stand, colour: Hue, size: float, ground: str, words: bool = True
) -> tuple[Item, ...]:
    """A band in the colour of a component, on a ground: its words where they fit, else `?` for several."""
    shape = tuple(_shape(area, stand, colour, ground))
    if not words or word_width(stand, size) > area.width:
        return (*shape, *_open(area, stand, size))
    return (*shape, *_words(area, stand, colour, size, ground))


def _shape(area: Area, stand: Stand, colour: Hue, ground: str) -> Iterator[Item]:
    if len(stand.states) > 1:
        yield Rect(area, Pen(fill=WHITE, stroke=colour.ink, width=1.2, dash=(1.2, 2.4)), CORNER)
        return
    firm = Pen(fill=WHITE, stroke=colour.ink, width=1.1)
    middle = area.middle[1]
    match stand.states[0]:
        case "INACTIVE":
            yield line(((area.x, middle), (area.right, middle)), Pen(stroke=EDGE, width=0.9))
        case "STANDBY":
            yield Rect(area, firm, CORNER)
        case "PENDING":
            yield from _hatched(area, firm, _slanted(area, 5.0), colour.ink)
        case "ACTIVE":
            yield Rect(area, Pen(fill=colour.ink, stroke=colour.ink, width=1.1), CORNER)
        case "SUSPENDED":
            yield from _hatched(area, firm, _upright(area, 4.0), colour.ink)
        case "FULFILLED":
            yield Rect(area, Pen(fill=mixed(colour.ink, WHITE, 0.7), stroke=colour.ink, width=1.8), CORNER)
        case "BREACHED":
            crossed = _slanted(area, 5.0) + _slanted(area, 5.0, falling=True)
            yield from _hatched(area, Pen(fill=WHITE, stroke=colour.ink, width=1.8), crossed, colour.ink)
        case "LAPSED":
            yield from _hatched(area, firm, _level(area, 3.0), colour.ink)
        case "TERMINATED":
            yield line(
                ((area.x, middle), (area.right, middle)), Pen(stroke=EDGE, width=0.9, dash=(6, 2, 1.2, 2))
            )
            yield line(((area.x + 1, area.y), (area.x + 1, area.bottom)), Pen(stroke=colour.ink, width=2.0))


def _words(area: Area, stand: Stand, colour: Hue, size: float, ground: str) -> Iterator[Item]:
    """The words in the middle of a band, on a plain ground."""
    several, first = len(stand.states) > 1, stand.states[0]
    quiet = not several and first in {"INACTIVE", "TERMINATED"}
    text = MUTED if quiet else INK if several else WHITE if first == "ACTIVE" else colour.ink
    fill = ground if quiet else colour.ink if first == "ACTIVE" and not several else WHITE
    if first == "FULFILLED" and not several:
        text, fill = INK, mixed(colour.ink, WHITE, 0.7)
    small = word_size(size)
    wide = metrics.width(stand.words, small, _weight(stand), spacing=_SPACING) + 2 * _PLATE
    x, y = area.middle
    inset = 0.0 if quiet else 1.2
    yield Rect(Area(x - wide / 2, area.y + inset, wide, area.height - 2 * inset), Pen(fill=fill))
    yield centred(x, y, stand.words, small, text, _weight(stand), _SPACING)


def _open(area: Area, stand: Stand, size: float) -> Iterator[Item]:
    """A question mark where several states are possible and their words have no room."""
    if len(stand.states) > 1 and area.width >= word_size(size):
        yield centred(*area.middle, "?", word_size(size), INK, BOLD)


def _weight(stand: Stand) -> int:
    return BOLD if len(stand.states) == 1 else STRONG


def _hatched(area: Area, pen: Pen, steps: tuple[Step, ...], ink: str) -> Iterator[Item]:
    yield Rect(area, pen, CORNER)
    if steps:
        yield Path(steps, Pen(stroke=ink, width=0.8))


def _slanted(area: Area, gap: float, falling: bool = False) -> tuple[Step, ...]:
    """Lines at 45 degrees across an area, cut at its border; they rise to the right, or fall."""
    found: list[Step] = []
    count = int((area.width + area.height) / gap)
    for i in range(1, count + 1):
        run = i * gap
        left, right = max(0.0, run - area.height), min(run, area.width)
        if right - left < 1.5:
            continue
        low, high = area.bottom - (run - right), area.bottom - (run - left)
        if falling:
            low, high = area.y + (run - right), area.y + (run - left)
        found += [("M", (area.x + left, high)), ("L", (area.x + right, low))]
    return tuple(found)


def _upright(area: Area, gap: float) -> tuple[Step, ...]:
    found: list[Step] = []
    for i in range(1, int((area.width - 0.5) / gap) + 1):
        x = area.x + i * gap
        found += [("M", (x, area.y)), ("L", (x, area.bottom))]
    return tuple(found)


def _level(area: Area, gap: float) -> tuple[Step, ...]:
    found: list[Step] = []
    for i in range(1, int((area.height - 0.5) / gap) + 1):
        y = area.y + i * gap
        found += [("M", (area.x, y)), ("L", (area.right, y))]
    return tuple(found)
