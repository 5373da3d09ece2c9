"""A drawing as GEXF 1.2 (https://gexf.net), for Gephi: places, sizes and colours are those of the picture."""

from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from foedus.layout.drawing import Drawing
from foedus.writers.pictures.positions import positions
from foedus.writers.pictures.xml import held

if TYPE_CHECKING:
    import networkx as nx


def write(drawing: Drawing, day: date | None = None) -> str:
    """The picture's graph as GEXF that ends in a newline, dated `day` and never by a clock."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter()
    writer.add_graph(_shown(positions(drawing)))
    _named(writer.xml, drawing, day)
    ElementTree.indent(writer.xml)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(writer.xml, "unicode") + "\n"


def _shown(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The graph with what Gephi shows of a node; there y goes upwards, and a size is a diameter."""
    for _, node in graph.nodes(data=True):
        red, green, blue = (int(node["colour"][i : i + 2], 16) for i in (1, 3, 5))
        node["viz"] = {
            "position": {"x": node["x"], "y": -node["y"], "z": 0.0},
            "size": node["height"],
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        }
    return graph


def _named(root: ElementTree.Element, drawing: Drawing, day: date | None) -> None:
    """Maker, words and day in place of networkx and the day on which it ran."""
    meta = root[0]
    meta.clear()
    if day:
        meta.set("lastmodifieddate", day.isoformat())
    said = ". ".join(filter(None, (drawing.title, drawing.tag, drawing.alt.rstrip("."), drawing.source)))
    ElementTree.SubElement(meta, "creator").text = "Foedus"
    ElementTree.SubElement(meta, "description").text = held(said)
