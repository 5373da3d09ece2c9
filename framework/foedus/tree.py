"""What was written, and where: mappings, lists and scalars that remember their place."""

import re
from bisect import bisect_right
from typing import TypeAlias

from foedus.place import Span

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = Scalar | dict[str, "Plain"] | tuple["Plain", ...]
"""What a node holds, without places: the input of the schema."""


class Document:
    """The text of one file, and the name that findings print for it."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: list[int] | None = None

    def span(self, index: int) -> Span:
        """The place of a character; only `\\n`, `\\r\\n` and `\\r` end lines."""
        starts = self._line_starts()
        line = bisect_right(starts, index)
        return Span(self.name, line, index - starts[line - 1] + 1)

    def at(self, span: Span) -> int:
        """The character at a place of this file: what `span` undoes."""
        return self._line_starts()[span.line - 1] + span.column - 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty where there is none."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]
        return self._starts


class Node:
    """A value with its place: a scalar, a mapping of nodes or a list of nodes.

    Nodes are what most of the memory goes to, so a key is kept as its distance before the value: Python
    makes an object of every number but the small ones.
    """

    __slots__ = ("_after_key", "document", "index", "value")

    def __init__(self, document: Document, index: int, value: "Value", key_index: int = -1) -> None:
        self.document = document
        self.index = index
        self.value = value
        self._after_key = index - key_index if key_index >= 0 else 0

    @property
    def key_index(self) -> int:
        """Where the key of a value in a mapping stands; -1 for anything else."""
        return self.index - self._after_key if self._after_key else -1

    @property
    def span(self) -> Span:
        """Where a reader should look: a scalar at itself, a mapping or list at its key."""
        keyed = self.key_index >= 0 and isinstance(self.value, dict | list)
        return self.document.span(self.key_index if keyed else self.index)

    @property
    def key_span(self) -> Span:
        """Where the key of this value stands; the value itself where it has no key."""
        return self.document.span(self.key_index if self.key_index >= 0 else self.index)

    def at(self, *route: str | int) -> "Node":
        """The node at the end of a route, or the last one on the way that exists."""
        node = self
        for step in route:
            match node.value, step:
                case dict() as entries, str() if step in entries:
                    node = entries[step]
                case list() as items, int() if step < len(items):
                    node = items[step]
                case _:
                    break
        return node

    def entries(self) -> "dict[str, Node]":
        """The mapping that this node holds; empty for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def plain(self) -> Plain:
        """The bare value: mappings sorted by key and without `x-` keys, lists as tuples."""
        value = self.value
        if isinstance(value, dict):
            return {key: value[key].plain() for key in sorted(value) if not key.startswith("x-")}
        if isinstance(value, list):
            return tuple([item.plain() for item in value])
        return value

    def words(self) -> set[str]:
        """Every text at or below this node, keys included."""
        found: set[str] = set()
        below: list[Node] = [self]
        while below:
            value = below.pop().value
            if isinstance(value, str):
                found.add(value)
            elif isinstance(value, dict):
                found.update(value)
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
        return found


Value: TypeAlias = Scalar | dict[str, Node] | list[Node]
