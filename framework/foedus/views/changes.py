"""What differs between two models, element by element and field by field, in words.

Elements are the same where section and id are the same: a new id is a new element, whatever its title.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedus.graph import Graph
from foedus.place import Span
from foedus.schema import GATES, Element, Model, latest
from foedus.words import label, name, names, phrase, plain

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
_BESIDE = frozenset({"summary", "note", "source", "claim", "label", "as_of", "extends", "order", "id"})
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
_VOCABULARIES = {"kind": "provision-kind", "wording": "wording", "status": "provision-status"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs: what it is called, and both values in words (empty where only the name is told)."""

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
            beside = not fields and old[key] != new[key]
            word = "changed" if fields or beside else "same"
        component = getattr(element, "component", None)
        origin = graph.project.where(element.route)
        yield Difference(section, key, word, element.title, component, fields, beside, origin)


def _fields(before: Graph, now: Graph, old: Element, new: Element) -> Iterator[Field]:
    for field in sorted(type(new).model_fields, key=_rank):
        one, other = getattr(old, field), getattr(new, field)
        if one != other and field not in _BESIDE and not _follows(before.model, now.model, field, one, other):
            said = [_value(graph, new.section, field, value) for graph, value in ((before, one), (now, other))]
            yield Field(_LABELS.get(field, plain(field)), *said)


def _rank(field: str) -> int:
    """What matters most to a reader first, the rest as the schema has it."""
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _follows(before: Model, now: Model, field: str, one: object, other: object) -> bool:
    """Whether a provision only follows the text on which the whole system rests."""
    main = [model.framework.instrument if model.framework else None for model in (before, now)]
    return field == "instrument" and None not in main and [one, other] == main


def _value(graph: Graph, section: str, field: str, value: object) -> str:
    """A value in words; empty for what has parts of its own, of which only the name is told."""
    model = graph.model
    if field in GATES or field == "condition":
        return phrase(model, value) or "nothing"  # type: ignore[arg-type]  # the schema has checked its shape
    if field in ("status", "delivery"):
        value = latest(value, model.framework.as_of if model.framework else None)
        words = _VOCABULARIES["status"] if section == "provisions" else "instrument-status"
        return label(graph.project, words, value) if isinstance(value, str) else "not stated"
    match value:
        case None | ():
            return "nobody" if field in ("obligors", "beneficiary", "protects") else "not stated"
        case bool():
            return "yes" if value else "no"
        case str():
            return _named(graph, field, value)
        case tuple() if all(isinstance(each, str) for each in value):
            return names(model, value) if field not in ("functions", "bindingness") else _listed(value)
        case _:
            return ""


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(plain(word) for word in words)


def _named(graph: Graph, field: str, value: str) -> str:
    model = graph.model
    if field == "title":
        return f"“{value}”"
    if field == "wording":
        return f"“{label(graph.project, 'wording', value)}”"
    for section in ("instruments", "provisions", "components", "facts"):
        if field in ("instrument", "part_of", "on_breach", "component", "of") and value in model.section(section):
            return str(model.section(section)[value].title)
    return name(model, value) if field in ("lead", "owner", "body", "actor") else plain(value)
