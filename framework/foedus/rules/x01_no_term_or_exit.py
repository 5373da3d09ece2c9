"""A text has neither a term nor a way out, as far as is known.

How long a promise lasts and how it can be left is part of what it is worth: a guarantee that can be
left overnight deters little, one that never ends is hard to sign. Of the agreements in the Continent of
International Law sample only about six in a hundred lack duration, withdrawal and termination clauses
altogether. That no source seen has such a clause does not mean that there is none; the two are told
apart.

Bad:

    instruments:
      pact: {title: Pact, form: treaty}  # <- X01
    provisions:
      help:
        title: Help if attacked
        instrument: pact
        kind: military_aid
        obligors: [unspecified]
        modality: must

Good:

    instruments:
      pact: {title: Pact, form: treaty, term: {duration: P10Y}}
    provisions:
      help:
        title: Help if attacked
        instrument: pact
        kind: military_aid
        obligors: [unspecified]
        modality: must
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.schema import Exit, Instrument, Term
from foedus.standing import ENDED, stated_on

CODE = "X01"
NAME = "no-term-or-exit"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION

ONE_SIDED = ("announcement", "statement")
"""Forms in which no term is expected: what one side says, it can unsay."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each text that states provisions of the model and says nothing of its end."""
    stating = {provision.instrument for provision in graph.model.provisions.values()}
    day = stated_on(graph.model)
    for text in graph.model.instruments.values():
        silent = not isinstance(text.term, Term) and not isinstance(text.exit, Exit)
        standing = text.form not in ONE_SIDED and text.status_on(day) not in ENDED
        if text.id in stating and silent and standing:
            yield _problem(text)


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
