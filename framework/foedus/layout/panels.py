"""Panels: one for each component of a diagram, packed onto one page; links between panels become numbers.

For each text size the shapes that each panel can take are measured, and the page is packed with them; the
largest size at which everything fits is taken, and every panel is then laid out in its own area.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from foedus.layout import legend
from foedus.layout.columns import ranked
from foedus.layout.diagram import canvas, cleared, composed, placed
from foedus.layout.drawing import Area, Drawing
from foedus.layout.fit import Plan, outlines, planned
from foedus.layout.frame import furnish
from foedus.layout.gauge import Setting
from foedus.layout.packing import packed
from foedus.layout.spread import spread
from foedus.layout.tokens import BODY, LARGEST, Page
from foedus.layout.weave import Weave
from foedus.layout.weaving import woven
from foedus.views.parts import parts
from foedus.views.shapes import Diagram

PANELS = "Foedus panels"
"""How the arrangement is named in a drawing's `engine`."""
_STEP = 0.25  # between two text sizes that are tried
_ENOUGH = 0.35  # text so far above the page's minimum is not enlarged at the price of long cards
_GAIN = 1.06  # how much larger text must be for that price
_WRAP = 205.0
_SPACES = (10.0, 6.0, 7.0)  # between rows, between lanes, inside the edge of a panel
_WIDER = (None, 0, 1, 2)  # as ranked, and spread over so many more columns
_ROUNDS = 8
_MORE = (9.0, 6.0)  # width and height by which a panel asks for more when its first area was too small
_GROWTH = 1.15


@dataclass(frozen=True, slots=True)
class _Panel:
    """A part with the ways in which its boxes can stand in columns."""

    diagram: Diagram
    weaves: tuple[Weave, ...]


def set_panels(diagram: Diagram, page: Page, engine: str) -> Drawing | None:
    """The drawing of a diagram as panels, or None when its text would fall under the page's minimum.

    Raises `Stop` for an engine that is missing or too slow, if it was asked for by name.
    """
    panels = [_panel(part, engine) for part in parts(diagram)]
    whole = replace(
        diagram,
        lanes=tuple(panel.diagram.lanes[0] for panel in panels),
        boxes=tuple(box for panel in panels for box in panel.diagram.boxes),
        links=tuple(link for panel in panels for link in panel.diagram.links),
    )
    if page.grows:
        return _grown(whole, panels, page)
    furniture = furnish(diagram.caption, page, legend.of_diagram(whole))
    plans = _readable(panels, page, canvas(page, furniture))
    return _joined(whole, panels, plans, page) if plans else None


@lru_cache(maxsize=64)
def _panel(part: Diagram, engine: str) -> _Panel:
    columns = ranked(part, engine)
    shapes = [columns if wider is None else spread(part, columns, wider) for wider in _WIDER]
    different = {tuple(shape.of[box.id] for box in part.boxes): shape for shape in reversed(shapes)}
    return _Panel(part, tuple(woven(part, shape) for shape in reversed(different.values())))


Plans = list[tuple[Plan, Area]]


def _readable(panels: Sequence[_Panel], page: Page, area: Area) -> Plans | None:
    """The panels without long cards, or with them where the text would be small for the sake of that."""
    count = round((LARGEST - page.smallest) / _STEP)
    sizes = [round(page.smallest + (LARGEST - page.smallest) * i / count, 2) for i in range(count + 1)]
    if _arranged(panels, _setting(page.smallest), area, neat=False) is None:
        return None
    neat = _largest(panels, sizes, area, neat=True)
    size = neat[0][0].setting.size if neat else 0.0
    if size >= page.smallest + _ENOUGH * (LARGEST - page.smallest):
        return neat
    return _largest(panels, [each for each in sizes if each > _GAIN * size], area, neat=False) or neat


def _largest(panels: Sequence[_Panel], sizes: Sequence[float], area: Area, neat: bool) -> Plans | None:
    """Every panel planned in its area, at the largest of some text sizes for which a packing is found."""
    found: dict[float, Plans] = {}

    def too_large(size: float) -> bool:
        plans = _arranged(panels, _setting(size), area, neat)
        if plans is not None:
            found[size] = plans
        return plans is None

    bisect_left(sizes, True, key=too_large)
    return found[max(found)] if found else None


def _setting(size: float) -> Setting:
    return Setting(size, _WRAP, max(8.0, _SPACES[0] * size / BODY), *_SPACES[1:])


def _arranged(panels: Sequence[_Panel], setting: Setting, area: Area, neat: bool) -> Plans | None:
    """The panels in one setting; those that turn out to need more than was measured ask for more."""
    sizes = [list(_sizes(panel, setting, area, neat)) for panel in panels]
    for _ in range(_ROUNDS):
        areas = packed(sizes, area.width, area.height)
        if areas is None:
            return None
        plans = [_planned(panel, setting, spot, neat) for panel, spot in zip(panels, areas, strict=True)]
        if all(plans):
            moved = (replace(spot, x=area.x + spot.x, y=area.y + spot.y) for spot in areas)
            return [(plan, spot) for plan, spot in zip(plans, moved, strict=True) if plan]
        sizes = [
            each if plan else [(wide + _MORE[0], high + _MORE[1]) for wide, high in each]
            for each, plan in zip(sizes, plans, strict=True)
        ]
    return None


def _sizes(panel: _Panel, setting: Setting, area: Area, neat: bool) -> Iterator[tuple[float, float]]:
    """The sizes that a panel can take on a page; `neat` without cards that get long by it."""
    for weave in panel.weaves:
        first: int | None = None
        for wide, high, long in outlines(panel.diagram, weave, setting):
            first = long if first is None else first
            if high > area.height or (neat and long > first):
                break
            if wide <= area.width:
                yield wide, high


def _planned(panel: _Panel, setting: Setting, area: Area, neat: bool) -> Plan | None:
    """A panel in its area, if `neat` with as few long cards as it can; its lane fills the area."""
    best: Plan | None = None
    for weave in panel.weaves:
        found = planned(panel.diagram, weave, setting, area.width, area.height, {})
        found = found and cleared(panel.diagram, found, area.width, area.height)
        if found and (best is None or found.overlong < best.overlong):
            best = found
        if best and not (neat and best.overlong):
            break
    return best and replace(best, stack=replace(best.stack, lanes=((0.0, area.height),)))


def _grown(whole: Diagram, panels: Sequence[_Panel], page: Page) -> Drawing:
    """The panels on a page without bounds, as large as they need it in its own proportions."""
    share = 1.0
    while True:
        wider = replace(page, width=page.width * share, height=page.height * share)
        furniture = furnish(whole.caption, wider, legend.of_diagram(whole))
        if plans := _arranged(panels, _setting(BODY), canvas(wider, furniture), neat=True):
            return _joined(whole, panels, plans, wider)
        share *= _GROWTH


def _joined(whole: Diagram, panels: Sequence[_Panel], plans: Plans, page: Page) -> Drawing:
    """All panels on one page."""
    furniture = furnish(whole.caption, page, legend.of_diagram(whole))
    drawn = [placed(panel.diagram, plan, spot) for panel, (plan, spot) in zip(panels, plans, strict=True)]
    lanes = tuple(lane for found, _, _ in drawn for lane in found)
    links = tuple(link for _, found, _ in drawn for link in found)
    boxes = tuple(box for _, _, found in drawn for box in found)
    engine = f"{panels[0].weaves[0].columns.engine}, {PANELS}"
    size = plans[0][0].setting.size
    drawing = composed(whole, page, furniture, engine, lanes, links, boxes, size)
    notes = dict.fromkeys(panel.weaves[0].columns.note for panel in panels)
    return replace(drawing, notes=tuple(note for note in notes if note))
