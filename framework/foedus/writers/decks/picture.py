"""A drawing as shapes of a slide: lanes, links, boxes and legend in the order in which they are read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from foedus.layout.drawing import (
    Area,
    Drawing,
    Entry,
    Item,
    Path,
    PlacedBox,
    PlacedLane,
    PlacedLink,
    Point,
    Words,
)
from foedus.layout.frame import letterhead
from foedus.writers.decks import links, shapes
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.links import Arrow, Glue
from foedus.writers.decks.pieces import Piece, around, bounds, pieces

_EDGE = 1.0  # a port so near to the border of a shape is on it, in points


@dataclass(frozen=True, slots=True)
class _Part:
    """A lane, a box, an entry of the legend or a label, about to become one shape or a group of them.

    `ports` are the points at which links end at it.
    """

    name: str
    description: str
    items: tuple[Item, ...]
    ports: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The XML of a part, and the glue for each of its ports."""

    xml: str
    glue: Mapping[Point, Glue] = field(default_factory=dict)


def figure(drawing: Drawing, fit: Fit, first: int) -> str:
    """Everything but title, source and page number as XML of shapes, numbered from `first`."""
    ids = count(first)
    ports = _ports(drawing.links)
    lanes = {each.id: _made(_part("lane", each, ports), ids, fit) for each in drawing.lanes}
    boxes = {each.id: _made(_part("box", each, ports), ids, fit) for each in drawing.boxes}
    own = letterhead(drawing.frame)
    labels = pieces(tuple(item for item in drawing.frame if item not in own))
    ends = lanes | boxes
    xml = [each.xml for each in lanes.values()]
    xml += [_linked(link, ends, ids, fit) for link in drawing.links]
    xml += [each.xml for each in boxes.values()]
    xml += [shapes.shape(each, next(ids), f"label {each.text}".strip(), each.text, fit) for each in labels]
    xml += [_legend(each, ids, fit) for each in drawing.legend]
    return "".join(xml)


def room(drawing: Drawing) -> Area:
    """The space on the page of all that `figure` draws."""
    own = letterhead(drawing.frame)
    drawn = [item for item in drawing.items() if item not in own]
    return around([item.area if isinstance(item, Words) else bounds(item) for item in drawn])


def _ports(every: tuple[PlacedLink, ...]) -> dict[str, tuple[Point, ...]]:
    """Where links end at each box or lane, by its id."""
    found: dict[str, list[Point]] = defaultdict(list)
    for link in every:
        found[link.source].append(link.points[0])
        found[link.target].append(link.points[-1])
    return {id: tuple(dict.fromkeys(points)) for id, points in found.items()}


def _part(kind: str, of: PlacedLane | PlacedBox, ports: Mapping[str, tuple[Point, ...]]) -> _Part:
    return _Part(f"{kind} {of.id}", of.title or kind, of.items, ports.get(of.id, ()))


def _made(part: _Part, ids: Iterator[int], fit: Fit) -> _Shapes:
    """The shape of a part; a group where one shape cannot show it."""
    parts = pieces(part.items)
    held = _held(parts, part.ports)
    numbers = [next(ids) for _ in parts]
    glue = {
        port: Glue(numbers[place], shapes.site(parts[place].area, own, port))
        for place, own in held.items()
        for port in own
    }
    if len(parts) == 1:
        own = held.get(0, ())
        return _Shapes(shapes.shape(parts[0], numbers[0], part.name, part.description, fit, own), glue)
    drawn = [
        shapes.shape(each, number, f"{part.name}, part {place + 1}", each.text, fit, held.get(place, ()))
        for place, (each, number) in enumerate(zip(parts, numbers, strict=True))
    ]
    if not drawn:
        return _Shapes("", glue)
    area = around([each.area for each in parts])
    return _Shapes(shapes.group(drawn, area, next(ids), part.name, part.description, fit), glue)


def _held(parts: tuple[Piece, ...], ports: tuple[Point, ...]) -> dict[int, tuple[Point, ...]]:
    """The ports by the uppermost piece on whose border they are."""
    found: dict[int, list[Point]] = defaultdict(list)
    for port in ports:
        on = [place for place, each in enumerate(parts) if each.outlines and _borders(each.area, port)]
        if on:
            found[on[-1]].append(port)
    return {place: tuple(own) for place, own in found.items()}


def _borders(area: Area, port: Point) -> bool:
    x, y = port
    near = Area(area.x - _EDGE, area.y - _EDGE, area.width + 2 * _EDGE, area.height + 2 * _EDGE)
    inner = area.x + _EDGE < x < area.right - _EDGE and area.y + _EDGE < y < area.bottom - _EDGE
    return near.holds(Area(x, y, 0, 0)) and not inner


def _linked(link: PlacedLink, ends: Mapping[str, _Shapes], ids: Iterator[int], fit: Fit) -> str:
    """A link over the short strokes with which it crosses others."""
    *bridges, shaft, _ = (item for item in link.items if isinstance(item, Path))
    under = [shapes.shape(Piece((each,), ()), next(ids), "bridge", "", fit) for each in bridges]
    start = ends[link.source].glue.get(link.points[0]) if link.source in ends else None
    end = ends[link.target].glue.get(link.points[-1]) if link.target in ends else None
    name = f"link {link.source} to {link.target}"
    arrow = Arrow(link.points, link.kind, shaft.pen, name, link.title or link.kind)
    if start is None or end is None:
        return "".join((*under, links.loose(arrow, next(ids), fit)))
    return "".join((*under, links.glued(arrow, (start, end), next(ids), fit)))


def _legend(entry: Entry, ids: Iterator[int], fit: Fit) -> str:
    """An entry of the legend, its sample drawn by what draws the thing itself."""
    name, kind = f"legend {entry.key}", entry.key.removeprefix("link ")
    if kind == entry.key:
        said = " ".join(each.text for each in pieces(entry.items) if not each.outlines)
        return _made(_Part(name, f"Legend: {said or entry.key}", entry.items), ids, fit).xml
    shaft, tip, *words = entry.items
    assert isinstance(shaft, Path)
    assert isinstance(tip, Path)
    start, end = shaft.steps[0][1], tip.steps[0][1]
    points = ((start[0], start[1]), (end[0], start[1]))
    sample = links.loose(Arrow(points, kind, shaft.pen, f"{name}, part 1", ""), next(ids), fit)
    (label,) = pieces(tuple(words))
    told = shapes.shape(label, next(ids), f"{name}, part 2", label.text, fit)
    return shapes.group((sample, told), entry.area, next(ids), name, f"Legend: {label.text}", fit)
