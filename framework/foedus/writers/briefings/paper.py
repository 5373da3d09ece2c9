"""The paper of one page: its room, the sizes of its text, and how high each part of a briefing will be.

Heights are estimated with Inter's own metrics; in a fallback font that is narrower, less room is taken.
"""

from dataclasses import dataclass
from typing import NamedTuple

from foedus.layout.drawing import Drawing
from foedus.layout.tokens import BOLD
from foedus.layout.wrap import wrapped
from foedus.views.briefing.shape import Briefing, Claim
from foedus.writers.pictures import alt

LEADING = 1.35
"""The height of a line, as a multiple of its text."""
TITLE, TAG, BOTTOM_LINE, HEADING, BODY, CAPTION, NOTE, FOOT = 17.0, 7.5, 11.0, 9.5, 9.0, 7.5, 7.2, 7.0
"""The sizes of text, in points."""
SIZES = {
    "title": TITLE, "tag": TAG, "bottom": BOTTOM_LINE, "heading": HEADING, "body": BODY, "caption": CAPTION,
    "note": NOTE, "foot": FOOT, "gap": 8.0,
}  # fmt: skip
"""The same by name, for writers that set the page by a template."""
SIZES = {
    "title": TITLE, "tag": TAG, "bottom": BOTTOM_LINE, "heading": HEADING, "body": BODY, "caption": CAPTION,
    "note": NOTE, "foot": FOOT, "gap": 8.0,
}  # fmt: skip
"""The same by name, for writers that set the page by a template."""
SMALLEST_FIGURE = 7.5
"""The least size of text in a figure, in points."""
GAP = 8.0
"""What stands between two parts, in points."""
_MARKS = "  000"
"""What the mark of a note takes of a line."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The room for a page inside its margins, in points: an upright A4, unless a template says otherwise."""

    width: float = 505.0
    height: float = 742.0


class Part(NamedTuple):
    """A part of the page by the name that a message gives it, and its height in points."""

    name: str
    height: float


def parts(briefing: Briefing, paper: Paper, figure: float) -> tuple[Part, ...]:
    """The height of each part of a page; `figure` is that of the figure alone."""
    wide = paper.width
    return (
        Part("title", _lines(briefing.title, wide, TITLE, BOLD) + _lines(briefing.tag, wide, TAG) + GAP),
        Part("bottom line", _lines(briefing.bottom_line.text + _MARKS, wide, BOTTOM_LINE, BOLD) + GAP),
        Part("figure", figure + _lines(caption(briefing), wide, CAPTION) + GAP),
        Part(
            "points", _heading() + sum(claim(each, wide) for each in briefing.points) + _more(briefing, wide)
        ),
        Part("open questions", _heading() + sum(_item(each, wide) for each in briefing.open)),
        Part("what it rests on", _heading() + _lines(briefing.rests.text + _MARKS, wide, BODY)),
        Part("notes", sum(_lines(each + _MARKS, wide, NOTE) for each in briefing.noted) + 1.5 * GAP),
    )


def claim(said: Claim, width: float) -> float:
    """The height of a point, in points."""
    return _item(f"{said.lead}. {said.text}{_MARKS}", width)


def caption(briefing: Briefing) -> str:
    """The words under the figure."""
    shown = briefing.figure.picture.caption
    return " ".join(f"{part.rstrip('.')}." for part in (shown.title, shown.subtitle) if part)


def described(briefing: Briefing) -> str:
    """The figure for those who cannot see it: its sentence, then all that it shows."""
    shown = briefing.figure.picture
    return f"{shown.caption.alt} {'; '.join(line.strip(' -') for line in alt.listed(shown))}."


def room_for_figure(briefing: Briefing, paper: Paper) -> float:
    """What the other parts leave for the figure, in points; negative where they do not fit themselves."""
    return paper.height - sum(part.height for part in parts(briefing, paper, 0.0))


def fits(briefing: Briefing, paper: Paper, drawing: Drawing) -> bool:
    """Whether the page holds the figure beside everything else."""
    return drawing.height <= room_for_figure(briefing, paper)


def _heading() -> float:
    return HEADING * LEADING + GAP


def _more(briefing: Briefing, width: float) -> float:
    return _item(briefing.more, width) if briefing.more else 0.0


def _item(text: str, width: float) -> float:
    return _lines(text, width - 10, BODY) + 2.0


def _lines(text: str, width: float, size: float, weight: int = 400) -> float:
    return len(wrapped(text, width, size, weight)) * size * LEADING if text else 0.0
