"""One computed code: what a published scheme asks, what the model answers, and the clauses that answer."""

from dataclasses import dataclass

from foedus.place import Route


@dataclass(frozen=True, slots=True)
class Scheme:
    """A published coding scheme; `source` names its authors and year as they are cited."""

    id: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in the model that answers: the element's title, and the route to the field."""

    title: str
    route: Route


@dataclass(frozen=True, slots=True)
class Rate:
    """How common a code is among coded agreements: `share` of `population`, as published."""

    share: str
    population: str


@dataclass(frozen=True, slots=True)
class Code:
    """The answer to one question of a scheme, computed from a model.

    `value` is never empty: a value, "not found" where no clause of the model answers, or "not coded"
    where a model cannot say. `rule` says in a sentence how the value follows from the clauses.
    """

    scheme: Scheme
    name: str
    question: str
    value: str
    rule: str
    clauses: tuple[Clause, ...] = ()
    rates: tuple[Rate, ...] = ()


NOT_FOUND = "not found"
"""No clause of the model answers: what a text is silent on is no "no"."""

NOT_CODED = "not coded"
"""A structured model cannot answer: it takes a human coder, or numbers that the language does not hold."""
