"""What belongs at a place of a model, read off the types of the schema, as a hint says it."""

from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from foedus.place import Route
from foedus.schema import Model
from foedus.schema.conditions import TAGS
from foedus.schema.references import nouns_in, sections_at

MOST = 15
"""So many words of a closed list are told in one line; a longer list is said to be one."""

CONDITION = f"the id of a fact, or a mapping with one of {', '.join(f'`{tag}`' for tag in TAGS)}"
"""What a condition is."""


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


def keys_like(key: str, known: set[str]) -> str:
    """The known keys for somebody who wrote another; of many, those spelt most like it, and where all are."""
    if len(known) <= MOST:
        return f"known keys are {', '.join(sorted(known))}"
    like = get_close_matches(key, sorted(known), n=MOST, cutoff=0)
    rest = f"`framework/docs/fields.md` lists these and {len(known) - MOST} more"
    return f"the keys spelt most like it are {', '.join(sorted(like))}; {rest}"


def one_of(words: tuple[str, ...]) -> str:
    """Which words may be written, where these are a closed list."""
    which = "one of" if len(words) <= MOST else f"one of the {len(words)} words of the language reference:"
    return f"{which} {', '.join(f'`{word}`' for word in words)}"


def to_add(route: Route, key: str) -> str:
    """How a key that is missing from the mapping at a route is added: with the words that it may hold."""
    words = {word: None for noun in nouns_at(route) for word in _words(_field(noun, key))}
    return f"add `{key}:` with {one_of(tuple(words))}" if words else f"add `{key}:`"


def as_list(route: Route) -> str:
    """How the list at a route is written: with the ids, words or mappings that it holds."""
    around, name = nouns_at(route[:-1]), str(route[-1])
    lists = [field for noun in around for key, field in noun.model_fields.items() if key == name]
    sections = dict.fromkeys(section for noun in around for section in sections_at(noun, name))
    words = tuple(word for field in lists for word in _words(next(iter(get_args(field.annotation)), None)))
    inner = {noun for each in around for noun in nouns_in(each, name)}
    told = f"write `{name}: [{_entries(inner) or '..'}]`"
    if sections:
        told += f" with ids from {' or '.join(f'`{each}`' for each in sections)}"
    elif words:
        told += f" with {one_of(words)}"
    return told if any(field.is_required() for field in lists) else f"{told}, or remove it"


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
        return f"write {CONDITION}"
    if entries := _entries(inner):
        return f"write `{entries}`" if item else f"write `{name}: {entries}`"
    if any(get_args(_field(noun, name))[1:] == (bool,) for noun in around):
        return f"write `{name}: {{ID: true}}`, with an id for ID"
    return "write `key: value` entries"


def _entries(nouns: set[type[BaseModel]]) -> str:
    """The mapping that one of these nouns is, with the keys that it must have; empty where it needs none."""
    ordered = sorted(nouns, key=lambda noun: noun.__name__)
    fields = [pair for noun in ordered for pair in noun.model_fields.items() if pair[1].is_required()]
    keys = [field.alias or name for name, field in fields if name != "id"]
    return f"{{{', '.join(f'{key}: ..' for key in keys)}}}" if keys else ""


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
