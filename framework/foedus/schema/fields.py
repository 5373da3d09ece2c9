"""The nouns described: every section with its fields, what each holds and what it means."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from foedus.schema.actors import ClosedMembers, OpenMembers
from foedus.schema.base import Claim, Dated, Day, Duration, Element, History, Quote, Refers, Source, Waive
from foedus.schema.conditions import Condition
from foedus.schema.docs import field_docs
from foedus.schema.instruments import Exit, Term
from foedus.schema.model import BottomLine, Framework, Model, ViewTitle
from foedus.schema.provisions import Scope
from foedus.schema.registers import Word
from foedus.schema.scenarios import Act, Answer, Assumptions, Departure, Expectation, Quantity, Step
from foedus.schema.vocabulary import VOCABULARIES
from foedus.schema.world import LeadsTo


class Field(NamedTuple):
    """A key, what it holds in words, what it means, and whether it must be there."""

    key: str
    kind: str
    about: str
    required: bool


class Section(NamedTuple):
    """A top-level key, or a block that stands inside fields."""

    key: str
    about: str
    fields: tuple[Field, ...]


_BLOCKS: dict[str, type[BaseModel]] = {
    "source": Source,
    "claim": Claim,
    "waive": Waive,
    "dated word": Dated,
    "scope": Scope,
    "term": Term,
    "exit": Exit,
    "members (closed)": ClosedMembers,
    "members (open)": OpenMembers,
    "leads to": LeadsTo,
    "step": Step,
    "act": Act,
    "departure": Departure,
    "assumptions": Assumptions,
    "expectation": Expectation,
    "answer": Answer,
    "quantity": Quantity,
    "word": Word,
    "bottom line": BottomLine,
    "title of a view": ViewTitle,
}


def sections() -> tuple[Section, ...]:
    """What every element has, the top-level keys in order, then the blocks that fields hold."""
    tops = [
        Section("every element", _about(Element), tuple(_fields(Element))),
        Section("framework", _about(Framework), tuple(_fields(Framework))),
    ]
    for name, field in Model.model_fields.items():
        nouns = [
            part
            for part in get_args(field.annotation)
            if isinstance(part, type) and issubclass(part, BaseModel)
        ]
        tops += [Section(name, _about(noun), tuple(_fields(noun))) for noun in nouns if name != "framework"]
    return (*tops, *(Section(name, _about(noun), tuple(_fields(noun))) for name, noun in _BLOCKS.items()))


def _about(noun: type[BaseModel]) -> str:
    return (noun.__doc__ or "").strip()


def _fields(noun: type[BaseModel]) -> Iterator[Field]:
    """The fields of a noun, those that must be there first; what every element has is said once."""
    shared = Element.model_fields if issubclass(noun, Element) and noun is not Element else {"id": None}
    own = [(name, field) for name, field in noun.model_fields.items() if name not in shared]
    for name, field in sorted(own, key=lambda each: not each[1].is_required()):
        extras = [extra for extra in field.metadata if isinstance(extra, Refers)]
        kind = _refers(extras[0]) if extras else _kind(field.annotation)
        yield Field(field.alias or name, kind, field_docs(noun).get(name, ""), field.is_required())


_SIMPLE: dict[Any, str] = {
    str: "text", int: "whole number", float: "number", bool: "true or false", date: "day", Any: "anything",
}  # fmt: skip


def _kind(annotation: Any) -> str:
    """What a value of this type is, in words."""
    for known, word in ((Day, "day"), (Duration, "duration"), (Quote, "quote"), (Condition, "condition")):
        if annotation is known or annotation == known:
            return word
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, TypeAliasType):
        return _kind(annotation.__value__)
    if origin is History:
        return f"{_kind(arguments[0])}, bare, [dated](#dated-word), or a list of dated words"
    if origin is Literal:
        return _words(annotation)
    if origin is Annotated:
        extras = [extra for extra in arguments[1:] if isinstance(extra, Refers)]
        return _refers(extras[0]) if extras else _kind(arguments[0])
    if origin is tuple:
        return f"list of {_kind(arguments[0])}".replace("list of id ", "list of ids ").replace(
            "text", "texts"
        )
    if origin is dict:
        return f"mapping of {_kind(arguments[0])} to {_kind(arguments[1])}"
    if arguments:
        kinds = dict.fromkeys(_kind(part) for part in arguments if part is not type(None))
        return " or ".join(kinds)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _block(annotation)
    return _SIMPLE.get(annotation, str(annotation))


def _refers(refers: Refers) -> str:
    if not refers.sections:
        return "id of any element"
    return f"id from {' or '.join(f'`{section}`' for section in refers.sections)}"


def _block(noun: type[BaseModel]) -> str:
    name = next((name for name, known in _BLOCKS.items() if issubclass(noun, known)), noun.__name__)
    return f"[{name}](#{name.replace(' ', '-').replace('(', '').replace(')', '')})"


def _words(annotation: Any) -> str:
    for name, known in VOCABULARIES.items():
        if annotation == known:
            return f"[{name}](words.md#{name})"
    return " or ".join(
        f"`{str(word).lower() if isinstance(word, bool) else word}`" for word in get_args(annotation)
    )
