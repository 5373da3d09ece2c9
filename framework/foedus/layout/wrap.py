"""Text into balanced lines: nothing is ever cut, shortened or hyphenated."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from foedus.layout import metrics

_JOINTS = re.compile(r"(?<=[-/–—_.:;,|&=+)\]}])(?=\S)")

_PAUSE = 0.12  # what a line gains by ending where a reader would pause, of the square of a mean line


class _Piece(NamedTuple):
    """A word, or a part of an over-long one, and its width in points; whether a space stands before it."""

    text: str
    width: float
    spaced: bool = True


@lru_cache(maxsize=20_000)
def wrapped(text: str, limit: float, size: float, weight: int = 400, italic: bool = False) -> tuple[str, ...]:
    """The text as lines of at most `limit` points, as few as possible and as even as possible.

    A word that is wider than `limit` on its own is broken after a joint such as a hyphen or a slash,
    and between letters when it has none. An empty text gives no lines.
    """
    words = _words(text, size, weight, italic)
    pieces = (
        words if all(word.width <= limit for word in words) else _broken(words, limit, size, weight, italic)
    )
    if not pieces:
        return ()
    space = metrics.width(" ", size, weight, italic)
    count = _fewest(pieces, space, limit)
    return _even(pieces, space, limit, count) if count > 1 else (_joined(pieces),)


@lru_cache(maxsize=20_000)
def _words(text: str, size: float, weight: int, italic: bool) -> tuple[_Piece, ...]:
    """The words of a text, which is wrapped at many limits."""
    words = metrics.printable(text).split()
    return tuple(_Piece(word, metrics.width(word, size, weight, italic)) for word in words)


def _broken(words: Sequence[_Piece], limit: float, size: float, weight: int, italic: bool) -> list[_Piece]:
    """The words, those that are too wide for a line in parts."""
    found: list[_Piece] = []
    for word in words:
        if word.width <= limit:
            found.append(word)
            continue
        parts = [p for part in _JOINTS.split(word.text) for p in _letters(part, limit, size, weight, italic)]
        found += [
            _Piece(part, metrics.width(part, size, weight, italic), i == 0) for i, part in enumerate(parts)
        ]
    return found


def _letters(word: str, limit: float, size: float, weight: int, italic: bool) -> list[str]:
    if metrics.width(word, size, weight, italic) <= limit:
        return [word]
    parts, part = [], ""
    for c in word:
        if part and metrics.width(part + c, size, weight, italic) > limit:
            parts.append(part)
            part = ""
        part += c
    return [*parts, part]


def _joined(pieces: Sequence[_Piece]) -> str:
    return "".join((" " if piece.spaced and i else "") + piece.text for i, piece in enumerate(pieces))


def _fewest(pieces: Sequence[_Piece], space: float, limit: float) -> int:
    count, used = 1, 0.0
    for _, width, spaced in pieces:
        step = width + (space if spaced and used else 0.0)
        if used and used + step > limit:
            count, used = count + 1, width
        else:
            used += step
    return count


def _even(pieces: Sequence[_Piece], space: float, limit: float, count: int) -> tuple[str, ...]:
    """Exactly `count` lines with the least sum of squared lengths (Knuth and Plass's idea, no glue)."""
    gaps = [space if piece.spaced else 0.0 for piece in pieces]
    ends = [0.0, *accumulate(piece.width + gap for piece, gap in zip(pieces, gaps, strict=True))]
    pause = _PAUSE * (ends[-1] / count) ** 2
    gains = [pause if piece.text[-1] in ",;:" else 0.0 for piece in pieces]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for stops in _stops(ends, gaps, limit, count):
        best = {j: _cheapest(best, ends, gaps, gains, limit, j) for j in stops}
    chosen = best[len(pieces)][1]
    return tuple(_joined(pieces[i:j]) for i, j in zip((0, *chosen), chosen, strict=False))


def _stops(ends: list[float], gaps: list[float], limit: float, count: int) -> list[range]:
    """Where each line may end: as far as full lines reach, and from where full lines reach the end.

    That is a few pieces a line, so a long text costs little more than many short ones.
    """
    n = len(gaps)
    furthest, nearest = [0], [n]
    for _ in range(count):
        j = furthest[-1]
        while j < n and _fits(ends, gaps, limit, furthest[-1], j + 1):
            j += 1
        furthest.append(j)
        i = nearest[-1]
        while i > 0 and _fits(ends, gaps, limit, i - 1, nearest[-1]):
            i -= 1
        nearest.append(i)
    # Every line before and after one needs a piece of its own.
    return [
        range(max(nearest[count - line], line), min(furthest[line], n - count + line) + 1)
        for line in range(1, count + 1)
    ]


def _fits(ends: list[float], gaps: list[float], limit: float, i: int, j: int) -> bool:
    """Whether some pieces make one line; one alone always does."""
    return j - i == 1 or ends[j] - ends[i] - gaps[i] <= limit + 1e-6


def _cheapest(
    best: dict[int, tuple[float, tuple[int, ...]]],
    ends: list[float],
    gaps: list[float],
    gains: list[float],
    limit: float,
    j: int,
) -> tuple[float, tuple[int, ...]]:
    chosen: tuple[float, tuple[int, ...]] = (float("inf"), ())
    for i in range(j - 1, -1, -1):
        if not _fits(ends, gaps, limit, i, j):
            break
        if i in best:
            length = ends[j] - ends[i] - gaps[i]
            cost = best[i][0] + length * length - gains[j - 1]
            if cost < chosen[0]:
                chosen = (cost, (*best[i][1], j))
    return chosen


def longest(lines: tuple[str, ...], size: float, weight: int = 400, italic: bool = False) -> float:
    """The width in points of the widest line, 0 for none."""
    return max((metrics.width(line, size, weight, italic) for line in lines), default=0.0)


@lru_cache(maxsize=20_000)
def word_width(text: str, size: float, weight: int = 400, most: int = 26) -> float:
    """The width in points of the widest word of a text; longer ones than `most` letters may be broken."""
    words = (part for word in metrics.printable(text).split() for part in _JOINTS.split(word))
    return max((metrics.width(word, size, weight) for word in words if len(word) <= most), default=0.0) + 0.01
