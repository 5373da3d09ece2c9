"""What rests on what: provisions set up bodies, bodies find, provisions wait for provisions and findings."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from foedus.graph import Edge, Graph, Vertex, vertex_id
from foedus.schema import Provision
from foedus.views.captions import caption, lanes, leaving_out
from foedus.views.cards import Cards, cards, framing, gathered
from foedus.views.homes import housed
from foedus.views.implied import without_implied
from foedus.views.shapes import Box, BoxKind, Diagram, Link, LinkKind
from foedus.views.status import instrument_standing
from foedus.words import counted

TITLE = "What rests on what"
SUBTITLE = "What sets up, waits for or spells out what"

_LINKS: dict[str, tuple[LinkKind, str]] = {
    "states": ("includes", "states"),
    "established_by": ("activates", "sets up"),
    "provides": ("activates", "acts in"),
    "through": ("requires", "is asked to act under"),
    "determines": ("includes", "is what is found"),
    "trigger": ("requires", "is waited for by"),
    "requires": ("requires", "is waited for by"),
    "while": ("requires", "must keep holding for"),
    "enters": ("requires", "is waited for by"),
    "delivers": ("requires", "is waited for by"),
    "part_of": ("includes", "is spelt out by"),
    "owes": ("requires", "is to carry out"),
}
_LEGEND: tuple[tuple[LinkKind, str], ...] = (
    ("activates", "sets up or acts in"), ("requires", "is needed for"),
)  # fmt: skip
"""What the arrows of one kind have in common here."""
_BOXES: dict[str, BoxKind] = {
    "instruments": "instrument", "bodies": "body", "determinations": "determination", "actors": "actor",
}  # fmt: skip


def view(graph: Graph, brief: int = 0) -> Diagram:
    """The dependency view of a model: provisions, bodies, findings, who leads the bodies, and other texts.

    What the text of the system states is not drawn as links, for that is nearly everything. A brief
    picture leaves out the frame's provisions that are linked with nothing, and links that follow from others
    (1), then everything that is
    linked with no component (2), gathers in one line what is linked with nothing in each lane (3), and
    shortens long cards (4); all are counted.
    """
    every = [edge for edge in graph.edges if _drawn(graph, edge)]
    edges = _near(graph, every) if brief >= 2 else every
    far = _ends(every) - _ends(edges)
    lone = graph.model.provisions.keys() - _elements(graph, _ends(edges), "provisions")
    frame = framing(graph, lone) if brief >= 1 else set()
    in_line = lone - frame if brief >= 3 else set()
    beside = _neighbours(edges)
    shown = cards(graph, lambda each: _alike(each, beside), frame | in_line, brief=brief >= 4)
    links = _merged(link for edge in edges for link in _links(graph, edge, shown))
    firm = without_implied(links) if brief else links
    ends = {end for link in links for end in (link.source, link.target)}
    others = [box for vertex in graph.vertices.values() if vertex.id in ends for box in _box(graph, vertex)]
    boxes = (*dict.fromkeys((*shown.values(), *gathered(graph, in_line, _unlinked))), *others)
    alt = f"Dependency diagram: {len(boxes)} boxes and {len(firm)} links, from what comes first to the rest."
    subtitle = _subtitle(graph, len(frame), len(far - {vertex_id("provisions", key) for key in frame}))
    if implied := len(links) - len(firm):
        many = "1 link that follows" if implied == 1 else f"{implied} links that follow"
        subtitle = leaving_out(subtitle, f"{many} from others")
    head = caption(graph.project, "dependency", TITLE, subtitle, alt)
    return Diagram(head, lanes(graph.model), housed(boxes, links), firm, _LEGEND)


def _ends(edges: list[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _elements(graph: Graph, vertices: set[str], section: str) -> set[str]:
    found = (graph.vertices[key] for key in vertices)
    return {str(vertex.route[1]) for vertex in found if vertex.section == section}


def _near(graph: Graph, edges: list[Edge]) -> list[Edge]:
    """The edges that hang together with a provision of a component; all, where there are no components."""
    if not graph.model.components:
        return edges
    reached = _reached(graph, edges)
    return [edge for edge in edges if edge.source in reached]


def _reached(graph: Graph, edges: list[Edge]) -> set[str]:
    """The ends of edges that lead, by whatever way and in either direction, to a provision of a component."""
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    provisions = graph.model.provisions
    todo = [vertex_id("provisions", key) for key, each in provisions.items() if each.component is not None]
    found = {start for start in todo if start in beside}
    while todo:
        fresh = beside[todo.pop()] - found
        found |= fresh
        todo += fresh
    return found


def _subtitle(graph: Graph, left_out: int, far: int) -> str:
    text = _main(graph)
    said = SUBTITLE if text is None else f"{text.title}: {SUBTITLE[:1].lower()}{SUBTITLE[1:]}"
    if left_out:
        said = leaving_out(said, f"{counted(left_out, 'provision')} of the frame")
    return leaving_out(said, f"{counted(far, 'other thing')} apart from the components") if far else said


def _main(graph: Graph) -> Vertex | None:
    framework = graph.model.framework
    return graph.vertices.get(vertex_id("instruments", framework.instrument or "")) if framework else None


def _unlinked(group: Sequence[Provision]) -> str:
    return f"{counted(len(group), 'provision')}, linked with nothing here"


def _neighbours(edges: list[Edge]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        found[edge.source].append(f"> {edge.target}")
        found[edge.target].append(f"< {edge.source}")
    return {key: tuple(sorted(ends)) for key, ends in found.items()}


def _alike(provision: Provision, beside: dict[str, tuple[str, ...]]) -> Hashable:
    """Provisions of one text that rest on the same and carry the same share a card."""
    return provision.instrument, beside.get(vertex_id("provisions", provision.id))


def _drawn(graph: Graph, edge: Edge) -> bool:
    """Whether both ends are things that this view shows: no facts, gates or components, not the main text."""
    main = _main(graph)
    if edge.kind not in _LINKS or (edge.kind == "states" and main is not None and edge.source == main.id):
        return False
    if edge.kind in ("part_of", "owes") and edge.source.startswith("actors/"):
        return False
    sections = {graph.vertices[edge.source].section, graph.vertices[edge.target].section}
    return sections <= {*_BOXES, "provisions"}


def _links(graph: Graph, edge: Edge, shown: Cards) -> Iterator[Link]:
    kind, meaning = _LINKS[edge.kind]
    ends = [_end(graph, edge.source, shown), _end(graph, edge.target, shown)]
    if edge.kind == "part_of":  # drawn from the whole to its parts, as a reader goes
        ends.reverse()
    if ends[0] != ends[1]:
        yield Link(ends[0], ends[1], kind, meaning, graph.project.where(edge.route))


def _merged(found: Iterator[Link]) -> tuple[Link, ...]:
    """Each pair of boxes linked once; what is spelt out and also waits says both on the line of waiting."""
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in found:
        if all(link.kind != other.kind for other in pairs[link.source, link.target]):
            pairs[link.source, link.target].append(link)
    merged: list[Link] = []
    for links in pairs.values():
        firm = [link for link in links if link.kind != "includes"] or links
        rest = [link.meaning for link in links if link not in firm]
        merged += [replace(link, meaning=" and ".join([link.meaning, *rest])) for link in firm]
    return tuple(merged)


def _end(graph: Graph, key: str, shown: Cards) -> str:
    vertex = graph.vertices[key]
    return shown[str(vertex.route[1])].id if vertex.section == "provisions" else key


def _box(graph: Graph, vertex: Vertex) -> Iterator[Box]:
    if vertex.section in _BOXES:
        text = graph.model.instruments.get(str(vertex.route[1])) if vertex.section == "instruments" else None
        standing = instrument_standing(graph.model, text) if text is not None else "agreed"
        origin = graph.project.where(vertex.route)
        title, kind = vertex.title, _BOXES[vertex.section]
        yield Box(vertex.id, kind, title, standing=standing, title=title, origin=origin)
