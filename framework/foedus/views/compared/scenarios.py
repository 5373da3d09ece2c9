"""The same scenario played in every system: a row a template, each answer with its case."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from foedus.analyses.cells import Cell, Reply, at_best, phases
from foedus.analyses.courses import ORGANS
from foedus.analyses.templates import TEMPLATES, Template, bound, played
from foedus.graph import Graph
from foedus.schema import Event, Model
from foedus.simulation import Unknown, prepare
from foedus.views.compared.answers import NO_EVENT, NO_ORGAN, Answer, answer
from foedus.views.compared.aspects import Aspect
from foedus.views.coverage import WHY
from foedus.words import inside, joined, numbers, with_vetoes

NOBODY = "Nobody must answer, and nobody is expressly free to"
ONLY_TALK = f"{NOBODY}, but to talk, set up or watch"


def _answers(template: Template, graph: Graph) -> Iterator[Answer]:
    """What each event comes to, phases with one outcome together."""
    events = bound(graph.project, template)
    cells = played(prepare(graph.project), template) if events else ()
    for event in events:
        outcomes: dict[tuple[Answer, ...], list[str]] = {}
        for phase in phases(graph.project):
            here = [each for each in cells if (each.event, each.phase) == (event.id, phase.id)]
            outcomes.setdefault(tuple(_outcome(graph, event, here)), []).append(phase.title)
        for answers, titles in outcomes.items():
            case = event.title if len(outcomes) == 1 else f"{event.title}, {_when(graph.model, titles)}"
            yield from (replace(each, case=case) for each in answers)
    if not events:
        organs = any(each.by in ORGANS for each in graph.model.determinations.values())
        yield Answer(NO_ORGAN if template.deadlocked and not organs else NO_EVENT)
    if template.deadlocked:
        yield from _sought(graph)


def _sought(graph: Graph) -> Iterator[Answer]:
    """The acts of an organ that somebody is to seek, and who can keep the organ from them."""
    for each in graph.model.provisions.values():
        organ = graph.model.bodies.get(each.through or "")
        if organ is not None and organ.veto:
            yield replace(
                answer(graph, with_vetoes(graph.model, organ.id), each, "through"),
                case=f"Sought, not found: {inside(graph.model, each.title)}",
            )


def _when(model: Model, titles: list[str]) -> str:
    return joined([inside(model, each) for each in titles], "and")


def _outcome(graph: Graph, event: Event, cells: list[Cell]) -> Iterator[Answer]:
    """One event in one phase: each provision that answers, and each reading in which the word is another."""
    plain, *rivals = cells
    if plain.word == "none":
        talk = any(each.beside for each in plain.replies)
        yield answer(graph, ONLY_TALK if talk else NOBODY, event, "sets")
    number = list(numbers(graph.model))
    for reply in sorted(plain.replies, key=lambda each: (each.beside, number.index(each.provision))):
        provision = graph.model.provisions[reply.provision]
        word = _word(graph.model, reply)
        yield answer(graph, f"{word}: {inside(graph.model, provision.title)}", provision)
    for rival in rivals:
        if (rival.word, rival.at_best) != (plain.word, plain.at_best):
            reading = graph.model.readings[rival.reading or ""]
            text = f"{_READ[rival.at_best]} if read so: {inside(graph.model, reading.title)}"
            yield answer(graph, text, reading)


_READ = {"must": "Somebody must", "may": "Somebody may", "none": "Nobody", "undetermined": "Cannot be said"}
_SURE = {"must": "Must", "may": "May", "none": "Nobody yet, as more is needed"}


def _word(model: Model, reply: Reply) -> str:
    """How firm an answer is, what leaves it open, and that it is only to talk, where it is."""
    word = _SURE[reply.word] if reply.word != "undetermined" else f"Cannot be said, at best {at_best(reply)}"
    why = joined(sorted({_why(model, each) for each in reply.unknowns}), "and")
    beside = "only to talk, set up or watch" if reply.beside else ""
    marks = "; ".join(each for each in (why, beside) if each)
    return f"{word} ({marks})" if marks else word


def _why(model: Model, unknown: Unknown) -> str:
    """What leaves an answer open; of an organ, that it cannot agree or is not there yet."""
    found = model.determinations.get(unknown.subject)
    if found is not None and found.by in ORGANS:
        return "the organ cannot agree, and what holds then is not said"
    return "the organ is not set up yet" if unknown.subject in model.bodies else WHY[unknown.kind]


SCENARIOS: tuple[Aspect, ...] = tuple(
    Aspect(each.id, each.title, each.question, partial(_answers, each)) for each in TEMPLATES
)
"""The templates as questions that are asked of every system."""
