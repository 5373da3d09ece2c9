"""What rests on what: needs and consequences, chains and what they all pass, circles and loose ends.

An edge runs from what makes a difference to what it makes a difference to, gates of conditions left out
(`foedus.graph.near`). Who owes a promise and which text states it make a difference to it; whom it
benefits, what cites it, and that it is part of another, do not.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.graph.graph import TRIGGER
from foedus.graph.near import Tie, ties
from foedus.schema import UNSPECIFIED

MOVES = TRIGGER | {"established_by", "provides"}
"""The kinds of edges by which what happens moves on."""
BEARING = MOVES | {"owes", "states", "does"}
"""The kinds of edges by which one thing bears on another."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """What one element rests on and what rests on it.

    `needs` and `feeds` are the edges that end and begin at it; `before` and `after` all elements from which
    a chain leads to it, and to which one leads from it. `keys` are the elements that every chain of
    triggers from an event to it passes through (its dominators), the nearest to the events first.
    """

    element: str
    needs: tuple[Tie, ...]
    before: tuple[str, ...]
    feeds: tuple[Tie, ...]
    after: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """What a whole model shows.

    `circles`: elements that bear on one another (strongly connected components). `unreached`: provisions
    that wait for something, and to which no chain leads from any event. `ends`: events from which no chain
    leads to a provision. `isolated`: elements without any edge at all.
    """

    circles: tuple[tuple[str, ...], ...]
    unreached: tuple[str, ...]
    ends: tuple[str, ...]
    isolated: tuple[str, ...]


def dependence(graph: Graph, element: str) -> Dependence:
    """What a vertex (by its id, such as `provisions/help`) rests on, and what rests on it."""
    into, out_of = _sides(graph, BEARING)
    return Dependence(
        element,
        tuple(into[element]),
        _reached(element, lambda at: (tie.source for tie in into[at])),
        tuple(out_of[element]),
        _reached(element, lambda at: (tie.target for tie in out_of[at])),
        _keys(graph, element),
    )


def chain(graph: Graph, start: str, end: str) -> tuple[Tie, ...] | None:
    """The shortest chain from one vertex to another, the first in order of ids; None where there is none."""
    _, out_of = _sides(graph, BEARING)
    came: dict[str, Tie] = {}
    agenda = deque([start])
    while agenda and end not in came:
        at = agenda.popleft()
        for tie in out_of[at]:
            if tie.target not in came and tie.target != start:
                came[tie.target] = tie
                agenda.append(tie.target)
    if start == end or end not in came:
        return () if start == end else None
    found = [came[end]]
    while found[-1].source != start:
        found.append(came[found[-1].source])
    return tuple(reversed(found))


def loose(graph: Graph) -> Loose:
    """The circles and loose ends of a model."""
    import networkx as nx

    into, out_of = _sides(graph, MOVES)
    edges = {(tie.source, tie.target) for those in out_of.values() for tie in those}
    own: nx.DiGraph[str] = nx.DiGraph(sorted(edges))
    strong = (tuple(sorted(part)) for part in nx.strongly_connected_components(own))
    circles = sorted(part for part in strong if len(part) > 1 or (part[0], part[0]) in edges)

    def after(vertex: str) -> tuple[str, ...]:
        return _reached(vertex, lambda at: (tie.target for tie in out_of[at]))

    events = {f"events/{key}": after(f"events/{key}") for key in graph.model.events}
    live = {each for reached in events.values() for each in reached}
    waiting = [key for key in graph.vertices if key.startswith("provisions/") and _waits(into[key])]
    return Loose(
        tuple(circles),
        tuple(key for key in waiting if key not in live),
        tuple(key for key, own in events.items() if not any(each.startswith("provisions/") for each in own)),
        _isolated(graph),
    )


def _waits(edges: Iterable[Tie]) -> bool:
    return any(tie.kind in TRIGGER for tie in edges)


def _sides(graph: Graph, kinds: Iterable[str]) -> tuple[Mapping[str, list[Tie]], Mapping[str, list[Tie]]]:
    """The edges of some kinds between elements, by where they end and by where they begin."""
    wanted = frozenset(kinds)
    into: dict[str, list[Tie]] = defaultdict(list)
    out_of: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties(graph):
        if tie.kind in wanted:
            into[tie.target].append(tie)
            out_of[tie.source].append(tie)
    return into, out_of


def _reached(start: str, following: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Everything to which a chain leads from a vertex, by id; itself too, where it stands in a circle."""
    found: set[str] = set()
    agenda = [start]
    while agenda:
        fresh = set(following(agenda.pop())) - found
        found |= fresh
        agenda += sorted(fresh)
    return tuple(sorted(found))


def _keys(graph: Graph, element: str) -> tuple[str, ...]:
    """The dominators of an element in the trigger graph, seen from all events at once."""
    import networkx as nx

    _, out_of = _sides(graph, TRIGGER)
    edges = sorted({(tie.source, tie.target) for those in out_of.values() for tie in those})
    own: nx.DiGraph[str] = nx.DiGraph(edges)
    beginning = UNSPECIFIED  # no vertex has this id
    own.add_edges_from((beginning, f"events/{key}") for key in graph.model.events)
    if element not in own or beginning not in own or not nx.has_path(own, beginning, element):
        return ()
    over = nx.immediate_dominators(own, beginning)
    found: list[str] = []
    at = over[element]
    while at != beginning:
        found.append(at)
        at = over[at]
    return tuple(reversed(found))


def _isolated(graph: Graph) -> tuple[str, ...]:
    """The elements that no edge touches; actors, which a register brings, and sources are left aside."""
    touched = {end for edge in graph.edges for end in (edge.source, edge.target)}
    sections = (
        "bodies",
        "facts",
        "events",
        "determinations",
        "instruments",
        "provisions",
        "targets",
    )
    every = (f"{section}/{key}" for section in sections for key in graph.model.section(section))
    return tuple(each for each in every if each not in touched)
