"""Something that changes with time is recorded without its day.

"100% ready" in January and "nearly complete" in February were said of the same document in 2026: a
status without a day cannot be read for a day, and an undated word counts as older than all others. The
same goes for who consented, for a fact that is said to hold already, and for a number from a document
without a day. One finding for each sort, with the places.

Bad:

    instruments:
      pact:
        title: Pact
        form: treaty
        status: signed  # <- S07

Good:

    instruments:
      pact:
        title: Pact
        form: treaty
        status: {is: signed, on: 2026-01-06}
"""

from collections.abc import Iterator
from typing import Any

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.wording import how_many
from foedus.schema import Model, Sourced, history

CODE = "S07"
NAME = "undated-statement"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION

_NO_DAY = "no day here"


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for statuses, consents, facts and numbers each."""
    model = graph.model
    yield from _told(
        list(_statuses(model)), "status", "write `{is: .., on: ..}` with the day on which it became so"
    )
    yield from _told(
        list(_consents(model)), "consent", "write `{is: .., on: ..}` with the day of the consent"
    )
    yield from _told(list(_facts(model)), "fact", "add `as_of`: the day on which a source says that it holds")
    yield from _told(
        list(_numbers(model)), "number", "add `published` to the document in the source register"
    )


def _told(places: list[Route], noun: str, hint: str) -> Iterator[Problem]:
    if places:
        first, *others = places
        message = f"{_counted(len(places), noun)} without a day"
        yield Problem(first, message, hint, tuple((place, _NO_DAY) for place in others))


def _counted(count: int, noun: str) -> str:
    return f"{count} statuses" if noun == "status" and count > 1 else how_many(count, noun)


def _undated(value: Any, route: Route) -> Iterator[Route]:
    for dated in history(value):
        if dated.on is None:
            yield (*route, value.index(dated)) if isinstance(value, tuple) else route


def _statuses(model: Model) -> Iterator[Route]:
    for section in ("instruments", "bodies", "provisions"):
        for element in model.section(section).values():
            if element.as_of is None:
                yield from _undated(element.status, element.at("status"))


def _consents(model: Model) -> Iterator[Route]:
    for text in model.instruments.values():
        for actor, consent in text.parties.items():
            yield from _undated(consent, text.at("parties", actor))


def _facts(model: Model) -> Iterator[Route]:
    """Facts that are said to hold from the start, of which neither they nor their documents give a day."""
    for fact in model.facts.values():
        if fact.initial is True and fact.as_of is None and not _published(model, fact):
            yield fact.at("initial")


def _published(model: Model, said: Sourced) -> bool:
    known = (model.sources.get(source.doc) for source in said.sources)
    return any(document is not None and document.published is not None for document in known)


def _numbers(model: Model) -> Iterator[Route]:
    for question in model.questions.values():
        for place, answer in enumerate(question.answers):
            if answer.quantity is not None and question.as_of is None and not _published(model, answer):
                yield question.at("answers", place, "quantity")
