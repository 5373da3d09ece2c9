"""A drawing as JSON: everything that stands on the page, with where it stands, for other painters.

Lengths are points from the top left corner, as in `Drawing`. What is listed later is laid over what is
listed before: frame, lanes, links, boxes, legend.
"""

import json

from foedus.layout.drawing import Drawing, Path, Rect, Words
from foedus.writers.pictures.records import record

SCHEMA = "foedus-scene/1"
_FORMS: dict[type, str] = {Rect: "rect", Path: "path", Words: "words"}


def write(drawing: Drawing) -> str:
    """The drawing as JSON with sorted keys that ends in a newline.

    The top level says `schema` (with its version); each item says its `form`: "rect", "path" or "words".
    """
    content = {"schema": SCHEMA, **record(drawing, _FORMS)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n"
