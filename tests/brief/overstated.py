"""What a briefing says more firmly than its sources: the check that every printed sentence passes."""

import re
from collections.abc import Iterable, Iterator

from foedus.schema import Model, Provision
from foedus.verbs import bears_duty, says_owed
from foedus.words import numbers

_CLAUSES = re.compile(r"(?<=[.;:!?])\s+|\n+|\s·\s")
_LONGEST = 200
"""A range of numbers is read no further than this."""
_NUMBER = re.compile(r"\b(F|\d+)\.(\d+)(?:–(?:F|\d+)\.(\d+))?")


def overstated(model: Model, text: str, about: Iterable[str] | None = None) -> tuple[str, ...]:
    """The clauses of a text that say that something is owed where no provision they speak of bears it.

    The provisions are those `about` which the text is said to be, by id; else those that a clause names by
    title or number, and all of the model where it names none. A title is the author's, and rule O09 looks
    at it; so it does not count as a word of the clause.
    """
    told = tuple(about) if about is not None else None
    own = [model.provisions[key] for key in told or () if key in model.provisions]
    found = []
    for clause in _CLAUSES.split(text):
        bare, named = _without_names(model, clause)
        meant = own or named or list(model.provisions.values())
        if says_owed(bare) is not None and not any(map(bears_duty, meant)):
            found.append(clause.strip())
    return tuple(found)


def _without_names(model: Model, clause: str) -> tuple[str, list[Provision]]:
    """A clause without the titles of provisions in it, and the provisions that it names."""
    named = [
        model.provisions[key] for key, number in numbers(model).items() if number in set(_numbers(clause))
    ]
    for each in sorted(model.provisions.values(), key=lambda each: -len(each.title)):
        if each.title.lower() in clause.lower():
            clause = re.sub(re.escape(each.title), " ", clause, flags=re.IGNORECASE)
            named.append(each)
    return clause, named


def _numbers(clause: str) -> Iterator[str]:
    """The numbers of provisions in a clause, those of a range (`4.3–4.7`) one by one."""
    for head, first, last in _NUMBER.findall(clause):
        yield from (
            f"{head}.{place}"
            for place in range(int(first), min(int(last or first), int(first) + _LONGEST) + 1)
        )
