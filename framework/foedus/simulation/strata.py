"""The order in which positions settle: provisions that wait for one another settle together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foedus.finding import Problem
from foedus.graph import Edge


def inner_edges(groups: Sequence[tuple[str, ...]], edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    """The edges inside each group that has any, by the group's place; negative ones first."""
    group_of = {provision: place for place, group in enumerate(groups) for provision in group}
    inside: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if (group := group_of[_id(edge.source)]) == group_of[_id(edge.target)]:
            inside[group].append(edge)
    return {group: sorted(own, key=_negative_first) for group, own in sorted(inside.items())}


def _negative_first(edge: Edge) -> tuple[bool, tuple[str, ...]]:
    return edge.positive, tuple(map(str, edge.route))


def refusals(groups: Sequence[tuple[str, ...]], inside: Mapping[int, list[Edge]]) -> tuple[Problem, ...]:
    """A problem for each group that holds a negative edge, with the places of all edges inside it."""
    return tuple(
        _refusal(groups[place], edges)
        for place, edges in inside.items()
        if not all(edge.positive for edge in edges)
    )


def _refusal(group: tuple[str, ...], edges: list[Edge]) -> Problem:
    names = ", ".join(f"`{provision}`" for provision in group)
    cycle = f"negative cycle {{{', '.join(group)}}}"
    message = f"{cycle}: {names} depends on its own not holding"
    if len(group) > 1:
        message = f"{cycle}: {names} depend on one another, and one on another's not holding"
    hint = "break the cycle: let one of the conditions read a fact or a finding, not the other provision"
    first, *others = edges
    related = tuple((edge.route, f"`{_id(edge.target)}` reads `{_id(edge.source)}` here") for edge in others)
    return Problem(first.route, message, hint, related)


def _id(vertex: str) -> str:
    return vertex.partition("/")[2]
