"""A drawing in the colours of a theme: what stands where does not change."""

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache

from foedus.layout.drawing import Drawing, Item, Words
from foedus.layout.palette import LIGHT, Hue, Theme, mixed
from foedus.layout.recast import recast

_SHARES = tuple(step / 20 for step in range(1, 20))
"""The shares that layouts mix colours in."""


def themed(drawing: Drawing, theme: Theme) -> Drawing:
    """The drawing, which has the colours of the light theme, in those of another.

    A colour that is not of the palette, nor mixed from it, stays as it is.
    """
    if theme == LIGHT:
        return drawing
    colours = table(theme)

    def repainted(item: Item) -> Item:
        if isinstance(item, Words):
            return replace(item, colour=colours.get(item.colour, item.colour))
        fill, stroke = (colours.get(each, each) for each in (item.pen.fill, item.pen.stroke))
        return replace(item, pen=replace(item.pen, fill=fill, stroke=stroke))

    found = recast(drawing, repainted)
    return replace(found, paper=theme.paper, family=theme.family)


def roles(theme: Theme) -> dict[str, str]:
    """Every colour of a theme by its name in a file: `ink`, `components.1.tint`."""
    plain = (field.name for field in fields(theme) if field.name not in {"name", "family", "components"})
    found: dict[str, str] = {name: getattr(theme, name) for name in plain}
    for number, hue in enumerate(theme.components, 1):
        found |= {f"components.{number}.ink": hue.ink, f"components.{number}.tint": hue.tint}
    return found


@lru_cache(maxsize=8)
def table(theme: Theme) -> dict[str, str]:
    """From each colour of the light theme, and each that a layout may mix, to the theme's."""
    here, there = roles(LIGHT), roles(theme)
    pairs = {here[role]: there[role] for role in here}
    for light, other in zip(_mixed(LIGHT), _mixed(theme), strict=True):
        pairs.setdefault(light, other)
    return pairs


def _mixed(theme: Theme) -> Iterator[str]:
    """What a layout may mix: an ink with its tint or with paper, and hairlines with muted text."""
    hues: tuple[Hue, ...] = (theme.hue(0), *theme.components)
    for share in _SHARES:
        yield mixed(theme.hairline, theme.muted, share)
        for hue in hues:
            yield mixed(hue.ink, hue.tint, share)
            yield mixed(hue.ink, theme.paper, share)
