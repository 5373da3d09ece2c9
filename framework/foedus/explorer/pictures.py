"""The pictures of the page: each view painted once, what its boxes stand for, and its table.

A view that is too large for one picture comes on several pages, as `foedus draw` sets them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from foedus.draw import Setting, main_text, picture, sheets, story
from foedus.errors import Stop
from foedus.graph import Graph
from foedus.layout import Drawing, lay_out
from foedus.layout.drawing import PlacedBox, Words
from foedus.layout.palette import DARK
from foedus.layout.theme import table
from foedus.load import Project
from foedus.schema import SECTIONS, Provision
from foedus.views.catalogue import ANSWERS, EVERY_TEXT, STORIES, STUDIES, VIEWS
from foedus.views.document import Table
from foedus.views.played_shapes import AnyPicture
from foedus.views.twin import twin
from foedus.words import inside, numbers, sentence
from foedus.writers.pictures import svg

FIRST = ("trigger", *(view for view in VIEWS if view != "trigger"))
"""The views that are tabs: what switches what comes first, because it is what is played."""
MORE = (*ANSWERS, *STUDIES)
"""The views in the menu beside them, before the stories that the author shows."""


@dataclass(frozen=True, slots=True)
class Plate:
    """One view: its SVG, which elements each of its boxes stands for (by section and id), and its table.

    `view` is the view that it is drawn by; `scenario` is empty but for a story, which is not played again;
    `every` says that it shows every text, where the main one is another plate. Of a view on several pages
    each after the first says which `part` of it is shown.
    """

    name: str
    view: str
    title: str
    svg: str
    stands: dict[str, list[str]]
    table: Table
    colours: frozenset[str]
    scenario: str = ""
    every: bool = False
    part: str = ""


def plates(project: Project, graph: Graph) -> tuple[Plate, ...]:
    """The pictures of a project in the order in which they are offered; what has nothing to show is left out.

    A view that shows only the text that the system rests on is followed by itself with every text.
    """
    origins = _origins(project)
    return tuple(_plate(graph, origins, each) for each in _painted(project))


class _Painted(NamedTuple):
    """A picture before it is known what its boxes stand for."""

    name: str
    view: str
    shown: AnyPicture
    placed: Drawing
    scenario: str = ""
    every: bool = False
    part: str = ""


def _painted(project: Project) -> Iterator[_Painted]:
    others = main_text(project)[1] > 0
    for view in (*FIRST, *MORE):
        if view in ANSWERS and not _has_attacks(project):
            continue
        try:
            yield from _pages(project, view)
        except Stop:  # it has nothing to show, or needs more room than a page has
            continue
        if others and view not in EVERY_TEXT:
            yield from _pages(project, view, every=True)
    yield from _stories(project)


def _pages(project: Project, view: str, every: bool = False) -> Iterator[_Painted]:
    """A view as the pages that it takes; the first has the name of the view."""
    shown, name = picture(project, view, every), f"every-{view}" if every else view
    for sheet in (found := sheets(project, view, Setting(every_text=every))):
        placed, first = sheet.drawing, found[0]
        if sheet is first:
            yield _Painted(name, view, shown, placed, every=every)
        else:
            part = placed.title.removeprefix(f"{first.drawing.title}: ")
            yield _Painted(f"{name}-{sheet.name}", view, shown, placed, every=every, part=part)


def _stories(project: Project) -> Iterator[_Painted]:
    framework = project.model.framework
    for scenario in framework.showcase if framework is not None else ():
        for view in STORIES:
            try:
                shown = story(project, view, scenario)
            except Stop:
                continue
            yield _Painted(f"{view}-{scenario}", view, shown, lay_out(shown), scenario)


def _has_attacks(project: Project) -> bool:
    return any(each.attack_class or each.severity for each in project.model.events.values())


def _plate(graph: Graph, origins: dict[str, str], each: _Painted) -> Plate:
    placed = each.placed
    painted = svg.write(placed, name=f"picture-{each.name}")
    stands = {box.id: found for box in placed.boxes if (found := list(_stands(graph, origins, box)))}
    return Plate(
        each.name,
        each.view,
        sentence(placed.title),
        painted,
        stands,
        twin(each.shown),
        _colours(placed),
        each.scenario,
        each.every,
        each.part,
    )


def _origins(project: Project) -> dict[str, str]:
    """Every element by the place at which it is written."""
    return {
        str(project.where(each.route)): f"{section}/{each.id}"
        for section in SECTIONS
        for each in project.model.section(section).values()
    }


def _stands(graph: Graph, origins: dict[str, str], box: PlacedBox) -> Iterator[str]:
    """The element that a box is written at, then the provisions that its title names.

    The card of a component in an overview stands for every provision of it.
    """
    own = origins.get(str(box.origin)) if box.origin is not None else None
    named = [f"provisions/{each.id}" for each in _named(graph, box)]
    yield from dict.fromkeys([*([own] if own else []), *named])


def _named(graph: Graph, box: PlacedBox) -> Iterator[Provision]:
    number = numbers(graph.model)
    parts = {part.strip().lower() for part in box.title.split(";")}
    for each in graph.model.provisions.values():
        held = box.id == f"part:{each.component or ''}"
        numbered = f"{number[each.id]} {each.title} (" in box.title
        listed = box.kind == "line" and each.component == box.lane and _inside(graph, each) in parts
        if held or numbered or listed:
            yield each


def _inside(graph: Graph, each: Provision) -> str:
    return inside(graph.model, each.title).lower()


def _colours(placed: Drawing) -> frozenset[str]:
    """Every colour of a drawing."""
    found = {placed.paper}
    for item in placed.items():
        found |= {item.colour} if isinstance(item, Words) else {item.pen.fill, item.pen.stroke}
    return frozenset(found - {"none"})


def night(plates: tuple[Plate, ...]) -> str:
    """Rules of CSS that repaint the pictures for a dark room, as `foedus draw --theme dark` would."""
    dark = table(DARK)
    return "\n".join(
        f'.picture [{part}="{colour}"] {{ {part}: {dark[colour]} }}'
        for colour in sorted({each for plate in plates for each in plate.colours})
        if re.fullmatch(r"#[0-9A-F]{6}", colour) and colour in dark
        for part in ("fill", "stroke")
    )
