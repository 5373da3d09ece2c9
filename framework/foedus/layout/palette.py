"""The colours, as data: one ink and one tint for a component, and the neutrals.

Every ink has at least 5:1 on white and 4.5:1 on its tint (WCAG 2.2, relative luminance), and any two
inks stay at least 10 apart (delta E 1976) for protan, deutan and tritan sight (Machado, Oliveira and
Fernandes 2009, severity 1.0). Tests compute these figures again. Tints never carry meaning alone: a
component also has its number and its heading.

A layout speaks the colours of the light theme, the constants below, as its names for what they are
for. A `Theme` is a value: `themed` answers a drawing with another theme's colours in their places.
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


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of a picture by what it is for; `family` names fonts to prefer in SVG.

    `agreed` is the text of a chip; drafts and what is ended are written in `muted`, what is open in
    `warning`. The tints named after a standing are the grounds of its chip. `components` are seven.
    """

    name: str
    paper: str
    ink: str
    muted: str
    edge: str
    event: str
    hairline: str
    warning: str
    neutral_tint: str
    agreed: str
    agreed_tint: str
    draft_tint: str
    open_tint: str
    components: tuple[Hue, ...]
    family: str = ""

    def hue(self, number: int) -> Hue:
        """The colour of a component, 1 to 7; all others are neutral."""
        if 0 < number <= len(self.components):
            return self.components[number - 1]
        return Hue(self.edge, self.neutral_tint)


LIGHT = Theme(
    name="light",
    paper=WHITE,
    ink=INK,
    muted=MUTED,
    edge=EDGE,
    event=EVENT,
    hairline=HAIRLINE,
    warning=WARNING,
    neutral_tint=HUES[0].tint,
    agreed=CHIPS["agreed"][0],
    agreed_tint=CHIPS["agreed"][1],
    draft_tint=CHIPS["draft"][1],
    open_tint=CHIPS["open"][1],
    components=HUES[1:],
)
"""For paper and projectors: what every picture is laid out in."""

DARK = Theme(
    name="dark",
    paper="#12171D",
    ink="#E8EDF2",
    muted="#AEB8C3",
    edge="#97A4B2",
    event="#D5E0EC",
    hairline="#3D4852",
    warning="#FF9F99",
    neutral_tint="#1D242C",
    agreed="#8FD69A",
    agreed_tint="#17301D",
    draft_tint="#28313A",
    open_tint="#3B1E1F",
    components=(
        Hue("#A5D4F7", "#242E37"),
        Hue("#E3D667", "#2B2E26"),
        Hue("#47D894", "#182E2B"),
        Hue("#E5774F", "#2B2323"),
        Hue("#B98FD6", "#262533"),
        Hue("#8882EB", "#202436"),
        Hue("#CB6F88", "#28222A"),
    ),
)
"""For screens in a dark room; whatever is printed should be light."""

THEMES = {"light": LIGHT, "dark": DARK}
"""The themes that come with Foedus, by name."""
