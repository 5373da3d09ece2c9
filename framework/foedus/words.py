"""A model in plain words: conditions as phrases, names of actors, numbers of provisions.

Nothing here is stronger than the model: titles are the author's, and words of the schema are printed
as they are, with spaces.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from foedus.kept import kept
from foedus.load import Project
from foedus.logic import Leaf
from foedus.schema import (
    UNSPECIFIED,
    WITHHELD,
    Active,
    Actor,
    All,
    Any_,
    AtLeast,
    Body,
    Component,
    Condition,
    Delivered,
    Determination,
    Found,
    InState,
    Instrument,
    Model,
    Not,
    Provision,
    Reached,
)


def plain(word: str | None) -> str:
    """A word of the schema as it is printed: `agreed_to_finalise` as "agreed to finalise"."""
    return "not stated" if word is None else word.replace("_", " ")


_PAIRS = ("“”", "„“", "„”", "«»", "‹›", "‘’", "‚‘", '""')


def unmarked(quote: str) -> str:
    """The words of a quote, without the quotation marks that its author wrote around all of it."""
    words = quote.strip()
    first, inner, last = words[:1], words[1:-1], words[-1:]
    around = any((first, last) == tuple(pair) and not {*pair} & {*inner} for pair in _PAIRS)
    return inner.strip() if around and inner.strip() else words


def in_quotes(quote: str) -> str:
    """A quote between quotation marks, once, whether or not its author wrote them too."""
    return f"“{unmarked(quote)}”"


def label(project: Project, vocabulary: str, word: str | None) -> str:
    """A word of the schema as the vocabulary register prints it; with spaces where it has no label."""
    at = ("vocabularies", vocabulary, "words", word or "", "label")
    found = project.register.at(*at)
    return str(found.value) if word and isinstance(found.value, str) else plain(word)


def sentence(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def inside(model: Model, title: str) -> str:
    """A title inside a sentence: without its capital, unless it begins with a name or an abbreviation."""
    first = title.split(" ", 1)[0]
    if not first[1:].islower() and first not in ("A", "I"):
        return title
    named: tuple[Actor | Body | Instrument, ...] = (
        *model.actors.values(),
        *model.bodies.values(),
        *model.instruments.values(),
    )
    known = (word for each in named for word in (each.title, *each.aliases))
    if any(title == word or title.startswith((f"{word} ", f"{word}'", f"{word}’")) for word in known):
        return title
    return title[:1].lower() + title[1:]


def day(moment: date) -> str:
    """A day as it is printed, whatever the locale: 6 January 2026."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def lasting(duration: str) -> str:
    """An ISO 8601 duration as it is said: `PT24H` as "24 hours", `P1Y6M` as "1 year and 6 months"."""
    days, _, hours = duration.removeprefix("P").partition("T")
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}, {"H": "hour", "M": "minute"}
    parts = [
        f"{number} {unit[letter]}{'' if number == '1' else 's'}"
        for text, unit in zip((days, hours), units, strict=True)
        for number, letter in re.findall(r"(\d+)([A-Z])", text)
    ]
    return joined(parts, "and")


def counted(number: int, noun: str) -> str:
    """`1 provision`, `3 provisions`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def component_list(model: Model) -> list[Component]:
    """The components in their order."""
    return sorted(model.components.values(), key=lambda each: (each.order, each.id))


def provisions_of(model: Model, component: str | None) -> list[Provision]:
    """The provisions of a component (of none, for None) in their order."""
    found = [each for each in model.provisions.values() if each.component == component]
    return sorted(found, key=lambda each: (each.order is None, each.order or 0, each.id))


@kept
def numbers(model: Model) -> Mapping[str, str]:
    """The number of each provision: `3.1` is the first of the third component, `F.1` frames them all.

    It is the author's `order` where the component's provisions all have one, else the place.
    """
    found = {
        key: number
        for component in component_list(model)
        for key, number in _numbered(str(component.order), provisions_of(model, component.id))
    }
    return found | dict(_numbered("F", provisions_of(model, None)))


def _numbered(prefix: str, provisions: list[Provision]) -> Iterator[tuple[str, str]]:
    orders = {each.order for each in provisions}
    given = None not in orders and len(orders) == len(provisions)
    for place, each in enumerate(provisions, 1):
        yield each.id, f"{prefix}.{each.order if given else place}"


NOBODY = "nobody named"
"""What somebody is called whom no text names."""


def name(model: Model, actor: str) -> str:
    """What an actor or body is called; the id where the model does not have it."""
    if actor == UNSPECIFIED:
        return NOBODY
    element = model.actors.get(actor) or model.bodies.get(actor)
    return element.title if element is not None else actor


def with_vetoes(model: Model, actor: str) -> str:
    """What an actor or body is called and, of a body, who can each keep it from acting."""
    body = model.bodies.get(actor)
    vetoes = f", which {names(model, body.veto)} can each keep from acting" if body and body.veto else ""
    return f"{name(model, actor)}{vetoes}"


def unnamed(document: str) -> str:
    """What is said of a document that the model does not hold: its id, or that it is withheld."""
    return "source withheld" if document == WITHHELD else document


def names(model: Model, actors: tuple[str, ...]) -> str:
    """Several names as a phrase."""
    return joined([name(model, actor) for actor in actors], "and")


def finder(model: Model, determination: Determination) -> str:
    """Who makes a finding, in words."""
    who = determination.body or determination.actor
    if who is not None:
        return name(model, who)
    return NOBODY if determination.by == "unspecified" else plain(determination.by)


def joined(parts: list[str], word: str) -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}" if parts else ""


def phrase(model: Model, condition: Condition | None, nested: bool = False) -> str:
    """A condition as a phrase, in the titles of what it reads."""
    match condition:
        case None:
            return ""
        case Not(condition=inner):
            return f"not ({phrase(model, inner)})"
        case All(conditions=inner):
            text = joined([phrase(model, each, True) for each in inner], "and")
        case Any_(conditions=inner):
            text = joined([phrase(model, each, True) for each in inner], "or")
        case AtLeast(count=count, conditions=inner):
            text = f"at least {count} of {joined([phrase(model, each, True) for each in inner], 'and')}"
        case _:
            return _leaf(model, condition)
    return f"({text})" if nested else text


def _leaf(model: Model, leaf: Leaf) -> str:
    match leaf:
        case str():
            fact = model.facts.get(leaf)
            return inside(model, fact.title) if fact is not None else leaf
        case Found(determination=key):
            found = model.determinations.get(key)
            return f"a finding {inside(model, found.title)}" if found is not None else key
        case Active(provision=key):
            return f"“{_title(model, key)}” is due"
        case Delivered(provision=key):
            return f"“{_title(model, key)}” is being honoured"
        case InState(provision=key, states=states):
            return f"“{_title(model, key)}” is {joined([state.lower() for state in states], 'or')}"
        case Reached(provision=key, states=states):
            return f"“{_title(model, key)}” has been {joined([state.lower() for state in states], 'or')}"


def _title(model: Model, provision: str) -> str:
    found = model.provisions.get(provision)
    return found.title if found is not None else provision
