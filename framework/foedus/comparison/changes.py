"""What differs between two models, element by element and field by field, in words with both places.

Elements are the same where section and id are the same, or where nothing but the id differs. What a
model only takes from the shared register is not its own, so that naming an actor adds no actor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from foedus.comparison.meaning import meaning
from foedus.comparison.renames import Renames, own, renames, swaps
from foedus.comparison.strength import strength
from foedus.comparison.values import in_words
from foedus.load import Project
from foedus.place import Route, Span
from foedus.schema import GATES, Element, Framework, latest
from foedus.schema.base import Noun
from foedus.standing import stated_on
from foedus.words import plain

Word: TypeAlias = Literal["added", "removed", "changed", "renamed", "same"]
"""What became of an element."""
Weight: TypeAlias = Literal["says", "rests", "shows"]
"""What a field is for: what the element says, on what that rests, or how it is shown."""

CALLED: dict[str, str] = {
    "framework": "framework",
    "provisions": "provision",
    "facts": "fact",
    "events": "event",
    "determinations": "finding",
    "bodies": "body",
    "instruments": "text",
    "actors": "actor",
    "targets": "outcome",
    "phases": "phase",
    "properties": "property",
    "components": "component",
    "readings": "reading",
    "scenarios": "scenario",
    "questions": "question",
    "sources": "source",
    "vocabularies": "vocabulary",
}
"""The sections in the order in which their changes are told, with what one element of each is called."""

_RESTS = frozenset({"summary", "note", "source", "claim"})
_SHOWS = frozenset({"label", "as_of", "extends", "order", "short", "views", "showcase"})
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
class FieldChange:
    """A field that differs: what it is called, both values in words, and where both are written.

    A field that is absent on one side is placed at its element. `strength` says what the change does to
    the strength of the promise, where that can be said.
    """

    key: str
    name: str
    before: str
    now: str
    weight: Weight = "says"
    strength: str = ""
    was_at: Span | None = field(default=None, compare=False)
    now_at: Span | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        """`verb: “will” → not stated`; the title that is no more, for the one that is stands above it."""
        if self.key == "title":
            return f"was {self.before}"
        return f"{self.name}: {self.before} → {self.now}" if self.before != self.now else self.name


@dataclass(frozen=True, slots=True)
class Change:
    """An element of one of two models, what became of it, and how.

    `was` is its id before (the same where it was not renamed); `was_at` and `now_at` are its places, one of
    them absent where it was added or removed.
    """

    section: str
    id: str
    was: str
    word: Word
    title: str
    component: str | None
    fields: tuple[FieldChange, ...]
    was_at: Span | None
    now_at: Span | None

    @property
    def said(self) -> tuple[FieldChange, ...]:
        """The fields in which it says something else."""
        return tuple(each for each in self.fields if each.weight == "says")

    @property
    def beside(self) -> bool:
        """True where only what it rests on, or how it is shown, differs."""
        return self.word == "changed" and not self.said

    @property
    def origin(self) -> Span:
        """Where it stands; where it stood, for what is no more."""
        place = self.now_at or self.was_at
        assert place is not None
        return place


def changes(before: Project, now: Project) -> tuple[Change, ...]:
    """Every element of both models, those that are the same too, in the order of sections and ids."""
    known = renames(before, now)
    return tuple(each for section in CALLED for each in _of_section(before, now, section, known))


class _Side(NamedTuple):
    """An element, or the framework, in one of the two models."""

    project: Project
    noun: Any

    def at(self, key: str) -> Span:
        """Where a field of it is written; where it begins, for a field that is absent."""
        return self.project.where(self.noun.at(key))


def _of_section(before: Project, now: Project, section: str, known: Renames) -> Iterator[Change]:
    old, new = _elements(before, section), _elements(now, section)
    earlier = {key: was for (place, was), key in known.items() if place == section}
    for key in sorted({*old, *new} - set(earlier.values())):
        was = earlier.get(key, key)
        one, other = old.get(was), new.get(key)
        fields: tuple[FieldChange, ...] = ()
        word: Word = "removed" if other is None else "added" if one is None else "same"
        if one is not None and other is not None and one != other:
            fields = tuple(_fields(_Side(before, one), _Side(now, other), swaps(one, known)))
            word = "changed" if fields else "renamed" if was != key else "same"
        shown: Any = other if other is not None else one
        yield Change(
            section, key, was, word, shown.title, getattr(shown, "component", None), fields,
            _place(before, one), _place(now, other),
        )  # fmt: skip


def _elements(project: Project, section: str) -> dict[str, Any]:
    """The elements of a section by id; the framework, which has none, as one of its own name."""
    if section == "framework":
        framework = project.model.framework
        return {section: framework} if framework is not None else {}
    return own(project, section)


def _place(project: Project, noun: Element | Framework | None) -> Span | None:
    return project.where(noun.at()) if noun is not None else None


def _fields(before: _Side, now: _Side, renamed: Mapping[Route, str]) -> Iterator[FieldChange]:
    """The fields that say something else, what matters most to a reader first."""
    fields = type(now.noun).model_fields
    for name in sorted(fields, key=lambda each: _FIRST.index(each) if each in _FIRST else len(_FIRST)):
        key = fields[name].alias or name
        one, other = getattr(before.noun, name), getattr(now.noun, name)
        if name != "id" and meaning(one, (key,), renamed) != meaning(other, (key,)):
            old, new = _apart(name, one, other, before, now)
            yield FieldChange(
                key=name,
                name=_LABELS.get(name, plain(key)),
                before=in_words(before.project, before.noun, name, old),
                now=in_words(now.project, now.noun, name, new),
                weight=_weight(name, one, other, before, now),
                strength=strength(now.noun.section, name, one, other),
                was_at=before.at(key),
                now_at=now.at(key),
            )


def _weight(name: str, one: object, other: object, before: _Side, now: _Side) -> Weight:
    """What a field is for; a provision that only follows the text of the whole system says the same."""
    if name in _RESTS:
        return "rests"
    frames = (before.project.model.framework, now.project.model.framework)
    main = [framework.instrument if framework else None for framework in frames]
    follows = name == "instrument" and now.noun.section == "provisions" and [one, other] == main
    shown = name in _SHOWS and (name, now.noun.section) != ("as_of", "framework")
    return "shows" if shown or (follows and None not in main) else "says"


def _apart(name: str, one: Any, other: Any, before: _Side, now: _Side) -> tuple[Any, Any]:
    """What differs of two values: of a history the word that holds, of lists and mappings the parts."""
    if name in ("status", "delivery"):
        held = [latest(value, stated_on(side.project.model)) for value, side in ((one, before), (other, now))]
        return (held[0], held[1]) if held[0] != held[1] else (one, other)
    if _is_listed(one) and _is_listed(other):
        return _without(one, other), _without(other, one)
    if isinstance(one, dict) and isinstance(other, dict):
        return _unlike(one, other), _unlike(other, one)
    return one, other


def _is_listed(value: Any) -> bool:
    """Whether a value is a list of blocks, which is too long to be told whole."""
    return isinstance(value, tuple) and all(isinstance(each, Noun) for each in value) and value != ()


def _without(value: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {meaning(each) for each in other}
    return tuple(each for each in value if meaning(each) not in known)


def _unlike(value: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    known = {(key, meaning(each)) for key, each in other.items()}
    return {key: each for key, each in value.items() if (key, meaning(each)) not in known}
