"""The comparison: systems by questions, every cell filled, as a picture and as a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.errors import Stop
from foedus.graph import Graph
from foedus.nearest import did_you_mean
from foedus.views.captions import source_lines
from foedus.views.compared.answers import NOT_ADDRESSED, Answer, distinct
from foedus.views.compared.aspects import ASPECTS, Aspect
from foedus.views.document import Document, Facts, Section, Table
from foedus.views.shapes import Caption, Grid, Head, Lane, Line
from foedus.words import day


@dataclass(frozen=True, slots=True)
class Comparison:
    """`cells[aspect][system]` holds at least one answer each."""

    systems: tuple[Graph, ...]
    aspects: tuple[Aspect, ...]
    cells: tuple[tuple[tuple[Answer, ...], ...], ...]


def compare(systems: Sequence[Graph], by: Sequence[str] = ()) -> Comparison:
    """The answers of each system to each question; to all questions where none is named.

    Raises `Stop` where there is no such question.
    """
    known = {each.id: each for each in ASPECTS}
    for word in by:
        if word not in known:
            hint = did_you_mean(word, known, "choose from {known}")
            raise Stop(f"no question `{word}` to compare by; {hint}")
    aspects = tuple(known[word] for word in by) or ASPECTS
    cells = tuple(tuple(_cell(aspect, graph) for graph in systems) for aspect in aspects)
    return Comparison(tuple(systems), aspects, cells)


def _cell(aspect: Aspect, graph: Graph) -> tuple[Answer, ...]:
    return distinct(aspect.answers(graph)) or (Answer(NOT_ADDRESSED),)


def document(comparison: Comparison) -> Document:
    """The comparison for reading: question by question, system by system, each answer with its clause."""
    systems = comparison.systems
    return Document(
        title="Systems side by side",
        tag=" · ".join(title(each) for each in systems),
        source=source_lines(each.model for each in systems),
        summary=SUMMARY,
        sections=tuple(
            Section(aspect.title, aspect.id, tuple(map(_facts, systems, row)))
            for aspect, row in zip(comparison.aspects, comparison.cells, strict=True)
        ),
    )


def _facts(graph: Graph, answers: tuple[Answer, ...]) -> Facts:
    return Facts(title(graph), "", tuple((each.text, _cited(each)) for each in answers))


def _cited(answer: Answer) -> str:
    return " · ".join(part for part in (answer.clause, str(answer.origin or "")) if part)


def title(graph: Graph) -> str:
    """What a system is called over its column."""
    framework = graph.model.framework
    return framework.title if framework is not None else graph.project.name


SUMMARY = (
    "What each text says to the same questions. “Not addressed” means that no clause of the model speaks to "
    "it, which is no “no”."
)

def dated_title(graph: Graph) -> str:
    """What a system is called, with the day for which its model is stated."""
    framework = graph.model.framework
    return f"{title(graph)} ({day(framework.as_of)})" if framework is not None else title(graph)


def grid(comparison: Comparison, most: int) -> Grid:
    """The comparison as a picture: a column a system, a row a question, so many answers a cell."""
    systems = comparison.systems
    columns = tuple(Lane(each.project.name, "", dated_title(each), 0) for each in systems)
    named = ", ".join(title(each) for each in systems)
    return Grid(
        Caption(
            "compare", "Systems side by side", "The same questions asked of each text",
            f"{len(systems)} TEXTS, EACH AS OF ITS DAY",
            source_lines(each.model for each in systems),
            f"Table of {len(comparison.aspects)} questions asked of {len(systems)} systems: {named}.",
        ),
        columns,
        tuple(Head(each.title) for each in comparison.aspects),
        tuple(tuple(_lines(cell, most) for cell in row) for row in comparison.cells),
    )  # fmt: skip


def _lines(answers: tuple[Answer, ...], most: int) -> tuple[Line, ...]:
    if answers[0].text == NOT_ADDRESSED:
        return (Line(NOT_ADDRESSED, "aside"),)
    shown = tuple(Line(each.text, title=each.clause, origin=each.origin) for each in answers[:most])
    left = len(answers) - len(shown)
    return (*shown, Line(f"and {left} more", "aside")) if left else shown


def table(comparison: Comparison) -> Table:
    """The comparison for a spreadsheet: a row a question, a column a system, each answer with its clause."""
    return Table(
        ("Question", *(title(each) for each in comparison.systems)),
        tuple(
            (f"{aspect.title}: {aspect.question}", *(_cell_text(cell) for cell in row))
            for aspect, row in zip(comparison.aspects, comparison.cells, strict=True)
        ),
    )


def _cell_text(answers: tuple[Answer, ...]) -> str:
    return "\n".join(f"{each.text} [{each.clause}]" if each.clause else each.text for each in answers)
