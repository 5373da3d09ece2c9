"""A check that is not made twice: the answer for the same texts, day and Foedus is kept in the user's cache.

What is kept is JSON, and is read back as findings or not at all: an entry that is damaged is computed again,
and one that somebody planted can be believed wrongly but runs nothing. All that a check depends on goes into
the name of its entry, so an answer that is found is the answer that a cold check gives.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from foedus.cache import keep, recalled
from foedus.checking import examine
from foedus.load import Texts, project_of
from foedus.waivers import Weighed

_WEIGHED = TypeAdapter(Weighed)
_SHAPED_BY = ("foedus", "pydantic", "pydantic_core", "yaml")
"""The packages whose code an answer depends on."""


def examined(texts: Texts, reading: str | None, *, strict: bool, today: date) -> Weighed:
    """As `examine` of the model in these texts, under a reading where one is named.

    Raises `Stop` where the model has no such reading.
    """
    name = f"check-{_key(texts, reading, strict, today)}.json"
    known = recalled(name)
    if known is not None:
        try:
            return _WEIGHED.validate_json(known)
        except ValidationError:  # damaged: computed again, and written over
            pass
    found = anew(texts, reading, strict=strict, today=today)
    keep(name, _WEIGHED.dump_json(found))
    return found


def anew(texts: Texts, reading: str | None, *, strict: bool, today: date) -> Weighed:
    """The same, whatever is kept."""
    project = project_of(texts)
    return examine(project.read_as(reading) if reading is not None else project, strict=strict, today=today)


def _key(texts: Texts, reading: str | None, strict: bool, today: date) -> str:
    """A hash of all that an answer depends on; each part is told from the next by its length."""
    digest = sha256()
    for part in (_code(), repr((texts.name, texts.limits, reading, strict, today)), *_said(texts)):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def _said(texts: Texts) -> Iterator[str]:
    for files in (texts.files, texts.register):
        for document, refused in files:
            yield from (document.name, document.text) if document is not None else ()
            yield repr(refused)


@cache
def _code() -> str:
    """What tells one Foedus, and what it reads with, from another: files, by their time and size."""
    places = [Path(spec.origin) for each in _SHAPED_BY if (spec := find_spec(each)) and spec.origin]
    own = places[0].parent
    files = (*sorted(own.rglob("*.py")), *places[1:])
    return repr([(str(path), (found := path.stat()).st_mtime_ns, found.st_size) for path in files])
