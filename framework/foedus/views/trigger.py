"""What switches each provision on: facts and findings, through gates, to provisions."""

from collections.abc import Iterator

from foedus.graph import Edge, Graph, Vertex
from foedus.views.captions import caption, lanes
from foedus.views.cards import Cards, cards, gates_of
from foedus.views.shapes import Box, BoxKind, Diagram, Link, LinkKind

TITLE = "What switches each provision on"
SUBTITLE = "Conditions on the left, provisions on the right; a card without an arrow waits for nothing"

_LINKS: dict[str, tuple[LinkKind, str]] = {
    "enters": ("activates", "brings into force, once"),
    "trigger": ("activates", "triggers"),
    "while": ("requires", "must keep holding"),
    "requires": ("requires", "must already be in place"),
    "terminates": ("blocks", "ends"),
    "determines": ("requires", "is what is found"),
}
_GATES: dict[str, BoxKind] = {"all": "all", "any": "any", "count": "count", "not": "not"}


def view(graph: Graph) -> Diagram:
    """The trigger view of a model: everything that a gate reads, the gates, and every provision."""
    part = graph.trigger_graph()
    shown = cards(graph, gates_of)
    edges = list(_edges(part, shown))
    ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
    boxes = dict.fromkeys(shown.values())
    boxes |= dict.fromkeys(box for end in ends for box in _box(part, part.vertices[end]))
    drawn = [_link(part, edge, shown) for edge in edges]
    links = {(link.source, link.target, link.kind): link for link in reversed(drawn)}
    alt = f"Trigger diagram: {len(boxes)} boxes and {len(links)} links, from conditions to provisions."
    head = caption(graph.project, "trigger", TITLE, SUBTITLE, alt)
    return Diagram(head, lanes(graph.model), tuple(boxes), tuple(links.values()))


def _edges(part: Graph, shown: Cards) -> Iterator[Edge]:
    """The edges of one provision of each card, and what the findings among them are findings of."""
    findings = set()
    for edge in part.edges:
        section, owner, *_ = edge.route
        if section == "provisions" and edge.kind in _LINKS and _stands_for_its_card(str(owner), shown):
            yield edge
            findings |= {edge.source} if edge.source.startswith("determinations/") else set()
    yield from (edge for edge in part.edges if edge.kind == "determines" and edge.target in findings)


def _stands_for_its_card(provision: str, shown: Cards) -> bool:
    return shown[provision].id.partition(":")[2] == provision


def _box(part: Graph, vertex: Vertex) -> Iterator[Box]:
    """The box of a fact, a finding or a gate; provisions have their cards already."""
    origin = part.project.where(vertex.route)
    match vertex.section:
        case "facts":
            fact = part.model.facts[str(vertex.route[1])]
            yield Box(vertex.id, "event", fact.title, title=fact.definition or fact.title, origin=origin)
        case "determinations":
            yield Box(vertex.id, "determination", vertex.title, title=vertex.title, origin=origin)
        case section if section in _GATES:
            text = f"{vertex.count} of {len(part.edges_to(vertex.id))}" if vertex.count else vertex.title
            lane = part.model.provisions[str(vertex.route[1])].component or ""
            yield Box(vertex.id, _GATES[section], text, lane=lane, title=text, origin=origin)


def _link(part: Graph, edge: Edge, shown: Cards) -> Link:
    kind, meaning = _LINKS[edge.kind]
    origin = part.project.where(edge.route)
    return Link(_end(part, edge.source, shown), _end(part, edge.target, shown), kind, meaning, origin)


def _end(part: Graph, key: str, shown: Cards) -> str:
    vertex = part.vertices[key]
    return shown[str(vertex.route[1])].id if vertex.section == "provisions" else key
