"""Timelines: the courses of a played scenario by component, in bands along an axis of time."""

from dataclasses import dataclass, replace
from itertools import pairwise

from foedus.layout import metrics, wrap
from foedus.layout.axis import LONGEST, RADIUS, Axis, axis, days, ruler
from foedus.layout.bands import word_width
from foedus.layout.drawing import Drawing
from foedus.layout.flags import Flag, flags, raised
from foedus.layout.frame import Furniture, furnish
from foedus.layout.gather import DENSITIES, STILL, Row, briefer, rows
from foedus.layout.palette import WHITE
from foedus.layout.samples import of_timeline
from foedus.layout.strands import BETWEEN, Group, group, hang, placed
from foedus.layout.tokens import BODY, LARGEST, STRONG, Page
from foedus.layout.wrap import longest, wrapped
from foedus.views.played_shapes import Timeline

ENGINE = "Foedus timeline"
_DAYS = 13.0  # the line of days under the axis
_TOLD = 130.0  # after the last step, where the text of what happens there would have no room
_BESIDE = 80.0  # less room than this after the last step makes what is told there too high
_FLAGS = 0.26  # what texts above the axis may take of the height
_UNTOLD = "the numbers on the axis are the steps of its sequence"
_STEP = 2 * RADIUS + 3  # between two steps on the axis
_SHARES = (1.0, 0.8, 0.6, 0.45)
_NARROW = 700.0  # a narrower page takes no timeline whose steps would touch
_WIDEST = 150.0  # for the words before the first and after the last step


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything measured for one text size; of its places only those along the axis are known. Points."""

    size: float
    label: float  # left border of the texts
    hang: float  # what numbers take before them
    axis: Axis
    flags: tuple[Flag, ...]
    head: float  # height of flags, axis and days
    groups: tuple[Group, ...]

    @property
    def height(self) -> float:
        lanes = sum(found.height for found in self.groups)
        return self.head + lanes + BETWEEN * max(0, len(self.groups) - 1)


def set_timeline(timeline: Timeline, page: Page) -> Drawing | None:
    """The drawing of a timeline on a page, or None where the page has no room for a single line.

    Where not every course has room for a line of its own, lines are shared first; then the courses that
    change least are left out, and the subtitle counts them.
    """
    if page.grows:
        return _grown(timeline, page)
    every: tuple[Row, ...] = rows(timeline.courses, DENSITIES[0])
    if page.width < _NARROW and not _apart(_planned(timeline, page, page.smallest, every, page.height).axis):
        return None
    for density in DENSITIES:
        every = rows(timeline.courses, density)
        size = LARGEST
        while size >= page.smallest - 1e-9:
            if (drawing := _tried(timeline, page, size, every)) is not None:
                return drawing
            size = round(size - 0.2, 2)
    for brief in briefer(every):
        every = brief
        if (drawing := _tried(timeline, page, page.smallest, every)) is not None:
            return drawing
    return _shortened(timeline, page, every)


def _shortened(timeline: Timeline, page: Page, every: tuple[Row, ...]) -> Drawing | None:
    """The timeline without the lines that weigh least: as many lines as the page has room for."""
    ranked = sorted(range(len(every)), key=lambda place: (-every[place].weight, place))
    for count in range(len(every) - 1, 0, -1):
        kept = tuple(every[place] for place in sorted(ranked[:count]))
        hidden = len(timeline.courses) - sum(len(row.courses) for row in kept)
        drawing = _tried(timeline, page, page.smallest, kept, hidden)
        if drawing is not None:
            said = f"{hidden} of {len(timeline.courses)} rows have no room on this page; take a larger one"
            return replace(drawing, notes=(said,))
    return None


def _grown(timeline: Timeline, page: Page) -> Drawing | None:
    """Every course on a line of its own, on a page as high as they need."""
    every = rows(timeline.courses, "all")
    most = 40 + 30.0 * len(timeline.instants)
    plan = _planned(timeline, page, BODY, every, most)
    return _tried(timeline, replace(page, height=page.height + plan.height + most), BODY, every, trim=True)


def _tried(
    timeline: Timeline, page: Page, size: float, every: tuple[Row, ...], hidden: int = 0, trim: bool = False
) -> Drawing | None:
    """The drawing with these lines at a text size, or None where they have no room."""
    if hidden:
        timeline = _saying(timeline, f"and {hidden} more {'row' if hidden == 1 else 'rows'}")
    for more in ("", _UNTOLD):
        told = _saying(timeline, more) if more else timeline
        furniture = furnish(told.caption, page, of_timeline(told, not more, True))
        plan = _planned(told, page, size, every, _FLAGS * (furniture.bottom - furniture.top))
        samples = of_timeline(told, not more, bool(plan.axis.breaks))
        furniture = furnish(told.caption, page, samples)
        room = furniture.bottom - furniture.top
        if trim and plan.height < room:
            page = replace(page, height=page.height - (room - plan.height))
            furniture = furnish(told.caption, page, samples)
        if plan.flags or more or not any(instant.deeds for instant in told.instants):
            return _drawn(told, page, plan, furniture) if plan.height <= room + 1e-6 else None
    return None


def _saying(timeline: Timeline, more: str) -> Timeline:
    caption = timeline.caption
    subtitle = f"{caption.subtitle}; {more}" if caption.subtitle else more
    return replace(timeline, caption=replace(caption, subtitle=subtitle))


def _planned(timeline: Timeline, page: Page, size: float, every: tuple[Row, ...], most: float) -> _Plan:
    """Everything measured for a text size; `most` is what texts above the axis may take."""
    whole = page.width - 2 * page.margin
    lanes = [lane for lane in (*timeline.lanes, STILL) if any(row.lane == lane.id for row in every)]
    widest = max([wrap.word_width(lane.title, size, STRONG) for lane in lanes], default=0.0)
    titles = {lane.id: wrapped(lane.title, max(0.1 * whole, widest), size, STRONG) for lane in lanes}
    label = page.margin + max([longest(title, size, STRONG) for title in titles.values()], default=0.0) + 40
    numbers = hang(every, size)
    natural = max(
        [metrics.width(metrics.printable(row.text), size) + 1 for row in every if not row.listed], default=0.0
    )
    text = min(0.3 * whole, max(natural, 0.16 * whole))
    left, right = label + numbers + text + 12, page.width - page.margin - 8
    found = _axis(timeline, left, right, every, size)
    above = flags(timeline.instants, found.xs, page.width - page.margin, size, most)
    top = max([flag.high for flag in above], default=RADIUS) + RADIUS + _DAYS + 6
    groups = tuple(
        group(lane, titles[lane.id], tuple(row for row in every if row.lane == lane.id), text, numbers, size)
        for lane in lanes
    )
    return _Plan(size, label, numbers, found, above, top, groups)


def _axis(timeline: Timeline, left: float, right: float, every: tuple[Row, ...], size: float) -> Axis:
    """The axis on which what happens last can be told beside its staff, where that leaves the bands room."""
    lead, tail = _words(every, 0, size), _words(every, -1, size)
    found = _scaled(timeline, (left, right), (lead, tail), every, size)
    if not timeline.instants or not timeline.instants[-1].deeds or right - found.xs[-1] >= _BESIDE:
        return found
    telling = _scaled(timeline, (left, right), (lead, max(tail, _TOLD)), every, size)
    return telling if _apart(telling) and _said(telling, every, size) else found


def _scaled(
    timeline: Timeline, sides: tuple[float, float], ends: tuple[float, float], every: tuple[Row, ...],
    size: float,
) -> Axis:  # fmt: skip
    """The axis between two sides on which long gaps are as long as they may be while all words have room.

    Where two steps would touch, the words before the first and after the last get less room than `ends`.
    """
    for share in _SHARES:
        lead, tail = (share * end for end in ends)
        tried = [axis(timeline.instants, *sides, lead, tail, longest) for longest in LONGEST]
        if roomy := [found for found in tried if _apart(found)]:
            return next((found for found in roomy if _said(found, every, size)), roomy[0])
    return tried[-1]


def _apart(found: Axis) -> bool:
    """Whether no step touches the next."""
    return all(after - before >= _STEP for before, after in pairwise(found.xs))


def _said(found: Axis, every: tuple[Row, ...], size: float) -> bool:
    """Whether the words of every band have room."""
    return all(
        word_width(stretch.stand, size) <= end - found.xs[stretch.first] - 2
        for row in every
        for stretch, end in zip(row.stretches, found.ends(row.stretches), strict=True)
    )


def _words(every: tuple[Row, ...], place: int, size: float) -> float:
    """The room that the words of all first, or all last, stretches need."""
    needed = [word_width(row.stretches[place].stand, size) for row in every]
    return min(max(needed, default=40.0) + 6, _WIDEST)


def _drawn(timeline: Timeline, page: Page, plan: _Plan, furniture: Furniture) -> Drawing:
    y = furniture.top + plan.head - RADIUS - _DAYS - 2
    above = tuple(raised(flag, timeline.instants[flag.place], y, plan.size) for flag in plan.flags)
    spare = furniture.bottom - furniture.top - plan.height
    sides = (page.margin, page.width - page.margin)
    top = furniture.top + plan.head
    strands = placed(plan.groups, plan.axis, sides, top, (plan.label, plan.hang, plan.size), spare)
    under = days(plan.axis, timeline.instants, y + RADIUS + 7)
    return Drawing(
        page=page.name,
        width=page.width,
        height=page.height,
        margin=page.margin,
        title=timeline.caption.title,
        alt=timeline.caption.alt,
        tag=timeline.caption.tag,
        source=timeline.caption.source,
        frame=(*furniture.items, *under, *ruler(plan.axis, timeline.instants, y, WHITE)),
        lanes=strands.lanes,
        links=(),
        boxes=(*above, *strands.boxes),
        legend=furniture.legend,
        engine=ENGINE,
        text_size=plan.size,
    )
