"""Text into Markdown: model text is escaped, so that it can be nothing but text."""

import re
from collections.abc import Iterable
from html import escape

_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$])")
_START = re.compile(r"^([-+]|[0-9]+(?=[.)]))")


def escaped(text: str) -> str:
    """One line of text in which no character is markup; words between backticks stay code."""
    parts = re.split(r"(`[^`|<>&]+`)", " ".join(text.split()))
    whole = "".join(part if place % 2 else _plain(part) for place, part in enumerate(parts))
    return _START.sub(_literal, whole)


def _plain(text: str) -> str:
    """HTML can stand in Markdown, so its signs become entities; Markdown's own get a backslash."""
    entities = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", entities)


def _literal(found: re.Match[str]) -> str:
    """A text that begins like a list item is no list item."""
    mark = found.group()
    return f"\\{mark}" if mark in "-+" else f"{mark}\\"


def summary(text: str) -> str:
    """The line under which something is folded away: HTML, in which Markdown's backslashes would be seen."""
    return f"<details><summary>{escape(' '.join(text.split()), quote=False)}</summary>"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
