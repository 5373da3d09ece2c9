"""The questions that are asked of every system, in the order in which a reader asks them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.graph import Graph
from foedus.logic import leaves
from foedus.schema import Determination, Found, Instrument, Model, Provision, Sourced, latest
from foedus.schema.actors import named_members
from foedus.standing import stated_on
from foedus.views.compared.answers import (
    NOT_CODED,
    Answer,
    answer,
    clause,
    in_order,
    items,
    locator,
    promises,
    replies,
)
from foedus.views.ending import leaving, term
from foedus.views.provision_facts import firmness
from foedus.views.status import WORDS, provision_standing
from foedus.words import (
    day,
    finder,
    inside,
    joined,
    lasting,
    name,
    names,
    phrase,
    plain,
    sentence,
    with_vetoes,
)

if TYPE_CHECKING:
    from foedus.analyses.cells import Cell


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question, and how a model answers it."""

    id: str
    title: str
    question: str
    answers: Callable[[Graph], Iterator[Answer]]


def _parties(graph: Graph) -> Iterator[Answer]:
    for each in promises(graph):
        yield answer(graph, sentence(_who_to_whom(graph.model, each)), each, "obligors")


def _who_to_whom(model: Model, provision: Provision) -> str:
    """`Russia to Ukraine`; `the parties to one another` where those who owe are those to whom it is owed."""
    owing, owed = set(provision.obligors), set(provision.beneficiary)
    if owed and _members(model, owing) == _members(model, owed):
        return f"{names(model, provision.beneficiary)} to one another"
    others = tuple(each for each in provision.obligors if each not in owed)
    to = f"to {names(model, provision.beneficiary)}" if owed else "to whom is not stated"
    return f"{names(model, others or provision.obligors)}{' ' if owed else ', '}{to}"


def _members(model: Model, actors: set[str]) -> set[str]:
    """Actors by their members, where those are named."""
    found: set[str] = set()
    for each in actors:
        group = model.actors.get(each)
        found |= set(named_members(group.members) if group is not None else ()) or {each}
    return found


def _trigger(graph: Graph) -> Iterator[Answer]:
    """What triggers each reply; of a system without one, the sequence: what comes before each step."""
    answers = replies(graph)
    for each in answers or promises(graph):
        gates = ("trigger",) if each.trigger is not None else ("enters_when", "requires")
        found = [gate for gate in gates if getattr(each, gate) is not None]
        said = joined([phrase(graph.model, getattr(each, gate)) for gate in found], "and then")
        time = "" if answers else _time(each)
        if text := ", ".join(part for part in (said, time) if part):
            text += otherwise(graph.model, each, gates)
            yield answer(graph, sentence(text), each, found[0] if found else "due_by")


def otherwise(model: Model, provision: Provision, fields: Iterable[str]) -> str:
    """The interpretations that read some fields of a provision otherwise; empty where none does."""
    rivals = [
        inside(model, each.title)
        for each in model.readings.values()
        if each.kind == "interpretation"
        and not {*fields}.isdisjoint(each.patch.get("provisions", {}).get(provision.id) or ())
    ]
    return f"; otherwise if read so: {joined(rivals, 'or')}" if rivals else ""


def _time(provision: Provision) -> str:
    """How soon a step follows, and its last day."""
    within = f"then within {lasting(provision.deadline)}" if provision.deadline else ""
    last = f"by {day(provision.due_by)}" if provision.due_by else ""
    return ", ".join(part for part in (within, last) if part)


def _decider(graph: Graph) -> Iterator[Answer]:
    """Who finds what the replies turn on; of a system without one, who finds anything."""
    answers = replies(graph)
    found = [finding for each in answers for finding in findings(graph, each)]
    for each in found if answers else graph.model.determinations.values():
        title = inside(graph.model, each.title)
        yield answer(graph, f"{sentence(finder(graph.model, each))}: {title}", each, "by")


def findings(graph: Graph, provision: Provision) -> Iterator[Determination]:
    """The findings that a trigger reads, or that would settle a fact that it reads."""
    for leaf in leaves(provision.trigger):
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
        word = f"{_MODAL[each.modality]}{_hedge(graph.model, each)}"
        yield answer(graph, f"{word}: {inside(graph.model, each.title)}{menu}", each)


def _hedge(model: Model, provision: Provision) -> str:
    """What keeps a provision from being agreed, in brackets; empty where it is."""
    standing = provision_standing(model, provision)
    return f" ({WORDS[standing]})" if standing != "agreed" else ""


_MODAL = {"must": "Duty", "must_not": "Prohibition", "may": "Permission"}


def _wording(graph: Graph) -> Iterator[Answer]:
    for each in promises(graph):
        field = ("wording",) if each.wording else ()
        yield answer(graph, sentence(firmness(each)), each, *field)


def _bindingness(graph: Graph) -> Iterator[Answer]:
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


def _coverage(graph: Graph) -> Iterator[Answer]:
    """How firmly each attack is answered, over the phases."""
    from foedus.analyses.coverage import coverage  # plays the model, which few other questions need

    found = coverage(graph.project)
    if not found.events:
        yield Answer(NOT_CODED)
    for event in found.events:
        cells = [cell for phase in found.phases if (cell := found.cell(event.id, phase.id)) is not None]
        words = list(dict.fromkeys(_COVERED[cell.word, cell.at_best] for cell in cells))
        those = {reply.provision for cell in cells for reply in cell.replies}
        chief = in_order(graph, [graph.model.provisions[each] for each in those])[:1]
        said_in = chief[0] if chief else event
        text = f"{event.title}: {joined(words, 'or')}{', by phase' if len(words) > 1 else ''}"
        if words == ["nobody"]:
            text += _short_of_help(cells)
        yield replace(answer(graph, text, said_in), origin=graph.project.where(event.route))


def _short_of_help(cells: "list[Cell]") -> str:
    """What there is where nobody must or may help: help that waits for more, or talk."""
    replies = [reply for cell in cells for reply in cell.replies]
    if any(reply.waits and not reply.beside for reply in replies):
        return " yet, as more is needed"
    return ", but to talk, set up or watch" if replies else ""


_COVERED = {
    ("must", "must"): "somebody must answer",
    ("may", "may"): "somebody may, nobody must",
    ("none", "none"): "nobody",
    ("undetermined", "must"): "cannot be said, at best must",
    ("undetermined", "may"): "cannot be said, at best may",
}
"""The word of a cell of coverage, by what is sure and what is best."""


def _monitor(graph: Graph) -> Iterator[Answer]:
    model = graph.model
    for each in in_order(graph, model.provisions.values()):
        if each.kind in ("monitoring", "verification"):
            hedge = _hedge(model, each)
            text = f"{sentence(names(model, each.obligors))}{hedge}: {inside(model, each.title)}"
            yield answer(graph, text, each, "obligors")
    for body in model.bodies.values():
        if {"detect", "verify"} & set(body.functions):
            led = f", led by {name(model, body.lead)}" if body.lead else ""
            does = joined([plain(each) for each in body.functions], "and")
            status = latest(body.status, stated_on(model))
            hedge = f" ({plain(status)})" if status in ("proposed", "to_be_established") else ""
            yield answer(graph, f"{body.title}{hedge}{led}: to {does}", body, "functions")


def _consultation(graph: Graph) -> Iterator[Answer]:
    for each in in_order(graph, graph.model.provisions.values()):
        if each.kind == "consultation":
            time = f"within {lasting(each.deadline)}" if each.deadline else "no time stated"
            title = inside(graph.model, each.title)
            yield answer(graph, f"{sentence(title)}: {time}", each, *(("deadline",) if each.deadline else ()))


def _ending(graph: Graph) -> Iterator[Answer]:
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


def _vetoes(graph: Graph) -> Iterator[Answer]:
    for body in graph.model.bodies.values():
        if body.veto:
            yield answer(graph, f"{body.title}: {names(graph.model, body.veto)}", body, "veto")


def _veto_players(graph: Graph) -> Iterator[Answer]:
    """Who can keep each target of the model from coming about, alone."""
    from foedus.analyses.analysis import analyse_target  # builds circuits, which no other question needs
    from foedus.simulation import prepare

    prepared = prepare(graph.project)
    if not graph.model.targets:
        yield Answer(NOT_CODED)
    for target in graph.model.targets.values() if not prepared.refused else ():
        analysis = analyse_target(prepared, target, "atom", 1_000, None)
        owners = sorted({str(point.atom.owner) for point in analysis.vetoes})
        if not owners:
            nobody = "nothing brings it about" if analysis.never else "nobody alone"
            yield answer(graph, f"{target.title}: {nobody}", target)
        for owner in owners:
            points = [point for point in analysis.vetoes if point.atom.owner == owner]
            section, element = map(str, points[0].atom.route[:2])
            said_in = graph.model.section(section)[element]
            text = f"{target.title}: {with_vetoes(graph.model, owner)}"
            yield replace(answer(graph, text, said_in), origin=graph.project.where(points[0].atom.route))


ASPECTS: tuple[Aspect, ...] = (
    Aspect("parties", "Who promises, to whom", "Who owes an answer, and to whom?", _parties),
    Aspect("trigger", "Trigger", "What must happen for an answer to be owed?", _trigger),
    Aspect("decider", "Who decides", "Who finds that it has happened?", _decider),
    Aspect("response", "Response", "What is owed or permitted then?", _response),
    Aspect("wording", "Wording", "How firmly does the text speak?", _wording),
    Aspect("bindingness", "Form and bindingness", "What sort of text is it, and does it bind?", _bindingness),
    Aspect("coverage", "Attacks answered", "Which attacks must or may somebody answer?", _coverage),
    Aspect("monitor", "Monitor", "Who watches?", _monitor),
    Aspect("consultation", "Time to consult", "How soon must the parties consult?", _consultation),
    Aspect("vetoes", "Vetoes in bodies", "Who can keep a body from deciding?", _vetoes),
    Aspect("veto-players", "Veto players", "Who alone can keep an outcome from coming about?", _veto_players),
    Aspect("exit", "Term and exit", "How long does it last, and how does one leave?", _ending),
)
