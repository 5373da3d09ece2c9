"""A check that is not made twice: the answer for the same texts, day and Foedus is kept in the user's cache.

What is kept is JSON, and is read back as findings or not at all: an entry that is damaged is computed again,
and one that somebody planted can be believed wrongly but runs nothing. All that a check depends on goes into
the name of its entry, so an answer that is found is the answer that a cold check gives. An answer that is
found needs neither the schema nor the rules, so they are imported only where a check is made.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from foedus.cache import keep, recalled
from foedus.files import Texts
from foedus.finding import Finding, Fix, Related, Severity, Waived, Waiver, Weighed
from foedus.page import Page
from foedus.place import Span

_SHAPED_BY = ("foedus", "pydantic", "pydantic_core", "yaml")
"""The packages whose code an answer depends on."""


def examined(texts: Texts, reading: str | None, *, strict: bool, today: date) -> Weighed:
    """As `examine` of the model in these texts, under a reading where one is named.

    Raises `Stop` where the model has no such reading.
    """
    name = _name("check", repr((texts.name, texts.limits, reading, strict, today)), *_said(texts))
    known = _recalled(name, _weighed)
    if known is not None:
        return known
    found = anew(texts, reading, strict=strict, today=today)
    keep(name, json.dumps(asdict(found), default=str).encode())
    return found


def anew(texts: Texts, reading: str | None, *, strict: bool, today: date) -> Weighed:
    """The same, whatever is kept."""
    from foedus.checking import examine
    from foedus.load import project_of

    project = project_of(texts)
    return examine(project.read_as(reading) if reading is not None else project, strict=strict, today=today)


def pages(*, cached: bool) -> dict[str, Page]:
    """The page of every rule by its code; those of the last time only where `cached` says so."""
    if not cached:
        return _pages()
    name = _name("pages")
    known = _recalled(name, lambda said: {each["code"]: _page(each) for each in said})
    if known is not None:
        return known
    found = _pages()
    keep(name, json.dumps([asdict(each) for each in found.values()]).encode())
    return found


def _pages() -> dict[str, Page]:
    from foedus.rules import RULES
    from foedus.rules.page import page

    return {rule.CODE: page(rule) for rule in RULES}


Kept = TypeVar("Kept")


def _recalled(name: str, read: Callable[[Any], Kept]) -> Kept | None:
    """What is kept under a name; None where nothing is, or nothing that can be read back."""
    known = recalled(name)
    try:
        return read(json.loads(known)) if known is not None else None
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _weighed(said: dict[str, Any]) -> Weighed:
    """What `asdict` was given, and the same for all below."""
    waived = (Waived(_finding(each["finding"]), _waiver(each["waiver"])) for each in said["waived"])
    return Weighed(tuple(map(_finding, said["findings"])), tuple(waived))


def _finding(said: dict[str, Any]) -> Finding:
    related = tuple(Related(Span(**each["span"]), each["message"]) for each in said["related"])
    fix = Fix(**(said["fix"] | {"span": Span(**said["fix"]["span"])})) if said["fix"] is not None else None
    parts = {"severity": Severity(said["severity"]), "span": Span(**said["span"])}
    return Finding(**(said | parts | {"related": related, "fix": fix}))


def _waiver(said: dict[str, Any]) -> Waiver:
    until = date.fromisoformat(said["until"]) if said["until"] is not None else None
    return Waiver(**(said | {"span": Span(**said["span"]), "until": until}))


def _page(said: dict[str, Any]) -> Page:
    return Page(**(said | {name: Severity(said[name]) for name in ("severity", "strict")}))


def _name(kind: str, *parts: str) -> str:
    """A kind and a hash of all that an answer depends on; each part is told from the next by its length."""
    digest = sha256()
    for part in (_code(), *parts):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return f"{kind}-{digest.hexdigest()}.json"


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
