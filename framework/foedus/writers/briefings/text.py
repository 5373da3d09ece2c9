"""One page as the text of an e-mail: no markup, 72 columns, the figure in words."""

import textwrap
from collections.abc import Iterator

from foedus.printable import printable
from foedus.views.briefing.shape import Briefing, Claim
from foedus.writers.briefings.paper import caption
from foedus.writers.pictures import alt

WIDTH = 72


def write(briefing: Briefing) -> str:
    """The briefing in lines of at most 72 columns, where no single word is longer."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    yield from _wrapped(briefing.title)
    yield from _wrapped(briefing.tag)
    yield ""
    yield from _wrapped(_said(briefing.bottom_line))
    if briefing.points:
        yield from _heading("What the texts say")
        for point in briefing.points:
            yield from _item(f"{point.lead}. {_said(point)}")
    if briefing.open:
        yield from _heading("What is open")
        for each in briefing.open:
            yield from _item(each)
    yield from _heading(briefing.rests.lead)
    yield from _wrapped(_said(briefing.rests))
    yield from _heading("The figure in words")
    yield from _wrapped(f"{caption(briefing)} {briefing.figure.picture.caption.alt}")
    for line in alt.listed(briefing.figure.picture):
        depth = len(line) - len(line.lstrip(" "))
        yield from _wrapped(
            line.strip(), " " * depth, " " * (depth + (2 if line.lstrip().startswith("- ") else 0))
        )
    yield from _heading("Notes")
    for number, note in enumerate(briefing.noted, 1):
        yield from _wrapped(f"[{number}] {note}", "", "    ")
    yield ""
    yield from _wrapped(briefing.source)
    yield from _wrapped(briefing.made)


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield text.upper()


def _item(text: str) -> list[str]:
    return _wrapped(f"- {text}", "", "  ")


def _said(claim: Claim) -> str:
    """A claim with the numbers of its notes."""
    return claim.text + "".join(f" [{number}]" for number in claim.notes)


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=then,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
