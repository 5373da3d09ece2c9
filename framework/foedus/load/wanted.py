"""What belongs at a place of a model, read off the types of the schema, as a hint says it."""

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from foedus.place import Route
from foedus.schema import Model
from foedus.schema.conditions import TAGS
from foedus.schema.references import nouns_in

MOST = 15
"""So many words of a closed list are told in one line; a longer list is said to be one."""


def nouns_at(route: Route) -> set[type[BaseModel]]:
    """What the mapping at a route may be."""
    nouns: set[type[BaseModel]] = {Model}
    for place, step in enumerate(route):
        inner = {noun for each in nouns for noun in nouns_in(each, str(step))}
        if inner and (place != 1 or route[0] == "framework"):
            nouns = inner
    return nouns


def keys_at(route: Route) -> set[str]:
    """The keys that may stand in the mapping at a route."""
    keys = {field.alias or name for noun in nouns_at(route) for name, field in noun.model_fields.items()}
    return keys - {"id"}


def one_of(words: tuple[str, ...]) -> str:
    """Which words may be written, where these are a closed list."""
    which = "one of" if len(words) <= MOST else f"one of the {len(words)} words of the language reference:"
    return f"{which} {', '.join(f'`{word}`' for word in words)}"


def to_add(route: Route, key: str) -> str:
    """How a key that is missing from the mapping at a route is added: with the words that it may hold."""
    words = {word: None for noun in nouns_at(route) for word in _words(_field(noun, key))}
    return f"add `{key}:` with {one_of(tuple(words))}" if words else f"add `{key}:`"


def mapping(route: Route) -> str:
    """How the mapping at a route is written: with the keys that it must have."""
    name = str(route[-1]) if route else ""
    if name == "members":
        return "write `{closed: [..]}`, `{open: [..]}`, or the word `open` or `undefined`"
    around = nouns_at(route[:-1])
    item = isinstance(route[-1], int) if route else False
    own = item or len(route) == 2
    inner = nouns_at(route) if own else {noun for each in around for noun in nouns_in(each, name)}
    if len(inner) > 1:
        return f"write the id of a fact, or a mapping with one of {', '.join(f'`{tag}`' for tag in TAGS)}"
    needed = [key for noun in inner for key, field in noun.model_fields.items() if field.is_required()]
    if keys := [key for key in needed if key != "id"]:
        entries = f"{{{', '.join(f'{key}: ..' for key in keys)}}}"
        return f"write `{entries}`" if item else f"write `{name}: {entries}`"
    if any(get_args(_field(noun, name))[1:] == (bool,) for noun in around):
        return f"write `{name}: {{ID: true}}`, with an id for ID"
    return "write `key: value` entries"


def _field(noun: type[BaseModel], key: str) -> Any:
    """The type of what stands under a key of a noun."""
    found = (field.annotation for name, field in noun.model_fields.items() if key == (field.alias or name))
    return next(found, None)


def _words(annotation: Any) -> tuple[str, ...]:
    """The words of a closed list, as YAML writes them; none of any other type."""
    if isinstance(annotation, TypeAliasType):
        return _words(annotation.__value__)
    if get_origin(annotation) is not Literal:
        return ()
    return tuple(str(word).lower() if isinstance(word, bool) else word for word in get_args(annotation))
