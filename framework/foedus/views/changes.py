"""What differs between two models, element by element and field by field, in words.

Elements are the same where section and id are the same: a new id is a new element, whatever its title.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedus.graph import Graph
from foedus.place import Span
from foedus.schema import GATES, UNSPECIFIED, Element, Model, latest
from foedus.schema.references import references
from foedus.words import joined, label, phrase, plain

Word: TypeAlias = Literal["added", "removed", "changed", "same"]
"""What became of an element."""

SECTIONS: dict[str, str] = {
    "provisions": "provision",
    "facts": "fact",
    "events": "event",
    "determinations": "finding",
    "bodies": "body",
    "instruments": "text",
    "actors": "actor",
    "targets": "outcome",
}
"""The sections that are compared, with what one element of each is called."""
_SOURCES = ("summary", "note", "source", "claim")
_BESIDE = frozenset((*_SOURCES, "label", "as_of", "extends", "order", "id"))
"""Fields that say where a statement is from, or how it is shown, and not what it says."""
_FIRST = ("title", "wording", "modality", "obligors", "beneficiary", "protects", "status", *GATES)
_LABELS = {
    "obligors": "owed by",
    "beneficiary": "owed to",
    "modality": "modelled as",
    "wording": "verb",
    "instrument": "text",
    "enters_when": "enters into force",
    "in_force_while": "in force while",
    "trigger": "triggered by",
    "requires": "due only if",
    "terminates_when": "ends when",
    "undeveloped": "content left open",
    "already_ongoing": "already under way",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs: what it is called, and both values in words, empty for what has parts."""

    name: str
    before: str
    now: str

    @property
    def words(self) -> str:
        """`verb: “will” → not stated`; the title that is no more, for the one that is stands above it."""
        if self.name == "title":
            return f"was {self.before}"
        return f"{self.name}: {self.before} → {self.now}" if self.before != self.now else self.name


@dataclass(frozen=True, slots=True)
class Difference:
    """An element of one of two models, what became of it, and how; `beside` where only its sources differ."""

    section: str
    id: str
    word: Word
    title: str
    component: str | None
    fields: tuple[Field, ...]
    beside: bool
    origin: Span


def differences(before: Graph, now: Graph) -> tuple[Difference, ...]:
    """Every element of the compared sections, in the order of sections and ids."""
    return tuple(found for section in SECTIONS for found in _of_section(before, now, section))


def _of_section(before: Graph, now: Graph, section: str) -> Iterator[Difference]:
    old, new = before.model.section(section), now.model.section(section)
    for key in sorted({*old, *new}):
        graph, element = (now, new[key]) if key in new else (before, old[key])
        word: Word = "removed" if key not in new else "added" if key not in old else "changed"
        fields: tuple[Field, ...] = ()
        beside = False
        if word == "changed":
            fields = tuple(_fields(before, now, old[key], new[key]))
            beside = not fields and any(
                getattr(old[key], each) != getattr(new[key], each) for each in _SOURCES
            )
            word = "changed" if fields or beside else "same"
        component = getattr(element, "component", None)
        origin = graph.project.where(element.route)
        yield Difference(section, key, word, element.title, component, fields, beside, origin)


def _fields(before: Graph, now: Graph, old: Element, new: Element) -> Iterator[Field]:
    for field in sorted(type(new).model_fields, key=_rank):
        one, other = getattr(old, field), getattr(new, field)
        if one != other and field not in _BESIDE and not _follows(before.model, now.model, field, one, other):
            before_words = _value(before, old, field, one)
            yield Field(_LABELS.get(field, plain(field)), before_words, _value(now, new, field, other))


def _rank(field: str) -> int:
    """What matters most to a reader first, the rest as the schema has it."""
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _follows(before: Model, now: Model, field: str, one: object, other: object) -> bool:
    """Whether a provision only follows the text on which the whole system rests."""
    main = [model.framework.instrument if model.framework else None for model in (before, now)]
    return field == "instrument" and None not in main and [one, other] == main


def _value(graph: Graph, element: Element, field: str, value: object) -> str:
    """A value in words; empty for what has parts of its own, of which only the name is told."""
    model = graph.model
    if field in GATES or field == "condition":
        return phrase(model, value) or "nothing"  # type: ignore[arg-type]  # the schema has checked its shape
    if field in ("status", "delivery"):
        value = latest(value, model.framework.as_of if model.framework else None)
    match value:
        case None | ():
            return "nobody" if field in ("obligors", "beneficiary", "protects") else "not stated"
        case bool():
            return "yes" if value else "no"
        case str():
            return _word(graph, element, field, value)
        case tuple() if all(isinstance(each, str) for each in value):
            return joined([_word(graph, element, field, each) for each in value], "and")
        case _:
            return ""


def _word(graph: Graph, element: Element, field: str, value: str) -> str:
    """A word of the schema as it is printed, a title or verb quoted, an id as the title of what it names."""
    if field in ("title", "wording"):
        return f"“{value if field == 'title' else label(graph.project, field, value)}”"
    if value == UNSPECIFIED:
        return "nobody named"
    for reference in references(element, ()):
        if reference.id == value and reference.route[0] == field:
            found = [graph.model.section(section).get(value) for section in reference.sections]
            return next((str(each.title) for each in found if each is not None), value)
    return plain(value)
