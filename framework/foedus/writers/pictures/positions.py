"""A drawing as a networkx graph: boxes with place, size and colour, and the links between them."""

from typing import TYPE_CHECKING

from foedus.layout.copies import original
from foedus.layout.drawing import Drawing, Path, PlacedBox, Rect, Words
from foedus.writers.pictures.xml import held

if TYPE_CHECKING:
    import networkx as nx


def positions(drawing: Drawing) -> "nx.MultiDiGraph[str]":
    """One node a box (`n1`, `n2` and so on, in reading order) and one edge a link whose ends are boxes.

    Copies of a box are one node, where the first of them stands. The graph has the picture's title, tag
    and source. `x` and `y` are the middle of a box in points from the top left of the page, y downwards.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    said = {"title": drawing.title, "tag": drawing.tag, "source": drawing.source}
    graph.graph.update({key: held(text) for key, text in said.items()})
    names: dict[str, str] = {}
    for place, box in enumerate(drawing.boxes, 1):
        if original(box.id) not in names:
            names[original(box.id)] = f"n{place}"
            graph.add_node(f"n{place}", **_node(box))
    for place, link in enumerate(drawing.links, 1):
        source, target = original(link.source), original(link.target)
        if source in names and target in names:
            kind = {"kind": link.kind, "title": held(link.title), "origin": held(str(link.origin or ""))}
            graph.add_edge(names[source], names[target], key=f"e{place}", **kind)
    return graph


def _node(box: PlacedBox) -> dict[str, str | float]:
    x, y = box.area.middle
    return {
        "label": held(_label(box)),
        "title": held(box.title),
        "element": held(box.id),
        "kind": box.kind,
        "component": held(box.lane),
        "origin": held(str(box.origin or "")),
        "x": round(x, 2),
        "y": round(y, 2),
        "width": round(box.area.width, 2),
        "height": round(box.area.height, 2),
        "colour": _colour(box),
    }


def _label(box: PlacedBox) -> str:
    return " ".join(item.text for item in box.items if isinstance(item, Words)) or box.title or box.kind


def _colour(box: PlacedBox) -> str:
    """The colour of the outline, or else of the area or of the text."""
    pens = [item.pen for item in box.items if isinstance(item, Rect | Path)]
    found = [pen.stroke for pen in pens] + [pen.fill for pen in pens]
    found += [item.colour for item in box.items if isinstance(item, Words)]
    return next((colour for colour in found if colour != "none"), "#000000")
