"""The largest text that fits: wrap width and spacing searched for each size, from the top down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil

from foedus.layout import across, ports, stack
from foedus.layout.across import Across
from foedus.layout.cards import Card, overlong
from foedus.layout.gauge import Gauge, Heading, Measured, Setting, headings, least_height
from foedus.layout.parting import Ground, parted
from foedus.layout.stack import Stack
from foedus.layout.tokens import BODY, LARGEST, Page
from foedus.layout.weave import Port, Weave
from foedus.views.shapes import Diagram

_WRAPS = (152.0, 205.0)  # where text wraps before columns are narrowed; the second trades width for height
_ROUGHLY = 0.75  # a column is narrowed by more at once where many widths are only weighed
_SPACES = ((16.0, 6.0, 10.0), (11.0, 5.0, 8.0), (8.0, 4.0, 5.0))
_WIDE = 0.004  # what a point of a column's width counts for, beside a point of height, when one is narrowed
_HAIR = 1e-9
_TRIES = 4  # how often the boxes are set anew because the lines between them want more room


@dataclass(frozen=True, slots=True)
class Plan:
    """A picture that fits, with the origin at its own top left."""

    setting: Setting
    weave: Weave
    cards: tuple[Card | None, ...]
    heights: tuple[float, ...]
    headings: tuple[Heading, ...]
    stack: Stack
    ports: Mapping[Port, float]
    across: Across
    narrowed: Mapping[int, float] = field(default_factory=dict)

    @property
    def overlong(self) -> int:
        """How many cards have a text of more than three lines."""
        return sum(1 for card in self.cards if card and overlong(card))


def settings(page: Page) -> Iterator[Setting]:
    """Every setting a page allows, the best first: large text before wide rows."""
    if page.grows:
        yield Setting(BODY, _WRAPS[0], *_SPACES[0])
        return
    steps = max(1, ceil((LARGEST - page.smallest) / 0.4))
    for step in range(steps + 1):
        size = LARGEST - (LARGEST - page.smallest) * step / steps
        for row, lane, pad in _SPACES:
            for wrap in _WRAPS:
                yield Setting(round(size, 2), wrap, max(8.0, row * size / BODY), lane, pad)


def smallest(page: Page) -> tuple[Setting, ...]:
    """The settings that need least room; what fits in none of them does not fit at all."""
    spaces = (8.0, *_SPACES[-1][1:])
    return () if page.grows else tuple(Setting(page.smallest, wrap, *spaces) for wrap in _WRAPS)


def hopeless(diagram: Diagram, page: Page, height: float) -> bool:
    """Whether the lanes alone are higher than `height` points, however the boxes stand in them."""
    return not page.grows and least_height(diagram, smallest(page)[0]) > height


def planned(
    diagram: Diagram, weave: Weave, setting: Setting, width: float, height: float,
    narrowed: Mapping[int, float], fewer: int | None = None,
) -> Plan | None:  # fmt: skip
    """The picture in one setting, or None when it is wider than `width` or higher than `height` points.

    `narrowed` says for which lanes the heading must wrap, and at which width, to let a line pass. With
    `fewer`, only a plan with fewer long cards than that is looked for.
    """
    titles = headings(diagram, weave, setting, narrowed)
    gauge, allowed, tries = Gauge(diagram, weave, setting, titles), width, _TRIES
    for found in _steps(gauge):
        if found.height > height or (fewer is not None and found.overlong >= fewer):
            return None  # narrower columns are never lower, and their cards never shorter
        if sum(found.widths) + gauge.around > allowed:
            if gauge.least + gauge.around > width:
                return None
            continue
        plan, over = _placed(gauge, found, width, height)
        if over <= 0:
            return replace(plan, narrowed=narrowed)
        # The tracks of the lines want more room than their least, so the boxes must do with less.
        tries, allowed = tries - 1, sum(found.widths) + gauge.around - over - 1
        if not tries:
            return None
    return None


def _placed(gauge: Gauge, found: Measured, width: float, height: float) -> tuple[Plan, float]:
    """The picture with its boxes so set, and by how much it is wider than it may be."""
    weave, room = gauge.weave, found.room
    cards, heights = found.by_knot(len(weave.knots))
    stacked = stack.stacked(weave, heights, room, height)
    kinds = [card.box.kind if card else "" for card in cards]
    levels, stacked = ports.aligned(weave, stacked, heights, kinds, room)
    levels, gaps = parted(Ground(weave, stacked, heights, kinds, room), levels)
    over = sum(found.widths) + sum(across.least(weave.columns, gauge.count, gaps)) - width
    spread = across.across(weave.columns, found.widths, gaps, width, found.rigid)
    return Plan(gauge.setting, weave, cards, heights, gauge.headings, stacked, levels, spread), over


def outlines(diagram: Diagram, weave: Weave, setting: Setting) -> Iterator[tuple[float, float, int]]:
    """Width, height and number of long cards of the picture as its columns are narrowed, the widest first.

    Gaps with several lines may want a little more width.
    """
    titles = headings(diagram, weave, setting, {})
    gauge = Gauge(diagram, weave, setting, titles, _ROUGHLY)
    least = max((heading.width + 24 for heading in titles), default=0.0)
    for found in _steps(gauge):
        yield max(least, sum(found.widths) + gauge.around), found.height, found.overlong


def _steps(gauge: Gauge) -> Iterator[Measured]:
    """The boxes in ever less width: time after time the column is narrowed that costs least height for
    what it saves."""
    laid, share = gauge.weave.columns, gauge.setting.size / BODY
    limits = (gauge.setting.wrap * share * (1.0 if laid.first <= c < laid.after else 0.84)
              for c in range(gauge.count))  # fmt: skip
    columns = tuple(gauge.column(c, max(limit, gauge.floor(c))) for c, limit in enumerate(limits))
    found: Measured | None = gauge.set(columns)
    while found is not None:
        yield found
        found = _narrowed(gauge, found)


def _narrowed(gauge: Gauge, found: Measured) -> Measured | None:
    """The boxes with the cheapest column narrower. Height never falls by that, so a column that costs more
    even where it adds none is not set."""
    ways = []
    for c, now in enumerate(found.columns):
        if (column := gauge.narrower(c, now)) is not None:
            saved = now.width - column.width
            ways.append(((column.fine - now.fine) / saved - _WIDE * now.width, c, saved, column))
    best: tuple[float, int, Measured] | None = None
    for least, c, saved, column in sorted(ways):
        if best is not None and least > best[0] + _HAIR:
            break
        step = gauge.set((*found.columns[:c], column, *found.columns[c + 1 :]))
        price = (step.cost - found.cost) / saved - _WIDE * found.columns[c].width
        if best is None or (price, c) < best[:2]:
            best = (price, c, step)
    return best and best[2]
