"""The letters that a picture uses, as a small font file to carry inside it."""

from functools import lru_cache
from io import BytesIO

from foedus.layout.metrics import font_file


def subset(text: str, italic: bool = False) -> bytes:
    """A WOFF file with the glyphs of `text` in all weights, the same bytes for the same letters.

    WOFF rather than WOFF2: it needs nothing but zlib, and every browser that draws variable fonts
    reads it. Inter is under the SIL Open Font License 1.1, which allows such subsets.
    """
    return _subset("".join(sorted(set(text))), italic)


@lru_cache(maxsize=32)
def _subset(letters: str, italic: bool) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(font_file(italic), recalcTimestamp=False)
    options = Options(layout_features=[], name_IDs=[1, 2], notdef_outline=True, hinting=False)
    tailor = Subsetter(options)
    tailor.populate(text=letters)
    tailor.subset(font)
    font = instantiateVariableFont(font, {"opsz": 14})
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
