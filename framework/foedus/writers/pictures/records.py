"""Our frozen shapes as what JSON can hold, for the writers of JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from foedus.place import Span


def record(value: object, forms: Mapping[type, str] | None = None) -> dict[str, object]:
    """A dataclass by its fields, all the way down; those that `forms` knows say their `form` too.

    Places become `file:line:column`, numbers have three decimals at most.
    """
    assert is_dataclass(value)
    form = {"form": forms[type(value)]} if forms and type(value) in forms else {}
    return form | {field.name: _plain(getattr(value, field.name), forms) for field in fields(value)}


def _plain(value: object, forms: Mapping[type, str] | None) -> object:
    match value:
        case Span():
            return str(value)
        case str():
            # A lone surrogate is no text, and no file could hold it.
            return value.encode("utf-8", "replace").decode("utf-8")
        case float():
            return round(value, 3) + 0.0  # plus nothing: no minus zero
        case tuple():
            return [_plain(each, forms) for each in value]
        case _ if is_dataclass(value):
            return record(value, forms)
        case _:
            return value
