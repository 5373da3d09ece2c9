"""Whether words stand in a text, and which words come nearest where they do not."""

import re
from collections import Counter
from difflib import SequenceMatcher

from foedus.sources.folding import Folded, fold
from foedus.sources.passages import Passage

_ELLIPSIS = re.compile(r"\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.)\s*")
_WORD = re.compile(r"\S+")
_NEAR = 0.6
"""The least likeness, as `difflib` measures it, at which words are shown as the nearest."""
_TRIED = 10


def find(quote: str, text: Folded) -> int | None:
    """The index in the unfolded text at which a quote stands as whole words; None where it does not.

    An ellipsis in the quote stands for words that are left out.
    """
    parts = [part for part in _ELLIPSIS.split(fold(quote).text) if part]
    pattern = r"\b.*?\b".join(map(_whole, parts))
    found = re.search(pattern, text.text) if parts else None
    return text.places[found.start()] if found is not None else None


def _whole(words: str) -> str:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return f"{before}{re.escape(words)}{after}"


def nearest(quote: str, text: Folded) -> Passage | None:
    """The words of a text that come nearest to a quote, as a part of the unfolded text; None if none does."""
    wanted = fold(quote).text
    words = list(_WORD.finditer(text.text))
    size = min(len(wanted.split()), len(words))
    if not size:
        return None
    tried = (
        (SequenceMatcher(None, wanted, text.text[first.start() : last.end()], autojunk=False).ratio(), place)
        for place in _promising(wanted.split(), [word.group() for word in words], size)
        for first, last in ((words[place], words[place + size - 1]),)
    )
    likeness, place = max(tried, key=lambda each: (each[0], -each[1]))
    if likeness < _NEAR:
        return None
    return Passage(text.places[words[place].start()], text.places[words[place + size - 1].end() - 1] + 1)


def _promising(wanted: list[str], words: list[str], size: int) -> list[int]:
    """Where the windows begin that share most words with the quote."""
    known = Counter(wanted)
    shared = [0] * (len(words) - size + 1)
    for place in range(len(shared)):
        window = Counter(words[place : place + size])
        shared[place] = sum(min(count, window[word]) for word, count in known.items())
    return sorted(range(len(shared)), key=lambda place: (-shared[place], place))[:_TRIED]
