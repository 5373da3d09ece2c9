"""Did you mean: the known word nearest to one that is not known."""

import re
from collections.abc import Iterable
from itertools import takewhile


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, or None where none is near."""
    from difflib import get_close_matches  # loaded where somebody has made a slip

    spelt = {each.lower(): each for each in sorted(known, reverse=True)}
    found = get_close_matches(word.lower(), sorted(spelt), n=1, cutoff=0.6)
    return spelt[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "known are {known}") -> str:
    """`did you mean \\`x\\`?`, or what to say where no known word is near.

    `{known}` in it stands for the known words in their order, or for `none`.
    """
    words = tuple(known)
    found = nearest(word, words)
    if found is not None:
        return f"did you mean `{found}`?"
    return otherwise.replace("{known}", ", ".join(words) or "none")


def slip(word: str, known: Iterable[str], *, names: bool = False) -> str | None:
    """The only known word that a word can be a slip of the keys for, or None.

    A slip is one letter that is missing, added, wrong or swapped with its neighbour, in a word of four
    letters or more; or capitals, and `_` or a space for `-`. Digits are no slips: `phase-2` is not `phase-1`.
    Among `names` a wrong letter is none either: `iraq` is not `iran`, though only one of them be known.
    """
    found = [each for each in sorted(set(known)) if _is_slip(_folded(word), _folded(each), names)]
    return found[0] if len(found) == 1 else None


def _folded(word: str) -> str:
    return re.sub(r"[_\s-]+", "-", word.strip().lower())


def _is_slip(word: str, meant: str, names: bool) -> bool:
    if word == meant:
        return True
    begin = _shared(word, meant)
    rest, other = word[begin:], meant[begin:]
    end = _shared(rest[::-1], other[::-1])
    rest, other = rest[: len(rest) - end], other[: len(other) - end]
    swapped = len(rest) == 2 and rest == other[::-1]
    single = len(rest) + len(other) == 1 or (len(rest) == len(other) == 1 and not names)
    return (swapped or single) and max(len(word), len(meant)) >= 4 and not re.search(r"\d", rest + other)


def _shared(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
