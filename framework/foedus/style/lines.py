"""Entries to lines: the one layout of model files.

Fields stand in the order of the schema; sections, ids and items where their author put them. What was
written in brackets stays so while it fits on the line, and a list of words goes into brackets where
it fits; all else has lines of its own, two columns further in.
"""

from dataclasses import dataclass

from foedus.schema.order import Place
from foedus.style.comments import BLANK, Comments
from foedus.style.scalars import block, key, one_line, other
from foedus.style.written import Collection, Entry, Leaf, Written

WIDTH = 110
STEP = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The comments of a file, which go wherever their entries go."""

    comments: Comments

    def lines(self, whole: Collection, column: int = 0, place: Place | None = None) -> list[str]:
        """The lines of a mapping or list, and the comments in it.

        Sections, and the elements of a section, are set apart by blank lines unless both are one line.
        """
        place = Place() if place is None else place
        apart = column == 0 or (column == STEP and place.by_id)
        found: list[str] = []
        short = True
        for number, entry in enumerate(in_order(whole, place)):
            above = list(self.comments.above.get(entry.start, ()))
            own = self.entry(entry, column, place)
            if not number and not place.by_id and place != Place():
                above = _without_first_blank(above)
            elif number and apart and not (short and len(own) == 1):
                above = [BLANK, *above]
            short = len(own) == 1
            found += [*_indented(above, column), *own]
        below = list(self.comments.below.get(whole.start, ()))
        while below and below[-1] == BLANK:
            below.pop()
        return [*found, *_indented(below, column)]

    def entry(self, entry: Entry, column: int, place: Place) -> list[str]:
        """An entry without the comments above it."""
        head = " " * column + ("-" if entry.key is None else f"{key(str(entry.key.value))}:")
        inner = place if entry.key is None else place.below(str(entry.key.value))
        beside = f"  {self.comments.beside[entry.start]}" if entry.start in self.comments.beside else ""
        value = entry.value
        if isinstance(value, Leaf):
            first, *rest = _leaf(value, entry.key, column + STEP, WIDTH - len(head) - 1)
            return [f"{head} {first}".rstrip() + beside, *rest]
        if not value.entries or self.can_be_in_brackets(value):
            on_one = f"{head} {in_brackets(value, inner)}"
            if len(on_one) <= WIDTH or not value.entries:
                return [on_one + beside]
            if value.flow and _are_words(value):
                return _filled(value, f"{head} [", beside)
        below = self.lines(value, column + STEP, inner)
        return [head + beside, *below] if entry.key is not None else self.item(entry, below, column, inner)

    def item(self, entry: Entry, below: list[str], column: int, inner: Place) -> list[str]:
        """An item that is a mapping or list, begun beside its dash.

        Comments that came to stand first go above the dash, and so does one beside the item where
        the first line has one of its own.
        """
        assert isinstance(entry.value, Collection)
        first = next(number for number, line in enumerate(below) if not _is_apart(line))
        above = [line.strip() for line in below[:first] if line]
        begun = f"{' ' * column}- {below[first].lstrip()}"
        text = self.comments.beside.get(entry.start)
        if text is not None and self.has_room_beside(entry.value, inner):
            begun += f"  {text}"
        elif text is not None:
            above.append(text)
        return [*_indented(above, column), begun, *below[first + 1 :]]

    def has_room_beside(self, value: Collection, place: Place) -> bool:
        """True where no comment stands beside the first line of a mapping or list yet."""
        if not value.entries:
            return True
        first = in_order(value, place)[0]
        inner = place if first.key is None else place.below(str(first.key.value))
        below = first.value if first.key is None and isinstance(first.value, Collection) else None
        return first.start not in self.comments.beside and (
            below is None or self.has_room_beside(below, inner)
        )

    def can_be_in_brackets(self, value: Collection) -> bool:
        """True for what was in brackets and for lists of words, unless comments or lines are inside."""
        return (value.flow or _are_words(value)) and not self.comments.within(value)


def in_order(whole: Collection, place: Place) -> list[Entry]:
    """The entries in the order in which they are written.

    A key that is no field stays behind the field that it follows.
    """
    keys = [str(entry.key.value) for entry in whole.entries if entry.key is not None]
    ranks = place.ranks(keys)
    held: list[tuple[int, Entry]] = []
    rank = -1
    for name, entry in zip(keys, whole.entries, strict=False):
        rank = ranks.get(name, rank)
        held.append((rank, entry))
    return [entry for _, entry in sorted(held, key=lambda each: each[0])] if ranks else list(whole.entries)


def in_brackets(value: Written, place: Place, under: Leaf | None = None) -> str:
    """A value on one line, however long."""
    if isinstance(value, Leaf):
        return _text(value, under, flow=True)
    inner = ", ".join(_pair(entry, place) for entry in in_order(value, place))
    return f"{{{inner}}}" if value.keyed else f"[{inner}]"


def _pair(entry: Entry, place: Place) -> str:
    if entry.key is None:
        return in_brackets(entry.value, place)
    name = str(entry.key.value)
    below = place.below(name)
    return f"{key(name, flow=True)}: {in_brackets(entry.value, below, entry.key)}"


def _text(leaf: Leaf, under: Leaf | None, flow: bool = False) -> str:
    if not isinstance(leaf.value, str):
        return other(leaf.raw, leaf.value, flow or under is None)
    quotation = under is not None and under.value == "quote"
    return one_line(leaf.value, flow=flow, quoted=quotation)


def _leaf(leaf: Leaf, under: Leaf | None, column: int, room: int) -> list[str]:
    """A value beside its key where it fits or must, else below it."""
    text = _text(leaf, under)
    if not isinstance(leaf.value, str) or (len(text) <= room and "\n" not in leaf.value):
        return [text]
    if " " not in leaf.value.strip() and "\n" not in leaf.value:
        return [text]
    if (made := block(leaf.value, leaf.style, WIDTH - column)) is None:
        return [text]
    header, lines = made
    return [header, *(f"{' ' * column}{line}" if line else "" for line in lines)]


def _are_words(value: Collection) -> bool:
    """True for a list of single values without line breaks."""
    return not value.keyed and all(
        isinstance(entry.value, Leaf) and "\n" not in str(entry.value.value) for entry in value.entries
    )


def _filled(value: Collection, head: str, beside: str) -> list[str]:
    """A list of words in brackets over several lines, each as full as it can be."""
    lines = [head]
    for number, entry in enumerate(value.entries, 1):
        word = in_brackets(entry.value, Place()) + ("," if number < len(value.entries) else "]")
        if lines[-1][-1] != "[" and len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(" " * len(head) + word)
        else:
            lines[-1] += word if lines[-1][-1] == "[" else f" {word}"
    return [*lines[:-1], lines[-1] + beside]


def _is_apart(line: str) -> bool:
    return not line or line.lstrip().startswith("#")


def _indented(texts: list[str], column: int) -> list[str]:
    """Comments on lines of their own, with one blank line where there were several."""
    kept = [text for text, before in zip(texts, [None, *texts], strict=False) if text or before != BLANK]
    return [f"{' ' * column}{text}" if text else BLANK for text in kept]


def _without_first_blank(texts: list[str]) -> list[str]:
    first = next((number for number, text in enumerate(texts) if text), len(texts))
    return texts[first:]
