"""The model as one directed graph: what enters, triggers, requires, ends, owes and states what.

Edges run from what makes a difference to what it makes a difference to, and each remembers the place
where it was written. Conditions appear as gates. Building the graph never fails: a reference to
nothing is an edge that is not there, and a rule reports it. networkx is wrapped here once, and loaded
only when a question needs it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from foedus.graph.components import components
from foedus.handling import recorded
from foedus.load import Project
from foedus.logic import Gated, gates
from foedus.place import Route
from foedus.schema import Active, Delivered, InState, Model, Reached

if TYPE_CHECKING:
    import networkx as nx

TriggerKind: TypeAlias = Literal["enters", "while", "trigger", "requires", "terminates"]
DependencyKind: TypeAlias = Literal["delivers", "established_by", "provides", "through"]
EdgeKind: TypeAlias = (
    TriggerKind
    | DependencyKind
    | Literal[
        "reads", "sets", "does", "owes", "benefits", "protects", "determines", "part_of", "member_of",
        "states", "cites", "touches", "supersedes", "supplements", "implements", "draft_of",
        "interprets", "reaffirms",
    ]
)  # fmt: skip

TRIGGER: frozenset[str] = frozenset((*get_args(TriggerKind), "reads", "sets", "determines"))
DEPENDENCY: frozenset[str] = frozenset((*get_args(DependencyKind), "part_of"))
GateKind: TypeAlias = Literal["all", "any", "count", "not"]


@dataclass(frozen=True, slots=True)
class Vertex:
    """An element, or a gate of a condition; `count` is the k of a k-of-n gate."""

    id: str
    section: str
    title: str
    route: Route
    count: int = 0

    @property
    def is_gate(self) -> bool:
        """True for AND, OR, NOT and k-of-n, which are no elements of their own."""
        return self.section in get_args(GateKind)


class Edge(NamedTuple):
    """From what makes a difference to what it makes a difference to."""

    source: str
    target: str
    kind: EdgeKind
    positive: bool
    route: Route


def vertex_id(section: str, element: str) -> str:
    """The id of an element's vertex: `provisions/mnf-reassurance`."""
    return f"{section}/{element}"


class Parts(NamedTuple):
    """Vertices by id, and edges."""

    vertices: dict[str, Vertex]
    edges: tuple[Edge, ...]


class Graph:
    """A project's vertices by id and its edges, both in a fixed order, made when they are first asked for."""

    def __init__(self, project: Project, make: Callable[[], Parts]) -> None:
        self.project = project
        self._make = make

    @cached_property
    def _parts(self) -> Parts:
        return self._make()

    @property
    def vertices(self) -> dict[str, Vertex]:
        """Elements and gates by id."""
        return self._parts.vertices

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge, by its ends."""
        return self._parts.edges

    @property
    def model(self) -> Model:
        """The model that the graph was built from."""
        return self.project.model

    @cached_property
    def _from(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.source].append(edge)
        return found

    @cached_property
    def _to(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.target].append(edge)
        return found

    def edges_from(self, vertex: str) -> tuple[Edge, ...]:
        """The edges that leave a vertex."""
        return tuple(self._from.get(vertex, ()))

    def edges_to(self, vertex: str) -> tuple[Edge, ...]:
        """The edges that arrive at a vertex."""
        return tuple(self._to.get(vertex, ()))

    def trigger_graph(self) -> "Graph":
        """Events, facts, findings and gates, and the provisions that they switch on or off."""
        return self._part(TRIGGER)

    def dependency_graph(self) -> "Graph":
        """What rests on what: provisions on each other, bodies on what sets them up, findings on bodies."""
        return self._part(DEPENDENCY)

    def _part(self, kinds: frozenset[str]) -> "Graph":
        edges = tuple(edge for edge in self.edges if edge.kind in kinds)
        touched = {end for edge in edges for end in (edge.source, edge.target)}
        vertices = {key: vertex for key, vertex in self.vertices.items() if key in touched}
        return Graph(self.project, lambda: Parts(vertices, edges))

    @cached_property
    def networkx(self) -> "nx.MultiDiGraph[str]":
        """The same graph for networkx, with every field of vertices and edges as a plain attribute."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=self.project.name)
        graph.graph.update(recorded(self.project))
        for vertex in self.vertices.values():
            graph.add_node(
                vertex.id,
                section=vertex.section,
                title=vertex.title,
                count=vertex.count,
                place=str(self.project.where(vertex.route)),
            )
        for edge in self.edges:
            graph.add_edge(
                edge.source,
                edge.target,
                kind=edge.kind,
                polarity="positive" if edge.positive else "negative",
                place=str(self.project.where(edge.route)),
            )
        return graph

    @cached_property
    def position_edges(self) -> tuple[Edge, ...]:
        """How the state of one provision bears on another, gates left out; polarity is the whole way's."""
        return tuple(
            Edge(
                vertex_id("provisions", leaf.provision),
                vertex_id("provisions", gated.provision.id),
                "delivers",
                positive,
                route,
            )
            for gated in gates(self.model)
            for leaf, route, positive in provision_leaves(gated)
            if leaf.provision in self.model.provisions
        )

    @cached_property
    def strata(self) -> tuple[tuple[str, ...], ...]:
        """The provisions in groups: what a group reads stands in it or in an earlier one."""
        return strata(self.model.provisions, self.position_edges)

    @cached_property
    def position_cycles(self) -> tuple[tuple[str, ...], ...]:
        """The provisions that wait for one another: strongly connected components with an edge inside."""
        alone = {edge.source for edge in self.position_edges if edge.source == edge.target}
        groups = (tuple(vertex_id("provisions", each) for each in group) for group in self.strata)
        return tuple(sorted(group for group in groups if len(group) > 1 or group[0] in alone))


def strata(provisions: Iterable[str], edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """Provisions in groups, by edges between them: what a group reads stands in it or in an earlier one."""
    reads: dict[str, list[str]] = {provision: [] for provision in sorted(provisions)}
    for edge in edges:
        reads[_element(edge.target)].append(_element(edge.source))
    return tuple(components(reads))


def _element(vertex: str) -> str:
    return vertex.partition("/")[2]


def provision_leaves(
    gated: Gated,
) -> Iterator[tuple[Active | InState | Delivered | Reached, Route, bool]]:
    """The places where a gate asks about another provision; what ends a provision falls as it rises."""
    opens = gated.field != "terminates_when"
    for leaf, route, positive in gated.atoms:
        if isinstance(leaf, Active | InState | Delivered | Reached):
            yield leaf, route, positive == opens
