"""Where a locator leads in a copy: the passage that begins with it, or the paragraph that it counts.

A passage begins with a line that starts with its locator (`C3a ..`, `Article 5`, `5. ..`) and reaches to the
next line that starts with one of the same sort. Where no line says `paragraph 3`, paragraphs are counted
from the headline, each item of a list as one: blocks between empty lines, or lines where none is empty.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple


class Passage(NamedTuple):
    """The part of a text from one character up to another."""

    start: int
    end: int


class Locator(NamedTuple):
    """One place of those that a locator names: `Article 42(7)` is an article with the label `42(7)`."""

    kind: str
    label: str

    def __str__(self) -> str:
        return f"{self.kind} {self.label}".strip()


_SEPARATOR = re.compile(r"\s*[,;&]\s*|\s+and\s+")
_RANGE = re.compile(r"(\D*)(\d+)\s*(?:to\s|[-–])\s*(?:\1)?(\d+)")
_ITEM = re.compile(r"(?:([^\W\d_]{2,}|§)\.?\s*)?(\S.*)")
_BULLET = re.compile(r"[ \t]*[-*•–][ \t]")
_LINE = re.compile(r"[^\n]+\n?")
_KINDS = {"art": "article", "para": "paragraph", "par": "paragraph", "sec": "section", "no": "number"}
_MOST = 200
"""More places than these are not counted out of a range."""


def locators(words: str) -> Iterator[Locator]:
    """The single places of a locator: `points 1 to 3 and 5` names four."""
    kind = ""
    for part in _SEPARATOR.split(words.strip()):
        item = _ITEM.fullmatch(part)
        if item is None:
            continue
        own = (item[1] or "").lower()
        label = item[2]
        if own and not re.match(r"[\dIVXLC(]", label):  # `title page`: a name and no number
            own, label = "", part
        kind = _singular(own) if own else kind if label[0].isdigit() else ""
        yield from (Locator(kind, each) for each in _counted(label))


def _singular(kind: str) -> str:
    word = kind.removesuffix("s") if len(kind) > 3 else kind
    return _KINDS.get(word, word)


def _counted(label: str) -> Iterator[str]:
    """The labels of a range, `C1 to C3`; else the label itself."""
    ends = _RANGE.fullmatch(label)
    if ends is None or not 0 < int(ends[3]) - int(ends[2]) < _MOST:
        yield label
        return
    yield from (f"{ends[1]}{number}" for number in range(int(ends[2]), int(ends[3]) + 1))


def passage(text: str, locator: Locator) -> Passage | None:
    """The passage to which a locator leads; None where the text has no such place."""
    found = _labelled(text, locator)
    if found is not None:
        return found
    if locator.label.isdigit() and locator.kind in ("paragraph", "line"):
        every = _lines(text) if locator.kind == "line" else _paragraphs(text)
        place = int(locator.label) - 1
        return every[place] if 0 <= place < len(every) else None
    return _inside(text, locator)


def _labelled(text: str, locator: Locator) -> Passage | None:
    """The passage that begins with a line that starts with the locator."""
    flags = re.MULTILINE | (re.IGNORECASE if locator.kind else 0)
    for lead, other in _leads(locator):
        start = re.search(lead, text, flags)
        if start is not None:
            rest = text[start.end() :]
            others = (each for each in re.finditer(other, rest, flags) if not _within(each.group(), locator))
            end = next((each.start() for each in others), len(rest))
            return Passage(start.start(), start.end() + end)
    return None


def _leads(locator: Locator) -> Iterator[tuple[str, str]]:
    """How a line of the place may start, and how one of another place of the same sort does."""
    label = re.escape(locator.label)
    if locator.kind:
        short = next((short for short, whole in _KINDS.items() if whole == locator.kind), locator.kind)
        word = rf"(?:{re.escape(locator.kind)}|{re.escape(short)}\.?)[ \t]*"
        yield rf"^[^\w\n]*{word}{label}(?!\w|\.\d)", rf"^[^\w\n]*{word}[\dIVXLC]+"
    sort = r"\d+" if locator.label[0].isdigit() else _shape(locator.label)
    if locator.kind not in ("paragraph", "line"):
        yield rf"^[^\w\n]*{label}(?=[.):](?!\d))", rf"^[^\w\n]*{sort}(?=[.):])"
        yield rf"^[^\w\n]*{label}(?=\s|\Z)", rf"^[^\w\n]*{sort}(?=\s)"


def _shape(label: str) -> str:
    """What labels of this sort look like: `C3a` is letters and a number, `D-cell` is a `D-` and a word."""
    if "-" in label:
        return re.escape(label.partition("-")[0]) + r"-\w+"
    return r"[A-Z]+\d+[a-z]?" if re.fullmatch(r"[A-Z]+\d+[a-z]?", label) else r"$^"


def _within(start: str, locator: Locator) -> bool:
    """True for the start of a part of the place itself: `C3a` is within `C3`."""
    label = start.split()[-1].strip("([.):") if start.split() else ""
    return re.fullmatch(re.escape(locator.label) + r"[a-z]", label) is not None


def _inside(text: str, locator: Locator) -> Passage | None:
    """The numbered part of a place: `(7)` within `Article 42`."""
    parts = re.fullmatch(r"(\w+)[.(](\w+)\)?", locator.label)
    whole = passage(text, Locator(locator.kind, parts[1])) if parts else None
    if parts is None or whole is None:
        return None
    first = text.find("\n", whole.start, whole.end) + 1 or whole.end
    part = passage(text[first : whole.end], Locator("", parts[2]))
    return Passage(first + part.start, first + part.end) if part is not None else None


def _lines(text: str) -> list[Passage]:
    return [Passage(*found.span()) for found in _LINE.finditer(text)]


def _paragraphs(text: str) -> list[Passage]:
    """Blocks between empty lines, items of lists apart; single lines where no line is empty."""
    lines = [line for line in _lines(text) if text[line.start : line.end].strip()]
    apart = [
        line
        for before, line in zip([None, *lines], lines, strict=False)
        if before is None or before.end < line.start or _BULLET.match(text, line.start)
    ]
    gaps = any(one.end < two.start for one, two in pairwise(lines))
    starts = apart if gaps else lines
    ends = [each.start for each in [*starts[1:], Passage(len(text), len(text))]]
    return [Passage(line.start, end) for line, end in zip(starts, ends, strict=False)]
