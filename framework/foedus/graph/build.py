"""From a project to its graph: vertices for elements and gates, edges with the place of each."""

from foedus.graph.graph import Edge, EdgeKind, GateKind, Graph, Parts, TriggerKind, Vertex, vertex_id
from foedus.graph.relations import RELATIONS
from foedus.kept import kept
from foedus.load import Project
from foedus.logic import Leaf, upward_closed
from foedus.place import Route
from foedus.schema import (
    GATES,
    SECTIONS,
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    InState,
    Model,
    Not,
    Provision,
    Reached,
)

_GATE_KIND: dict[str, TriggerKind] = {
    "enters_when": "enters",
    "in_force_while": "while",
    "trigger": "trigger",
    "requires": "requires",
    "terminates_when": "terminates",
}


@kept
def build(project: Project) -> Graph:
    """The graph of a project; its order follows from ids alone."""
    return Graph(project, lambda: _parts(project.model))


def _parts(model: Model) -> Parts:
    vertices = {
        vertex_id(section, element.id): Vertex(
            vertex_id(section, element.id), section, element.title, element.route
        )
        for section in SECTIONS
        for element in model.section(section).values()
    }
    edges: list[Edge] = []
    for relate in RELATIONS:
        edges += relate(model)
    for provision in model.provisions.values():
        for gate in GATES:
            condition = getattr(provision, gate)
            if condition is not None:
                _gates(condition, vertex_id("provisions", provision.id), gate, provision, vertices, edges)
    for target in model.targets.values():
        own = vertex_id("targets", target.id)
        _inputs(target.condition, own, target.at("condition"), "reads", True, vertices, edges)
    for each in model.properties.values():
        for route, condition in each.conditions:
            own = vertex_id("properties", each.id)
            _inputs(condition, own, route, "reads", True, vertices, edges)
    known = tuple(edge for edge in edges if edge.source in vertices and edge.target in vertices)
    return Parts(dict(sorted(vertices.items())), tuple(sorted(set(known), key=_order)))


def _order(edge: Edge) -> tuple[str, str, str, str, tuple[str, ...]]:
    return (edge.source, edge.target, edge.kind, str(edge.positive), tuple(map(str, edge.route)))


def _gates(
    condition: Condition, target: str, gate: str, provision: Provision,
    vertices: dict[str, Vertex], edges: list[Edge],
) -> None:  # fmt: skip
    _inputs(
        condition, target, provision.at(gate), _GATE_KIND[gate], gate != "terminates_when", vertices, edges
    )


def _inputs(
    condition: Condition, target: str, route: Route, kind: EdgeKind, positive: bool,
    vertices: dict[str, Vertex], edges: list[Edge],
) -> None:  # fmt: skip
    """The edge by which a condition reaches its target, and the gates and edges behind it."""
    match condition:
        case Not(condition=inner):
            gate = _gate("not", route, vertices)
            edges.append(Edge(gate, target, kind, positive, route))
            _inputs(inner, gate, (*route, "not"), kind, False, vertices, edges)
        case All() | Any_() | AtLeast():
            name, key = _join(condition)
            count = condition.count if isinstance(condition, AtLeast) else 0
            gate = _gate(name, route, vertices, count)
            edges.append(Edge(gate, target, kind, positive, route))
            for place, inner in enumerate(condition.conditions):
                _inputs(inner, gate, (*route, key, place), kind, True, vertices, edges)
        case _:
            edges.append(Edge(_leaf(condition), target, kind, _rising(condition) == positive, route))


def _join(condition: All | Any_ | AtLeast) -> tuple[GateKind, str]:
    match condition:
        case All():
            return "all", "all"
        case Any_():
            return "any", "any"
        case AtLeast():
            return "count", "of"


def _gate(kind: GateKind, route: Route, vertices: dict[str, Vertex], count: int = 0) -> str:
    key = "/".join(map(str, route))
    vertices[key] = Vertex(key, kind, {"all": "AND", "any": "OR", "not": "NOT"}.get(kind, ""), route, count)
    return key


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case str():
            return vertex_id("facts", leaf)
        case Found(determination=determination):
            return vertex_id("determinations", determination)
        case Active(provision=provision) | InState(provision=provision):
            return vertex_id("provisions", provision)
        case Delivered(provision=provision) | Reached(provision=provision):
            return vertex_id("provisions", provision)


def _rising(leaf: Leaf) -> bool:
    return not isinstance(leaf, InState | Reached) or upward_closed(leaf.states)
