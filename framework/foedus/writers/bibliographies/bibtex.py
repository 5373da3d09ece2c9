"""BibTeX: an entry a document, with its id as the key; names of publishers stay whole."""

import re
from collections.abc import Iterator

from foedus.schema import SourceDocument
from foedus.writers.bibliographies.entry import remark

_MARKUP = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
"""A brace that stands for itself is a command, because BibTeX counts braces before it looks for `\\`."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(documents: tuple[SourceDocument, ...]) -> str:
    """The entries in order; all are `@misc`, which every style prints whole."""
    return "\n".join(_entry(each) for each in documents)


def _entry(document: SourceDocument) -> str:
    lines = [f"  {name} = {value}," for name, value in _fields(document)]
    return "\n".join([f"@misc{{{document.id},", *lines, "}"]) + "\n"


def _fields(document: SourceDocument) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{_text(document.title)}}}}}"
    if document.publisher:
        yield "author", f"{{{{{_text(document.publisher)}}}}}"
    if document.published:
        yield "year", f"{{{document.published.year}}}"
        yield "month", _MONTHS[document.published.month - 1]
        yield "day", f"{{{document.published.day}}}"
    if document.address:
        yield "url", f"{{{_address(document.address)}}}"
    if document.language:
        yield "language", f"{{{_text(document.language)}}}"
    if said := remark(document):
        yield "note", f"{{{_text(said)}}}"


def _text(text: str) -> str:
    return "".join(_MARKUP.get(sign, sign) for sign in " ".join(text.split()))


def _address(address: str) -> str:
    """An address without what could end its field: spaces, braces and backslashes are percent-encoded."""
    return re.sub(r"[\s{}\\]", lambda found: f"%{ord(found.group()):02X}", address)
