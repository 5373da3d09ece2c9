"""Which ids an element refers to: read off the types of its fields, so there is one list only."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from foedus.place import Route
from foedus.schema.base import UNSPECIFIED, Refers


class Reference(NamedTuple):
    """An id that stands at `route`, and the sections in which it may be declared (any, if empty)."""

    id: str
    sections: tuple[str, ...]
    route: Route


class _Marks(NamedTuple):
    """What texts in a field mean: the sections that values and keys refer to, and words that are no ids."""

    value: tuple[str, ...] | None
    key: tuple[str, ...] | None
    reserved: frozenset[str]


def references(noun: BaseModel, route: Route) -> tuple[Reference, ...]:
    """Every reference in a noun that stands at `route`, in field order."""
    found: list[Reference] = []
    _walk_fields(noun, route, found)
    return tuple(found)


def _walk_fields(noun: BaseModel, route: Route, found: list[Reference]) -> None:
    for name, key, marks in _fields(type(noun)):
        value = getattr(noun, name)
        if value or value == "":
            _walk(value, marks, (*route, key), found)


def _walk(value: Any, marks: _Marks, route: Route, found: list[Reference]) -> None:
    match value:
        case str():
            if marks.value is not None and value not in marks.reserved:
                found.append(Reference(value, marks.value, route))
        case BaseModel():
            _walk_fields(value, route, found)
        case tuple():
            for place, item in enumerate(value):
                _walk(item, marks, (*route, place), found)
        case dict():
            for key, item in value.items():
                if marks.key is not None:
                    found.append(Reference(key, marks.key, (*route, key)))
                _walk(item, marks, (*route, key), found)


@cache
def _fields(noun: type[BaseModel]) -> tuple[tuple[str, str, _Marks], ...]:
    """The fields of a noun that can hold references, with their keys as written."""
    found = []
    for name, field in noun.model_fields.items():
        parts = list(_parts(field.annotation))
        own = next((extra for extra in field.metadata if isinstance(extra, Refers)), None)
        values = [own] if own else [part for part in parts if isinstance(part, Refers)]
        keys = [part.refers for part in parts if isinstance(part, _Key)]
        words = frozenset(part for part in parts if isinstance(part, str)) | {UNSPECIFIED}
        if values or keys or any(isinstance(part, type) for part in parts):
            marks = _Marks(values[0].sections if values else None, keys[0].sections if keys else None, words)
            found.append((name, field.alias or name, marks))
    return tuple(found)


class _Key(NamedTuple):
    refers: Refers


def _parts(annotation: Any) -> Iterator[Any]:
    """The marks, reserved words and nouns that an annotation holds, nouns not opened."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, TypeAliasType):
        yield from _parts(annotation.__value__)
    elif isinstance(origin, TypeAliasType):
        yield from _parts(origin.__value__)
    elif origin is Literal:
        yield from (word for word in arguments if isinstance(word, str))
    elif origin is dict:
        yield from (_Key(part) for part in _parts(arguments[0]) if isinstance(part, Refers))
        yield from _parts(arguments[1])
    elif origin is Annotated:
        yield from (extra for extra in arguments[1:] if isinstance(extra, Refers))
        yield from _parts(arguments[0])
    elif arguments:
        for argument in arguments:
            yield from _parts(argument)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def holds_words(noun: type[BaseModel], key: str) -> bool:
    """True where the texts under a key are ids or words of the language, not texts for readers."""
    return any(
        isinstance(part, Refers | str)
        for name, field in noun.model_fields.items()
        if key == (field.alias or name)
        for part in _parts(field.annotation)
    )


def sections_at(noun: type[BaseModel], key: str) -> tuple[str, ...]:
    """The sections of which ids stand under a key; none where it holds no ids, or those of any section."""
    return next((marks.value or () for _, field, marks in _fields(noun) if field == key), ())


def nouns_in(noun: type[BaseModel], key: str) -> tuple[type[BaseModel], ...]:
    """The nouns that may stand under a key of another noun."""
    for name, field in noun.model_fields.items():
        if key == (field.alias or name):
            return tuple(part for part in _parts(field.annotation) if isinstance(part, type))
    return ()
