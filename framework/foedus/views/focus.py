"""One element and what stands near it: everything within so many edges of the graph."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedus.comparison import CALLED
from foedus.errors import Stop
from foedus.graph import EdgeKind, Graph, Vertex
from foedus.graph.near import Tie, distances, ties, vertex_named
from foedus.views.asked import Asked
from foedus.views.captions import caption
from foedus.views.cards import described, ranges
from foedus.views.shapes import Box, BoxKind, Diagram, Link, LinkKind, Row, Standing
from foedus.views.status import instrument_standing, provision_standing
from foedus.words import counted, inside, joined, numbers, sentence


@dataclass(frozen=True, slots=True)
class _Said:
    """How a kind of edge is drawn and said, from source to target, or the other way if `turned`."""

    kind: LinkKind
    words: str
    turned: bool = False


_SAID: dict[EdgeKind, _Said] = {
    "enters": _Said("activates", "gives force to"),
    "trigger": _Said("activates", "triggers"),
    "while": _Said("requires", "must keep holding for"),
    "requires": _Said("requires", "is required by"),
    "terminates": _Said("blocks", "ends"),
    "delivers": _Said("requires", "bears on"),
    "reads": _Said("requires", "is read by"),
    "sets": _Said("activates", "changes"),
    "determines": _Said("requires", "is what is found in"),
    "established_by": _Said("activates", "sets up"),
    "provides": _Said("activates", "acts in"),
    "through": _Said("requires", "is asked to act under"),
    "does": _Said("activates", "does"),
    "owes": _Said("requires", "owes"),
    "benefits": _Said("includes", "is owed to"),
    "protects": _Said("includes", "protects"),
    "part_of": _Said("includes", "includes", turned=True),
    "member_of": _Said("includes", "has among its members", turned=True),
    "states": _Said("includes", "states"),
    "cites": _Said("requires", "is cited by", turned=True),
    "touches": _Said("includes", "asks about"),
    "draft_of": _Said("requires", "is a draft of"),
    "supersedes": _Said("blocks", "supersedes"),
    "supplements": _Said("requires", "is supplemented by", turned=True),
    "implements": _Said("requires", "is implemented by", turned=True),
    "interprets": _Said("requires", "is interpreted by", turned=True),
    "reaffirms": _Said("requires", "is reaffirmed by", turned=True),
}
_BOXES: dict[str, BoxKind] = {
    "actors": "actor", "bodies": "body", "provisions": "provision", "determinations": "determination",
    "instruments": "instrument", "facts": "fact", "events": "event",
}  # fmt: skip
_LEGEND: tuple[tuple[LinkKind, str], ...] = (
    ("activates", "brings about"), ("requires", "bears on"), ("includes", "concerns or takes in"),
)  # fmt: skip
"""What the arrows have in common; how exactly each links its ends, the cards say."""
_MANY = {"determinations": "findings", "instruments": "texts", "targets": "outcomes"}
_ROWS = (99, 12, 6, 3, 0)
"""More rows than these on a card are counted, by how brief the picture is."""
_BY_COMPONENT = 1
"""Up to here, provisions of different components have different cards."""
_SHORT = 20
"""A longer title is not said again on every card."""


def view(graph: Graph, asked: Asked) -> Diagram:
    """The neighbourhood of `asked.focus`: what is within `asked.steps` edges of it, and how it is linked.

    Neighbours of one sort that are linked alike share a card, which says how; a brief picture counts what
    does not fit a card. Raises `Stop` where no element is asked for, or the model has none of this id.
    """
    if asked.focus is None:
        raise Stop("focus needs an element to stand in the middle; add `--focus ID`")
    if asked.steps < 1:
        raise Stop(f"`--steps {asked.steps}`: a neighbourhood is at least 1 step wide")
    start = vertex_named(graph, asked.focus)
    every = ties(graph)
    far = distances(every, start, asked.steps)
    near = [tie for tie in every if {tie.source, tie.target} <= far.keys() and tie.source != tie.target
            and min(far[tie.source], far[tie.target]) < asked.steps]  # fmt: skip
    groups = _groups(graph, near, far, apart=asked.brief <= _BY_COMPONENT)
    boxes = {group[0]: _box(graph, group, start, near, _ROWS[asked.brief]) for group in groups}
    home = {key: boxes[group[0]].id for group in groups for key in group}
    links = _links(graph, near, home)
    title = graph.vertices[start].title
    subtitle = f"Everything within {counted(asked.steps, 'step')} of it in the graph"
    alt = f"Diagram of {title} and {len(far) - 1} elements near it: {len(boxes)} boxes, {len(links)} links."
    head = caption(
        graph.project, "focus", title, subtitle if len(far) > 1 else "Nothing is linked with it", alt
    )
    return Diagram(head, (), tuple(boxes.values()), links, _LEGEND)


def _drawn(tie: Tie) -> tuple[str, str]:
    """The ends of a tie as its arrow runs."""
    return (tie.target, tie.source) if _SAID[tie.kind].turned else (tie.source, tie.target)


def _kind(tie: Tie) -> LinkKind:
    return _SAID[tie.kind].kind if tie.positive or tie.kind == "sets" else "blocks"


def _words(tie: Tie) -> str:
    said = "has in hand" if tie.kind == "does" and tie.target.startswith("facts/") else _SAID[tie.kind].words
    if tie.kind != "sets" and tie.positive == (tie.kind == "terminates"):
        return f"{said} (where it is not so)"
    return f"{said} (with others)" if tie.joint else said


def _groups(graph: Graph, near: Sequence[Tie], far: dict[str, int], apart: bool) -> list[tuple[str, ...]]:
    """The elements, those of one sort that stand alike and are linked alike together; the focus first."""
    linked: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for tie in near:
        source, target = _drawn(tie)
        linked[source].add((">", _words(tie), target))
        linked[target].add(("<", _words(tie), source))
    found: dict[object, list[str]] = defaultdict(list)
    for key in sorted(far, key=lambda key: (far[key], _place(graph, key))):
        sort = (_component(graph, key) if apart else None, _standing(graph, key))
        found[far[key], graph.vertices[key].section, sort, tuple(sorted(linked[key]))].append(key)
    return [tuple(group) for group in found.values()]


def _place(graph: Graph, key: str) -> tuple[str, tuple[str, int], str]:
    """Section by section, provisions by number, the rest by title."""
    vertex = graph.vertices[key]
    number = numbers(graph.model).get(str(vertex.route[1]), "") if vertex.section == "provisions" else ""
    head, _, place = number.partition(".")
    return vertex.section, (head, int(place or 0)), vertex.title


def _component(graph: Graph, key: str) -> str | None:
    vertex = graph.vertices[key]
    return graph.model.provisions[str(vertex.route[1])].component if vertex.section == "provisions" else None


def _standing(graph: Graph, key: str) -> Standing:
    vertex = graph.vertices[key]
    match vertex.section:
        case "provisions":
            return provision_standing(graph.model, graph.model.provisions[str(vertex.route[1])])
        case "instruments":
            return instrument_standing(graph.model, graph.model.instruments[str(vertex.route[1])])
        case _:
            return "agreed"


def _box(graph: Graph, group: tuple[str, ...], start: str, near: Sequence[Tie], most: int) -> Box:
    """An element far off in its own shape; on a card, what is next to the focus, under what links the two."""
    first = graph.vertices[group[0]]
    standing, origin = _standing(graph, group[0]), graph.project.where(first.route)
    heading = sentence(_heading(graph, group[0], start, near))
    rows = [_row(graph, key) for key in group]
    if first.id == start:
        asked = Row(rows[0].number, f"the {CALLED[first.section]} asked about", rows[0].title, origin)
        return Box(first.id, "list", first.title, "", "", standing, (asked,), rows[0].title, origin)
    if len(group) == 1 and not heading:
        kind = _BOXES.get(first.section)
        named = first.title if kind else f"{sentence(CALLED[first.section])}: {first.title}"
        return Box(
            first.id, kind or "condition", named, rows[0].number, "", standing, (), rows[0].title, origin
        )
    title = "; ".join(row.title for row in rows)
    heading = heading or f"{len(group)} {_many(first)}"
    return Box(f"near:{first.id}", "list", heading, "", "", standing, _few(first, rows, most), title, origin)


def _few(first: Vertex, rows: list[Row], most: int) -> tuple[Row, ...]:
    """The first rows of a card; provisions that have none are told by number, other things counted."""
    if len(rows) <= max(1, most):
        return tuple(rows)
    shown = rows[: max(0, most - 1)]
    rest = rows[len(shown) :]
    lead = "and " if shown else ""
    numbered = first.section == "provisions"
    text = (
        ranges(row.number for row in rest)
        if numbered
        else f"{len(rest)} {_many(first) if not shown else 'more'}"
    )
    return (*shown, Row("", lead + text, "; ".join(row.title for row in rest), rest[0].origin))


def _many(vertex: Vertex) -> str:
    return _MANY.get(vertex.section, vertex.section)


def _row(graph: Graph, key: str) -> Row:
    vertex = graph.vertices[key]
    origin = graph.project.where(vertex.route)
    if vertex.section != "provisions":
        return Row("", vertex.title, vertex.title, origin)
    provision = graph.model.provisions[str(vertex.route[1])]
    number = numbers(graph.model)[provision.id]
    return Row(number, provision.title, described(provision, number, _standing(graph, key)), origin)


def _heading(graph: Graph, key: str, start: str, near: Sequence[Tie]) -> str:
    """How a neighbour is linked with the focus: `Ukraine owes`, `is owed to Ukraine and protects Ukraine`."""
    title = graph.vertices[start].title
    title = title if len(title) <= _SHORT else "it"
    ends = [(_drawn(tie), _words(tie)) for tie in near if {tie.source, tie.target} == {key, start}]
    out = list(dict.fromkeys(words for (source, _), words in ends if source == start))
    into = list(dict.fromkeys(words for (_, target), words in ends if target == start))
    parts = [f"{title} {joined(out, 'and')}"] if out else []
    parts += [f"{joined(into, 'and')} {inside(graph.model, title)}"] if into else []
    return "; ".join(parts)


def _links(graph: Graph, near: Sequence[Tie], home: dict[str, str]) -> tuple[Link, ...]:
    """Each pair of boxes linked once for each kind of line, which says all that it stands for."""
    found: dict[tuple[str, str, LinkKind], Link] = {}
    for tie in near:
        source, target = (home[end] for end in _drawn(tie))
        key = source, target, _kind(tie)
        words = _words(tie)
        if key in found:
            said = found[key].meaning.split(" and ")
            found[key] = replace(found[key], meaning=" and ".join(dict.fromkeys([*said, words])))
        else:
            found[key] = Link(*key, words, graph.project.where(tie.route))
    return tuple(found.values())
