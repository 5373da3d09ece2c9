"""The questions that are asked of every system, in the order in which a reader asks them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.logic import atoms
from foedus.schema import Determination, Exit, Found, Instrument, Provision, Term
from foedus.standing import stated_on
from foedus.views.compared.answers import Answer, answer, items, promises, replies
from foedus.views.provision_facts import strength
from foedus.words import finder, inside, joined, lasting, name, names, phrase, plain, sentence


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question, and how a model answers it."""

    id: str
    title: str
    question: str
    answers: Callable[[Graph], Iterator[Answer]]


def _parties(graph: Graph) -> Iterator[Answer]:
    model = graph.model
    for each in promises(graph):
        owed_to = names(model, each.beneficiary) or "nobody named"
        yield answer(graph, f"{sentence(names(model, each.obligors))} to {owed_to}", each, "obligors")


def _trigger(graph: Graph) -> Iterator[Answer]:
    """What triggers each reply; of a system without one, what opens each step."""
    for each in promises(graph):
        for gate in ("trigger", "enters_when"):
            if (condition := getattr(each, gate)) is not None:
                yield answer(graph, sentence(phrase(graph.model, condition)), each, gate)
                break


def _decider(graph: Graph) -> Iterator[Answer]:
    for each in replies(graph):
        for found in _findings(graph, each):
            title = inside(graph.model, found.title)
            yield answer(graph, f"{sentence(finder(graph.model, found))}: {title}", found, "by")


def _findings(graph: Graph, provision: Provision) -> Iterator[Determination]:
    """The findings that a trigger reads, or that would settle a fact that it reads."""
    for leaf, _, _ in atoms(provision.trigger, ()):
        for each in graph.model.determinations.values():
            if (each.id == leaf.determination) if isinstance(leaf, Found) else (each.of == leaf):
                yield each


def _response(graph: Graph) -> Iterator[Answer]:
    shown = replies(graph)
    ids = {each.id for each in shown}
    for each in shown:
        if each.part_of in ids:
            continue  # an item of a menu is counted with its menu
        count = sum(1 for _ in items(graph, each))
        menu = f", of {count} items" if count > 1 else ""
        yield answer(graph, f"{_MODAL[each.modality]}: {inside(graph.model, each.title)}{menu}", each)


_MODAL = {"must": "Duty", "must_not": "Prohibition", "may": "Permission"}


def _wording(graph: Graph) -> Iterator[Answer]:
    for each in promises(graph):
        field = ("wording",) if each.wording else ()
        yield answer(graph, sentence(strength(each)), each, *field)


def _bindingness(graph: Graph) -> Iterator[Answer]:
    text = _main_text(graph)
    if text is None:
        return
    status = text.status_on(stated_on(graph.model))
    binding = joined([plain(each) for each in text.bindingness], "and") or "bindingness not stated"
    yield answer(graph, f"{sentence(plain(text.form))}, {plain(status)}; {binding}", text, "form")


def _monitor(graph: Graph) -> Iterator[Answer]:
    model = graph.model
    for each in model.provisions.values():
        if each.kind in ("monitoring", "verification"):
            text = f"{sentence(names(model, each.obligors))}: {inside(model, each.title)}"
            yield answer(graph, text, each, "obligors")
    for body in model.bodies.values():
        if {"detect", "verify"} & set(body.functions):
            led = f", led by {name(model, body.lead)}" if body.lead else ""
            does = joined([plain(each) for each in body.functions], "and")
            yield answer(graph, f"{body.title}{led}: to {does}", body, "functions")


def _consultation(graph: Graph) -> Iterator[Answer]:
    for each in graph.model.provisions.values():
        if each.kind == "consultation":
            time = f"within {lasting(each.deadline)}" if each.deadline else "no time stated"
            title = inside(graph.model, each.title)
            yield answer(graph, f"{sentence(title)}: {time}", each, *(("deadline",) if each.deadline else ()))


def _ending(graph: Graph) -> Iterator[Answer]:
    text = _main_text(graph)
    if text is not None:
        if (term := _term(graph, text)) is not None:
            yield answer(graph, f"Term: {term}", text, "term")
        if (leave := _exit(text)) is not None:
            yield answer(graph, f"Exit: {leave}", text, "exit")
    for each in graph.model.provisions.values():
        if each.terminates_when is not None:
            ends = phrase(graph.model, each.terminates_when)
            yield answer(graph, f"{each.title}: ends when {ends}", each, "terminates_when")


_SILENT = {"not_found": "not found in what was seen", "stated_absent": "none, as the text says"}


def _term(graph: Graph, text: Instrument) -> str | None:
    match text.term:
        case None | str():
            return _SILENT.get(text.term or "")
        case Term() as term:
            fact = graph.model.facts.get(term.ends_when or "")
            said = (
                lasting(term.duration) if term.duration else "",
                f"until {term.until}" if term.until else "",
                f"until {inside(graph.model, fact.title)}" if fact else "",
                "without end" if term.indefinite else "",
            )
            return joined([each for each in said if each], "or") or None


def _exit(text: Instrument) -> str | None:
    match text.exit:
        case None | str():
            return _SILENT.get(text.exit or "")
        case Exit() as leave:
            said = (
                f"notice of {lasting(leave.notice)}" if leave.notice else "",
                f"not before {lasting(leave.earliest)}" if leave.earliest else "",
                leave.ground or "",
            )
            return joined([each for each in said if each], "and") or None


def _main_text(graph: Graph) -> Instrument | None:
    framework = graph.model.framework
    return graph.model.instruments.get((framework.instrument if framework else None) or "")


def _vetoes(graph: Graph) -> Iterator[Answer]:
    for body in graph.model.bodies.values():
        if body.veto:
            yield answer(graph, f"{body.title}: {names(graph.model, body.veto)}", body, "veto")


ASPECTS: tuple[Aspect, ...] = (
    Aspect("parties", "Who promises, to whom", "Who owes an answer, and to whom?", _parties),
    Aspect("trigger", "Trigger", "What must happen for an answer to be owed?", _trigger),
    Aspect("decider", "Who decides", "Who finds that it has happened?", _decider),
    Aspect("response", "Response", "What is owed or permitted then?", _response),
    Aspect("wording", "Wording", "How firmly does the text speak?", _wording),
    Aspect("bindingness", "Form and bindingness", "What sort of text is it, and does it bind?", _bindingness),
    Aspect("monitor", "Monitor", "Who watches?", _monitor),
    Aspect("consultation", "Time to consult", "How soon must the parties consult?", _consultation),
    Aspect("vetoes", "Vetoes", "Who can keep a body from deciding?", _vetoes),
    Aspect("exit", "Term and exit", "How long does it last, and how does one leave?", _ending),
)
