"""Sequences: one column for each who does something, one row for each step, and what each step changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foedus.layout import metrics
from foedus.layout.cards import SIDEWAYS, Card, draw, filled, narrowest
from foedus.layout.changes import Told, broadest, drawn, told
from foedus.layout.drawing import Area, Drawing, Item, Pen, PlacedBox, PlacedLane, PlacedLink, Rect, Words
from foedus.layout.frame import Furniture, furnish
from foedus.layout.marks import CAP, badge
from foedus.layout.palette import EVENT, HAIRLINE, HUES, INK, MUTED, WHITE, mixed
from foedus.layout.samples import BOXES, of_sequence
from foedus.layout.strokes import arrow, line
from foedus.layout.tokens import BODY, CORNER, LARGEST, LEGEND, STRONG, Page
from foedus.layout.wrap import longest, wrapped
from foedus.views.played_shapes import Deed, Doer, Happening, Sequence
from foedus.views.shapes import Box

ENGINE = "Foedus sequence"
_BADGE = 7.0
_GUTTER = 8.0
_NARROWEST = 74.0  # column of a doer
_WIDEST = 165.0
_PAD = 7.0  # above and below a step
_APART = 5.0  # between the cards of a step
_TRUNK = 5.0  # from several cards to where their arrow begins
_BETWEEN = 22.0  # the last doer and what was changed
_SLIMMEST = 130.0  # all doers together
_MOST = 44.0  # so much more height may a step get where there is room
_OTHERS = "Others"
_EVERYBODY = "What happens"
_TITLED = (99, 8, 5, 3, 1)
"""So many promises that change alike are given with their titles, as long as there is room."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A doer, or several who share the last column, where it stands, and whether it is `after` others."""

    doers: tuple[Doer, ...]
    x: float
    width: float
    after: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A step measured: for each column its cards, and what it changed."""

    happening: Happening
    day: tuple[str, ...]
    cards: tuple[tuple[tuple[Deed, Card], ...], ...]
    changes: tuple[Told, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything measured for one text size, nothing placed yet. Points."""

    size: float
    columns: tuple[_Column, ...]
    changes: Area  # only x and width count
    head: float
    rows: tuple[_Row, ...]

    @property
    def height(self) -> float:
        return self.head + sum(row.height for row in self.rows)


def set_sequence(sequence: Sequence, page: Page) -> Drawing | None:
    """The drawing of a sequence on a page, or None where not even its first step has room.

    As many promises as there is room for are given with their titles. Where not every step has room, the
    last ones are left out, and the subtitle counts them.
    """
    if page.grows:
        return _tried(sequence, page, BODY, _TITLED[0], trim=True)
    for titled in _TITLED:
        size = LARGEST
        while size >= page.smallest - 1e-9:
            if (drawing := _tried(sequence, page, size, titled)) is not None:
                return drawing
            size = round(size - 0.2, 2)
    return _shortened(sequence, page)


def _shortened(sequence: Sequence, page: Page) -> Drawing | None:
    """The first steps of a sequence, as many as the page has room for."""
    for count in range(len(sequence.happenings) - 1, 0, -1):
        hidden = len(sequence.happenings) - count
        subtitle = f"{sequence.caption.subtitle}; and {hidden} more {'step' if hidden == 1 else 'steps'}"
        caption = replace(sequence.caption, subtitle=subtitle)
        kept = sequence.happenings[:count]
        seen = {key for each in kept for deed in each.instant.deeds for key in deed.who or ("",)}
        doers = tuple(doer for doer in sequence.doers if doer.id in seen)
        shorter = replace(sequence, caption=caption, doers=doers, happenings=kept)
        if (drawing := _tried(shorter, page, page.smallest, _TITLED[-1])) is not None:
            said = (
                f"{hidden} of {len(sequence.happenings)} steps have no room on this page; take a larger one"
            )
            return replace(drawing, notes=(said,))
    return None


def _tried(sequence: Sequence, page: Page, size: float, titled: int, trim: bool = False) -> Drawing | None:
    """The drawing at a text size, or None where it has no room; with `trim` the page gets its height."""
    samples = of_sequence(sequence)
    furniture = furnish(sequence.caption, page, samples)
    plan = _planned(sequence, page, size, titled)
    if plan.changes.width < _changing(sequence, size) - 1e-6:
        return None
    room = furniture.bottom - furniture.top
    if trim and plan.height > room:
        page = replace(page, height=page.height + plan.height - room)
        furniture = furnish(sequence.caption, page, samples)
    elif plan.height > room + 1e-6:
        return None
    return _drawn(sequence, page, plan, furniture)


def _planned(sequence: Sequence, page: Page, size: float, titled: int) -> _Plan:
    left = page.margin + _day_width(sequence, size) + 2 * _BADGE + 18
    whole = page.width - page.margin - left
    free = (whole - _BETWEEN - _changing(sequence, size)) / whole
    columns = _columns(sequence.doers, left, whole, _broadest(sequence, size), free)
    x = columns[-1].x + columns[-1].width + _BETWEEN if columns else left
    changes = Area(x, 0, page.width - page.margin - x, 0)
    rows = tuple(_row(each, columns, changes.width, size, titled) for each in sequence.happenings)
    lines = [len(wrapped(_name(column), column.width - 8, size, STRONG)) for column in columns]
    notes = any(column.doers[0].note for column in columns if len(column.doers) == 1)
    head = (max(lines, default=1) * 1.2 + 0.9) * size + (LEGEND * 1.3 if notes else 0.0)
    return _Plan(size, columns, changes, head, rows)


def _day_width(sequence: Sequence, size: float) -> float:
    names = [wrapped(each.instant.name, 62, size, STRONG) for each in sequence.happenings]
    return max([longest(lines, size, STRONG) for lines in names], default=0.0)


def _broadest(sequence: Sequence, size: float) -> float:
    """The width of a column in which no word of a deed is broken."""
    boxes = [_box(deed, ()) for each in sequence.happenings for deed in each.instant.deeds]
    needed = (narrowest(box, size) + 2 * (0.95 * size + SIDEWAYS.get(box.kind, 0.0)) for box in boxes)
    return max(max(needed, default=0.0) + _GUTTER, _NARROWEST * size / 9)


def _changing(sequence: Sequence, size: float) -> float:
    """The width that what was changed needs at least."""
    return max((broadest(each.shifts, size) for each in sequence.happenings), default=0.0)


def _columns(
    doers: tuple[Doer, ...], left: float, whole: float, least: float, free: float
) -> tuple[_Column, ...]:
    """One column for each doer; where there are too many for the page, the last ones share one.

    They take no more than the share of the whole that is `free`, if that leaves them any room.
    """
    share = min(0.48 if len(doers) < 4 else 0.58, max(_SLIMMEST / whole, free))
    most = max(1, int(whole * share / least + 1e-6))
    groups: list[tuple[Doer, ...]] = [(doer,) for doer in doers]
    if len(doers) > most:
        groups = [*groups[: most - 1], doers[most - 1 :]]
    if not groups:
        return ()
    wide = min(_WIDEST, whole * share / len(groups))
    return tuple(_Column(tuple(group), left + i * wide, wide, i > 0) for i, group in enumerate(groups))


def _name(column: _Column) -> str:
    if len(column.doers) == 1:
        return column.doers[0].title
    return _OTHERS if column.after else _EVERYBODY


def _row(happening: Happening, columns: tuple[_Column, ...], room: float, size: float, titled: int) -> _Row:
    cards = tuple(tuple(_cards(happening.instant.deeds, column, size)) for column in columns)
    changes = told(happening.shifts, room, size, titled)
    day = wrapped(happening.instant.name, 62, size, STRONG)
    heights = [sum(card.height for _, card in found) + 5 * (len(found) - 1) for found in cards]
    heights += [sum(each.height for each in changes), len(day) * 1.2 * size, 2 * _BADGE]
    return _Row(happening, day, cards, changes, max(heights) + 2 * _PAD)


def _cards(deeds: tuple[Deed, ...], column: _Column, size: float) -> Iterator[tuple[Deed, Card]]:
    """The deeds of a column's doers; in a column that several share, the text says who."""
    wide = column.width - _GUTTER
    for deed in deeds:
        doers = tuple(doer for doer in column.doers if doer.id in (deed.who or ("",)))
        if doers:
            card = filled(_box(deed, doers if len(column.doers) > 1 else ()), wide, 0.0, size)
            yield deed, replace(card, width=min(card.width, wide))


def _box(deed: Deed, named: tuple[Doer, ...]) -> Box:
    """A deed as a box; where doers are to be `named`, with the whole sentence and all of them in it."""
    if not named:
        number = deed.number if deed.kind == "act" else ""
        return Box("deed", BOXES[deed.kind], deed.text, number)
    missing = ", ".join(doer.title for doer in named if doer.id and doer.title not in deed.told)
    return Box("deed", BOXES[deed.kind], f"{missing}: {deed.told}" if missing else deed.told)


def _drawn(sequence: Sequence, page: Page, plan: _Plan, furniture: Furniture) -> Drawing:
    spare = furniture.bottom - furniture.top - plan.height
    more = min(max(spare, 0.0) / len(plan.rows), _MOST) if plan.rows else 0.0
    boxes: list[PlacedBox] = []
    links: list[PlacedLink] = []
    y = furniture.top + plan.head
    for row in plan.rows:
        area = Area(page.margin, y, page.width - 2 * page.margin, row.height + more)
        boxes += _step(row, area, plan)
        links += _leads(row, area, plan)
        y = area.bottom
    return Drawing(
        page=page.name,
        width=page.width,
        height=page.height,
        margin=page.margin,
        title=sequence.caption.title,
        alt=sequence.caption.alt,
        tag=sequence.caption.tag,
        source=sequence.caption.source,
        frame=(*furniture.items, *_over_changes(plan, furniture.top)),
        lanes=tuple(_lane(column, plan, furniture.top, furniture.bottom) for column in plan.columns),
        links=tuple(links),
        boxes=tuple(boxes),
        legend=furniture.legend,
        engine=ENGINE,
        text_size=plan.size,
    )


def _over_changes(plan: _Plan, top: float) -> tuple[Item, ...]:
    base = top + 0.5 * plan.size + plan.size * 0.9
    text = "What it changed"
    wide = metrics.width(text, plan.size, STRONG)
    return (Words(plan.changes.x, base, text, plan.size, INK, wide, weight=STRONG),) if plan.rows else ()


def _lane(column: _Column, plan: _Plan, top: float, bottom: float) -> PlacedLane:
    """A tinted column with a heading and a line of life down its middle."""
    size = plan.size
    area = Area(column.x, top, column.width - 4, bottom - top)
    heading = Area(area.x, top, area.width, plan.head)
    named = any(doer.id for doer in column.doers)
    items: list[Item] = [Rect(area, Pen(fill=HUES[0].tint), 6.0)]
    x = area.middle[0]
    life = Pen(stroke=mixed(HAIRLINE, MUTED, 0.25), width=1.0, dash=() if named else (2, 3))
    items.append(line(((x, heading.bottom), (x, bottom - 4)), life))
    title = wrapped(_name(column), column.width - 8, size, STRONG)
    base = top + 0.5 * size + 0.9 * size
    for i, text in enumerate(title):
        wide = metrics.width(text, size, STRONG, italic=not named)
        items.append(Words(x, base + i * 1.2 * size, text, size, INK if named else MUTED, wide, weight=STRONG,
                           italic=not named, anchor="middle"))  # fmt: skip
    if len(column.doers) == 1 and (note := column.doers[0].note):
        at = base + (len(title) - 1) * 1.2 * size + 1.3 * LEGEND
        wide = metrics.width(note, LEGEND)
        items.append(Words(x, at, note, LEGEND, MUTED, wide, anchor="middle"))
    key = column.doers[0].id if len(column.doers) == 1 else "others"
    return PlacedLane(key or "nobody", _name(column), area, heading, tuple(items))


def _step(row: _Row, area: Area, plan: _Plan) -> Iterator[PlacedBox]:
    """Rule, number, day, the cards of each column, and the changes."""
    place = row.happening.instant.number
    rule = line(((area.x, area.y), (area.right, area.y)), Pen(stroke=HAIRLINE, width=0.8))
    yield PlacedBox(f"rule/{place}", "rule", "", Area(area.x, area.y, area.width, 0), (rule,))
    yield _day(row, area, plan.size)
    for i, (column, cards) in enumerate(zip(plan.columns, row.cards, strict=True)):
        for k, ((deed, card), spot) in enumerate(zip(cards, _spots(cards, column, area), strict=True)):
            key = f"deed/{place}/{i + 1}/{k + 1}"
            yield PlacedBox(key, card.box.kind, deed.told, spot, draw(card, spot, deed.hue), "", deed.origin)
    yield from _changed(row, area, plan)


def _spots(cards: tuple[tuple[Deed, Card], ...], column: _Column, area: Area) -> Iterator[Area]:
    """Where the cards of one column of a step stand: one below the other, in the middle."""
    y = area.middle[1] - (sum(card.height for _, card in cards) + _APART * (len(cards) - 1)) / 2
    for _, card in cards:
        yield Area(column.x + (column.width - 4 - card.width) / 2, y, card.width, card.height)
        y += card.height + _APART


def _day(row: _Row, area: Area, size: float) -> PlacedBox:
    number = row.happening.instant.number
    y = area.middle[1]
    items = [*badge(area.x + _BADGE, y, _BADGE, number, EVENT, WHITE)]
    x = area.x + 2 * _BADGE + 7
    for i, text in enumerate(row.day):
        base = y + (i - (len(row.day) - 1) / 2) * 1.2 * size + size * CAP / 2
        items.append(Words(x, base, text, size, INK, metrics.width(text, size, STRONG), weight=STRONG))
    wide = x + longest(row.day, size, STRONG) - area.x
    title = f"Step {number}: {row.happening.instant.name}"
    high = max(len(row.day) * 1.2 * size, 2 * _BADGE)
    return PlacedBox(f"step/{number}", "step", title, Area(area.x, y - high / 2, wide, high), tuple(items))


def _changed(row: _Row, area: Area, plan: _Plan) -> Iterator[PlacedBox]:
    number, x = row.happening.instant.number, plan.changes.x
    if not row.changes:
        text = "no change of state"
        wide = metrics.width(text, plan.size, italic=True)
        words = Words(x, area.middle[1] + plan.size * CAP / 2, text, plan.size, MUTED, wide, italic=True)
        yield PlacedBox(f"change/{number}/0", "change", text, words.area, (words,))
    y = area.middle[1] - sum(each.height for each in row.changes) / 2
    for i, each in enumerate(row.changes, 1):
        said = ", ".join(f"{mover.number} {mover.who}".strip() for mover in each.shift.movers)
        title = f"{each.shift.before.words} to {each.shift.now.words}: {said}"
        spot = Area(x, y, plan.changes.width, each.height)
        yield PlacedBox(
            f"change/{number}/{i}", "change", title, spot, drawn(each, x, y, plan.size, len(row.changes) == 1)
        )
        y += each.height


def _leads(row: _Row, area: Area, plan: _Plan) -> Iterator[PlacedLink]:
    """An arrow from the last cards of a step to what the step changed; several are taken together first."""
    last = [
        (i, tuple(_spots(cards, column, area)))
        for i, (column, cards) in enumerate(zip(plan.columns, row.cards, strict=True))
        if cards
    ]
    if not row.changes or not last:
        return
    i, spots = last[-1]
    y, number = area.middle[1], row.happening.instant.number
    trunk = max(spot.right for spot in spots) + _TRUNK
    first, *others = [(spot.right, spot.middle[1]) for spot in spots]
    end = (plan.changes.x - 7, y)
    points = (first, (trunk, first[1]), (trunk, y), end) if others else (first, end)
    pen, joint = Pen(stroke=INK, width=1.25), (trunk + CORNER, y)
    joined = [line((other, (trunk, other[1]), (trunk, y), joint), pen, CORNER) for other in others]
    source, target = f"deed/{number}/{i + 1}/1", f"change/{number}/1"
    yield PlacedLink(source, target, "activates", "changes", points, (*joined, *arrow(points, "activates")))
