"""Typst: markup that is ours, texts that are handed over as data, and a PDF made to be read and to last.

PDF/UA-1 (ISO 14289-1) for screen readers and PDF/A-2a (ISO 19005-2) for archives.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from types import ModuleType

from foedus.errors import Stop
from foedus.layout.metrics import font_file, printable, unknown
from foedus.writers.pictures.xml import held

FOR_READERS, FOR_ARCHIVES = "ua-1", "a-2a"
SHAPELESS = "□"
"""What stands for a character that has no shape in our fonts: an archive may hold none of those."""

_ALSO = frozenset(map(chr, (*range(0x5D0, 0x5EB), *range(0x621, 0x63B), *range(0x641, 0x64B))))
"""The letters of Hebrew and of Arabic: Inter lacks them, the fonts inside typst do not."""
_LONG = re.compile(r"[^\s/\u200b-]{24,}")
_STEP = 12
_GAP = "\u200b"  # where a line may break, without a sign


def typeset(markup: bytes, given: Mapping[str, object], day: date | None) -> bytes:
    """The PDF of a markup that reads `given` as JSON from `sys.inputs.given`; dated `day`, never by a clock.

    `given` gets `day` as `YYYY-MM-DD`. Without a day it is not PDF/A, which asks for one. Raises `Stop` where
    typst is not installed.
    """
    made = _typst().compile(
        markup,
        root=str(font_file().parent),  # nothing is read from it; else it is the working folder
        format="pdf",
        sys_inputs={"given": json.dumps({**given, "day": day.isoformat() if day else ""})},
        font_paths=[str(font_file().parent)],
        ignore_system_fonts=True,
        pdf_standards=[FOR_READERS, FOR_ARCHIVES] if day else [FOR_READERS],
    )
    return bytes(made)


def settable(text: str) -> str:
    """The text as it can be set: on one line, every character with a shape, no word longer than any line."""
    whole = printable(held(text))
    if missing := set(unknown(whole)) - _ALSO:
        whole = whole.translate({ord(c): SHAPELESS for c in missing})
    return _LONG.sub(lambda found: _parted(found.group()), whole)


def _parted(word: str) -> str:
    return _GAP.join(word[at : at + _STEP] for at in range(0, len(word), _STEP))


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError:
        raise Stop("PDF needs the package typst, which is not installed: pip install 'foedus[pdf]'") from None
    return typst
