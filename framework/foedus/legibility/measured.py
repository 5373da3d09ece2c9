"""A drawing measured for a place: what cannot be read there, as problems by the rule that finds them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from foedus.layout import Drawing
from foedus.layout.drawing import Item, Pen, Words, shifted
from foedus.layout.measures import beneath, grounds, outside, overlaps, texts
from foedus.layout.sight import contrast, distance, grey_distance
from foedus.layout.themes import APART, STROKE, TEXT
from foedus.legibility.places import Place
from foedus.place import Span
from foedus.rules import p01_small_text, p02_low_contrast, p03_colour_alone, p04_overlap
from foedus.rules.rule import Rule

_LARGE, _LARGE_BOLD, _BOLD = 18.0, 14.0, 700
"""From these sizes on, and at this weight, text counts as large (WCAG 2.2, 1.4.3)."""
_ROUNDING = 0.05
_SAID = 60


class Fault(NamedTuple):
    """What cannot be read; where the model says it, and which provision it is about, if the drawing tells."""

    rule: Rule
    message: str
    where: Span | None = None
    about: str | None = None


def faults(drawing: Drawing, place: Place) -> Iterator[Fault]:
    """Everything in a drawing that cannot be read at a place."""
    yield from _small(drawing, place)
    yield from _faint(drawing, place)
    yield from _alike(drawing, place)
    yield from _overlapping(drawing)


def _small(drawing: Drawing, place: Place) -> Iterator[Fault]:
    """The text of the picture, else the smallest of its other texts."""
    scale = place.scale(drawing)
    body = drawing.text_size * scale
    every = sorted(texts(drawing), key=lambda each: (each.size, each.text))
    if body < place.text - _ROUNDING:
        seen = next((each for each in every if each.size == drawing.text_size), None)
        yield _fault(p01_small_text, drawing, seen, _sized(place, "its text", body, place.text))
        return
    small = [each for each in every if each.size * scale < place.note - _ROUNDING]
    if small:
        said = _sized(place, _quoted(small), small[0].size * scale, place.note)
        yield _fault(p01_small_text, drawing, small[0], said)


def _sized(place: Place, what: str, found: float, needed: float) -> str:
    return f"{place.words} {what} comes out at {found:.1f} points; at least {needed:.1f} are needed"


def _faint(drawing: Drawing, place: Place) -> Iterator[Fault]:
    scale = place.scale(drawing)
    pairs: dict[tuple[str, str, float], list[Words]] = defaultdict(list)
    for words, ground in grounds(drawing):
        needed = _needed(words, scale)
        if contrast(words.colour, ground) < needed:
            pairs[words.colour, ground, needed].append(words)
    for (colour, ground, needed), found in sorted(pairs.items(), key=lambda each: each[0]):
        said = _contrasted(_quoted(found), colour, ground, needed)
        yield _fault(p02_low_contrast, drawing, found[0], said)
    for colour, ground in sorted(_faint_lines(drawing)):
        yield Fault(p02_low_contrast, _contrasted("an arrow", colour, ground, STROKE))


def _faint_lines(drawing: Drawing) -> set[tuple[str, str]]:
    """The colours of arrows, as they are painted last, with the grounds from which they do not stand out."""
    return {
        (item.pen.stroke, ground)
        for link in drawing.links
        for item in [each for each in link.items if not isinstance(each, Words)][-1:]
        if item.pen.stroke != "none"
        for ground in beneath(drawing, link)
        if contrast(item.pen.stroke, ground) < STROKE
    }


def _needed(words: Words, scale: float) -> float:
    size = words.size * scale
    return STROKE if size >= _LARGE or (size >= _LARGE_BOLD and words.weight >= _BOLD) else TEXT


def _contrasted(what: str, colour: str, ground: str, needed: float) -> str:
    found = contrast(colour, ground)
    return f"{what}, {colour} on {ground}, has a contrast of {found:.1f}; at least {needed:g} is needed"


def _alike(drawing: Drawing, place: Place) -> Iterator[Fault]:
    """Samples of the legend of one form, and lanes without a heading, whose colours are too near."""
    apart = grey_distance if place.grey else distance
    forms = [(entry.key, *_form(entry.items, entry.area.x, entry.area.middle[1])) for entry in drawing.legend]
    forms += [
        (lane.title or lane.id, *_form(lane.items[:1], lane.area.x, lane.area.y))
        for lane in drawing.lanes
        if not any(isinstance(item, Words) for item in lane.items)
    ]
    for (one, form, colours), (other, same, theirs) in combinations(forms, 2):
        if form and form == same:
            pairs = zip(colours, theirs, strict=True)
            far = max((apart(a, b) for a, b in pairs if a != "none"), default=0.0)
            if far < APART:
                how = "in grey" if place.grey else "for colour-blind sight"
                said = f"only colour tells `{one}` from `{other}`: {far:.0f} apart {how}"
                yield Fault(p03_colour_alone, f"{said}; at least {APART:g} is needed")


def _form(items: tuple[Item, ...], x: float, y: float) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """What is drawn without its words, moved to one place and without colour; and its colours."""
    shapes = [item for item in shifted(items, -x, -y) if not isinstance(item, Words)]
    colours = tuple(colour for item in shapes for colour in (item.pen.fill, item.pen.stroke))
    return tuple(replace(item, pen=_bare(item.pen)) for item in shapes), colours


def _bare(pen: Pen) -> Pen:
    """The pen without its colours."""
    fill, stroke = ("none" if each == "none" else "any" for each in (pen.fill, pen.stroke))
    return replace(pen, fill=fill, stroke=stroke)


def _overlapping(drawing: Drawing) -> Iterator[Fault]:
    for one, other in overlaps(drawing):
        said = f"{_quoted([one])} and {_quoted([other])} lie on one another"
        yield _fault(p04_overlap, drawing, one, said)
    for each in dict.fromkeys(outside(drawing)):
        yield _fault(p04_overlap, drawing, each, f"{_quoted([each])} leaves its box or the page")


def _fault(rule: Rule, drawing: Drawing, seen: Words | None, message: str) -> Fault:
    """A fault seen at a line of text, with the place of the element whose box holds the line."""
    for box in drawing.boxes:
        if seen in box.items:
            section, _, key = box.id.partition(":")
            return Fault(rule, message, box.origin, key if section == "provision" else None)
    return Fault(rule, message)


def _quoted(found: Sequence[Words]) -> str:
    """The first line of text, and how many more there are."""
    text = found[0].text if len(found[0].text) <= _SAID else f"{found[0].text[: _SAID - 1]}…"
    return f"“{text}”" + (f" (and {len(found) - 1} more)" if len(found) > 1 else "")
