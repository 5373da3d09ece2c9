"""What rests on what: texts state provisions, provisions set up bodies, bodies find, provisions wait."""

from collections.abc import Hashable, Iterator

from foedus.graph import Edge, Graph, Vertex, vertex_id
from foedus.schema import Provision
from foedus.views.captions import caption, lanes
from foedus.views.cards import Cards, cards
from foedus.views.shapes import Box, BoxKind, Diagram, Link, LinkKind
from foedus.views.status import instrument_standing

TITLE = "What rests on what"
SUBTITLE = "From the texts to provisions, bodies and findings"

_LINKS: dict[str, tuple[LinkKind, str]] = {
    "states": ("includes", "states"),
    "established_by": ("activates", "sets up"),
    "provides": ("activates", "acts in"),
    "determines": ("includes", "is what is found"),
    "trigger": ("requires", "is waited for by"),
    "requires": ("requires", "is waited for by"),
    "while": ("requires", "must keep holding for"),
    "enters": ("requires", "is waited for by"),
    "delivers": ("requires", "is waited for by"),
    "part_of": ("includes", "is spelt out by"),
}
_BOXES: dict[str, BoxKind] = {
    "instruments": "instrument", "bodies": "body", "determinations": "determination", "actors": "actor",
}  # fmt: skip


def view(graph: Graph) -> Diagram:
    """The dependency view of a model: texts, provisions, bodies, findings and who leads the bodies."""
    shown = cards(graph, lambda provision: _alike(graph, provision))
    found = [link for edge in graph.edges for link in _links(graph, edge, shown)]
    links = {(link.source, link.target, link.kind): link for link in reversed(found)}
    ends = {end for link in links.values() for end in (link.source, link.target)}
    others = [box for vertex in graph.vertices.values() if vertex.id in ends for box in _box(graph, vertex)]
    boxes = (*dict.fromkeys(shown.values()), *others)
    alt = f"Dependency diagram: {len(boxes)} boxes and {len(links)} links, from texts to what rests on them."
    head = caption(graph.project, "dependency", TITLE, SUBTITLE, alt)
    return Diagram(head, lanes(graph.model), boxes, tuple(links.values()))


def _alike(graph: Graph, provision: Provision) -> Hashable:
    """Provisions of one text on which nothing rests, and that rest on nothing else, are told apart by number."""
    own = vertex_id("provisions", provision.id)
    single = [
        (edge.source, edge.target)
        for edge in (*graph.edges_from(own), *graph.edges_to(own))
        if edge.kind in _LINKS and edge.kind != "states" and _drawn(graph, edge)
    ]
    return provision.instrument, tuple(other for ends in single for other in ends if other != own)


def _drawn(graph: Graph, edge: Edge) -> bool:
    """Whether both ends are things that this view shows: no facts, no gates, no components."""
    sections = {graph.vertices[edge.source].section, graph.vertices[edge.target].section}
    return edge.kind in _LINKS and sections <= {*_BOXES, "provisions"}


def _links(graph: Graph, edge: Edge, shown: Cards) -> Iterator[Link]:
    if not _drawn(graph, edge) or (edge.kind == "part_of" and edge.source.startswith("actors/")):
        return
    kind, meaning = _LINKS[edge.kind]
    ends = [_end(graph, edge.source, shown), _end(graph, edge.target, shown)]
    if edge.kind == "part_of":  # drawn from the whole to its parts, as a reader goes
        ends.reverse()
    if ends[0] != ends[1]:
        yield Link(ends[0], ends[1], kind, meaning, graph.project.where(edge.route))


def _end(graph: Graph, key: str, shown: Cards) -> str:
    vertex = graph.vertices[key]
    return shown[str(vertex.route[1])].id if vertex.section == "provisions" else key


def _box(graph: Graph, vertex: Vertex) -> Iterator[Box]:
    if vertex.section in _BOXES:
        text = graph.model.instruments.get(str(vertex.route[1])) if vertex.section == "instruments" else None
        standing = instrument_standing(graph.model, text) if text is not None else "agreed"
        origin = graph.project.where(vertex.route)
        yield Box(vertex.id, _BOXES[vertex.section], vertex.title, standing=standing, title=vertex.title, origin=origin)
