"""A picture's shape as JSON: what stands in it, before any layout, for other programs."""

import json

from foedus.views.played_shapes import AnyPicture
from foedus.writers.pictures.records import record

SCHEMA = "foedus-picture/1"


def write(picture: AnyPicture) -> str:
    """The picture as indented JSON with sorted keys, ending in a newline; places are `file:line:column`.

    The top level says `schema` (with its version) and `shape` ("diagram", "grid", "timeline" or "sequence").
    """
    content = {"schema": SCHEMA, "shape": type(picture).__name__.lower(), **record(picture)}
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"
