"""What differs between two models, element by element and field by field, in words with both places.

Elements are the same where section and id are the same, or where nothing but the id differs. What a
model only takes from the shared register is not its own, so that naming an actor adds no actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from foedus.comparison.meaning import meaning
from foedus.comparison.renames import Renames, own, renames, swaps
from foedus.comparison.strength import strength
from foedus.comparison.values import in_words
from foedus.load import Project
from foedus.place import Span
from foedus.schema import GATES, Element, Framework, latest
from foedus.schema.base import Noun
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


def _of_section(before: Project, now: Project, section: str, known: Renames) -> Iterator[Change]:
    old, new = _elements(before, section), _elements(now, section)
    earlier = {key: was for (place, was), key in known.items() if place == section}
    for key in sorted({*old, *new} - set(earlier.values())):
        was = earlier.get(key, key)
        one, other = old.get(was), new.get(key)
        fields: tuple[FieldChange, ...] = ()
        word: Word = "removed" if other is None else "added" if one is None else "same"
        if one is not None and other is not None:
            fields = tuple(_fields(before, now, one, other, swaps(one, known)))
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


def _fields(before: Project, now: Project, old: Any, new: Any, renamed: Any) -> Iterator[FieldChange]:
    """The fields that say something else, what matters most to a reader first."""
    if old == new:
        return
    names = [name for name in type(new).model_fields if name != "id"]
    for name in sorted(names, key=lambda each: _FIRST.index(each) if each in _FIRST else len(_FIRST)):
        key = type(new).model_fields[name].alias or name
        one, other = getattr(old, name), getattr(new, name)
        if one != other and meaning(one, (key,), renamed) != meaning(other, (key,)):
            weight = _weight(before, now, name, one, other)
            said = strength(new.section, name, one, other)
            label = _LABELS.get(name, plain(key))
            for each in _parts(before, now, old, new, name, label, one, other):
                yield replace(
                    each, key=name, weight=weight, strength=said,
                    was_at=before.where(old.at(key)), now_at=now.where(new.at(key)),
                )  # fmt: skip


def _weight(before: Project, now: Project, name: str, one: object, other: object) -> Weight:
    """What a field is for; a provision that only follows the text of the whole system says the same."""
    frames = (before.model.framework, now.model.framework)
    main = [framework.instrument if framework else None for framework in frames]
    follows = name == "instrument" and None not in main and [one, other] == main
    return "rests" if name in _RESTS else "shows" if name in _SHOWS or follows else "says"


def _parts(
    before: Project, now: Project, old: Any, new: Any, name: str, label: str, one: Any, other: Any
) -> Iterator[FieldChange]:
    """The change of a field: of what is in a list or mapping of blocks, only the parts that differ."""
    if name in ("status", "delivery"):
        days = [
            project.model.framework.as_of if project.model.framework else None for project in (before, now)
        ]
        current = latest(one, days[0]), latest(other, days[1])
        one, other = current if current[0] != current[1] else (one, other)
    elif _is_listed(one) and _is_listed(other):
        one, other = _without(one, other), _without(other, one)
    elif isinstance(one, dict) and isinstance(other, dict):
        one, other = (
            {key: side[key] for key in side if key not in rest or meaning(side[key]) != meaning(rest[key])}
            for side, rest in ((one, other), (other, one))
        )
    yield FieldChange(name, label, in_words(before, old, name, one), in_words(now, new, name, other))


def _is_listed(value: Any) -> bool:
    """Whether a value is a list of blocks, which is too long to be told whole."""
    return isinstance(value, tuple) and all(isinstance(each, Noun) for each in value) and value != ()


def _without(value: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {meaning(each) for each in other}
    return tuple(each for each in value if meaning(each) not in known)
