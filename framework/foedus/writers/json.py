"""A picture's shape as JSON: what stands in it, before any layout, for other programs."""

import json
from dataclasses import fields, is_dataclass

from foedus.place import Span
from foedus.views.played_shapes import AnyPicture

SCHEMA = "foedus-picture/1"


def write(picture: AnyPicture) -> str:
    """The picture as indented JSON with sorted keys, ending in a newline; places are `file:line:column`.

    The top level says `schema` (with its version) and `shape` ("diagram", "grid", "timeline" or "sequence").
    """
    content = {"schema": SCHEMA, "shape": type(picture).__name__.lower(), **_fields(picture)}
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def _fields(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return str(value)
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        # A lone surrogate is no text, and no file could hold it.
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
