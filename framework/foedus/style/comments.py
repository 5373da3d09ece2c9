"""The comments and blank lines of a file, and what each of them belongs to.

YAML knows no comments, so where they belong is told as a reader tells it: a comment beside something
is about that; a comment on lines of its own is about what comes next, unless it stands further in,
as the last words of what is ending there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.style.written import Collection, Entry, Leaf, Written

BLANK = ""
_NOTE = re.compile(r"#[^\n]*|^[ \t]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments by what they belong to, each in its own words; a blank line is an empty text.

    `above` and `beside` go by where an entry begins, `below` (before the end of a mapping or list) by
    where that begins.
    """

    above: dict[int, list[str]] = field(default_factory=dict)
    beside: dict[int, str] = field(default_factory=dict)
    below: dict[int, list[str]] = field(default_factory=dict)

    def within(self, value: Written) -> bool:
        """True where a comment stands inside a value."""
        return isinstance(value, Collection) and (
            any(self.below.get(value.start, ()))
            or any(
                entry.start in self.beside or any(self.above.get(entry.start, ())) or self.within(entry.value)
                for entry in value.entries
            )
        )


@dataclass(frozen=True, slots=True)
class _Note:
    """A comment or a blank line; `column` is None where something else stands before it on its line."""

    index: int
    text: str
    column: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    """An entry, and the way to it: the mappings and lists around it, and in each the entry on the way."""

    around: tuple[Collection, ...]
    path: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        return self.path[-1]


def comments(text: str, root: Collection) -> Comments:
    """The comments of a text, told apart by what they belong to."""
    found = Comments()
    places = list(_places(root, (), ()))
    starts = [place.entry.start for place in places]
    gap, column = -1, 0
    for note in _columned(list(_notes(text, root)), starts):
        number = bisect_right(starts, note.index)
        before = places[number - 1] if number else None
        after = places[number] if number < len(places) else None
        if note.column is None and before is not None:
            _set_beside(found, _ended(before, note.index), note.text)
            continue
        column = min(column, note.column or 0) if gap == number else note.column or 0
        gap = number
        _set_apart(found, before, after, note, column)
    return found


def words(text: str, root: Written | None) -> list[str]:
    """Every comment of a text, in order."""
    return [note.text for note in _notes(text, root) if note.text != BLANK]


def _places(value: Written, around: tuple[Collection, ...], path: tuple[Entry, ...]) -> Iterator[_Place]:
    if isinstance(value, Collection):
        for entry in value.entries:
            yield _Place((*around, value), (*path, entry))
            yield from _places(entry.value, (*around, value), (*path, entry))


def _notes(text: str, root: Written | None) -> Iterator[_Note]:
    """Whatever is a comment or a blank line between the values of a text."""
    at = 0
    for leaf in [*(_leaves(root) if root is not None else ()), None]:
        begin = leaf.start if leaf is not None else len(text)
        for found in _NOTE.finditer(text, at, begin):
            line = text.rfind("\n", 0, found.start()) + 1
            alone = not text[line : found.start()].strip()
            column = found.start() - line if alone else None
            yield _Note(found.start(), found.group().rstrip(), column)
        if leaf is not None:
            header = leaf.start + len(leaf.raw.partition("\n")[0])
            if leaf.style in ("|", ">") and (mark := text.find("#", leaf.start, header)) >= 0:
                yield _Note(mark, text[mark:header].rstrip(), None)
            at = leaf.end


def _leaves(value: Written) -> Iterator[Leaf]:
    if isinstance(value, Leaf):
        yield value
        return
    for entry in value.entries:
        if entry.key is not None:
            yield entry.key
        yield from _leaves(entry.value)


def _columned(notes: list[_Note], starts: list[int]) -> list[_Note]:
    """Blank lines go with the comment that follows before the next entry; without one, with that entry."""
    told: list[_Note] = []
    gap, column = -1, 0
    for note in reversed(notes):
        number = bisect_right(starts, note.index)
        if note.text == BLANK:
            note = _Note(note.index, BLANK, column if gap == number else 0)
        gap, column = number, note.column or 0
        told.append(note)
    return told[::-1]


def _ended(place: _Place, index: int) -> Entry:
    """The outermost entry that ends just before a comment beside it: brackets that are closed are passed."""
    entry = place.entry
    for depth in range(len(place.around) - 1, 0, -1):
        if not (place.around[depth].flow and place.around[depth].end <= index):
            break
        entry = place.path[depth - 1]
    return entry


def _set_beside(found: Comments, entry: Entry, text: str) -> None:
    if entry.start in found.beside:  # one line has room for one comment
        found.above.setdefault(entry.start, []).append(text)
    else:
        found.beside[entry.start] = text


def _set_apart(
    found: Comments, before: _Place | None, after: _Place | None, note: _Note, column: int
) -> None:
    """Put a comment on a line of its own above what follows, or below the last of what ends here."""
    above = found.above.setdefault(after.entry.start, []) if after is not None else []
    if before is None:
        above.append(note.text)
        return
    around = before.around
    if isinstance(before.entry.value, Collection):
        around = (*around, before.entry.value)
    brackets = [each for each in around if each.flow and each.start < note.index < each.end]
    if brackets:
        holder = brackets[-1]
    elif after is not None and column <= after.entry.column:
        above.append(note.text)
        return
    else:
        lines = [each for each in before.around if not each.flow]
        holder = next((each for each in reversed(lines) if each.column <= column), before.around[0])
    if after is not None and holder in after.around:
        above.append(note.text)
    elif holder.entries:
        found.below.setdefault(holder.start, []).append(note.text)
    else:  # empty brackets have no lines
        found.above.setdefault(before.entry.start, []).append(note.text)
