"""The pictures of the page: each view painted once, what its boxes stand for, and its table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.draw import drawing, picture
from foedus.graph import Graph
from foedus.layout import Drawing
from foedus.layout.drawing import PlacedBox, Words
from foedus.layout.palette import DARK
from foedus.layout.theme import table
from foedus.load import Project
from foedus.schema import SECTIONS, Provision
from foedus.views.catalogue import ANSWERS, VIEWS
from foedus.views.document import Table
from foedus.views.twin import twin
from foedus.words import inside, numbers
from foedus.writers.pictures import svg

NAMES = ("trigger", *(view for view in (*VIEWS, *ANSWERS) if view != "trigger"))
"""The views as tabs: what switches what comes first, because it is what is played."""


@dataclass(frozen=True, slots=True)
class Plate:
    """One view: its SVG, which elements each of its boxes stands for (by section and id), and its table."""

    name: str
    title: str
    svg: str
    stands: dict[str, list[str]]
    table: Table
    colours: frozenset[str]


def plates(project: Project, graph: Graph) -> tuple[Plate, ...]:
    """The views of a project in the order of their tabs; views with nothing to show are left out."""
    origins = _origins(project)
    return tuple(
        _plate(project, graph, origins, name)
        for name in NAMES
        if name not in ANSWERS or _has_attacks(project)
    )


def _has_attacks(project: Project) -> bool:
    return any(each.attack_class or each.severity for each in project.model.events.values())


def _plate(project: Project, graph: Graph, origins: dict[str, str], name: str) -> Plate:
    placed = drawing(project, name)
    painted = svg.write(placed, name=f"picture-{name}")
    stands = {box.id: found for box in placed.boxes if (found := list(_stands(graph, origins, box)))}
    return Plate(name, placed.title, painted, stands, twin(picture(project, name)), _colours(placed))


def _origins(project: Project) -> dict[str, str]:
    """Every element by the place at which it is written."""
    return {
        str(project.where(each.route)): f"{section}/{each.id}"
        for section in SECTIONS
        for each in project.model.section(section).values()
    }


def _stands(graph: Graph, origins: dict[str, str], box: PlacedBox) -> Iterator[str]:
    """The element that a box is written at, then the provisions that its title names."""
    own = origins.get(str(box.origin)) if box.origin is not None else None
    named = [f"provisions/{each.id}" for each in _named(graph, box)]
    yield from dict.fromkeys([*([own] if own else []), *named])


def _named(graph: Graph, box: PlacedBox) -> Iterator[Provision]:
    number = numbers(graph.model)
    parts = {part.strip().lower() for part in box.title.split(";")}
    for each in graph.model.provisions.values():
        numbered = f"{number[each.id]} {each.title} (" in box.title
        listed = box.kind == "line" and each.component == box.lane and _inside(graph, each) in parts
        if numbered or listed:
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
