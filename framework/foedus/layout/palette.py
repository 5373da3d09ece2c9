"""The colours, as data: one ink and one tint for a component, and the neutrals.

Every ink has at least 5:1 on white and 4.5:1 on its tint (WCAG 2.2, relative luminance), and any two
inks stay at least 10 apart (delta E 1976) for protan, deutan and tritan sight (Machado, Oliveira and
Fernandes 2009, severity 1.0). Tests compute these figures again. Tints never carry meaning alone: a
component also has its number and its heading.
"""

from dataclasses import dataclass

WHITE = "#FFFFFF"
INK = "#17212B"
MUTED = "#4A5663"
EDGE = "#55616E"
EVENT = "#1F3044"
HAIRLINE = "#C5CCD3"  # decoration only
WARNING = "#8A1C1C"


@dataclass(frozen=True, slots=True)
class Hue:
    """The colour of a component: `ink` for text, strokes and heads, `tint` for areas."""

    ink: str
    tint: str


HUES = (
    Hue(EDGE, "#F3F5F7"),
    Hue("#0067B8", "#E8F1FA"),
    Hue("#876500", "#FAF2DC"),
    Hue("#00584A", "#E3F2EC"),
    Hue("#962600", "#FBEAE4"),
    Hue("#7A3E8E", "#F3EAF6"),
    Hue("#1E1E90", "#EBEBF9"),
    Hue("#660C1E", "#F8E8EB"),
)

CHIPS = {
    "agreed": ("#1B5E20", "#E7F3E8"),
    "draft": (MUTED, "#EEF1F4"),
    "open": (WARNING, "#FCEBEA"),
    "ended": (MUTED, "#EEF1F4"),
}
"""Text and fill of a status chip."""


def hue(number: int) -> Hue:
    """The colour of a component; numbers past the palette are neutral, and then only numbers tell."""
    return HUES[number] if 0 <= number < len(HUES) else HUES[0]


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the way from `one` to `other`; for decoration only."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
