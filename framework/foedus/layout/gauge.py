"""A picture measured for a setting of its text and wrap widths of its columns: cards, headings, height."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from foedus.layout import across, metrics, ports, stack
from foedus.layout.cards import GATES, Card, filled, measured, narrowest, overlong
from foedus.layout.marks import chip
from foedus.layout.stack import Room
from foedus.layout.tokens import BODY, LEGEND, STRONG
from foedus.layout.weave import Weave
from foedus.layout.wrap import longest, wrapped
from foedus.views.shapes import Box, Diagram, Lane

BADGE = 6.6  # radius of the number beside a lane's heading
_NARROWER, _NARROWEST = 0.9, 62.0
_BELOW = 9.0  # what a link from a box to itself needs under it
_LINE = 3.0  # what a line of text costs, in points of height
_OVERLONG = 30.0  # what a card of more than three lines costs, in points of height


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set the text: its size, where it wraps at first, and the space between rows, between lanes
    and inside a lane's edge. Points."""

    size: float
    wrap: float
    row: float
    lane: float
    pad: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A lane's heading in lines, the room it takes, and the chip at the right edge."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float
    chip: float


@dataclass(frozen=True, slots=True)
class Column:
    """The boxes of a column measured for one wrap width `limit`: cards and heights by knot, the width of all,
    the height of what stands in each lane, how many long cards, and what these and all lines of text cost."""

    limit: float
    cards: Mapping[int, Card]
    heights: Mapping[int, float]
    width: float
    piles: Mapping[tuple[int, int], float]
    overlong: int
    fine: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The boxes measured for one choice of wrap widths, by column."""

    columns: tuple[Column, ...]
    room: Room
    height: float

    @property
    def widths(self) -> tuple[float, ...]:
        return tuple(column.width for column in self.columns)

    @property
    def rigid(self) -> tuple[bool, ...]:
        return tuple(all(card.box.kind in GATES for card in column.cards.values()) for column in self.columns)

    @property
    def overlong(self) -> int:
        """How many cards have a text of more than three lines."""
        return sum(column.overlong for column in self.columns)

    @property
    def cost(self) -> float:
        """Height, with a fine for every line of text and for long cards."""
        return self.height + sum(column.fine for column in self.columns)

    def by_knot(self, count: int) -> tuple[tuple[Card | None, ...], tuple[float, ...]]:
        """The card of every knot, none for a passage, and the height of each."""
        cards = {i: card for column in self.columns for i, card in column.cards.items()}
        heights = {i: height for column in self.columns for i, height in column.heights.items()}
        return tuple(cards.get(i) for i in range(count)), tuple(heights.get(i, 0.0) for i in range(count))


class Gauge:
    """Measures the boxes of a picture for wrap widths of the columns; what was measured once is kept."""

    def __init__(
        self, diagram: Diagram, weave: Weave, setting: Setting, headings: tuple[Heading, ...],
        step: float = _NARROWER,
    ) -> None:  # fmt: skip
        boxes = {box.id: box for box in diagram.boxes}
        self.weave, self.setting, self.headings, self.step = weave, setting, headings, step
        self.busy = ports.counts(weave)
        self.members: dict[int, list[tuple[int, Box]]] = {}
        for i, knot in enumerate(weave.knots):
            if knot.box:
                self.members.setdefault(knot.column, []).append((i, boxes[knot.box]))
        loops = {link.source for link in diagram.links if link.source == link.target}
        below = {i: _BELOW for i, knot in enumerate(weave.knots) if knot.box in loops}
        low = tuple(_low(heading, setting) for heading in headings)
        self.room = Room(setting.row, setting.lane, setting.pad, {}, low, below)
        self.groups: dict[int, list[tuple[tuple[int, int], tuple[int, ...]]]] = {}
        for key, group in weave.order.items():
            self.groups.setdefault(key[0], []).append((key, group))
        self.count = 1 + max(knot.column for knot in weave.knots)
        self.spaces = across.least(weave.columns, self.count, {})
        self.known: dict[tuple[int, float], Column] = {}
        self.next: dict[tuple[int, float], Column | None] = {}
        self.floors: dict[int, float] = {}

    def column(self, column: int, limit: float) -> Column:
        """A column whose texts wrap at `limit`."""
        if (column, limit) not in self.known:
            size, wide = self.setting.size, self.width(column, limit)
            # Every card is as wide as its column, so its text may use all of that.
            cards = {i: filled(box, wide, limit, size) for i, box in self.members.get(column, ())}
            self.known[column, limit] = self._measured(column, limit, cards, wide)
        return self.known[column, limit]

    def width(self, column: int, limit: float) -> float:
        """How wide a column is whose texts wrap at `limit`."""
        size, members = self.setting.size, self.members.get(column, ())
        wide = max((measured(box, limit, size).width for _, box in members), default=0.0)
        inner = self.weave.columns.first == column and bool(self.headings)
        return max(wide, 9.0 * size if inner else 0.0)

    def _measured(self, column: int, limit: float, cards: dict[int, Card], wide: float) -> Column:
        groups = self.groups.get(column, ())
        heights = {i: 0.0 for _, group in groups for i in group}
        for i, card in cards.items():
            heights[i] = max(card.height, ports.needed(card.box.kind, self.busy[i]))
        piles = {key: stack.pile(group, heights, self.room) for key, group in groups}
        lines = sum(len(card.lines) + sum(len(found) for _, found in card.rows) for card in cards.values())
        long = sum(map(overlong, cards.values()))
        return Column(limit, cards, heights, wide, piles, long, _LINE * lines + _OVERLONG * long)

    def floor(self, column: int) -> float:
        """The least wrap width of a column: none of its words is broken that people would write."""
        if column not in self.floors:
            size, members = self.setting.size, self.members.get(column, ())
            least = [narrowest(box, size) for _, box in members]
            self.floors[column] = max([_NARROWEST * size / BODY, *least])
        return self.floors[column]

    @property
    def around(self) -> float:
        """The least width of all gaps."""
        return sum(self.spaces)

    @cached_property
    def least(self) -> float:
        """The width of all columns where each is as narrow as it can be."""
        return sum(self.width(c, self.floor(c)) for c in range(self.count))

    def narrower(self, column: int, now: Column) -> Column | None:
        """The column at the next smaller wrap width that makes it at least a little narrower, if any."""
        if (column, now.limit) not in self.next:
            limits = self._below(column, now.limit)
            limit = next((each for each in limits if self.width(column, each) < now.width - 2), None)
            self.next[column, now.limit] = None if limit is None else self.column(column, limit)
        return self.next[column, now.limit]

    def _below(self, column: int, limit: float) -> Iterator[float]:
        """Ever smaller wrap widths, down to the least of the column."""
        low = self.floor(column)
        while limit > low + 0.01:
            limit = max(low, limit * self.step)
            yield limit

    def set(self, columns: tuple[Column, ...]) -> Measured:
        """All boxes, with the height that the picture needs."""
        widths = [column.width for column in columns]
        room = replace(self.room, above=_above(self.weave, self.headings, widths, self.spaces))
        piles = {key: high for column in columns for key, high in column.piles.items()}
        need, outside = stack.needed(piles, room)
        whole = max(sum(need) + self.setting.lane * max(0, len(need) - 1), outside)
        return Measured(columns, room, whole)


def least_height(diagram: Diagram, setting: Setting) -> float:
    """The height that the lanes of a picture take whatever stands in them."""
    low = [_low(_heading(lane, setting, None), setting) for lane in diagram.lanes]
    return sum(low) + setting.lane * max(0, len(low) - 1)


def _low(heading: Heading, setting: Setting) -> float:
    """The least height of a lane, for its heading."""
    return max(34.0, heading.height) + setting.pad if heading.lines else 0.0


def headings(
    diagram: Diagram, weave: Weave, setting: Setting, narrowed: Mapping[int, float]
) -> tuple[Heading, ...]:
    """The heading of every lane, wrapped where `narrowed` says so; empty for a lane of the weave alone."""
    titled = tuple(_heading(lane, setting, narrowed.get(i)) for i, lane in enumerate(diagram.lanes))
    return titled + (Heading((), 9.0, 0.0, setting.pad, 0.0),) * (weave.lanes - len(titled))


def _heading(lane: Lane, setting: Setting, limit: float | None) -> Heading:
    size = max(9.0, 0.94 * setting.size)
    indent = 2 * BADGE + 5 if lane.number else 0.0
    lines = wrapped(lane.title, (limit or 420.0) - indent, size, STRONG)
    wide = indent + longest(lines, size, STRONG)
    high = 5 + max(1, len(lines)) * size * 1.2 + 3.5
    mark = chip(0, 0, lane.standing, 6.6)[0] + 6 + metrics.width(lane.chip, LEGEND) if lane.chip else 0.0
    return Heading(lines, size, wide, high, mark)


def _above(
    weave: Weave, headings: tuple[Heading, ...], widths: Sequence[float], spaces: Sequence[float]
) -> dict[tuple[int, int], float]:
    """Under which headings and chips the columns of a lane begin. Gaps only ever get wider than `spaces`,
    so a column that is clear of a heading here stays clear of it."""
    columns = weave.columns
    found: dict[tuple[int, int], float] = {}
    inner = range(columns.first, columns.after)
    for lane, heading in enumerate(headings):
        x = 0.0
        for column in inner:
            if x < heading.width + 8:
                found[column, lane] = heading.height
            x += widths[column] + spaces[column + 1]
        x = 0.0
        for column in reversed(inner):
            if heading.chip and x < heading.chip + 8:
                found[column, lane] = max(found.get((column, lane), 0.0), 5 + heading.size * 1.2 + 3.5)
            x += widths[column] + spaces[column]
    return found
