"""Samples for the legend: only what occurs, drawn by the same code as the picture itself.

A sample is drawn from x = 0 about y = 0; the frame moves it to its place.
"""

from foedus.layout import foot, metrics
from foedus.layout.cards import Card, draw
from foedus.layout.drawing import Area, Entry, Item, Words
from foedus.layout.marks import CAP, LETTERS, chip, mark
from foedus.layout.palette import INK, MUTED, hue
from foedus.layout.strokes import arrow
from foedus.layout.tokens import LEGEND, LINKS
from foedus.views.shapes import PILLS, WORDS, Box, BoxKind, Diagram, Grid, Standing, Tag

_SHAPES: dict[BoxKind, str] = {
    "fact": "condition",
    "event": "event",
    "determination": "finding by somebody",
    "all": "all inputs needed",
    "any": "any of these",
    "count": "so many of these",
    "not": "must not hold",
    "actor": "actor",
    "body": "body",
    "instrument": "instrument",
}
_PLAIN = {"provision", "list"}
_MARKS = {
    "leads": "leads",
    "owes": "responsible",
    "takes part": "takes part",
    "supports": "supports",
    "decides": "acts as trigger or decides",
    "benefits": "benefits",
    "open": "open: not agreed",
    "must": "somebody must",
    "may": "somebody may",
    "undetermined": "cannot be said",
    "none": "nobody must or may",
}
_GATE_WORDS = {"all": "AND", "any": "OR", "count": "k of n", "not": "NOT"}


def of_diagram(diagram: Diagram) -> tuple[Entry, ...]:
    """Samples of the shapes, links and standings that occur in a diagram, in that order."""
    kinds = {box.kind for box in diagram.boxes}
    says = {kind: style.meaning for kind, style in LINKS.items()} | dict(diagram.says)
    links = [_link(kind, says[kind]) for kind in LINKS if kind in {k.kind for k in diagram.links}]
    outlined = {box.standing for box in diagram.boxes if box.kind in _PLAIN or box.kind == "condition"}
    standings = [_outline(standing) for standing in WORDS if standing in outlined]
    if outlined == {"agreed"}:
        standings = []
    chips = {lane.standing for lane in diagram.lanes if lane.chip}
    marks = [_chip(standing) for standing in WORDS if standing in chips - outlined]
    tagged = [_foot()] if any(box.tags for box in diagram.boxes) else []
    return (*_shapes(kinds), *links, *standings, *marks, *tagged)


def of_grid(grid: Grid) -> tuple[Entry, ...]:
    """Samples of what occurs in a grid: start boxes, what they open, marks, chips, and the dash."""
    lines = [line for row in grid.cells for cell in row for line in cell]
    kinds = {box.kind for box in grid.start}
    entries = _shapes(kinds)
    if "activates" in grid.opened or len(grid.start) > 1:
        entries.append(_link("activates", "opens"))
    if "inference" in grid.opened:
        entries.append(_link("inference", "would open once its content is agreed"))
    used = {line.mark for line in lines}
    entries += [_mark(name) for name in LETTERS if name in used]
    outlined = {line.standing for line in lines if line.mark and line.mark != "open"} - {None, "agreed"}
    entries += [_marked(standing) for standing in WORDS if standing in outlined]
    if grid.row_style == "names" and any(line.style == "aside" for line in lines):
        entries.append(_worded("italic", "italic", "remark or our reading", italic=True))
    standings = {line.standing for line in lines if line.style == "chip" and line.standing}
    entries += [_chip(standing) for standing in WORDS if standing in standings]
    if grid.row_style == "names" and any(not cell for row in grid.cells for cell in row):
        entries.append(_worded("dash", "–", "nothing in the model"))
    return tuple(entries)


def _entry(key: str, wide: float, items: tuple[Item, ...], label: str, half: float = 7.0) -> Entry:
    gap, length = 6.0, metrics.width(label, LEGEND)
    text = Words(wide + gap, LEGEND * CAP / 2, label, LEGEND, INK, length)
    return Entry(key, Area(0, -half, wide + gap + length, 2 * half), (*items, text))


def _shapes(kinds: set[BoxKind]) -> list[Entry]:
    """One sample for each shape; what is drawn alike shares one."""
    pill = " or ".join(_SHAPES[kind] for kind in _SHAPES if kind in kinds & PILLS)
    plain = [_shape(kind, _SHAPES[kind]) for kind in _SHAPES if kind in kinds - PILLS]
    return [_shape("event", pill), *plain] if pill else plain


def _shape(kind: BoxKind, label: str) -> Entry:
    text = _GATE_WORDS.get(kind, "")
    box = Box(id="", kind=kind, text=text)
    wide = metrics.width(text, 6.4, 700) + {"any": 16, "count": 14, "not": 9}.get(kind, 9) if text else 20.0
    high = {"any": 15.0, "not": 13.0, "count": 13.0}.get(kind, 12.0) if text else 11.0
    card = Card(box, wide, high, 6.4, (text,) if text else ())
    return _entry(f"shape {kind}", wide, draw(card, Area(0, -high / 2, wide, high), 0), label, 8)


def _link(kind: str, label: str) -> Entry:
    return _entry(f"link {kind}", 26, arrow(((0.0, 0.0), (26.0, 0.0)), kind), label)


def _outline(standing: Standing) -> Entry:
    box = Box(id="", kind="provision", text="", standing=standing)
    card = Card(box, 22, 11, 6.4, ())
    return _entry(f"standing {standing}", 22, draw(card, Area(0, -5.5, 22, 11), 0), WORDS[standing])


def _foot() -> Entry:
    """A foot with a number that is nobody's."""
    tags = foot.measured((Tag("activates", "…", True),), 60, 7)
    area = Area(0, -tags.height / 2, tags.width + 10, tags.height)
    items = foot.drawn(tags, area, 7, hue(0))
    return _entry("tag", area.width, items, "number of a card that stands elsewhere")


def _chip(standing: Standing) -> Entry:
    wide, items = chip(0, 0, standing, 6.6)
    return _entry(f"chip {standing}", wide, items, WORDS[standing])


def _marked(standing: Standing) -> Entry:
    """A mark without its letter, in the outline of a standing."""
    shape = mark(7, 0, 6.4, "owes", INK, standing)[:1]
    return _entry(f"outline {standing}", 14, shape, WORDS[standing], 8)


def _mark(name: str) -> Entry:
    return _entry(f"mark {name}", 14, mark(7, 0, 6.4, name, INK), _MARKS[name], 8)


def _worded(key: str, sample: str, label: str, italic: bool = False) -> Entry:
    wide = metrics.width(sample, LEGEND, italic=italic)
    words = Words(0, LEGEND * CAP / 2, sample, LEGEND, MUTED, wide, italic=italic)
    return _entry(key, wide, (words,), label)
