"""A statement is disputed, and the model has no other side of it.

Where sources read a text differently, a model that holds one view only takes sides without saying so.
Whether the border or the elections came first was the whole dispute about Minsk II; Greece, Türkiye and
the United Kingdom still read article IV of the Cyprus guarantee of 1960 in different ways. A reading can
be drawn and played, so a disputed statement needs one; where only the fact of a dispute is recorded
(`disputed_by`), a question that sets the answers side by side is enough.

Bad:

    provisions:
      action:
        title: Take action to restore the state of affairs
        kind: enforcement
        obligors: [guarantor]
        modality: may
        trigger: breach
        claim: {basis: disputed, confidence: moderate}  # <- S04

Good:

    provisions:
      action:
        title: Take action to restore the state of affairs
        kind: enforcement
        obligors: [guarantor]
        modality: may
        trigger: breach
        claim: {basis: disputed, confidence: moderate}
    readings:
      only-together:
        title: Action is joint only
        kind: interpretation
        patch: {provisions: {action: {responsibility: joint}}}
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.schema import Claim, Element, Model, Sourced

CODE = "S04"
NAME = "one-sided-dispute"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

DOCUMENTARY = frozenset({"source", "claim", "note", "summary", "label", "as_of"})
"""Fields that say where something stands; to change them is no other reading of it."""
_SIDES = ("readings", "questions", "sources", "vocabularies", "scenarios")
"""Sections that hold the other sides, or make no statement about the texts."""
_BLOCKS = ("parties", "status", "term", "exit", "members", "scope", "delivery")
"""Fields in which a statement of its own, with a claim of its own, can stand."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each disputed statement to which nothing in the model gives the other side."""
    model = graph.model
    read = _read_otherwise(model)
    asked = {
        name
        for question in model.questions.values()
        if question.kind == "conflict" or len(question.answers) > 1
        for name in question.touches
    }
    for element in model.elements():
        if element.section in _SIDES or (element.section, element.id) in read:
            continue
        for claim, route in _contested(element):
            if claim.basis == "disputed":
                message = "this is disputed, and no reading has the other side"
                hint = "add a reading that patches it as the others read it"
                yield Problem((*route, "basis"), message, hint)
            elif element.id not in asked:
                message = "sources dispute this, and the model does not say what they hold"
                hint = "add a reading, or a question with both answers that `touches` it"
                yield Problem((*route, "disputed_by"), message, hint)


def _read_otherwise(model: Model) -> set[tuple[str, str]]:
    """The elements that some reading gives a different content, by section and id."""
    return {
        (section, name)
        for reading in model.readings.values()
        for section, elements in reading.patch.items()
        for name, fields in elements.items()
        if not isinstance(fields, dict) or set(fields) - DOCUMENTARY
    }


def _contested(element: Element) -> Iterator[tuple[Claim, Route]]:
    """The claims of an element, and of the statements inside it, that are disputed, with their places."""
    yield from _inside(element, element.route)
    for field in _blocks(type(element)):
        if (block := getattr(element, field)) is not None:
            yield from _inside(block, element.at(field))


@cache
def _blocks(noun: type[Element]) -> tuple[str, ...]:
    """The fields of a noun in which a statement can stand."""
    return tuple(field for field in _BLOCKS if field in noun.model_fields)


def _inside(value: Any, route: Route) -> Iterator[tuple[Claim, Route]]:
    match value:
        case Sourced(claim=claim) if claim is not None and (claim.basis == "disputed" or claim.disputed_by):
            yield claim, (*route, "claim")
        case dict():
            for key, inner in value.items():
                yield from _inside(inner, (*route, key))
        case tuple():
            for place, inner in enumerate(value):
                yield from _inside(inner, (*route, place))
