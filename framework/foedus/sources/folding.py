"""Texts made comparable: what differs between a page, its print and a transcript without a word changing."""

import unicodedata
from dataclasses import dataclass

_QUOTATION_MARKS = dict.fromkeys(map(ord, '"`´‘’‚‛“”„‟«»‹›′″「」『』'), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_SIGNS = _QUOTATION_MARKS | _DASHES | _UNSEEN


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and for each of its characters the index that it came from."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """A text with one sort of quotation mark and of dash, without diacritics, with single spaces.

    Letters keep their case: a quote gives the words as they stand.
    """
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for part in _folded(sign):
            if part != " " or (signs and signs[-1] != " "):
                signs.append(part)
                places.append(place)
    if signs and signs[-1] == " ":
        signs.pop()
        places.pop()
    return Folded("".join(signs), tuple(places))


def _folded(sign: str) -> str:
    if sign.isascii() and sign not in '"`':
        return " " if sign.isspace() else sign
    if sign.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", sign.translate(_SIGNS))
    return "".join(part for part in plain if not unicodedata.combining(part)).translate(_SIGNS)
