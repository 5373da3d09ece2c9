"""What a value says, so that two ways of writing the same are equal.

Lists stand for sets wherever their order says nothing; a list of one is its item; dated words stand in
order of their days; a dated word without a day or a source is the bare word.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from foedus.place import Route
from foedus.schema import All, Any_, Dated

_ORDERED = frozenset({"steps", "showcase"})
"""The lists whose order says something."""
NO_SWAPS: Mapping[Route, str] = {}


def meaning(value: Any, route: Route = (), swaps: Mapping[Route, str] = NO_SWAPS) -> Hashable:
    """What a value that stands at a route says, as something that can be compared.

    `swaps` gives, by route, the ids to be read in place of those that are written.
    """
    match value:
        case All(conditions=(only,)):
            return meaning(only, (*route, "all", 0), swaps)
        case Any_(conditions=(only,)):
            return meaning(only, (*route, "any", 0), swaps)
        case Dated() if _is_bare(value):
            return meaning(value.value)
        case BaseModel():
            fields = type(value).model_fields.items()
            said = ((name, (*route, field.alias or name)) for name, field in fields)
            return (
                type(value).__name__,
                *((name, meaning(getattr(value, name), at, swaps)) for name, at in said),
            )
        case dict():
            return tuple(sorted((_entry(key, value[key], route, swaps) for key in value), key=repr))
        case tuple():
            return _items(value, route, swaps)
        case str():
            return swaps.get(route, value)
        case _:
            return (type(value).__name__, value)  # so that true is not 1


def _is_bare(dated: Dated[Any]) -> bool:
    return all(getattr(dated, name) is None for name in type(dated).model_fields if name != "value")


def _entry(key: str, value: Any, route: Route, swaps: Mapping[Route, str]) -> tuple[Hashable, Hashable]:
    here = (*route, key)
    if here in swaps:  # the key is the id, and a word below it is none
        return swaps[here], meaning(value)
    return key, meaning(value, here, swaps)


def _items(value: tuple[Any, ...], route: Route, swaps: Mapping[Route, str]) -> Hashable:
    found = [meaning(item, (*route, place), swaps) for place, item in enumerate(value)]
    if value and all(_is_dated(item) for item in value):
        days = [_day(item) for item in value]
        found = [each for _, each in sorted(zip(days, found, strict=True), key=lambda pair: pair[0])]
    elif not (route and route[-1] in _ORDERED):
        found.sort(key=repr)
    return found[0] if len(found) == 1 else tuple(found)


def _is_dated(item: Any) -> bool:
    return isinstance(item, Dated) or (isinstance(item, dict) and "is" in item)


def _day(item: Any) -> str:
    """The day of a dated word as text; undated ones come before all others."""
    on = item.on if isinstance(item, Dated) else item.get("on")
    return on.isoformat() if isinstance(on, date) else str(on or "")
