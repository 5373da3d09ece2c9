"""The texts and their versions: how far each has come and when, what it says of others, what rests on it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import ceil

from foedus.graph import Edge, Graph, vertex_id
from foedus.schema import Instrument, history
from foedus.views.captions import caption
from foedus.views.shapes import Box, Diagram, Lane, Link, Row, Standing
from foedus.views.status import instrument_standing
from foedus.words import counted, day, label, numbers

TITLE = "The texts and how they stand to each other"
SUBTITLE = "Earlier texts at the left; an arrow leads to the text that came after, and the words say how"

UNLINKED = "By the first day that is stated; no text here names another"
NONE = "No text is named here"

_SAYS: dict[str, str] = {
    "draft_of": "draft of",
    "supersedes": "supersedes",
    "supplements": "supplements",
    "implements": "implements",
    "interprets": "interprets",
    "reaffirms": "reaffirms",
}
"""What a text says of another one."""
_LANES = (
    Lane("linked", "", "Texts that name one another", 0),
    Lane("resting", "", "Other texts on which provisions rest", 0),
    Lane("apart", "", "Texts on which no provision here rests", 0),
)
_MOST = ((99, 99), (4, 99), (3, 99), (3, 9), (3, 3))
"""So many texts stand on a card, and so many together before the others are counted, by how brief it is."""


def view(graph: Graph, brief: int = 0) -> Diagram:
    """The texts of a model, linked ones on cards of their own, others together in the order of time.

    A brief picture counts what does not fit a card.
    """
    edges = [edge for edge in graph.edges if edge.kind in _SAYS]
    linked = {str(graph.vertices[end].route[1]) for edge in edges for end in (edge.source, edge.target)}
    texts = sorted(graph.model.instruments.values(), key=lambda text: (_begun(text) or date.max, text.id))
    boxes = [_card(graph, text, edges) for text in texts if text.id in linked]
    for lane, resting in (("resting", True), ("apart", False)):
        rest = [text for text in texts if text.id not in linked and bool(_resting(graph, text)) == resting]
        boxes += _together(graph, rest, lane, _MOST[brief])
    links = tuple(dict.fromkeys(_link(graph, edge) for edge in edges if edge.source != edge.target))
    lanes = tuple(lane for lane in _LANES if any(box.lane == lane.id for box in boxes))
    alt = f"Diagram of {len(texts)} texts and {len(links)} relations between them, from earlier to later."
    subtitle = SUBTITLE if links else UNLINKED if texts else NONE
    head = caption(graph.project, "instruments", TITLE, subtitle, alt)
    return Diagram(head, lanes, tuple(boxes), links, (("requires", "came before"),))


def _begun(text: Instrument) -> date | None:
    """The first day that any source gives for a text."""
    return min((each.on for each in history(text.status) if each.on is not None), default=None)


def _resting(graph: Graph, text: Instrument) -> list[str]:
    """The provisions that a text states, by number and title."""
    number = numbers(graph.model)
    own = [each for each in graph.model.provisions.values() if each.instrument == text.id]
    return sorted(f"{number[each.id]} {each.title}" for each in own)


def _card(graph: Graph, text: Instrument, edges: list[Edge]) -> Box:
    """A text alone: its form and status, what it says of others, and how much rests on it."""
    rows = [f"{_status(graph, text)}; {_count(_resting(graph, text))}", *_relations(graph, text, edges)]
    return Box(
        vertex_id("instruments", text.id), "list", text.title, lane="linked",
        standing=instrument_standing(graph.model, text), rows=tuple(Row("", row) for row in rows),
        title=_told(graph, text), origin=graph.project.where(text.route),
    )  # fmt: skip


def _status(graph: Graph, text: Instrument) -> str:
    """`declaration, adopted 6 January 2026`."""
    framework = graph.model.framework
    until = framework.as_of if framework else date.max
    known = [each for each in history(text.status) if each.on is None or each.on <= until]
    form = label(graph.project, "instrument-form", text.form)
    if not known:
        return f"{form}, status not stated"
    status = label(graph.project, "instrument-status", known[-1].value)
    return f"{form}, {status}" + (f" {day(known[-1].on)}" if known[-1].on else "")


def _relations(graph: Graph, text: Instrument, edges: list[Edge]) -> list[str]:
    """What a text says of others, one line for each kind of relation."""
    own = [edge for edge in edges if edge.source == vertex_id("instruments", text.id)]
    named = {kind: [graph.vertices[edge.target].title for edge in own if edge.kind == kind] for kind in _SAYS}
    return [f"{_SAYS[kind]}: {'; '.join(titles)}" for kind, titles in named.items() if titles]


def _count(resting: list[str]) -> str:
    return counted(len(resting), "provision") if resting else "no provisions"


def _told(graph: Graph, text: Instrument) -> str:
    """The sentence that stands for a text where only words do, with the provisions that it states."""
    resting = _resting(graph, text)
    said = f"{text.title}: {_status(graph, text)}; {_count(resting)}"
    return f"{said}: {'; '.join(resting)}" if resting else said


def _together(graph: Graph, texts: list[Instrument], lane: str, most: tuple[int, int]) -> Iterator[Box]:
    """A card for the texts that stand alike, in the order of time; a text alone is drawn as one of many."""
    groups: dict[Standing, list[Instrument]] = defaultdict(list)
    for text in texts:
        groups[instrument_standing(graph.model, text)].append(text)
    for standing, group in groups.items():
        rows = [_row(graph, text) for text in group]
        if len(rows) > most[1]:
            rest = "; ".join(row.text for row in rows[most[1] - 1 :])
            rows = [*rows[: most[1] - 1], Row("", f"and {len(rows) - most[1] + 1} more", rest)]
        size = ceil(len(rows) / ceil(len(rows) / most[0]))
        for first in range(0, len(rows), size):
            own = group[first:] if first + size >= len(rows) else group[first : first + size]
            title = "; ".join(_told(graph, text) for text in own)
            key, origin = f"texts:{own[0].id}", graph.project.where(own[0].route)
            yield Box(key, "list", "", "", lane, standing, tuple(rows[first : first + size]), title, origin)


def _row(graph: Graph, text: Instrument) -> Row:
    """A text on a card with others: its first day stands where cards of provisions have their number."""
    begun, resting = _begun(text), _resting(graph, text)
    said = _status(graph, text).removesuffix(f" {day(begun)}" if begun else "")
    rests = f"; {counted(len(resting), 'provision')}" if resting else ""
    words = f"{text.title} ({said}{rests})"
    return Row(day(begun) if begun else "no day", words, _told(graph, text), graph.project.where(text.route))


def _link(graph: Graph, edge: Edge) -> Link:
    """From the text that came first to the one that came after, whichever of them says so."""
    ends = (edge.source, edge.target) if edge.kind == "draft_of" else (edge.target, edge.source)
    meaning = "is a draft of" if edge.kind == "draft_of" else f"comes before what {_SAYS[edge.kind]} it"
    return Link(*ends, "requires", meaning, graph.project.where(edge.route))
