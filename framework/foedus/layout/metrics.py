"""How wide a text is in Inter, read from the variable font itself.

No installed font, window system or renderer is asked, so every machine measures the same. The
advance of a glyph at a weight is its default advance plus the delta of the font's HVAR table
(OpenType 1.9, "HVAR - Horizontal Metrics Variations Table").
"""

import itertools
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

SAFETY = 1.01
"""Browsers round advances and apply optical sizes; measured widths stay just above what they draw."""

_OPTICAL = 14  # size in points for which the letters are drawn
_GUESS_WIDE, _GUESS = 1.0, 0.66  # em, for characters that Inter does not have
_EMOJI = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF), (0xFE00, 0xFE0F), (0xE0000, 0xE01EF), (0x2B00, 0x2BFF))
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


class _Deltas(Protocol):
    def __getitem__(self, index: int) -> float: ...


def font_file(italic: bool = False) -> Path:
    """The Inter variable font on disk, upright or italic (axes: optical size and weight)."""
    import fontpkg_inter

    name = "Inter-Italic[opsz,wght].ttf" if italic else "Inter[opsz,wght].ttf"
    return Path(fontpkg_inter.ROOT) / "files" / name


def width(text: str, size: float, weight: int = 400, italic: bool = False, spacing: float = 0.0) -> float:
    """The width of one line in points, letter spacing included; never less than what is drawn."""
    return _length(text, weight, italic) * size * SAFETY + spacing * len(text)


@lru_cache(maxsize=50_000)
def _length(text: str, weight: int, italic: bool) -> float:
    """The width of one line in em: the same text is measured at many sizes."""
    return sum(map(_advances(weight, italic).__getitem__, text))


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """The text as it can be painted: one line, without controls, directional marks and emoji.

    The data keep what was written; this is for paint only. Letters of scripts that Inter lacks stay.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if _shown(c))
    return " ".join("".join(kept).split())


def unknown(text: str) -> str:
    """The characters of a text that Inter cannot draw, each once, sorted."""
    known = _characters()
    return "".join(sorted({c for c in text if not c.isspace() and ord(c) not in known}))


class Glyphs(NamedTuple):
    """The outlines of Inter at a weight: glyphs by name, names by character, and units to the em."""

    shapes: Mapping[str, Any]
    names: Mapping[int, str]
    em: int


@lru_cache(maxsize=16)
def glyphs(weight: int = 400, italic: bool = False) -> Glyphs:
    """The outlines at the weight and optical size at which `width` measures."""
    font = _font(italic)
    shapes = font.getGlyphSet(location={"wght": weight, "opsz": _OPTICAL})
    return Glyphs(shapes, font.getBestCmap(), font["head"].unitsPerEm)


def _shown(c: str) -> bool:
    if c.isspace():
        return True
    if unicodedata.category(c) in _UNSEEN:
        return False
    return ord(c) in _characters() or not any(low <= ord(c) <= high for low, high in _EMOJI)


class _Advances(dict[str, float]):
    """Advances in em by character, filled as texts ask for them."""

    def __init__(self, weight: int, italic: bool) -> None:
        super().__init__()
        from fontTools.varLib.models import normalizeLocation
        from fontTools.varLib.varStore import VarStoreInstancer

        font = _font(italic)
        axes = font["fvar"].axes
        bounds = {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in axes}
        place = normalizeLocation({"wght": weight, "opsz": _OPTICAL}, bounds)
        bends = font["avar"].segments if "avar" in font else {}
        for tag, bend in bends.items():
            place[tag] = _bent(place[tag], bend)
        table = font["HVAR"].table
        self._deltas = cast("_Deltas", VarStoreInstancer(table.VarStore, axes, place))
        self._index: dict[str, int] = dict(table.AdvWidthMap.mapping)
        self._glyphs: dict[int, str] = font.getBestCmap()
        self._plain: dict[str, tuple[int, int]] = font["hmtx"].metrics
        self._em: int = font["head"].unitsPerEm

    def __missing__(self, c: str) -> float:
        glyph = self._glyphs.get(ord(c))
        if glyph is None:
            em = 0.0 if unicodedata.combining(c) else _GUESS
            em = _GUESS_WIDE if unicodedata.east_asian_width(c) in "WF" else em
        else:
            em = (self._plain[glyph][0] + self._deltas[self._index[glyph]]) / self._em
        self[c] = em
        return em


def _bent(value: float, bend: dict[float, float]) -> float:
    """A normalised axis value after the font's own curve (the `avar` table), linear between its points."""
    points = sorted(bend.items())
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        if x0 <= value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0) if x1 > x0 else y0
    return value


@lru_cache(maxsize=16)
def _advances(weight: int, italic: bool) -> _Advances:
    return _Advances(weight, italic)


@lru_cache(maxsize=2)
def _font(italic: bool):  # type: ignore[no-untyped-def]
    from fontTools.ttLib import TTFont

    return TTFont(font_file(italic), lazy=True)


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    return frozenset(_font(False).getBestCmap())
