"""Sizes, weights and line patterns: the numbers of the style guide, as data. Points throughout."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

PageName: TypeAlias = Literal[
    "slide", "a4", "a3", "letter", "a4-portrait", "a3-portrait", "letter-portrait", "a4-half", "sheet"
]


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `smallest` is the least body text that may stand on it.

    `larger` is the page for what does not fit this one: upright pages end in the largest that lies,
    for some pictures need its width. A page that `grows` is as large as its drawing needs, for screens. A
    `bare` one is a part of somebody's page, which has title, tag and source of its own.
    """

    name: PageName
    width: float
    height: float
    margin: float
    smallest: float
    larger: PageName | None
    grows: bool = False
    bare: bool = False


PAGES: dict[PageName, Page] = {
    "slide": Page("slide", 960, 540, 32, 9.0, "a4"),
    "a4": Page("a4", 842, 595, 39.7, 8.0, "a3"),
    "a3": Page("a3", 1191, 842, 39.7, 6.5, "sheet"),
    "letter": Page("letter", 792, 612, 39.7, 8.0, "a3"),
    "a4-portrait": Page("a4-portrait", 595, 842, 39.7, 8.0, "a3-portrait"),
    "a3-portrait": Page("a3-portrait", 842, 1191, 39.7, 6.5, "a3"),
    "letter-portrait": Page("letter-portrait", 612, 792, 39.7, 8.0, "a3-portrait"),
    "a4-half": Page("a4-half", 595, 421, 28, 8.0, "a4"),
    "sheet": Page("sheet", 960, 540, 32, 9.0, None, grows=True),
}

BODY = 9.6
LARGEST = 10.4
LEADING = 1.25  # line height as a multiple of the text size

TITLE = 19.0
TITLE_SMALLEST = 15.0
SUBTITLE = 10.5
TAG = 7.8
LEGEND = 7.8
SOURCE = 7.5
RULE = 5.0  # the bar along the top edge

REGULAR, STRONG, BOLD = 400, 600, 700

DASHES: dict[str, tuple[float, ...]] = {
    "agreed": (),
    "draft": (4, 2.5),
    "open": (1.2, 2.4),
    "ended": (6, 2, 1.2, 2),
}


@dataclass(frozen=True, slots=True)
class LinkStyle:
    """How a kind of link is drawn: width, dash, whether in full ink, and its head."""

    width: float
    dash: tuple[float, ...]
    strong: bool
    head: Literal["filled", "open", "bar"]
    meaning: str


LINKS: dict[str, LinkStyle] = {
    "activates": LinkStyle(1.25, (), True, "filled", "activates"),
    "requires": LinkStyle(1.25, (5, 3), False, "open", "must already be in place"),
    "includes": LinkStyle(1.0, (), False, "open", "includes"),
    "inference": LinkStyle(1.1, (1.3, 2.6), False, "filled", "our inference"),
    "blocks": LinkStyle(1.25, (), True, "bar", "ends or excludes"),
}

HEAD_LENGTH, HEAD_WIDTH = 6.2, 5.4
CORNER = 5.0  # radius where a link turns
CASING = 2.4  # clear space beside a link where it crosses another
CARD_CORNER = 4.0
CARD_OUTLINE, CONDITION_OUTLINE, GATE_OUTLINE = 1.1, 1.5, 1.4
