"""The comments of a YAML text, and where they stand: what the reader of values passes over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from foedus.place import Span
from foedus.tree import Document

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line.

    `about` is the line that it speaks of: its own where something stands before it, else the next that
    holds more than a comment.
    """

    text: str
    span: Span
    about: int


def comments(document: Document) -> Iterator[Comment]:
    """Every comment of a file, in order; none of a text that is not YAML.

    libyaml's tokens say how far each scalar reaches, and a `#` between scalars begins a comment: one
    inside a quoted text, a plain text or a block of text does not.
    """
    for start in _starts(document.text):
        span = document.span(start)
        text = _COMMENT.match(document.text, start)
        assert text is not None
        yield Comment(text.group().rstrip(), span, _about(document, span))


def _starts(text: str) -> list[int]:
    """Where comments begin; empty where libyaml refuses the text."""
    starts: list[int] = []
    last = 0
    scanner = yaml.CSafeLoader(text)
    try:
        while (token := scanner.get_token()) is not None:
            if isinstance(token, yaml.ScalarToken):
                starts += _between(text, last, token.start_mark.index)
                last = token.end_mark.index
                if token.style in ("|", ">") and (head := _HEADER.match(text, token.start_mark.index)):
                    starts.append(head.start(1))
    except yaml.YAMLError:
        return []
    finally:
        scanner.dispose()
    return [*starts, *_between(text, last, len(text))]


def _between(text: str, start: int, end: int) -> list[int]:
    return [found.start() for found in _COMMENT.finditer(text, start, end)]


def _about(document: Document, span: Span) -> int:
    if document.line(span.line)[: span.column - 1].strip():
        return span.line
    line = span.line + 1
    last = document.span(len(document.text)).line
    while line <= last and document.line(line).strip()[:1] in ("", "#"):
        line += 1
    return line
