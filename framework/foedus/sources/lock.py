"""What copies looked like when they were read: a fingerprint of each, and of each place that is cited.

The file holds no words of any text, so it can be committed beside the model; whoever has another copy, or
a later version, sees which statements rest on a place that differs.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from foedus.errors import Stop
from foedus.sources.citations import Citation
from foedus.sources.copies import Copy
from foedus.sources.folding import fold
from foedus.sources.passages import locators, passage

LOCK = "sources.lock"
"""The name of the file in the model's folder."""
_SCHEMA = "foedus-sources/1"


@dataclass(frozen=True, slots=True)
class Locked:
    """The fingerprint of a whole copy, and of its places by locator; both of the folded text."""

    whole: str
    places: Mapping[str, str]


Lock = Mapping[str, Locked]
"""What was locked, by document."""


def locked(citations: Iterable[Citation], copies: Mapping[str, Copy], before: Lock) -> dict[str, Locked]:
    """The lock of what is there now; what was locked `before` and has no copy here is kept."""
    places: dict[str, dict[str, str]] = {doc: {} for doc in copies}
    for each in citations:
        doc, at = each.source.doc, each.source.at
        if doc in copies and at is not None and (mark := place_mark(copies[doc], at)) is not None:
            places[doc][at] = mark
    now = {doc: Locked(whole_mark(copy), places[doc]) for doc, copy in copies.items()}
    return {**before, **now}


def whole_mark(copy: Copy) -> str:
    """The fingerprint of a copy."""
    return _mark(copy.folded.text)


def place_mark(copy: Copy, at: str) -> str | None:
    """The fingerprint of the places that a locator names; None where one of them is not there."""
    text = copy.document.text
    found = [passage(text, locator) for locator in locators(at)]
    if not found or None in found:
        return None
    return _mark("\n".join(fold(text[each.start : each.end]).text for each in found if each is not None))


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def to_json(lock: Lock) -> str:
    """A lock as a file."""
    documents = {
        doc: {"sha256": each.whole, "places": dict(sorted(each.places.items()))}
        for doc, each in sorted(lock.items())
    }
    return json.dumps({"schema": _SCHEMA, "documents": documents}, indent=1, ensure_ascii=False) + "\n"


def read_lock(path: Path) -> dict[str, Locked]:
    """The lock in a file; empty where there is none. Raises `Stop` where it cannot be understood."""
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != _SCHEMA:
            raise ValueError(data["schema"])
        return {
            str(doc): Locked(str(each["sha256"]), {str(at): str(mark) for at, mark in each["places"].items()})
            for doc, each in data["documents"].items()
        }
    except OSError as error:
        raise Stop(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Stop(f"{path}: is no lock of sources; remove it, and write it again by `--lock`") from None
