"""Status marks, chips, number badges and the marks of a matrix: drawn, never characters of a font."""

from math import cos, pi, sin

from foedus.layout import metrics
from foedus.layout.drawing import Area, Item, Path, Pen, Rect, Words
from foedus.layout.palette import CHIPS, WARNING, WHITE
from foedus.layout.strokes import circle, line, outline
from foedus.layout.tokens import BOLD, DASHES
from foedus.views.shapes import CHIP_WORDS, Standing

LETTERS = {
    "leads": "L",
    "owes": "R",
    "takes part": "P",
    "supports": "S",
    "decides": "A",
    "benefits": "B",
    "open": "?",
    "must": "M",
    "may": "m",
    "undetermined": "?",
    "none": "–",
}

CAP = 0.727  # height of a capital letter in Inter, as a share of the size


def centred(
    x: float, y: float, text: str, size: float, colour: str, weight: int = BOLD, spacing: float = 0.0
) -> Words:
    """A line whose capitals are centred on (x, y)."""
    wide = metrics.width(text, size, weight, spacing=spacing)
    base = y + size * CAP / 2
    return Words(x, base, text, size, colour, wide, weight=weight, anchor="middle", spacing=spacing)


def badge(x: float, y: float, radius: float, number: str, fill: str, text: str) -> tuple[Item, ...]:
    """A filled circle about (x, y) with a number in it; long numbers get smaller letters."""
    size = radius * 1.28
    wide = metrics.width(number, size, BOLD)
    size *= min(1.0, 1.62 * radius / wide) if wide else 1.0
    return circle(x, y, radius, Pen(fill=fill)), centred(x, y, number, size, text)


def status(x: float, y: float, radius: float, standing: str, colour: str) -> tuple[Item, ...]:
    """The mark of a standing about (x, y): full, half, empty or crossed circle."""
    ring = circle(x, y, radius, Pen(fill=WHITE, stroke=colour, width=1.0))
    match standing:
        case "agreed":
            return (circle(x, y, radius + 0.5, Pen(fill=colour)),)
        case "draft":
            return ring, _half(x, y, radius, colour)
        case "ended":
            d = radius * 0.7
            pen = Pen(stroke=colour, width=1.0)
            return (
                ring,
                line(((x - d, y - d), (x + d, y + d)), pen),
                line(((x - d, y + d), (x + d, y - d)), pen),
            )
        case _:
            return (ring,)


def _half(x: float, y: float, r: float, colour: str) -> Path:
    k = r * 0.5523
    return Path(
        (
            ("M", (x, y - r)),
            ("C", (x + k, y - r, x + r, y - k, x + r, y)),
            ("C", (x + r, y + k, x + k, y + r, x, y + r)),
            ("Z", ()),
        ),
        Pen(fill=colour),
    )


def chip(
    x: float, y: float, standing: Standing, size: float, fill: str = ""
) -> tuple[float, tuple[Item, ...]]:
    """A small pill with the mark and the word of a standing, from `x`, centred on `y`; first its width."""
    colour, ground = CHIPS[standing]
    word = CHIP_WORDS[standing]
    wide = metrics.width(word, size, BOLD, spacing=0.2)
    radius, pad, height = size * 0.36, size * 0.6, size * 1.65
    whole = 2 * pad + 2 * radius + size * 0.42 + wide
    text_x = x + pad + 2 * radius + size * 0.42
    pill = Rect(Area(x, y - height / 2, whole, height), Pen(fill=fill or ground), height / 2)
    base = y + size * CAP / 2
    text = Words(text_x, base, word, size, colour, wide, weight=BOLD, spacing=0.2)
    return whole, (pill, *status(x + pad + radius, y, radius, standing, colour), text)


def mark(
    x: float, y: float, radius: float, name: str, ink: str, standing: Standing | None = None
) -> tuple[Item, ...]:
    """The letter and shape of a matrix cell about (x, y); `open` is red whatever the column.

    A mark of anything less than agreed is hollow, with the outline of its standing.
    """
    colour = WARNING if name == "open" else ink
    firm = standing in (None, "agreed")
    dash = () if firm or standing is None else tuple(0.75 * length for length in DASHES[standing])
    ring = Pen(fill=WHITE, stroke=colour, width=1.5 if firm else 1.25, dash=dash)
    solid = Pen(fill=colour) if firm else ring
    square = Area(x - radius * 0.94, y - radius * 0.94, radius * 1.88, radius * 1.88)
    hollow = Area(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8)
    shape: Item
    match name:
        case "leads":
            shape = Rect(square, solid, 1.6)
        case "owes" | "must":
            shape = circle(x, y, radius, solid)
        case "takes part":
            shape = circle(x, y, radius * 0.97, ring)
        case "supports" | "may":
            shape = outline(_ring(x, y, radius * 1.2, 4, 0.0), ring)
        case "decides":
            shape = outline(_ring(x, y, radius * 1.08, 6, 0.0), solid)
        case "benefits" | "none":
            shape = Rect(hollow, ring, 1.6)
        case _:
            dotted = Pen(fill=WHITE, stroke=colour, width=1.5, dash=(1.5, 2.0))
            shape = circle(x, y, radius * 0.97, dotted)
    text = WHITE if firm and name in {"leads", "owes", "decides", "must"} else colour
    return shape, centred(x, y, LETTERS[name], radius * 1.12, text)


def _ring(x: float, y: float, radius: float, corners: int, turn: float) -> tuple[tuple[float, float], ...]:
    angles = (turn + 2 * pi * i / corners for i in range(corners))
    return tuple((x + radius * cos(a), y + radius * sin(a)) for a in angles)
