"""The status of the provisions: how firmly each component speaks, and how far what it says is agreed.

The rungs are the verbs of the texts in the order of the vocabulary; a provision stands on the rung of its
own verb. Nothing is added up: a rung is a word, not a score.
"""

from foedus.graph import Graph
from foedus.schema import Provision
from foedus.schema.vocabulary import words
from foedus.views.captions import caption, columns, without_frame
from foedus.views.cards import described, ranges
from foedus.views.shapes import WORDS, Grid, Head, Line
from foedus.views.status import provision_standing
from foedus.words import counted, joined, label, numbers, provisions_of

TITLE = "How firmly each component speaks"
SUBTITLE = "Verb of the text, firmest at the top, and how far it is agreed"
NOT_STATED = "Verb not stated"

_MOST = ((99, 99), (6, 4), (4, 2), (3, 1), (1, 1))
"""More provisions of one standing than these are given by number only: alone in a cell, and beside others."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """The rungs of the wording ladder by component, each with its provisions and how they stand.

    A brief picture leaves out rungs on which nothing stands, naming them, and gives ever more provisions
    by their number only.
    """
    shown_in = columns(graph.model, short=brief >= 1)
    groups = {key: provisions_of(graph.model, key) for key, _ in shown_in}
    used = {each.wording for group in groups.values() for each in group}
    ladder = (*reversed(words("wording")), *([None] if None in used else []))
    rungs = [rung for rung in ladder if rung in used or not brief]
    cells = tuple(
        tuple(
            _cell(graph, [each for each in groups[key] if each.wording == rung], brief) for key, _ in shown_in
        )
        for rung in rungs
    )
    subtitle = without_frame(
        graph.model, SUBTITLE + _unused(graph, [each for each in ladder if each not in rungs])
    )
    alt = f"Table of {len(rungs)} verbs by {len(shown_in)} components with the provisions that use each."
    heads = tuple(Head(_rung(graph, rung)) for rung in rungs)
    head = caption(graph.project, "status", TITLE, subtitle, alt)
    return Grid(head, tuple(lane for _, lane in shown_in), heads, cells)


def _unused(graph: Graph, empty: list[str | None]) -> str:
    """The rungs without a row, in the order of the ladder."""
    verbs = [f"“{_rung(graph, rung)}”" for rung in empty]
    return f"; no provision here says {joined(verbs, 'or')}" if verbs else ""


def _rung(graph: Graph, rung: str | None) -> str:
    return NOT_STATED if rung is None else label(graph.project, "wording", rung)


def _cell(graph: Graph, group: list[Provision], brief: int) -> tuple[Line, ...]:
    """The provisions on a rung, those of one standing together below its chip; these share the room."""
    standings = {each.id: provision_standing(graph.model, each) for each in group}
    most = _MOST[brief][len(set(standings.values())) > 1]
    found: list[Line] = []
    for standing, meaning in WORDS.items():
        if own := [each for each in group if standings[each.id] == standing]:
            chip = Line(counted(len(own), "provision"), "chip", standing=standing, title=meaning)
            found += [chip, *_items(graph, own, most)]
    return tuple(found)


def _items(graph: Graph, group: list[Provision], most: int) -> list[Line]:
    """The first provisions by number and title, the others by number alone."""
    number = numbers(graph.model)
    listed = group if len(group) <= most else group[: most - 1]
    rest = group[len(listed) :]
    lines = [
        Line(
            f"{number[each.id]} {each.title}", "item",
            title=described(each, number[each.id], provision_standing(graph.model, each)),
            origin=graph.project.where(each.route),
        )
        for each in listed
    ]  # fmt: skip
    if rest:
        title = "; ".join(f"{number[each.id]} {each.title}" for each in rest)
        text = f"{'and ' if listed else ''}{ranges(number[each.id] for each in rest)}"
        lines.append(Line(text, "aside", title=title, origin=graph.project.where(rest[0].route)))
    return lines
