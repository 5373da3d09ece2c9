"""Placed lines of text as paragraphs that can be edited, with numbers hanging before them."""

from dataclasses import dataclass
from itertools import groupby, pairwise

from foedus.layout.drawing import Area, Words
from foedus.layout.tokens import LEADING, STRONG
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.xml import said, solid, tag
from foedus.writers.pictures.xml import escaped

FONT = "Arial"
"""On every machine, and hardly broader than Inter, with which the drawing was measured."""
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
_ASCENT = 1.02  # from the top of a line to its baseline, as a share of the size
_KEPT = 1.0  # points beside text that stay free where a font is broader than ours


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one text: perhaps a number, then words, broken into lines where they were drawn so."""

    number: Words | None
    lines: tuple[Words, ...]

    @property
    def first(self) -> Words:
        return self.lines[0]


def paragraphs(words: tuple[Words, ...]) -> tuple[Paragraph, ...]:
    """The lines by paragraph: a number, a change of style or a wider gap begins one."""
    found: list[Paragraph] = []
    for _, group in groupby(words, key=lambda each: round(each.y, 1)):
        row = tuple(group)
        number, line = (row[0], row[-1]) if len(row) > 1 else (None, row[0])
        if found and number is None and _continues(found[-1].lines[-1], line):
            found[-1] = Paragraph(found[-1].number, (*found[-1].lines, line))
        else:
            found.append(Paragraph(number, (line,)))
    return tuple(found)


def _continues(above: Words, line: Words) -> bool:
    def style(words: Words) -> tuple[object, ...]:
        return round(words.size, 2), words.weight, words.italic, words.colour, words.anchor, words.x

    return style(above) == style(line) and line.y - above.y < 1.36 * line.size


def body(words: tuple[Words, ...], area: Area, fit: Fit) -> str:
    """The text of a shape: its paragraphs, each as broad as it was drawn, where it was drawn."""
    if not words:
        nothing = tag("a:p", tag("a:endParaRPr", lang="en-GB"))
        return tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), nothing)
    told, inner = paragraphs(words), room(words)
    left, right = inner.x, inner.right
    if told[0].first.anchor != "start":
        left -= max(0.0, inner.x - area.x - _KEPT)
    if told[0].first.anchor != "end":
        right += max(0.0, area.right - inner.right - _KEPT)
    centred = abs(inner.middle[1] - area.middle[1]) < 2.5
    insets = {
        "lIns": max(0, fit.length(left - area.x)),
        "rIns": max(0, fit.length(area.right - right)),
        "tIns": 0 if centred else max(0, fit.length(inner.y - area.y)),
        "bIns": 0,
    }
    place = tag("a:bodyPr", tag("a:noAutofit"), wrap="square", anchor="ctr" if centred else "t", **insets)
    gaps = [0.0, *(_gap(above, below) for above, below in pairwise(told))]
    rows = (_paragraph(each, left, gap, fit) for each, gap in zip(told, gaps, strict=True))
    return tag("p:txBody", place, tag("a:lstStyle"), *rows)


def room(words: tuple[Words, ...]) -> Area:
    """The space of lines of text, from above the first to below the last."""
    top = min(each.y - _ASCENT * each.size for each in words)
    bottom = max(each.y + (LEADING + 0.12 - _ASCENT) * each.size for each in words)
    left = min(each.area.x for each in words)
    return Area(left, top, max(each.area.right for each in words) - left, bottom - top)


def _leading(paragraph: Paragraph) -> float:
    """The height of a line, in points."""
    lines = paragraph.lines
    return lines[1].y - lines[0].y if len(lines) > 1 else LEADING * lines[0].size


def _gap(above: Paragraph, below: Paragraph) -> float:
    """What is free between two paragraphs, beyond the height of their lines."""
    return max(0.0, below.first.y - above.lines[-1].y - _leading(below))


def _paragraph(told: Paragraph, left: float, gap: float, fit: Fit) -> str:
    first = told.first
    start = told.number.x if told.number else first.x
    settings: dict[str, str | int] = {"algn": _ALIGNED[first.anchor]}
    spacing = [
        tag("a:lnSpc", tag("a:spcPts", val=fit.size(_leading(told)))),
        tag("a:spcBef", tag("a:spcPts", val=fit.size(gap))),
        tag("a:buNone"),
    ]
    runs = []
    if first.anchor == "start":
        settings["marL"] = fit.length(first.x - left)
        settings["indent"] = -fit.length(first.x - start)
    if told.number:
        runs.append(_run(f"{told.number.text}\t", told.number, fit))
        spacing.append(tag("a:tabLst", tag("a:tab", pos=fit.length(first.x - left), algn="l")))
    for place, each in enumerate(told.lines):
        runs += [tag("a:br"), _run(each.text, each, fit)] if place else [_run(each.text, each, fit)]
    return tag("a:p", tag("a:pPr", *spacing, **settings), *runs)


def _run(text: str, style: Words, fit: Fit) -> str:
    settings: dict[str, str | int] = {"lang": "en-GB", "sz": fit.size(style.size)}
    settings |= {"b": 1} if style.weight >= STRONG else {}
    settings |= {"i": 1} if style.italic else {}
    settings |= {"spc": fit.size(style.spacing)} if style.spacing else {}
    fonts = (tag(f"a:{script}", typeface=FONT) for script in ("latin", "ea", "cs"))
    kept = "\t".join(escaped(said(part)) for part in text.split("\t"))
    return tag("a:r", tag("a:rPr", solid(style.colour), *fonts, **settings), f"<a:t>{kept}</a:t>")
