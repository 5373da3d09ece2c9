"""The comparison: systems by questions, every cell filled, as a picture and as a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from foedus.errors import Stop
from foedus.graph import Graph
from foedus.nearest import did_you_mean
from foedus.views.captions import handling, source_lines
from foedus.views.compared.answers import NOT_ADDRESSED, Answer, distinct
from foedus.views.compared.aspects import ASPECTS, Aspect
from foedus.views.document import Document, Facts, Said, Sayings, Section
from foedus.views.shapes import Caption, Grid, Head, Lane, Line
from foedus.words import day, inside


@dataclass(frozen=True, slots=True)
class Comparison:
    """`cells[aspect][system]` holds at least one answer each."""

    systems: tuple[Graph, ...]
    aspects: tuple[Aspect, ...]
    cells: tuple[tuple[tuple[Answer, ...], ...], ...]


def compare(systems: Sequence[Graph], by: Sequence[str] = (), scenarios: Sequence[str] = ()) -> Comparison:
    """The answers of each system to each question, and what each scenario comes to in it.

    All questions where neither is named; all scenarios for `all`. Raises `Stop` where there is no such
    question or scenario.
    """
    aspects = _chosen("question", ASPECTS, by) if by or not scenarios else ()
    if scenarios:
        from foedus.views.compared.scenarios import (
            SCENARIOS,
        )  # plays, and so loads much that answers need not

        aspects += SCENARIOS if "all" in scenarios else _chosen("scenario", SCENARIOS, scenarios)
    cells = tuple(tuple(_cell(aspect, graph) for graph in systems) for aspect in aspects)
    return Comparison(tuple(systems), aspects, cells)


def _chosen(what: str, among: tuple[Aspect, ...], named: Sequence[str]) -> tuple[Aspect, ...]:
    known = {each.id: each for each in among}
    for word in named:
        if word not in known:
            hint = did_you_mean(word, known, "choose from {known}")
            raise Stop(f"no {what} `{word}` to compare by; {hint}")
    return tuple(known[word] for word in named) or among


def _cell(aspect: Aspect, graph: Graph) -> tuple[Answer, ...]:
    return distinct(aspect.answers(graph)) or (Answer(NOT_ADDRESSED),)


def document(comparison: Comparison) -> Document:
    """The comparison for reading: question by question, system by system, each answer with its clause."""
    systems = comparison.systems
    return Document(
        title="Systems side by side",
        tag=" · ".join(title(each) for each in systems),
        source=source_lines([each.project for each in systems]),
        summary=summary(comparison),
        sections=tuple(
            Section(
                aspect.title,
                aspect.id,
                tuple(each for pair in zip(systems, row, strict=True) for each in _facts(*pair)),
            )
            for aspect, row in zip(comparison.aspects, comparison.cells, strict=True)
        ),
    )


def _facts(graph: Graph, answers: tuple[Answer, ...]) -> Iterator[Facts]:
    """What a system says; case by case, where it is said of several."""
    for case, own in _by_case(answers):
        heading = f"{title(graph)}: {case}" if case else title(graph)
        yield Facts(heading, "", tuple((each.text, _cited(each)) for each in own))


def _by_case(answers: tuple[Answer, ...]) -> Iterator[tuple[str, tuple[Answer, ...]]]:
    for case, own in groupby(answers, key=lambda each: each.case):
        yield case, tuple(own)


def _cited(answer: Answer) -> str:
    return " · ".join(part for part in (answer.clause, str(answer.origin or "")) if part)


def title(graph: Graph) -> str:
    """What a system is called over its column."""
    framework, project = graph.model.framework, graph.project
    text = framework.title if framework is not None else project.name
    reading = graph.model.readings.get(project.reading or "")
    return f"{text}: {inside(graph.model, reading.title)}" if reading is not None else text


def key(graph: Graph) -> str:
    """What tells a system from others, another reading of the same text too."""
    project = graph.project
    return f"{project.name}:{project.reading}" if project.reading is not None else project.name


SUMMARY = (
    "What each text says to the same questions. “Not addressed” means that no clause of the model speaks to "
    "it, which is no “no”."
)
PLAYED = (
    "What the same thing comes to under each text, each event of a model played in each of its phases. "
    "Whoever is named to find something is taken to find what is so, but for an organ that cannot agree. "
    "What is owed anyway is no answer. “No such event in the model” means that nothing of the sort was "
    "modelled."
)


def summary(comparison: Comparison) -> str:
    """How the answers are meant."""
    asked = {each in ASPECTS for each in comparison.aspects}
    return " ".join(text for kind, text in ((True, SUMMARY), (False, PLAYED)) if kind in asked)


def dated_title(graph: Graph) -> str:
    """What a system is called, with the day for which its model is stated."""
    framework = graph.model.framework
    return f"{title(graph)} ({day(framework.as_of)})" if framework is not None else title(graph)


def grid(comparison: Comparison, most: Sequence[int], located: bool) -> Grid:
    """The comparison as a picture: a column a system, a row a question.

    `most` says for each row how many answers a cell shows at most; `located` sets the place and words of
    the clause under each.
    """
    systems = comparison.systems
    columns = tuple(Lane(key(each), "", dated_title(each), 0) for each in systems)
    named = ", ".join(title(each) for each in systems)
    projects = [each.project for each in systems]
    many = f"{len(systems)} texts, each as of its day" if len(systems) > 1 else "as of its day"
    return Grid(
        Caption(
            "compare", "Systems side by side", _subtitle(comparison, located),
            " · ".join((*handling(*projects), many)).upper(),
            source_lines(projects),
            f"Table of {len(comparison.aspects)} questions asked of {len(systems)} systems: {named}.",
        ),
        columns,
        tuple(Head(each.title) for each in comparison.aspects),
        tuple(
            tuple(tuple(_lines(cell, limit, located)) for cell in row)
            for row, limit in zip(comparison.cells, most, strict=True)
        ),
    )  # fmt: skip


def _subtitle(comparison: Comparison, located: bool) -> str:
    places = "a place in another document names it" if located else "no room for the clauses"
    if all(each in ASPECTS for each in comparison.aspects):
        return f"The same questions asked of each text; {places}"
    return f"The same scenario played under each text; {places}; what is owed anyway is not drawn"


def _lines(answers: tuple[Answer, ...], most: int, located: bool) -> Iterator[Line]:
    most = len(answers) if len(answers) == most + 1 else most  # to say "and 1 more" takes a line as well
    for case, own in _by_case(answers[:most]):
        if case:
            yield Line(case, "strong")
        for each in own:
            yield _line(each)
            if located and each.locator:
                yield Line(each.locator, "aside")
    if len(answers) > most:
        yield Line(f"and {len(answers) - most} more", "aside")


def _line(answer: Answer) -> Line:
    style: Literal["aside", "plain"] = "aside" if answer.silent else "plain"
    return Line(answer.text, style, title=answer.clause or answer.text, origin=answer.origin)


def table(comparison: Comparison) -> Sayings:
    """The comparison for a spreadsheet: a row a question, a column a system, each answer with its clause."""
    return Sayings(
        ("Question", *(title(each) for each in comparison.systems)),
        tuple(
            ((Said(aspect.title, aspect.question),), *(tuple(_sayings(cell)) for cell in row))
            for aspect, row in zip(comparison.aspects, comparison.cells, strict=True)
        ),
    )


def _sayings(answers: tuple[Answer, ...]) -> Iterator[Said]:
    for case, own in _by_case(answers):
        if case:
            yield Said(f"{case}:")
        yield from (Said(each.text, each.clause) for each in own)
