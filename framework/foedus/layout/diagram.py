"""Diagrams: swim lanes in number order, boxes in columns, links in right angles between them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product
from math import sqrt

from foedus.layout import legend
from foedus.layout.aside import leftmost
from foedus.layout.cards import GATES, SIDEWAYS, draw, inset, rounding
from foedus.layout.columns import Columns, ranked
from foedus.layout.copies import copied
from foedus.layout.crossings import bridges, crossings
from foedus.layout.drawing import Area, Drawing, PlacedBox, PlacedLane, PlacedLink, Point
from foedus.layout.fit import Plan, hopeless, planned, settings, smallest
from foedus.layout.frame import Furniture, furnish
from foedus.layout.gauge import Setting
from foedus.layout.lanes import ground, heading_area, lane_area, placed_lane
from foedus.layout.palette import WHITE
from foedus.layout.room import holds
from foedus.layout.routes import meets, route
from foedus.layout.spread import spread
from foedus.layout.strokes import arrow
from foedus.layout.tokens import LARGEST, LINKS, Page
from foedus.layout.weave import Weave
from foedus.layout.weaving import woven
from foedus.views.shapes import Diagram, Link

_FAR = 1e5
_WAYS = tuple(product((True, False), (None, 0, 1, 2, 3)))
"""Ways to stand in columns: boxes without links first, or all as ranked; so, or spread over so many more."""
_HEAD = 9.0  # from the heading of a lane to its right edge, at least
_HEAD_LEAST = 74.0  # no heading wraps at less than this
_LOOP = 10.0  # how far a link from a box to itself runs below it, and how wide it is to either side
_NARROW = 0.75  # a finding or body that needs less of its column's width than this keeps its own width
_SPARING = 0.95  # how much smaller text may be for the sake of fewer long cards
_TRIES = 7  # how many more settings are tried for that
_CONTENT = 0.25  # how far above the page's minimum text must be for no other arrangement to be tried


def set_diagram(diagram: Diagram, page: Page, engine: str, number: str = "1") -> Drawing | None:
    """The drawing of a diagram on a page, or None when its text would fall under the page's minimum.

    None, too, for one that is larger than any drawing holds.

    `number` is what is printed as the number of the page.
    Raises `Stop` for an engine that is unknown, missing or too slow, if it was asked for by name.
    """
    if not holds(diagram):
        return None
    diagram = copied(diagram)
    samples = legend.of_diagram(diagram)
    furniture = furnish(diagram.caption, page, samples, number)
    if not diagram.boxes:
        return composed(diagram, page, furniture, "Foedus lanes", (), (), ())
    area = canvas(page, furniture)
    plan = _fitted(diagram, engine, page, area)
    if plan is None:
        return None
    if page.grows:
        plan, wide, high = _trimmed(diagram, plan, area)
        page = replace(page, width=page.width + wide - area.width, height=page.height + high - area.height)
        furniture = furnish(diagram.caption, page, samples, number)
        area = canvas(page, furniture)
    drawing, note = _painted(diagram, plan, page, furniture, area), plan.weave.columns.note
    return replace(drawing, notes=(note,) if note else ())


def fits(diagram: Diagram, page: Page, engine: str) -> bool:
    """Whether a diagram fits a page at the page's minimum; setting it afterwards costs little more."""
    area = canvas(page, furnish(diagram.caption, page, legend.of_diagram(diagram)))
    return page.grows or _fitted(diagram, engine, page, area) is not None


@lru_cache(maxsize=256)
def _woven(diagram: Diagram, engine: str, way: int) -> Weave | None:
    """The diagram woven, its boxes in columns in one of `_WAYS`; None where an earlier one gives the same."""
    shape = _shape(diagram, engine, way)
    if any(_shape(diagram, engine, earlier).of == shape.of for earlier in range(way)):
        return None
    return woven(diagram, shape)


@lru_cache(maxsize=256)
def _shape(diagram: Diagram, engine: str, way: int) -> Columns:
    aside, wider = _WAYS[way]
    columns = _ranked(diagram, engine)
    start = leftmost(diagram, columns) if aside else columns
    return start if wider is None else spread(diagram, start, wider)


@lru_cache(maxsize=64)
def _ranked(diagram: Diagram, engine: str) -> Columns:
    return ranked(diagram, engine)


def canvas(page: Page, furniture: Furniture) -> Area:
    """What a page has free for the picture itself."""
    return Area(page.margin, furniture.top, page.width - 2 * page.margin, furniture.bottom - furniture.top)


@lru_cache(maxsize=64)
def _fitted(diagram: Diagram, engine: str, page: Page, area: Area) -> Plan | None:
    """The best plan: as ranked, or with tall columns spread to the right, whichever allows larger text."""
    if hopeless(diagram, page, area.height):
        return None
    room = (_FAR, _FAR) if page.grows else (area.width, area.height)
    best: Plan | None = None
    for weave in filter(None, (_woven(diagram, engine, way) for way in range(len(_WAYS)))):
        least = best.setting.size + 0.4 if best else 0.0
        best = _largest(diagram, weave, page, room, least) or best
        if page.grows or (best and best.setting.size >= page.smallest + _CONTENT * (LARGEST - page.smallest)):
            break
    return best


def _largest(
    diagram: Diagram, weave: Weave, page: Page, room: tuple[float, float], least: float
) -> Plan | None:
    """The plan with the largest text, or with text a little smaller if that spares long cards."""
    best: Plan | None = None
    tries = _TRIES
    for setting in _promising(diagram, weave, page, room):
        fewer = best.overlong if best else None
        tries -= best is not None
        if setting.size <= least or not tries or (best and setting.size < _SPARING * best.setting.size):
            break
        found = planned(diagram, weave, setting, *room, {}, fewer)
        found = found and cleared(diagram, found, *room)
        if found and (best is None or found.overlong < best.overlong):
            best = found
        if best and not best.overlong:
            break
    return best


def _promising(diagram: Diagram, weave: Weave, page: Page, room: tuple[float, float]) -> Iterator[Setting]:
    """The settings of a page, the best first; below the largest text only where even the smallest fits."""
    every = tuple(settings(page))
    largest = [setting for setting in every if setting.size == every[0].size]
    yield from largest
    if any(planned(diagram, weave, setting, *room, {}) for setting in smallest(page)):
        yield from every[len(largest) :]


def _trimmed(diagram: Diagram, plan: Plan, area: Area) -> tuple[Plan, float, float]:
    """The plan of a page without bounds on one that is hardly larger than it needs, with that size."""
    for room in (0.6, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0):
        wide = max(area.width, plan.across.width * room)
        high = max(area.height, plan.stack.height * room)
        found = planned(diagram, plan.weave, plan.setting, wide, high, {})
        found = found and cleared(diagram, found, wide, high)
        if found:
            return found, wide, high
    raise AssertionError("a diagram fits no page of twice its own size")


def cleared(diagram: Diagram, plan: Plan, width: float, height: float) -> Plan | None:
    """The plan with headings wrapped so that they stay in their lanes and no line runs through them; None if
    that does not fit."""
    found: Plan | None = plan
    narrowed = dict(plan.narrowed)
    for _ in range(4):
        if found is None:
            return None
        ways = [points for _, points in _ways(diagram, found, Area(0, 0, width, height))]
        blocked: dict[int, float] = {}
        for i in range(len(diagram.lanes)):
            area = heading_area(found, i, 0, 0)
            free = lane_area(found, i, 0, 0).right - _HEAD - area.x
            crossed = [x - area.x - 7 for x in (meets(points, area, 5) for points in ways) if x is not None]
            if crossed or area.width > free:
                blocked[i] = max(_HEAD_LEAST, min([free, *crossed]))
        if not blocked or all(narrowed.get(i) == limit for i, limit in blocked.items()):
            break
        narrowed |= blocked
        found = planned(diagram, found.weave, found.setting, width, height, narrowed)
    return found


def _areas(plan: Plan, x: float, y: float) -> dict[str, Area]:
    """The area of every box: cards as wide as their column, gates of their own width."""
    areas = {}
    for i, knot in enumerate(plan.weave.knots):
        card = plan.cards[i]
        if card is None:
            continue
        left, wide = plan.across.columns[knot.column]
        if card.box.kind in GATES:
            left, wide = left + (wide - card.width) / 2, card.width
        elif card.box.kind in SIDEWAYS and card.width < _NARROW * wide:
            wide = card.width
        high = plan.heights[i]
        areas[knot.box] = Area(x + left, y + plan.stack.middle[i] - high / 2, wide, high)
    return areas


def _ways(diagram: Diagram, plan: Plan, area: Area) -> list[tuple[Link, tuple[Point, ...]]]:
    """Every link with its corners, in the order of the diagram."""
    boxes = _areas(plan, area.x, area.y)
    kinds = {box.id: box.kind for box in diagram.boxes}
    tracks = {key: area.x + x for key, x in plan.across.tracks.items()}
    ways: list[tuple[int, tuple[Point, ...]]] = []
    for thread in plan.weave.threads:
        first, last = plan.weave.knots[thread.knots[0]].box, plan.weave.knots[thread.knots[-1]].box
        levels = {
            (knot, side): area.y + plan.ports[knot, side, thread.net]
            for k, knot in enumerate(thread.knots)
            for side in (0, 1)
            if (side == 1 or k > 0) and (side == 0 or k < len(thread.knots) - 1)
        }
        out, into = levels[thread.knots[0], 1], levels[thread.knots[-1], 0]
        start = (boxes[first].right - inset(kinds[first], boxes[first], out), out)
        end = (boxes[last].x + inset(kinds[last], boxes[last], into), into)
        way = route(thread, start, end, lambda knot, side, found=levels: found[knot, side], tracks)  # type: ignore[misc]
        ways.append((thread.link, way))
    ways += [
        (i, _loop(kinds[k.source], boxes[k.source]))
        for i, k in enumerate(diagram.links)
        if k.source == k.target
    ]
    return [(diagram.links[i], way) for i, way in sorted(ways)]


def _loop(kind: str, area: Area) -> tuple[Point, ...]:
    """A link from a box to itself: a small turn below it."""
    (x, _), low = area.middle, area.bottom + _LOOP
    foot, side = area.bottom - _lift(kind, area, _LOOP), _LOOP
    return (x + side, foot), (x + side, low), (x - side, low), (x - side, foot)


def _lift(kind: str, area: Area, off: float) -> float:
    """How far the lower outline of a kind lies above its area's foot, so far off its middle."""
    if kind == "any":
        return area.height * off / area.width
    if kind in ("event", "fact", "not"):
        radius = rounding(kind, area)
        over = max(0.0, off - (area.width / 2 - radius))
        return radius - sqrt(max(0.0, radius**2 - over**2))
    return 0.0


def _painted(diagram: Diagram, plan: Plan, page: Page, furniture: Furniture, area: Area) -> Drawing:
    high = plan.stack.height
    spare = min(12.0, (area.height - high) / 2) if diagram.lanes else min(60.0, 0.3 * (area.height - high))
    area = replace(area, y=area.y + max(0.0, spare))
    engine = f"{plan.weave.columns.engine}, Foedus lanes"
    return composed(diagram, page, furniture, engine, *placed(diagram, plan, area), plan.setting.size)


def placed(
    diagram: Diagram, plan: Plan, area: Area
) -> tuple[tuple[PlacedLane, ...], tuple[PlacedLink, ...], tuple[PlacedBox, ...]]:
    """The lanes, links and boxes of a plan from the top left corner of an area."""
    ways = _ways(diagram, plan, area)
    lanes = tuple(placed_lane(lane, plan, i, area.x, area.y, [w for _, w in ways])
                  for i, lane in enumerate(diagram.lanes))  # fmt: skip
    hues = {lane.id: lane.hue for lane in diagram.lanes}
    areas = _areas(plan, area.x, area.y)
    cards = {card.box.id: card for card in plan.cards if card}
    boxes = tuple(
        PlacedBox(
            box.id, box.kind, box.title or f"{box.number} {box.text}".strip(), areas[box.id],
            draw(cards[box.id], areas[box.id], hues.get(box.lane, 0)), box.lane, box.origin,
        )
        for box in diagram.boxes
    )  # fmt: skip
    return lanes, _links(diagram, plan, ways, area), boxes


def _links(
    diagram: Diagram, plan: Plan, ways: list[tuple[Link, tuple[Point, ...]]], area: Area
) -> tuple[PlacedLink, ...]:
    """The links as they are drawn, later ones bridging earlier ones of other sources."""
    tints = [(lane_area(plan, i, area.x, area.y), ground(lane)) for i, lane in enumerate(diagram.lanes)]

    def under(point: Point) -> str:
        inside = (c for a, c in tints if a.x < point[0] < a.right and a.y < point[1] < a.bottom)
        return next(inside, WHITE)

    over = crossings([((link.source, link.kind), points) for link, points in ways])
    return tuple(
        PlacedLink(
            link.source, link.target, link.kind, link.meaning, points,
            bridges(crossed, LINKS[link.kind].width, under) + arrow(points, link.kind), link.origin,
        )
        for (link, points), crossed in zip(ways, over, strict=True)
    )  # fmt: skip


def composed(
    diagram: Diagram, page: Page, furniture: Furniture, engine: str, lanes: tuple[PlacedLane, ...],
    links: tuple[PlacedLink, ...], boxes: tuple[PlacedBox, ...], size: float = 9.6,
) -> Drawing:  # fmt: skip
    """The whole page: what is placed on it, inside its frame."""
    return Drawing(
        page=page.name,
        width=page.width,
        height=page.height,
        margin=page.margin,
        title=diagram.caption.title,
        alt=diagram.caption.alt,
        tag=diagram.caption.tag,
        source=diagram.caption.source,
        frame=furniture.items,
        lanes=lanes,
        links=links,
        boxes=boxes,
        legend=furniture.legend,
        engine=engine,
        text_size=size,
    )
