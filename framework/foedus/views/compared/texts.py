"""The texts that a system rests on: what they are, whether they bind, how they end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from foedus.graph import Graph
from foedus.schema import Instrument, Model, Provision, Sourced
from foedus.standing import stated_on
from foedus.views.compared.answers import Answer, answer, clause, in_order, locator
from foedus.views.ending import leaving, term
from foedus.words import day, joined, names, phrase, plain, sentence


def form(graph: Graph) -> Iterator[Answer]:
    """Each text that the system rests on, what later texts say of it, and readings that differ."""
    model = graph.model
    texts = _texts(graph)
    for text in texts:
        said = f"{plain(text.form)}, {_standing(model, text)}; {_binding(text.bindingness)}"
        yield answer(graph, f"{text.title}: {said}" if len(texts) > 1 else sentence(said), text, "form")
    ids = {each.id for each in texts}
    for each in model.instruments.values():
        if ids & set(each.reaffirms):
            said = f"Reaffirmed by {each.title} ({plain(each.form)}, {_standing(model, each)})"
            yield answer(graph, said, each, "reaffirms")
    for reading in model.readings.values():
        holders = f" by {names(model, reading.holder)}" if reading.holder else ""
        for patched, patch in reading.patch.get("instruments", {}).items():
            if reading.kind == "interpretation" and patched in ids and patch and "bindingness" in patch:
                binding = _binding(patch["bindingness"])
                yield answer(graph, f"Disputed; also read{holders} as {binding}", reading)


def _standing(model: Model, text: Instrument) -> str:
    return plain(text.status_on(stated_on(model)))


def _binding(words: Iterable[str]) -> str:
    return joined([plain(each) for each in words], "and") or "bindingness not stated"


def term_and_exit(graph: Graph) -> Iterator[Answer]:
    for text in _texts(graph):
        if (lasts := term(graph.model, text)) is not None:
            yield _by_its_own_clause(graph, f"Term: {lasts}", text, "term")
        if (leave := leaving(text)) is not None:
            yield _by_its_own_clause(graph, f"Exit: {leave}", text, "exit")
    yield from _grouped(graph, "terminates_when", lambda each: _ends(graph, each))
    yield from _grouped(graph, "due_by", lambda each: f"due by {day(each.due_by)}" if each.due_by else "")


def _by_its_own_clause(graph: Graph, said: str, text: Instrument, field: str) -> Answer:
    """An answer on how a text ends, with the clause of its term or exit where that has one of its own."""
    own, found = getattr(text, field), answer(graph, said, text, field)
    if not isinstance(own, Sourced) or not own.sources:
        return found
    return replace(found, clause=clause(graph, own), locator=locator(graph, own))


def _ends(graph: Graph, provision: Provision) -> str:
    ends = provision.terminates_when
    return f"ends when {phrase(graph.model, ends)}" if ends is not None else ""


def _grouped(graph: Graph, field: str, said: Callable[[Provision], str]) -> Iterator[Answer]:
    """What is said of some provisions, those of which the same is said together."""
    groups: dict[str, list[Provision]] = {}
    for each in in_order(graph, graph.model.provisions.values()):
        if text := said(each):
            groups.setdefault(text, []).append(each)
    for text, own in groups.items():
        more = f" and {len(own) - 1} more" if len(own) > 1 else ""
        yield answer(graph, f"{own[0].title}{more}: {text}", own[0], field)


def _texts(graph: Graph) -> tuple[Instrument, ...]:
    """The text that a system rests on; all of its texts where the model names none of them."""
    framework = graph.model.framework
    main = graph.model.instruments.get((framework.instrument if framework else None) or "")
    return (main,) if main is not None else tuple(graph.model.instruments.values())
