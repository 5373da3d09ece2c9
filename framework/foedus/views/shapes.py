"""The plain shapes that every view answers with and every writer reads.

A `Diagram` is boxes and links; a `Grid` is columns and rows. Neither knows where anything stands on
a page (that is a `Drawing`, made by `foedus.layout`), and neither knows the model: text, marks and
places have been resolved by the view.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedus.place import Span

Standing: TypeAlias = Literal["agreed", "draft", "open", "ended"]
"""How firm a thing is: in force or agreed, drafted or reported, open or not agreed, suspended or ended."""

WORDS: dict[Standing, str] = {
    "agreed": "adopted, signed or in force",
    "draft": "draft, proposed or announced",
    "open": "not agreed yet",
    "ended": "suspended, dropped or ended",
}
"""What each standing is called in a legend and in a sentence; never more than the texts give."""

CHIP_WORDS: dict[Standing, str] = {"agreed": "ADOPTED", "draft": "PROPOSED", "open": "OPEN", "ended": "ENDED"}
"""What each standing is called on a chip, in the word that holds of a provision as of a text."""

BoxKind: TypeAlias = Literal[
    "event",  # something that happens or is done: a dark pill
    "fact",  # something that may be so, on which others depend: a dark pill
    "condition",  # a milestone on the way: a plain white box
    "all",  # a gate: all inputs needed (AND)
    "any",  # a gate: any input (OR)
    "count",  # a gate: k of n; the text says "2 of 3"
    "not",  # a gate: the input must not hold (NOT)
    "provision",  # a promise, power or prohibition
    "list",  # a card of sibling provisions, one row each
    "determination",  # somebody finds that something happened
    "actor",
    "body",
    "instrument",
]

PILLS: frozenset[BoxKind] = frozenset({"event", "fact"})
"""The kinds that are drawn as a dark pill."""

LinkKind: TypeAlias = Literal[
    "activates",  # entry into force, trigger
    "requires",  # must already be in place
    "includes",  # part of
    "inference",  # ours, not in the text
    "blocks",  # ends, or holds only while not
]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list card."""

    number: str
    text: str
    title: str = ""
    origin: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Tag:
    """A link of which only one end is in the picture: where the other end is told by its number.

    `away` is true where the link leads there, false where it comes from there.
    """

    kind: LinkKind
    number: str
    away: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A thing that a diagram shows.

    `id` is stable across edits elsewhere (`provision:mnf-reassurance`); `number` is printed before
    the text (`3.1`) or empty; `title` is the whole sentence that a pointer or a screen reader gets.
    `tags` stand at the foot of a provision or list. `rank` is the column within the lanes, from 1, before
    which it does not stand; boxes of one `group` stand next to one another where they share a column.
    """

    id: str
    kind: BoxKind
    text: str
    number: str = ""
    lane: str = ""
    standing: Standing = "agreed"
    rows: tuple[Row, ...] = ()
    title: str = ""
    origin: Span | None = None
    tags: tuple[Tag, ...] = ()
    rank: int = 1
    group: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from one box to another; `meaning` is what it says in words ("triggers")."""

    source: str
    target: str
    kind: LinkKind
    meaning: str = ""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A component as a diagram shows it; `hue` 0 is neutral, 1 to 7 pick a colour of the palette.

    `chip` is a word printed in the lane's corner when the whole lane shares a standing worth saying.
    """

    id: str
    number: str
    title: str
    hue: int
    standing: Standing = "agreed"
    chip: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around every picture.

    `tag` is the boxed status at the top right (`FINAL TEXT · AS OF 6 JANUARY 2026`), `source` the
    line at the foot, `alt` one sentence for those who cannot see it.
    """

    view: str
    title: str
    subtitle: str
    tag: str
    source: str
    alt: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes in lanes, and the links between them.

    `says` gives a kind of link its words in the legend, where they are not the usual ones.
    """

    caption: Caption
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    says: tuple[tuple[LinkKind, str], ...] = ()


Mark: TypeAlias = Literal[
    "leads", "owes", "takes part", "supports", "decides", "benefits", "open",
    "must", "may", "undetermined", "none", "",
]  # fmt: skip
"""The letter and shape of a cell: roles in a matrix, answers in a table of coverage, or nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a cell; `style` says how it is set, `standing` how its chip or mark is drawn.

    A `part` is an item of the item above it.
    """

    text: str
    style: Literal["plain", "strong", "item", "part", "aside", "chip"] = "plain"
    mark: Mark = ""
    standing: Standing | None = None
    title: str = ""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A row's heading: what is said in bold, and a quieter second line."""

    text: str
    note: str = ""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns (the components) by rows; `cells[row][column]` holds lines, empty for "nothing in the model".

    `start` names what opens the columns, as boxes in a row above them (an event, a milestone);
    `opened` says for each column whether the last of these opens it ("activates"), would once its
    content is agreed ("inference"), or does not (empty).
    """

    caption: Caption
    columns: tuple[Lane, ...]
    rows: tuple[Head, ...]
    cells: tuple[tuple[tuple[Line, ...], ...], ...]
    start: tuple[Box, ...] = ()
    opened: tuple[Literal["activates", "inference", ""], ...] = ()
    row_style: Literal["labels", "names"] = "labels"


Picture: TypeAlias = Diagram | Grid
