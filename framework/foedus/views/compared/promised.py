"""What is promised: by whom to whom, upon what, and how firmly."""

from collections.abc import Iterable, Iterator

from foedus.graph import Graph
from foedus.schema import Model, Provision
from foedus.schema.actors import named_members
from foedus.views.compared.answers import Answer, answer, in_order, items, promises, replies, unagreed
from foedus.views.provision_facts import firmness
from foedus.words import day, inside, joined, lasting, names, phrase, sentence


def parties(graph: Graph) -> Iterator[Answer]:
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


def trigger(graph: Graph) -> Iterator[Answer]:
    """What triggers each reply; of a system without one, the sequence: what comes before each step."""
    answers = replies(graph)
    for each in answers or promises(graph):
        gates = ("trigger",) if each.trigger is not None else ("enters_when", "requires")
        found = [gate for gate in gates if getattr(each, gate) is not None]
        said = joined([phrase(graph.model, getattr(each, gate)) for gate in found], "and then")
        time = "" if answers else _time(each)
        if text := ", ".join(part for part in (said, time) if part):
            text += _otherwise(graph.model, each, gates)
            yield answer(graph, sentence(text), each, found[0] if found else "due_by")


def _otherwise(model: Model, provision: Provision, fields: Iterable[str]) -> str:
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


def response(graph: Graph) -> Iterator[Answer]:
    shown = replies(graph)
    ids = {each.id for each in shown}
    for each in shown:
        if each.part_of in ids:
            continue  # an item of a menu is counted with its menu
        count = sum(1 for _ in items(graph, each))
        menu = f", of {count} items" if count > 1 else ""
        word = f"{_MODAL[each.modality]}{unagreed(graph.model, each)}"
        yield answer(graph, f"{word}: {inside(graph.model, each.title)}{menu}", each)


_MODAL = {"must": "Duty", "must_not": "Prohibition", "may": "Permission"}


def wording(graph: Graph) -> Iterator[Answer]:
    for each in promises(graph):
        field = ("wording",) if each.wording else ()
        yield answer(graph, sentence(firmness(each)), each, *field)


def consultation(graph: Graph) -> Iterator[Answer]:
    for each in in_order(graph, graph.model.provisions.values()):
        if each.kind == "consultation":
            time = f"within {lasting(each.deadline)}" if each.deadline else "no time stated"
            title = inside(graph.model, each.title)
            yield answer(graph, f"{sentence(title)}: {time}", each, *(("deadline",) if each.deadline else ()))
