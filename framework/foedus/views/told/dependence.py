"""What rests on what, in plain words: each edge with what it says and where it is written."""

from collections.abc import Iterable

from foedus.analyses.dependence import Dependence, Loose
from foedus.graph import EdgeKind, Graph
from foedus.graph.near import Tie
from foedus.views.account import short
from foedus.views.captions import source_line, status
from foedus.views.document import Bullets, Document, Facts, Paragraph, Section
from foedus.words import joined, numbers, sentence

SAYS: dict[str, str] = {
    "enters": "opens the gate into force of",
    "while": "must keep holding for",
    "trigger": "triggers",
    "requires": "is required for",
    "terminates": "ends",
    "reads": "is read by",
    "sets": "makes true",
    "does": "can bring about",
    "owes": "owes",
    "determines": "is what is found by",
    "provides": "finds or leads",
    "established_by": "sets up",
    "delivers": "bears on",
    "part_of": "is part of",
    "member_of": "is a member of",
    "draft_of": "is a draft of",
    "states": "states",
}
"""What an edge says, from what makes a difference to what it makes a difference to."""
_AGAINST = {
    "sets": "makes false",
    "enters": "while it does not hold, opens the gate into force of",
    "while": "must not hold for",
    "trigger": "while it does not hold, triggers",
    "requires": "must not hold for",
    "terminates": "ends",
    "reads": "counts against",
    "delivers": "counts against",
}


ALONE = "It rests on nothing else in the model, and nothing in the model rests on it."


def of_element(graph: Graph, found: Dependence) -> Document:
    """One element: what it rests on, what rests on it, and what every chain to it passes through."""
    title = named(graph, found.element)
    sections = (
        _edges(graph, "Rests directly on", "needs", found.needs, found.element),
        _all("And further back on", "before", graph, set(found.before) - {tie.source for tie in found.needs}),
        _all("Every chain from an event to it passes through", "keys", graph, found.keys),
        _edges(graph, "Makes a difference to", "feeds", found.feeds, found.element),
        _all("And further on to", "after", graph, set(found.after) - {tie.target for tie in found.feeds}),
    )
    told = tuple(each for each in sections if each.blocks)
    return _document(graph, title, told or (Section("Linked with nothing", "isolated", (Paragraph(ALONE),)),))


def of_chain(graph: Graph, start: str, end: str, links: tuple[Tie, ...] | None) -> Document:
    """The shortest chain between two elements."""
    title = f"From {named(graph, start)} to {named(graph, end)}"
    if links is None:
        blocks = (Paragraph("No chain leads from the one to the other."),)
        return _document(graph, title, (Section("No chain", "chain", blocks),))
    return _document(graph, title, (_edges(graph, f"Shortest chain: {len(links)} steps", "chain", links),))


def of_model(graph: Graph, found: Loose) -> Document:
    """The circles and loose ends of a model."""
    circles = tuple(joined([named(graph, each) for each in part], "and") for part in found.circles)
    sections = (
        Section("Bear on one another (circles)", "circles", (Bullets(circles or ("none",)),)),
        _all("Wait for something to which no event leads", "unreached", graph, found.unreached, "none"),
        _all("Events that lead to no provision", "ends", graph, found.ends, "none"),
        _all("Linked with nothing", "isolated", graph, found.isolated, "none"),
    )
    framework = graph.model.framework
    return _document(graph, framework.title if framework else graph.project.name, sections)


def named(graph: Graph, vertex: str) -> str:
    """An element as a reader knows it: its number and title, or what it is and its title."""
    own = graph.vertices[vertex]
    section, _, key = vertex.partition("/")
    if section == "provisions":
        return f"{numbers(graph.model)[key]} “{own.title}”"
    return f"“{own.title}”"


def _edges(graph: Graph, title: str, anchor: str, links: Iterable[Tie], about: str = "") -> Section:
    """Edges in words, what the page is `about` called "it"."""
    rows = tuple((_said(graph, tie, about), short(graph.project, tie.route)) for tie in links)
    return Section(title, anchor, (Facts("Each link, and where it is written", "", rows),) if rows else ())


def verb(kind: EdgeKind, positive: bool) -> str:
    """What an edge says between its two ends."""
    return SAYS.get(kind, kind) if positive else _AGAINST.get(kind, "counts against")


def _said(graph: Graph, tie: Tie, about: str) -> str:
    words = verb(tie.kind, tie.positive)
    ends = ("it" if end == about else named(graph, end) for end in (tie.source, tie.target))
    return sentence(f" {words} ".join(ends)) + (" (with others)" if tie.joint else "")


def _all(title: str, anchor: str, graph: Graph, those: Iterable[str], none: str = "") -> Section:
    """Elements with their places, those of one section together, in order of ids unless they are a path."""
    listed = list(those) if anchor == "keys" else sorted(those)
    items = tuple(
        f"{named(graph, each)} ({short(graph.project, graph.vertices[each].route)})" for each in listed
    )
    items = items or ((none,) if none else ())
    return Section(title, anchor, (Bullets(items),) if items else ())


def _document(graph: Graph, title: str, sections: tuple[Section, ...]) -> Document:
    return Document(title, " · ".join(status(graph.project)), source_line(graph.project), "", sections)
