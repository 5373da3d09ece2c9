"""A list of sources for a page, as Markdown."""

import re

from foedus.schema import SourceDocument
from foedus.writers.bibliographies.entry import remark
from foedus.writers.markdown import escaped

_WEB = re.compile(r"https?://[^\s<>`]+")


def write(documents: tuple[SourceDocument, ...]) -> str:
    """A point a document: title, publisher, day, address, and what is remarked."""
    return "".join(f"- {_line(each)}\n" for each in documents)


def _line(document: SourceDocument) -> str:
    day = document.published.isoformat() if document.published else "no day"
    parts = [f"*{escaped(document.title)}*", escaped(document.publisher or ""), day]
    said = [", ".join(part for part in parts if part), _address(document), escaped(remark(document))]
    return ". ".join(part for part in said if part) + "."


def _address(document: SourceDocument) -> str:
    """A web address as a link to itself; anything else as text."""
    address = document.address or ""
    return f"<{address}>" if _WEB.fullmatch(address) else escaped(address)
