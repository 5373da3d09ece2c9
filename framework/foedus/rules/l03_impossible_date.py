"""The dates of a text cannot be so.

A treaty that is subject to ratification binds once the consents that it asks for have been given (Vienna
Convention on the Law of Treaties, articles 14, 16 and 24), and nothing ends before it began. The
Franco-Soviet pact was signed on 2 May 1935 and in force only from 27 March 1936, and what its guarantee
was worth in between depended on the difference. Dates that contradict one another are as a rule slips
of the model, and every scenario that reads them is wrong.

Bad:

    instruments:
      pact:
        title: Pact of mutual assistance
        form: treaty
        status:
          - {is: signed, on: 1935-05-02}
          - {is: in_force, on: 1935-05-02}  # <- L03
        parties:
          france: [{is: signed, on: 1935-05-02}, {is: ratified, on: 1936-02-27}]
          soviet-union: [{is: signed, on: 1935-05-02}, {is: ratified, on: 1936-03-08}]

Good:

    instruments:
      pact:
        title: Pact of mutual assistance
        form: treaty
        status:
          - {is: signed, on: 1935-05-02}
          - {is: in_force, on: 1936-03-27}
        parties:
          france: [{is: signed, on: 1935-05-02}, {is: ratified, on: 1936-02-27}]
          soviet-union: [{is: signed, on: 1935-05-02}, {is: ratified, on: 1936-03-08}]
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.schema import Body, Instrument, Term, history
from foedus.standing import CONSENTS

CODE = "L03"
NAME = "impossible-date"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR

_ORDER = ("signed", "provisionally_applied", "in_force", "terminated")
"""The stages of a text that come in this order, where a text has them."""
_BODY_ORDER = ("established", "operational", "dissolved")
_FINAL = ("ratified", "acceded")
_TWO = 2


class _On(NamedTuple):
    """A dated word of a history, and where it stands."""

    day: date
    word: str
    route: Route


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each pair of days that contradict one another."""
    for text in graph.model.instruments.values():
        stages = _dated(text.status, text.at("status"))
        yield from _out_of_order(stages, _ORDER)
        yield from _too_few(text, stages)
        for actor, consent in text.parties.items():
            yield from _withdrawn_first(_dated(consent, text.at("parties", actor)))
        yield from _over_before(text, stages)
    for body in graph.model.bodies.values():
        yield from _of_body(body)


def _dated(value: Any, route: Route) -> list[_On]:
    """The dated words of a history, oldest first."""
    found = []
    for dated in history(value):
        if dated.on is not None:
            place = (*route, value.index(dated)) if isinstance(value, tuple) else route
            found.append(_On(dated.on, str(dated.value), place))
    return found


def _of_body(body: Body) -> Iterator[Problem]:
    yield from _out_of_order(_dated(body.status, body.at("status")), _BODY_ORDER)


def _out_of_order(stages: list[_On], order: tuple[str, ...]) -> Iterator[Problem]:
    """A stage that is said to be first reached before a stage that must come before it."""
    first = {stage.word: stage for stage in reversed(stages)}
    known = [first[word] for word in order if word in first]
    for earlier, later in pairwise(known):
        if later.day < earlier.day:
            message = f"{_says(later)}, before {_says(earlier)}"
            yield Problem(later.route, message, "look both days up", ((earlier.route, "the other day"),))


def _says(stage: _On) -> str:
    return f"{stage.word.replace('_', ' ')} on {stage.day}"


def _too_few(text: Instrument, stages: list[_On]) -> Iterator[Problem]:
    """In force before the consents that it took: of both parties to a text of two, of two in any other."""
    force = next((stage for stage in stages if stage.word == "in_force"), None)
    if force is None:
        return
    given = [consent for actor in sorted(text.parties) if (consent := _final(text, actor)) is not None]
    recorded = [actor for actor in text.parties if _gives(text, actor)]
    late = [consent for consent in given if consent.day > force.day]
    if late and len(recorded) >= _TWO and len(recorded) - len(late) < _TWO:
        late.sort()
        message = f"in force on {force.day}, before consent was given: the last came on {late[-1].day}"
        related = tuple((each.route, _says(each)) for each in late)
        hint = "look up the entry into force, or say that the text was `provisionally_applied` until then"
        yield Problem(force.route, message, hint, related)


def _gives(text: Instrument, actor: str) -> bool:
    return any(dated.value in CONSENTS for dated in history(text.parties[actor]))


def _final(text: Instrument, actor: str) -> _On | None:
    """The consent of a party that counts: its ratification or accession, else its first word."""
    given = [each for each in _dated(text.parties[actor], text.at("parties", actor)) if each.word in CONSENTS]
    undated = any(dated.on is None and dated.value in CONSENTS for dated in history(text.parties[actor]))
    final = [each for each in given if each.word in _FINAL]
    return next(iter(final or ([] if undated else given)), None)


def _withdrawn_first(consents: list[_On]) -> Iterator[Problem]:
    gone = next((each for each in consents if each.word == "withdrawn"), None)
    given = next((each for each in consents if each.word in CONSENTS), None)
    if gone is not None and given is not None and gone.day < given.day and consents[-1] == given:
        message = f"withdrawn on {gone.day}, before {_says(given)}"
        yield Problem(gone.route, message, "look both days up", ((given.route, "the other day"),))


def _over_before(text: Instrument, stages: list[_On]) -> Iterator[Problem]:
    """A term that is over before the text was there."""
    begun = [stage for stage in stages if stage.word in ("adopted", *_ORDER[:-1])]
    if (
        isinstance(text.term, Term)
        and text.term.until is not None
        and begun
        and text.term.until < begun[-1].day
    ):
        message = f"the term ends on {text.term.until}, before {_says(begun[-1])}"
        place = text.at("term", "until")
        yield Problem(place, message, "look both days up", ((begun[-1].route, "the other day"),))
