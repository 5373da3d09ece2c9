"""The text of a file without what is withheld: blanks in its place, so that lines and columns stay."""

import re
from collections.abc import Iterable

from foedus.comments import Comment, comments
from foedus.handling.names import Names
from foedus.tree import Document

_WAIVER = re.compile(r"#\s*foedus:")


def blanked(document: Document, regions: Iterable[tuple[int, int]], names: Names) -> Document:
    """The file without some regions, each from its first character to where the next thing is written.

    Comments go too, whatever they are about, but for waivers of what stays that name nothing which goes.
    """
    found = tuple(comments(document))
    gone = [(start, _end(document, start, end, found)) for start, end in regions]
    lines = {line for start, end in gone for line in _lines(document, start, end)}
    gone += [
        (document.at(each.span), document.at(each.span) + len(each.text))
        for each in found
        if not _WAIVER.match(each.text) or each.about in lines or names.first(each.text) is not None
    ]
    text = document.text
    for start, end in gone:
        text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    return Document(document.name, text)


def _end(document: Document, start: int, end: int, found: tuple[Comment, ...]) -> int:
    """Where a region ends: at what is written next, or at the comments that stand above that."""
    line = document.span(end).line
    above = (document.at(each.span) for each in found if each.about == line)
    return min((each for each in above if start < each < end), default=end)


def _lines(document: Document, start: int, end: int) -> range:
    """The lines on which something of a region stands."""
    last = start + len(document.text[start:end].rstrip())
    return range(document.span(start).line, document.span(last).line + 1)
