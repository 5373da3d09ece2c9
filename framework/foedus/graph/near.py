"""What stands near an element in the graph, gates of conditions not counted as steps of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus.errors import Stop
from foedus.graph.graph import Edge, EdgeKind, Graph, vertex_id
from foedus.nearest import did_you_mean
from foedus.place import Route
from foedus.schema import SECTIONS

_ABOUT = frozenset({"scenarios", "readings", "vocabularies"})


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge between two elements; `joint` where it runs through a gate, so that others bear on it too."""

    source: str
    target: str
    kind: EdgeKind
    positive: bool
    joint: bool
    route: Route


def vertex_named(graph: Graph, word: str) -> str:
    """The vertex of an element, named by its id, or by section and id: `actors/ukraine`.

    Raises `Stop` for an id that the model does not have, or has in several sections.
    """
    known = {key: vertex for key, vertex in graph.vertices.items() if _is_element(graph, key)}
    if word in known:
        return word
    found = [key for section in SECTIONS if (key := vertex_id(section, word)) in known]
    if len(found) > 1:
        raise Stop(f"`{word}` is the id of several elements; say which: {', '.join(found)}")
    if not found:
        ids = [str(vertex.route[1]) for vertex in known.values()]
        hint = did_you_mean(word, ids, "`foedus graph` lists the elements")
        raise Stop(f"{graph.project.name} has no element `{word}`; {hint}")
    return found[0]


def ties(graph: Graph) -> tuple[Tie, ...]:
    """Every edge between elements, those through gates told from end to end."""
    every = [tie for edge in graph.edges if _is_element(graph, edge.source) for tie in _through(graph, edge)]
    found = (tie for tie in every if _is_element(graph, tie.target))
    return tuple(tie for tie in found if tie.kind != "delivers")  # the gate that asks ties the same two


def _through(graph: Graph, edge: Edge) -> Iterator[Tie]:
    at, positive, joint = edge, edge.positive, False
    while _is_gate(graph, at.target):
        joint = joint or graph.vertices[at.target].section != "not"
        (at,) = graph.edges_from(at.target)
        positive = positive == at.positive
    yield Tie(edge.source, at.target, at.kind, positive, joint, edge.route)


def _is_element(graph: Graph, key: str) -> bool:
    """Whether a vertex is a part of the system; scenarios, readings and words are told about it."""
    return not _is_gate(graph, key) and graph.vertices[key].section not in _ABOUT


def _is_gate(graph: Graph, key: str) -> bool:
    return graph.vertices[key].is_gate


def distances(found: Iterable[Tie], start: str, steps: int) -> dict[str, int]:
    """How many ties away from the start every element is, up to `steps`, in whichever direction."""
    beside: dict[str, set[str]] = {}
    for tie in found:
        beside.setdefault(tie.source, set()).add(tie.target)
        beside.setdefault(tie.target, set()).add(tie.source)
    reached = {start: 0}
    for step in range(1, steps + 1):
        fresh = {other for key in reached for other in beside.get(key, ())} - reached.keys()
        reached |= dict.fromkeys(sorted(fresh), step)
    return reached
