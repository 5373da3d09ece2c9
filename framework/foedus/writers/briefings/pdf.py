"""One page as a PDF: typst sets it, real footnotes and all; what a model says is data, never markup."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from foedus.layout.drawing import Drawing
from foedus.views.briefing.shape import Briefing, Claim
from foedus.writers.briefings import paper
from foedus.writers.pictures import pdf
from foedus.writers.typesetting import settable, typeset

_MARKUP = Path(__file__).with_name("page.typ")


OVERFULL = "more than one page"
"""What the markup refuses to be."""


def write(briefing: Briefing, drawing: Drawing, day: date | None, lang: str = "en") -> bytes | None:
    """The page, dated `day`, the same bytes every time; None where it would take more than one page.

    Raises `Stop` where typst is not installed.
    """
    noted: set[int] = set()
    given = {
        "lang": lang,
        "title": settable(briefing.title),
        "tag": settable(briefing.tag),
        "bottom": _claim(briefing.bottom_line, briefing, noted),
        "figure": pdf.image(drawing) | _figure(briefing),
        "points": [_claim(each, briefing, noted) for each in briefing.points],
        "more": settable(briefing.more),
        "asked": [settable(each) for each in briefing.open],
        "rests": _claim(briefing.rests, briefing, noted),
        "source": settable(briefing.source),
        "made": settable(briefing.made),
        "size": paper.SIZES,
        "overfull": OVERFULL,
    }
    try:
        return typeset(_MARKUP.read_bytes(), given, day)
    except RuntimeError as refused:
        if OVERFULL in str(refused):
            return None
        raise


def _figure(briefing: Briefing) -> dict[str, str]:
    return {"caption": settable(paper.caption(briefing)), "alt": settable(paper.described(briefing))}


def _claim(said: Claim, briefing: Briefing, noted: set[int]) -> dict[str, object]:
    """A claim with its marks; the first mark of a note carries the note itself."""
    return {
        "lead": settable(said.lead),
        "text": settable(said.text),
        "notes": list(_marks(said, briefing, noted)),
    }


def _marks(said: Claim, briefing: Briefing, noted: set[int]) -> Iterator[dict[str, object]]:
    for number in said.notes:
        yield {"number": number, "text": "" if number in noted else settable(briefing.noted[number - 1])}
        noted.add(number)
