"""The components in as little room as they need: when each starts, who is in it, how firm its words are."""

from collections import Counter
from typing import NamedTuple

from foedus.graph import Graph
from foedus.schema import Model, Provision
from foedus.views import overview
from foedus.views.captions import caption, columns, without_frame
from foedus.views.shapes import Grid, Head, Lane, Line
from foedus.views.status import WORDS, provision_standing
from foedus.words import plain, provisions_of

TITLE = "The components at a glance"
HEADS = ("Starts when", "Who", "Verbs (provisions)", "Status (provisions)")


class _Most(NamedTuple):
    """More conditions, actors and verbs than these are counted.

    Who names nobody, and what the frame waits for, is told with `asides`.
    """

    starts: int
    actors: int
    verbs: int
    asides: bool = True


_MOST = (_Most(9, 9, 7), _Most(4, 4, 4), _Most(3, 3, 3), _Most(2, 3, 3), _Most(2, 2, 2, False))
"""By how brief the picture is."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """A row for each component; a brief picture tells fewer conditions, actors and verbs, and counts."""
    model = graph.model
    shown = columns(model, short=True)
    titles = "; ".join(lane.title for _, lane in shown)
    alt = f"Table with one row for each of {len(shown)} components: {titles}."
    return Grid(
        caption(graph.project, "glance", TITLE, without_frame(model, ""), alt),
        tuple(Lane(head, "", head, 0) for head in HEADS),
        tuple(Head(f"{lane.number} {lane.title}".strip()) for _, lane in shown),
        tuple(_row(graph, component, _MOST[brief]) for component, _ in shown),
        row_style="names",
    )


def _row(graph: Graph, component: str | None, most: _Most) -> tuple[tuple[Line, ...], ...]:
    provisions = provisions_of(graph.model, component)
    return (
        overview.starts(graph, component, most.starts, most.asides),
        _who(graph.model, provisions, most),
        _verbs(provisions, most.verbs),
        _status(graph.model, provisions),
    )


def _who(model: Model, provisions: list[Provision], most: _Most) -> tuple[Line, ...]:
    lines = overview.who(model, provisions, most.actors)
    return lines if most.asides else lines[:1]


def _verbs(provisions: list[Provision], most: int) -> tuple[Line, ...]:
    """The verbs of the texts, the most frequent first, each with the number of its provisions."""
    counts = Counter(each.wording for each in provisions)
    order = sorted(counts, key=lambda verb: (verb is None, -counts[verb], verb or ""))
    lines = [
        Line(f"“{plain(verb)}” {counts[verb]}") if verb else Line(f"not stated {counts[verb]}", "aside")
        for verb in order
    ]
    return overview.at_most(lines, most)


def _status(model: Model, provisions: list[Provision]) -> tuple[Line, ...]:
    standings = Counter(provision_standing(model, each) for each in provisions)
    return tuple(
        Line(str(standings[each]), "chip", standing=each, title=words)
        for each, words in WORDS.items()
        if standings[each]
    )
