"""A file as somebody wrote it: entries in their order, each value with its style and its place.

The tree that models are read from knows what was written and where it begins; this one also knows
where it ends and how it was written. It is made only from a text that the reader has passed.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from foedus import tree
from foedus.text import resolve


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: what it means, what stands in the file, and in which style (`'`, `"`, `|`, `>`)."""

    start: int
    end: int
    raw: str
    value: tree.Scalar
    style: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list; it begins at its key or its dash."""

    start: int
    column: int
    key: Leaf | None
    value: "Written"


@dataclass(frozen=True, slots=True)
class Collection:
    """A mapping (`keyed`) or a list, on lines of its own or (`flow`) in brackets."""

    start: int
    end: int
    column: int
    keyed: bool
    flow: bool
    entries: tuple[Entry, ...]


Written: TypeAlias = Leaf | Collection


def written(text: str) -> Written | None:
    """The tree of a text that has no findings and `\\n` at the end of its lines; None for an empty one."""
    reading = _Reading(text)
    for event in reading.events:
        if isinstance(event, yaml.NodeEvent):
            return reading.value(event)
    return None


class _Reading:
    """A text, the events that are still to come, and where its dashes stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        tokens = yaml.scan(text, Loader=yaml.CSafeLoader)
        self.dashes = [_reach(each)[0] for each in tokens if isinstance(each, yaml.BlockEntryToken)]

    def value(self, event: yaml.Event) -> Written:
        start, end = _reach(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.leaf(event, start, end)
        assert isinstance(event, yaml.CollectionStartEvent)  # aliases are findings
        keyed, flow = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
        entries: list[Entry] = []
        while not isinstance(inner := next(self.events), yaml.CollectionEndEvent):
            entries.append(self.keyed_entry(inner) if keyed else self.item(inner, flow))
        column = entries[0].column if entries else 0
        return Collection(start, _reach(inner)[1], column, keyed, flow, tuple(entries))

    def leaf(self, event: yaml.ScalarEvent, start: int, end: int) -> Leaf:
        raw = self.text[start:end].rstrip()
        value = event.value if event.style else resolve(event.value)
        return Leaf(start, start + len(raw), raw, value, event.style or "")

    def keyed_entry(self, event: yaml.Event) -> Entry:
        key = self.value(event)
        assert isinstance(key, Leaf)  # a key that is no text is a finding
        return Entry(key.start, self.column(key.start), key, self.value(next(self.events)))

    def item(self, event: yaml.Event, flow: bool) -> Entry:
        value = self.value(event)
        start = value.start if flow else self.dashes[bisect_left(self.dashes, value.start) - 1]
        return Entry(start, self.column(start), None, value)

    def column(self, index: int) -> int:
        return index - (self.text.rfind("\n", 0, index) + 1)


def _reach(part: yaml.Event | yaml.Token) -> tuple[int, int]:
    """The characters that a part of a text takes."""
    assert part.start_mark is not None
    assert part.end_mark is not None
    return part.start_mark.index, part.end_mark.index
