"""A provision works against one on which it depends.

If one promise is in force only while another is not, and that other rests in turn on the first, their
states cannot be settled: each answer refutes itself. Such a model is not played. Mostly a condition
that should speak of an event or a fact speaks of a provision, or an order in time is missing.

Bad:

    provisions:
      peacekeeping:
        title: Keep the peace
        kind: peacekeeping
        obligors: [unspecified]
        modality: must
        in_force_while: {not: {active: enforcement}}  # <- T07
      enforcement:
        title: Enforce the peace
        kind: enforcement
        obligors: [unspecified]
        modality: must
        trigger: {active: peacekeeping}

Good:

    provisions:
      peacekeeping:
        title: Keep the peace
        kind: peacekeeping
        obligors: [unspecified]
        modality: must
      enforcement:
        title: Enforce the peace
        kind: enforcement
        obligors: [unspecified]
        modality: must
        trigger: {active: peacekeeping}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Edge, Graph

CODE = "T07"
NAME = "negative-cycle"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each circle of provisions with a negative step, at that step."""
    for component in graph.position_cycles:
        ends = set(component)
        inside = {edge for edge in graph.position_edges if edge.source in ends and edge.target in ends}
        edges = sorted(inside, key=lambda edge: (edge.positive, edge.target, tuple(map(str, edge.route))))
        if not edges[0].positive:
            yield _problem(edges)


def _problem(edges: list[Edge]) -> Problem:
    against, other = (end.partition("/")[2] for end in (edges[0].target, edges[0].source))
    message = f"`{other}` counts against `{against}`, on which it depends"
    if against == other:
        message = f"`{against}` counts against itself"
    related = tuple(
        (edge.route, f"`{edge.target.partition('/')[2]}` depends on `{edge.source.partition('/')[2]}`")
        for edge in edges[1:]
    )
    return Problem(edges[0].route, message, "let one of them read a fact or an event instead", related)
