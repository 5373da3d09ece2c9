"""Provisions wait for one another, and none can come first.

Each falls due only once another has: a circle of preconditions, in which everybody can wait in good
faith for ever. Under Minsk II (2015), control of the border was to return after local elections and on
completion of a constitutional reform that was to be agreed with those who held the border. A circle is
broken by a sequence that the text gives, or by an alternative that opens one of the gates.

Bad:

    provisions:
      elections:
        title: Hold elections
        kind: institutional
        obligors: [unspecified]
        modality: must
        requires: {active: border}
      border:
        title: Hand over the border
        kind: withdrawal
        obligors: [unspecified]
        modality: must
        requires: {active: elections}  # <- T06

Good:

    provisions:
      elections:
        title: Hold elections
        kind: institutional
        obligors: [unspecified]
        modality: must
      border:
        title: Hand over the border
        kind: withdrawal
        obligors: [unspecified]
        modality: must
        requires: {active: elections}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Edge, Graph
from foedus.logic import Leaf, Truth, evaluate
from foedus.rules.wording import named
from foedus.schema import Active, Delivered, InState, Model, Provision, Reached

CODE = "T06"
NAME = "circular-precondition"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR

_OPENING = ("enters_when", "in_force_while", "trigger", "requires")
_BEFORE_DUE = frozenset({"INACTIVE", "STANDBY", "PENDING", "SUSPENDED", "TERMINATED"})


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each circle of provisions that nothing outside it can open."""
    for component in graph.position_cycles:
        inside = _edges(graph, set(component))
        if all(edge.positive for edge in inside):
            stuck = _stuck(graph.model, [vertex.partition("/")[2] for vertex in component])
            inside = _edges(graph, {f"provisions/{name}" for name in stuck})
            if inside:
                yield _problem(stuck, inside)


def _edges(graph: Graph, ends: set[str]) -> list[Edge]:
    inside = {edge for edge in graph.position_edges if edge.source in ends and edge.target in ends}
    return sorted(inside, key=lambda edge: (edge.target, tuple(map(str, edge.route))))


def _problem(stuck: list[str], edges: list[Edge]) -> Problem:
    message = f"{named(stuck)} wait for one another: none can fall due first"
    if len(stuck) == 1:
        message = f"{named(stuck)} waits for itself"
    related = tuple((edge.route, f"waits for `{edge.source.partition('/')[2]}`") for edge in edges[1:])
    hint = "give the order or the alternative (`any`) that the text gives; if there is neither, keep this"
    return Problem(edges[0].route, message, hint, related)


def _stuck(model: Model, circle: list[str]) -> list[str]:
    """Those of a circle that cannot fall due however the world goes: all but the least solution."""
    due: set[str] = set()
    while True:
        waiting = [name for name in circle if name not in due]
        more = {name for name in waiting if _can_fall_due(model.provisions[name], waiting)}
        if not more:
            return waiting
        due |= more


def _can_fall_due(provision: Provision, waiting: list[str]) -> bool:
    """Whether some course of the world lets a provision fall due before any that still waits."""

    def truth(leaf: Leaf) -> Truth:
        match leaf:
            case Active(provision=name) | Delivered(provision=name):
                return False if name in waiting else None
            case InState(provision=name, states=states) | Reached(provision=name, states=states):
                return False if name in waiting and not _BEFORE_DUE & set(states) else None
            case _:
                return None

    gates = (getattr(provision, gate) for gate in _OPENING)
    return all(gate is None or evaluate(gate, truth) is not False for gate in gates)
