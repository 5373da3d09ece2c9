"""A text has neither a term nor a way out, as far as is known, or a way out that is too fast.

How long a promise lasts and how it can be left is part of what it is worth: a guarantee that can be
left overnight deters little, one that never ends is hard to sign. Of the agreements in the Continent of
International Law sample only about six in a hundred lack duration, withdrawal and termination clauses
altogether. That no source seen has such a clause does not mean that there is none; the two are told
apart. A notice that runs out before a response promised in the same text is due lets a guarantor leave
after the attack and before its help is due.

Bad:

    instruments:
      pact: {title: Pact, form: treaty}  # <- X01
      second-pact:
        title: Second pact
        form: treaty
        term: {indefinite: true}
        exit: {notice: P7D}  # <- X01
    provisions:
      help:
        title: Help if attacked
        instrument: pact
        kind: military_aid
        obligors: [unspecified]
        modality: must
      pact-help:
        title: Help within a month of an attack
        instrument: second-pact
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack
        deadline: P30D
    facts:
      attack: {title: An attack, kind: brute, initial: false}

Good:

    instruments:
      pact: {title: Pact, form: treaty, term: {duration: P10Y}, exit: {notice: P1Y}}
    provisions:
      help:
        title: Help within a month of an attack
        instrument: pact
        kind: defense
        obligors: [unspecified]
        modality: must
        trigger: attack
        deadline: P30D
    facts:
      attack: {title: An attack, kind: brute, initial: false}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.running import running
from foedus.schema import Exit, Instrument, Model, Term
from foedus.simulation.clock import DAY, duration
from foedus.standing import ENDED, stated_on

CODE = "X01"
NAME = "no-term-or-exit"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION

ONE_SIDED = ("announcement", "statement")
"""Forms in which no term is expected: what one side says, it can unsay."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each text that states provisions of the model and says nothing of its end, or can be left too fast."""
    stating = {provision.instrument for provision in graph.model.provisions.values()}
    day = stated_on(graph.model)
    for text in graph.model.instruments.values():
        silent = not isinstance(text.term, Term) and not isinstance(text.exit, Exit)
        standing = text.form not in ONE_SIDED and text.status_on(day) not in ENDED
        if text.id in stating and silent and standing:
            yield _problem(text)
        if standing and isinstance(text.exit, Exit) and text.exit.notice is not None:
            yield from _too_fast(graph.model, text, text.exit.notice)


def _too_fast(model: Model, text: Instrument, notice: str) -> Iterator[Problem]:
    """A notice that runs out before a promised response is due."""
    least = _days(notice)
    slower = [
        each
        for each in running(model)
        if each.instrument == text.id
        and each.modality == "must"
        and each.trigger is not None
        and each.deadline is not None
        and _days(each.deadline) > least
    ]
    if slower:
        message = f"a notice of {notice} is shorter than the time within which a response is promised"
        hint = "if the text keeps duties alive after notice, say so in a `note`; else keep this"
        related = tuple((each.at("deadline"), f"`{each.id}` within {each.deadline}") for each in slower)
        yield Problem(text.at("exit", "notice"), message, hint, related)


def _days(time: str) -> float:
    """The length of a duration, as on numbered days: a year has 365 and a month 30."""
    return duration(time).after(0, dated=False) / DAY


def _problem(text: Instrument) -> Problem:
    match (text.term, text.exit):
        case ("not_found", "not_found"):
            message = "neither a term nor a way out is found in any source seen"
            hint = "not found is not none: say in a `note` which parts of the text were read"
        case ("stated_absent", "stated_absent"):
            message, hint = "the text has neither a term nor a way out, as a source says", ""
        case (None, None):
            message = "the model says nothing of how this text ends or is left"
            hint = "add `term` and `exit`: `not_found` if none was seen, `stated_absent` if a source says so"
        case _:
            message = f"{_said('the term', text.term)}, and {_said('the way out', text.exit)}"
            hint = "say of both whether they are `not_found` or `stated_absent`"
    place = next((field for field in ("term", "exit") if getattr(text, field) is not None), None)
    return Problem(text.at(place) if place else text.route, message, hint)


def _said(what: str, value: object) -> str:
    match value:
        case "not_found":
            return f"{what} is not found in any source seen"
        case "stated_absent":
            return f"{what} is absent, as a source says"
        case _:
            return f"{what} is not recorded in the model"
