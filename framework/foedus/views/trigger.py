"""What switches each provision on: facts and findings, through gates, to provisions."""

from collections.abc import Iterator, Sequence

from foedus.graph import Edge, Graph, Vertex
from foedus.schema import Provision
from foedus.views.captions import caption, lanes, leaving_out
from foedus.views.cards import Cards, cards, framing, gates_of, gathered
from foedus.views.homes import housed
from foedus.views.shapes import Box, BoxKind, Diagram, Link, LinkKind
from foedus.words import counted

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


def view(graph: Graph, brief: int = 0) -> Diagram:
    """The trigger view of a model: everything that a gate reads, the gates, and every provision.

    A brief one leaves out the frame's provisions that wait for nothing (1), then all of the frame for
    which nothing waits (2), gathers in one line what waits for nothing in each lane (3), and shortens
    long cards (4); all are counted.
    """
    part = graph.trigger_graph()
    waiting, waited = _ends(part)
    alone = graph.model.provisions.keys() - waited
    frame = framing(graph, alone - waiting if brief == 1 else alone) if brief else set()
    in_line = alone - waiting - frame if brief >= 3 else set()
    shown = cards(graph, gates_of, frame | in_line, brief=brief >= 4)
    edges = list(_edges(part, shown))
    ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
    found = dict.fromkeys((*shown.values(), *gathered(graph, in_line, _at_rest)))
    found |= dict.fromkeys(box for end in ends for box in _box(part, part.vertices[end]))
    drawn = [_link(part, edge, shown) for edge in edges]
    once = {(link.source, link.target, link.kind): link for link in reversed(drawn)}
    boxes, links = tuple(found), tuple(once.values())
    alt = f"Trigger diagram: {len(boxes)} boxes and {len(links)} links, from conditions to provisions."
    head = caption(graph.project, "trigger", TITLE, _subtitle(len(frame)), alt)
    return Diagram(head, lanes(graph.model), housed(boxes, links), links)


def _subtitle(left_out: int) -> str:
    return leaving_out(SUBTITLE, f"{counted(left_out, 'provision')} of the frame") if left_out else SUBTITLE


def _ends(part: Graph) -> tuple[set[str], set[str]]:
    """The provisions that wait for something, and those for which something waits."""
    edges = [edge for edge in part.edges if edge.kind in _LINKS]
    waiting = {str(edge.route[1]) for edge in edges if edge.route[0] == "provisions"}
    sources = (part.vertices[edge.source] for edge in edges)
    return waiting, {str(source.route[1]) for source in sources if source.section == "provisions"}


def _at_rest(group: Sequence[Provision]) -> str:
    """What is said of the provisions of a lane that wait for nothing."""
    under_way = all(each.already_ongoing for each in group)
    how = ", already under way" if under_way else " that wait for nothing"
    return f"{counted(len(group), 'provision')}{how}"


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
    return provision in shown and shown[provision].id.partition(":")[2] == provision


def _box(part: Graph, vertex: Vertex) -> Iterator[Box]:
    """The box of a fact, a finding or a gate; provisions have their cards already."""
    origin = part.project.where(vertex.route)
    match vertex.section:
        case "facts":
            fact = part.model.facts[str(vertex.route[1])]
            yield Box(vertex.id, "fact", fact.title, title=fact.definition or fact.title, origin=origin)
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
