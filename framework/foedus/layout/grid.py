"""Grids: columns of components, set by a table layout of our own (the overview and the matrix)."""

from dataclasses import dataclass, replace

from foedus.layout import legend, metrics
from foedus.layout.cells import Block, block, narrowest
from foedus.layout.drawing import Area, Drawing, Item, Pen, PlacedBox, PlacedLane, Rect, Words
from foedus.layout.frame import Furniture, furnish
from foedus.layout.marks import badge, centred
from foedus.layout.openers import opened, opener_height
from foedus.layout.palette import HAIRLINE, INK, MUTED, WHITE, hue, mixed
from foedus.layout.strokes import line, top_rounded
from foedus.layout.tokens import BODY, LARGEST, STRONG, Page
from foedus.layout.wrap import longest, word_width, wrapped
from foedus.views.shapes import Grid, Lane

ENGINE = "Foedus table"
_CORNER = 7.0
_EASE = (1.0, 0.65)  # how much of the usual space stands above and below the text of a row


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything measured for one text size, nothing placed yet. Points."""

    size: float
    label: float  # width of the row headings
    column: float
    gutter: float
    head: float  # height of the coloured heads
    blocks: tuple[tuple[Block, ...], ...]
    rows: tuple[float, ...]  # least heights
    ease: float  # share of the usual space above and below the text of a row
    narrowest: float  # a column must not be narrower, or words would be broken

    @property
    def height(self) -> float:
        return self.head + sum(self.rows)


def set_grid(grid: Grid, page: Page) -> Drawing | None:
    """The drawing of a grid on a page, or None when its text would fall under the page's minimum."""
    samples = legend.of_grid(grid)
    furniture = furnish(grid.caption, page, samples)
    if page.grows:
        page, plan = _grown(grid, page, furniture)
        furniture = furnish(grid.caption, page, samples)
        return _placed(grid, page, plan, furniture)
    size = LARGEST
    while size >= page.smallest - 1e-9:
        for ease in _EASE:
            plan = _planned(grid, page, size, ease)
            high = plan.height + _start(grid, size)
            if plan.column >= plan.narrowest and high <= furniture.bottom - furniture.top:
                return _placed(grid, page, plan, furniture)
        size = round(size - 0.2, 2)
    return None


def _grown(grid: Grid, page: Page, furniture: Furniture) -> tuple[Page, _Plan]:
    """A page as large as the grid needs at the usual text size."""
    page = replace(page, width=max(page.width, 2 * page.margin + 140 + 160 * len(grid.columns)))
    plan = _planned(grid, page, BODY)
    around = page.height - (furniture.bottom - furniture.top)
    return replace(page, height=max(page.height, around + plan.height + _start(grid, BODY) + 60)), plan


def _start(grid: Grid, size: float) -> float:
    return opener_height(grid.start, size) if grid.start else 3.0


def _planned(grid: Grid, page: Page, size: float, ease: float = 1.0) -> _Plan:
    whole = page.width - 2 * page.margin
    names = grid.row_style == "names"
    label = _label_width(grid, size, whole)
    marked = names and any(line.mark for row in grid.cells for cell in row for line in cell)
    gutter = 4.0 if names else 9.0
    count = max(1, len(grid.columns))
    column = (whole - label - gutter * (count - 1)) / count
    heads = [_title_lines(lane, column, size) for lane in grid.columns]
    head = max([len(lines) for lines in heads], default=1) * size * 1.25 + (1.9 if names else 2.2) * size
    limit = column - (1.4 if names else 2.0) * _pad(size)
    blocks = tuple(tuple(block(cell, limit, size, marked) for cell in row[:count]) for row in grid.cells)
    rows = tuple(
        max([cell.height for cell in row] + [_row_head_height(grid, i, label, size)])
        + (1.5 if names else 2.0) * ease * size
        for i, row in enumerate(blocks)
    )
    narrow = column - limit + _widest_word(grid, size, marked)
    least = max(62.0, narrow, _widest_title(grid, size))
    return _Plan(size, label, column, gutter, head, blocks, rows, ease, least)


def _widest_word(grid: Grid, size: float, marked: bool) -> float:
    lines = (line for row in grid.cells for cell in row for line in cell)
    return max((narrowest(line, size, marked) for line in lines), default=0.0)


def _pad(size: float) -> float:
    return size


def _label_width(grid: Grid, size: float, whole: float) -> float:
    if not grid.rows:
        return 0.0
    if grid.row_style == "labels":
        words = [word for head in grid.rows for word in metrics.printable(head.text.upper()).split()]
        widest = max([metrics.width(word, _small(size), STRONG, spacing=0.7) for word in words], default=0.0)
        return min(max(widest + 10, 58.0), whole * 0.16)
    share = whole * (0.2 if len(grid.columns) <= 4 else 0.16)
    texts = [wrapped(head.text, share - 10, size, STRONG) for head in grid.rows]
    notes = [wrapped(head.note, share - 10, size * 0.93) for head in grid.rows]
    widest = max(longest(lines, size, STRONG) for lines in texts)
    return max(widest, max(longest(lines, size * 0.93) for lines in notes)) + 12


def _small(size: float) -> float:
    return max(7.5, size * 0.8)


def _title_lines(lane: Lane, column: float, size: float) -> tuple[str, ...]:
    return wrapped(lane.title, column - _beside_title(lane, size), size, STRONG)


def _widest_title(grid: Grid, size: float) -> float:
    """The width of a column in which no word of a title is broken."""
    widths = (word_width(lane.title, size, STRONG) + _beside_title(lane, size) for lane in grid.columns)
    return max(widths, default=0.0)


def _beside_title(lane: Lane, size: float) -> float:
    """What the number of a column takes of its head."""
    return (3.9 if lane.number else 1.5) * size


def _row_head_height(grid: Grid, row: int, label: float, size: float) -> float:
    head = grid.rows[row]
    if grid.row_style == "labels":
        return len(_label_lines(head.text, label, size)) * _small(size) * 1.3
    lines = wrapped(head.text, label - 10, size, STRONG)
    notes = wrapped(head.note, label - 10, size * 0.93)
    return (len(lines) + len(notes)) * size * 1.3


def _label_lines(text: str, label: float, size: float) -> tuple[str, ...]:
    # Letter spacing is not known to the wrapping, so a little room is kept for it.
    return wrapped(text.upper(), (label - 6) * 0.9, _small(size), STRONG)


def _stretched(plan: _Plan, free: float, names: bool) -> tuple[float, ...]:
    """The row heights with the free height shared out: evenly in a matrix, not to the foot row otherwise."""
    rows = list(plan.rows)
    if names:
        level = _level(rows, free)
        return tuple(max(row, level) for row in rows)
    share = min(free / max(1, len(rows) - 1), 26.0)
    return tuple(row + (share if i < len(rows) - 1 or len(rows) == 1 else 0.0) for i, row in enumerate(rows))


def _level(rows: list[float], free: float) -> float:
    """The height up to which low rows can be raised with the free height, as water finds its level."""
    level, spare = 0.0, free
    ordered = sorted(rows)
    for i, row in enumerate(ordered):
        following = ordered[i + 1] if i + 1 < len(ordered) else row + 24.0
        step = min(spare / (i + 1), following - row)
        level, spare = row + step, spare - step * (i + 1)
        if spare <= 1e-6:
            break
    return level


def _placed(grid: Grid, page: Page, plan: _Plan, furniture: Furniture) -> Drawing:
    top = furniture.top + _start(grid, plan.size)
    free = max(0.0, furniture.bottom - top - plan.height)
    heights = _stretched(plan, free, grid.row_style == "names")
    left = page.margin + plan.label
    columns = tuple(
        Area(left + i * (plan.column + plan.gutter), top, plan.column, plan.head + sum(heights))
        for i in range(len(grid.columns))
    )
    tops = [top + plan.head]
    for height in heights[:-1]:
        tops.append(tops[-1] + height)
    lanes = tuple(
        _column(lane, area, plan, tops, grid) for lane, area in zip(grid.columns, columns, strict=True)
    )
    boxes, links = opened(grid, columns, furniture.top, plan.size)
    return Drawing(
        page=page.name,
        width=page.width,
        height=page.height,
        margin=page.margin,
        title=grid.caption.title,
        alt=grid.caption.alt,
        tag=grid.caption.tag,
        source=grid.caption.source,
        frame=(*furniture.items, *_row_heads(grid, page, plan, tops, heights)),
        lanes=lanes,
        links=links,
        boxes=boxes + _cells(grid, plan, columns, tops, heights),
        legend=furniture.legend,
        engine=ENGINE,
        text_size=plan.size,
    )


def _column(lane: Lane, area: Area, plan: _Plan, tops: list[float], grid: Grid) -> PlacedLane:
    colour = hue(lane.hue)
    head = Area(area.x, area.y, area.width, plan.head)
    items: list[Item] = [
        Rect(area, Pen(fill=colour.tint), _CORNER),
        top_rounded(head, _CORNER, Pen(fill=colour.ink)),
    ]
    size, x = plan.size, area.x + 0.7 * plan.size
    if lane.number:
        items += badge(x + size, head.middle[1], size, metrics.printable(lane.number), WHITE, colour.ink)
        x += 2 * size + 0.55 * size
    lines = _title_lines(lane, area.width, size)
    for i, text in enumerate(lines):
        y = head.middle[1] + (i - (len(lines) - 1) / 2) * size * 1.25 + size * 0.36
        items.append(Words(x, y, text, size, WHITE, metrics.width(text, size, STRONG), weight=STRONG))
    if grid.row_style == "labels":
        pen = Pen(stroke=mixed(colour.ink, colour.tint, 0.5), width=0.8)
        edge = _pad(size)
        items += [line(((area.x + edge, y), (area.right - edge, y)), pen) for y in tops[1:]]
    return PlacedLane(lane.id, f"{lane.number} {lane.title}".strip(), area, head, tuple(items))


def _row_heads(
    grid: Grid, page: Page, plan: _Plan, tops: list[float], heights: tuple[float, ...]
) -> tuple[Item, ...]:
    items: list[Item] = []
    size = plan.size
    for head, y, height in zip(grid.rows, tops, heights, strict=False):
        if grid.row_style == "labels":
            items += _label(head.text, page.margin, y + plan.ease * size, plan, height)
            continue
        lines = wrapped(head.text, plan.label - 10, size, STRONG)
        notes = wrapped(head.note, plan.label - 10, size * 0.93)
        at = y + height / 2 - (len(lines) + len(notes) - 1) * size * 0.65 + size * 0.36
        for i, text in enumerate((*lines, *notes)):
            strong = i < len(lines)
            weight, scale, colour = (STRONG, size, INK) if strong else (400, size * 0.93, MUTED)
            wide = metrics.width(text, scale, weight)
            items.append(Words(page.margin, at + i * size * 1.3, text, scale, colour, wide, weight=weight))
    return tuple(items)


def _label(text: str, x: float, y: float, plan: _Plan, height: float) -> list[Item]:
    small = _small(plan.size)
    lines = _label_lines(text, plan.label, plan.size)
    # The first line of a label shares its baseline with the first line of the cells beside it.
    base = y + plan.size * 0.98
    return [
        Words(x, base + i * small * 1.3, part, small, MUTED, metrics.width(part, small, STRONG, spacing=0.7),
              weight=STRONG, spacing=0.7)
        for i, part in enumerate(lines)
    ]  # fmt: skip


def _cells(
    grid: Grid, plan: _Plan, columns: tuple[Area, ...], tops: list[float], heights: tuple[float, ...]
) -> tuple[PlacedBox, ...]:
    boxes: list[PlacedBox] = []
    names = grid.row_style == "names"
    for row, (y, height) in enumerate(zip(tops, heights, strict=False)):
        if names and row:
            boxes.append(_divider(row, y, columns, plan))
        for lane, area, cell in zip(grid.columns, columns, plan.blocks[row], strict=False):
            spot = f"{lane.id}/{row + 1}"
            if cell.lines:
                at = y + (height - cell.height) / 2 if names else y + plan.ease * plan.size
                boxes += cell.placed(spot, lane, area.x + _pad(plan.size), at)
            elif names:
                dash = centred(area.middle[0], y + height / 2, "–", plan.size, MUTED, 400)
                boxes.append(PlacedBox(spot, "line", "nothing in the model", dash.area, (dash,), lane.id))
    return tuple(boxes)


def _divider(row: int, y: float, columns: tuple[Area, ...], plan: _Plan) -> PlacedBox:
    left, right = columns[0].x - plan.label, columns[-1].right
    rule = line(((left, y), (right, y)), Pen(stroke=mixed(HAIRLINE, MUTED, 0.15), width=0.8))
    return PlacedBox(f"rule/{row}", "rule", "", Area(left, y, right - left, 0), (rule,))
