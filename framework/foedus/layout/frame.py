"""What stands round every picture: top bar, title, status tag, legend, source line and page number."""

from dataclasses import dataclass, replace
from typing import TypeGuard

from foedus.layout import metrics
from foedus.layout.drawing import Area, Drawing, Entry, Item, Path, Pen, Rect, Words, shifted
from foedus.layout.marks import centred
from foedus.layout.palette import EVENT, HAIRLINE, INK, MUTED, WARNING, WHITE
from foedus.layout.strokes import line
from foedus.layout.tokens import BOLD, RULE, SOURCE, SUBTITLE, TAG, TITLE, TITLE_SMALLEST, Page
from foedus.layout.wrap import wrapped
from foedus.views.shapes import Caption

_GAPS = (18.0, 15.0, 12.0, 10.0)  # between two samples of the legend; narrower if that saves a row
_ROW = 17.0
_NUMBER = 13.0  # of the page, from its foot


@dataclass(frozen=True, slots=True)
class Furniture:
    """The placed frame, and the free space between `top` and `bottom` for the picture itself."""

    items: tuple[Item, ...]
    legend: tuple[Entry, ...]
    top: float
    bottom: float


def furnish(caption: Caption, page: Page, samples: tuple[Entry, ...], number: str = "1") -> Furniture:
    """The frame of a page, with the samples of the legend in as many rows as they need."""
    if page.bare:
        return _bare(page, samples)
    tag, tag_width = _tag(caption.tag, page)
    title, top = _heading(caption, page, tag_width)
    foot, foot_top = _foot(caption.source, page, number)
    gap, rows = _rows(samples, page.width - 2 * page.margin)
    middle = foot_top - 12 - _ROW * (len(rows) - 1)
    legend = tuple(
        entry for i, row in enumerate(rows) for entry in _set(row, page.margin, middle + i * _ROW, gap)
    )
    rule_y = (middle - 16) if rows else foot_top - 6
    rule = line(((page.margin, rule_y), (page.width - page.margin, rule_y)), Pen(stroke=HAIRLINE, width=0.8))
    bar = Rect(Area(0, 0, page.width, RULE), Pen(fill=EVENT))
    return Furniture((bar, *title, *tag, rule, *foot), legend, top, rule_y - 6)


def _bare(page: Page, samples: tuple[Entry, ...]) -> Furniture:
    gap, rows = _rows(samples, page.width - 2 * page.margin)
    middle = page.height - _ROW * (len(rows) - 0.5)
    legend = tuple(
        entry for i, row in enumerate(rows) for entry in _set(row, page.margin, middle + i * _ROW, gap)
    )
    return Furniture((), legend, 0.0, middle - 14 if rows else page.height)


def unnumbered(drawing: Drawing) -> Drawing:
    """The drawing without its page number, for a document that counts its own pages."""
    return replace(drawing, frame=tuple(each for each in drawing.frame if not _is_number(each, drawing)))


def numbered(drawing: Drawing, number: str) -> Drawing:
    """The drawing with another page number."""
    shown = metrics.printable(number)
    wide = metrics.width(shown, SOURCE)
    frame = (replace(each, text=shown, width=wide) if _is_number(each, drawing) else each
             for each in drawing.frame)  # fmt: skip
    return replace(drawing, frame=tuple(frame))


def _is_number(item: Item, drawing: Drawing) -> TypeGuard[Words]:
    corner = drawing.width - drawing.margin, drawing.height - _NUMBER
    return isinstance(item, Words) and item.anchor == "end" and (item.x, item.y) == corner


def letterhead(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Of the items of a frame, what a slide has places of its own for: bar, title, source and page number."""
    rules = (item for item in items if isinstance(item, Path) and item.pen.stroke == HAIRLINE)
    lowest = max((at[1] for item in rules for _, at in item.steps), default=0.0)
    titles = (item for item in items if isinstance(item, Words) and item.weight == BOLD)
    found = [item for item in titles if item.size >= TITLE_SMALLEST]
    foot = [item for item in items if isinstance(item, Words) and item.y > lowest > 0]
    return (*items[:1], *found, *foot)


def _tag(text: str, page: Page) -> tuple[tuple[Item, ...], float]:
    """The boxed status at the top right, and how far it reaches to the left."""
    shown = metrics.printable(text)
    if not shown:
        return (), 0.0
    lines = wrapped(shown, page.width * 0.3, TAG, BOLD)
    wide = max(metrics.width(part, TAG, BOLD, spacing=0.2) for part in lines)
    area = Area(page.width - page.margin - wide - 18, 20, wide + 18, 17 + 10 * (len(lines) - 1))
    box = Rect(area, Pen(fill=WHITE, stroke=WARNING, width=1.2), 3)
    words = (
        centred(area.middle[0], area.y + 8.5 + 10 * i, part, TAG, WARNING, BOLD, 0.2)
        for i, part in enumerate(lines)
    )
    return (box, *words), area.width


def _heading(caption: Caption, page: Page, tag_width: float) -> tuple[tuple[Item, ...], float]:
    """Title and subtitle, and where the picture may begin."""
    limit = page.width - 2 * page.margin - tag_width - 20
    size = TITLE
    while size > TITLE_SMALLEST and len(wrapped(caption.title, limit, size, BOLD)) > 1:
        size -= 1
    lines = wrapped(caption.title, limit, size, BOLD)
    at = 40.0
    items: list[Item] = []
    for i, text in enumerate(lines):
        at = 40 + i * size * 1.2
        items.append(_left(page.margin, at, text, size, INK, BOLD))
    # The tag ends above the subtitle, which may run below it.
    for i, text in enumerate(wrapped(caption.subtitle, page.width - 2 * page.margin, SUBTITLE)):
        at += 18 if i == 0 else 14
        items.append(_left(page.margin, at, text, SUBTITLE, MUTED))
    return tuple(items), at + 12


def _foot(source: str, page: Page, number: str) -> tuple[tuple[Item, ...], float]:
    lines = wrapped(source, page.width - 2 * page.margin - 40, SOURCE)
    first = page.height - _NUMBER - 10 * max(0, len(lines) - 1)
    items = [_left(page.margin, first + 10 * i, text, SOURCE, MUTED) for i, text in enumerate(lines)]
    shown = metrics.printable(number)
    wide = metrics.width(shown, SOURCE)
    corner = page.width - page.margin, page.height - _NUMBER
    items.append(Words(*corner, shown, SOURCE, MUTED, wide, anchor="end"))
    return tuple(items), first - 7


def _left(x: float, y: float, text: str, size: float, colour: str, weight: int = 400) -> Words:
    return Words(x, y, text, size, colour, metrics.width(text, size, weight), weight=weight)


def _rows(samples: tuple[Entry, ...], limit: float) -> tuple[float, list[list[Entry]]]:
    """The samples in as few rows as possible, none longer than `limit`, and the space between them."""
    tried = [(gap, _broken(samples, limit, gap)) for gap in _GAPS]
    return min(tried, key=lambda found: len(found[1]))


def _broken(samples: tuple[Entry, ...], limit: float, gap: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    used = 0.0
    for entry in samples:
        if not rows or used + entry.area.width > limit:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += entry.area.width + gap
    return rows


def _set(row: list[Entry], x: float, middle: float, gap: float) -> tuple[Entry, ...]:
    """One row of samples from `x`, centred on `middle`; samples are drawn about y = 0."""
    placed = []
    for entry in row:
        area = Area(x, middle + entry.area.y, entry.area.width, entry.area.height)
        placed.append(Entry(entry.key, area, shifted(entry.items, x, middle)))
        x += entry.area.width + gap
    return tuple(placed)
