"""Response coverage: which attack, in which phase, obliges or permits whom to answer."""

from collections import Counter
from collections.abc import Iterator, Mapping

from foedus.analyses.cells import Cell, Reply, Word, at_best
from foedus.analyses.coverage import Coverage, coverage
from foedus.graph import Graph
from foedus.schema import Event, Model
from foedus.schema.vocabulary import Reason
from foedus.views.captions import caption, leaving_out
from foedus.views.cards import ranges
from foedus.views.shapes import Grid, Head, Lane, Line
from foedus.words import joined, names, numbers

TITLE = "Who answers which attack, and when"
SUBTITLE = "What each attack opens; what is owed anyway is not drawn"
_MOST = (40, 16, 12, 9, 6)
"""So many attacks have a row, by how brief the picture is."""

WHY: dict[Reason, str] = {
    "concluded": "not agreed yet",
    "determination": "nobody is named to find it",
    "fact": "a fact is not known",
    "capacity": "who is able is not known",
    "discretion": "left to a choice",
    "timer": "depends on when",
}
"""What leaves an answer open, in a few words."""


def view(graph: Graph, brief: int = 0) -> Grid:
    """Attacks by phase; a brief picture has fewer rows, and no remarks on talk and on what leaves it open."""
    found = coverage(graph.project)
    shown, hidden = found.events[: _MOST[brief]], found.events[_MOST[brief] :]
    subtitle = f"{SUBTITLE}. {absent(found)}" if absent(found) else SUBTITLE
    if hidden:
        subtitle = leaving_out(subtitle, f"{len(hidden)} more events")
    alt = f"Table of {len(shown)} attacks by {len(found.phases)} phases with who answers each."
    heads = tuple(
        Head(each.title, sort_of(graph.model, each), graph.project.where(each.route)) for each in shown
    )
    cells = tuple(
        tuple(tuple(_lines(graph, found, each, phase.id, brief)) for phase in found.phases) for each in shown
    )
    return Grid(
        caption(graph.project, "coverage", TITLE, subtitle, alt),
        tuple(Lane(phase.id, str(place), phase.title, 0) for place, phase in enumerate(found.phases, 1)),
        heads or (Head("No attack", "no event of the model has a class or a severity"),),
        cells or (((),) * len(found.phases),),
        row_style="names",
    )


def absent(found: Coverage) -> str:
    """The means and the degrees of which the model has no event; empty where it has all."""
    words: list[str] = [*found.classes, *found.severities]
    return f"No event in the model is of the kind {joined(words, 'or')}" if words and found.events else ""


def sort_of(model: Model, event: Event) -> str:
    """The means, how far it goes, and whom it hits: `conventional, war, on Ukraine`."""
    on = f"on {names(model, event.target)}" if event.target else ""
    return ", ".join(word for word in (event.attack_class, event.severity, on) if word)


def _lines(graph: Graph, found: Coverage, event: Event, phase: str, brief: int) -> Iterator[Line]:
    cells = found.across(event.id, phase)
    if not cells:
        return
    plain, *rivals = cells
    origin = graph.project.where(event.route)
    yield Line(said(graph.model, plain), mark=plain.word, title=WORDING[plain.word], origin=origin)
    if brief < 2 and (why := reasons(plain)):
        yield Line(why, "aside")
    if brief < 1 and (beside := [each for each in plain.replies if each.beside]):
        yield Line(f"only talk, set up or watch: {numbered(graph.model, beside)}", "aside")
    if other := differing(plain, rivals):
        yield Line(other, "aside", title=differing(plain, rivals, titled(graph.model)))


WORDING = {
    "must": "somebody must answer",
    "may": "somebody may answer, nobody must",
    "undetermined": "cannot be said",
    "none": "nobody must answer, and nobody is expressly free to",
}
"""What the mark of a cell says."""


def said(model: Model, cell: Cell) -> str:
    """The word of a cell with the provisions that make it: `must (4.2), may (4.3)`."""
    acting = [each for each in cell.replies if not each.beside]
    if cell.word == "none":
        waiting = [each for each in acting if each.waits]
        return f"nobody yet: {numbered(model, waiting)} waits for more" if waiting else "nobody"
    words: dict[Word, list[Reply]] = {"must": [], "may": []}
    for each in acting:
        if not each.waits:
            words[at_best(each)].append(each)
    parts = [f"{word} ({numbered(model, own)})" for word, own in words.items() if own]
    return f"{'cannot be said; at best ' if cell.word == 'undetermined' else ''}{', '.join(parts)}"


def numbered(model: Model, replies: list[Reply]) -> str:
    number = numbers(model)
    found = [number[each.provision] for each in replies if each.provision in number]
    return ranges(
        sorted(found, key=lambda each: [int(part) if part.isdigit() else 0 for part in each.split(".")])
    )


def reasons(cell: Cell) -> str:
    """What leaves a cell open, most often first."""
    kinds = Counter(unknown.kind for reply in cell.replies if not reply.beside for unknown in reply.unknowns)
    order = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return joined([WHY[kind] for kind in order], "and") if cell.word == "undetermined" else ""


def titled(model: Model) -> dict[str, str]:
    """The readings by id, each as its title in quotation marks."""
    return {each.id: f"“{each.title}”" for each in model.readings.values()}


def differing(plain: Cell, rivals: list[Cell], titles: Mapping[str, str] | None = None) -> str:
    """The readings in which the word is another, by title or id: `nobody if read as gate-while`."""
    found: dict[str, list[str]] = {}
    for cell in rivals:
        if (cell.word, cell.at_best) != (plain.word, plain.at_best):
            word = cell.word if cell.word != "undetermined" else f"at best {cell.at_best}"
            reading = cell.reading or ""
            called = (titles or {}).get(reading, reading)
            found.setdefault("nobody" if word == "none" else word, []).append(called)
    return "; ".join(f"{word} if read as {joined(those, 'or')}" for word, those in sorted(found.items()))
