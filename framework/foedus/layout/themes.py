"""Themes from TOML files, refused with figures where somebody could not read them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from foedus.errors import Stop
from foedus.layout.palette import LIGHT, THEMES, Hue, Theme, mixed
from foedus.layout.sight import contrast, distance
from foedus.layout.theme import roles
from foedus.nearest import did_you_mean

TEXT, STROKE, APART = 4.5, 3.0, 10.0
"""The least contrast of text and of strokes (WCAG 2.2, 1.4.3 and 1.4.11), and between any two inks."""

_MOST = 64_000  # characters of a file
_SAID = 6  # so many faults are told at once
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FAMILY = re.compile(r"[\w .,'-]{1,200}")


class Fault(NamedTuple):
    """Two colours of a theme, by their roles, that cannot be told apart well enough."""

    role: str
    other: str
    what: str
    found: float
    needed: float


def theme(word: str) -> Theme:
    """The theme of that name, or the one in the file of that name, checked.

    Raises `Stop` where there is none, or where it is not as it has to be.
    """
    if word in THEMES:
        return THEMES[word]
    path = Path(word)
    if not path.is_file():
        hint = did_you_mean(word, THEMES, "themes are {known}, or a TOML file")
        raise Stop(f"no theme and no file `{word}`; {hint}")
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_MOST + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise Stop(f"{word}: cannot be read: {error}") from None
    if len(text) > _MOST:
        raise Stop(f"{word}: is too long for a theme")
    return parsed(text, word)


def parsed(text: str, name: str) -> Theme:
    """The theme that a TOML text holds; what it does not say is as in its `base`, which is `light` or `dark`.

    Raises `Stop` where the text is no TOML, or has an unknown key, a bad colour, or colours that
    cannot be told apart.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Stop(f"{name}: is not TOML: {error}") from None
    except ValueError:  # of a number with thousands of digits
        raise Stop(f"{name}: is not TOML that can be read: a number is too long") from None
    except RecursionError:
        raise Stop(f"{name}: is not TOML that can be read: nested too deep") from None
    base, family = said.pop("base", "light"), said.pop("family", "")
    if base not in ("light", "dark"):
        raise Stop(f"{name}: `base` is {base!r}; it may be light or dark")
    if not isinstance(family, str) or (family and not _FAMILY.fullmatch(family)):
        raise Stop(f'{name}: `family` is not a list of font names such as "Arial, sans-serif"')
    given = dict(_flat(said, name))
    found = _with(replace(THEMES[base], name=Path(name).stem, family=family), given)
    _refuse(found, given, name)
    return found


def _flat(said: Mapping[str, object], name: str, above: str = "") -> Iterator[tuple[str, str]]:
    """The colours of a file by their roles."""
    known = roles(LIGHT)
    for key, value in said.items():
        role = f"{above}{key}"
        if isinstance(value, dict) and any(each.startswith(f"{role}.") for each in known):
            yield from _flat(value, name, f"{role}.")
        elif role not in known:
            hint = did_you_mean(role, (*known, "base", "family"), "keys are {known}")
            raise Stop(f"{name}: no key `{role}`; {hint}")
        elif not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise Stop(f'{name}: `{role}` is {value!r}; a colour is written as "#0067B8"')
        else:
            yield role, value.upper()


def _with(theme: Theme, given: Mapping[str, str]) -> Theme:
    """The theme with the given colours in place of its own."""
    plain = {role: colour for role, colour in given.items() if "." not in role}
    hues = (
        Hue(
            given.get(f"components.{number}.ink", hue.ink),
            given.get(f"components.{number}.tint", hue.tint),
        )
        for number, hue in enumerate(theme.components, 1)
    )
    return replace(theme, components=tuple(hues), **plain)


def faults(theme: Theme) -> Iterator[Fault]:
    """Every two colours of a theme that stand on one another, or side by side, and are too near."""
    colours = roles(theme)
    for role, ground, needed in _pairs(len(theme.components)):
        found = contrast(colours[role], colours[ground])
        if found < needed:
            yield Fault(role, ground, "contrast", found, needed)
    for number, hue in enumerate(theme.components, 1):
        if (found := contrast(theme.ink, mixed(hue.ink, theme.paper, 0.7))) < TEXT:
            yield Fault("ink", f"components.{number}.ink", "contrast on a bar", found, TEXT)
    for one, other in combinations([f"components.{n}.ink" for n in range(1, len(theme.components) + 1)], 2):
        if (found := distance(colours[one], colours[other])) < APART:
            yield Fault(one, other, "distance for colour-blind sight", found, APART)


def _pairs(components: int) -> Iterator[tuple[str, str, float]]:
    """What stands on what, and how well it must stand out."""
    numbers = range(1, components + 1)
    tints = ("neutral_tint", *(f"components.{number}.tint" for number in numbers))
    for role in ("ink", "muted", "warning", "edge"):
        yield role, "paper", TEXT
    for tint in tints:
        yield from (("ink", tint, TEXT), ("muted", tint, TEXT), ("warning", tint, TEXT))
        yield from (("edge", tint, STROKE), ("event", tint, STROKE))
    for number in numbers:
        yield f"components.{number}.ink", "paper", TEXT
        yield f"components.{number}.ink", f"components.{number}.tint", TEXT
    yield "event", "paper", TEXT
    yield from (("agreed", "agreed_tint", TEXT), ("agreed", "paper", TEXT))
    yield from (("muted", "draft_tint", TEXT), ("warning", "open_tint", TEXT))


def _refuse(theme: Theme, given: Mapping[str, str], name: str) -> None:
    """Raises `Stop` with every fault, its figures, and the nearest colour that would do."""
    found = list(faults(theme))
    if not found:
        return
    said = [f"{name}: this theme could not be read by everybody"]
    for fault in found[:_SAID]:
        role = fault.role if fault.role in given or fault.other not in given else fault.other
        said.append(
            f"  `{fault.role}` and `{fault.other}`: {fault.what} {fault.found:.1f}, "
            f"needed {fault.needed:g}; {_advice(theme, role)}"
        )
    if len(found) > _SAID:
        said.append(f"  and {len(found) - _SAID} more")
    raise Stop("\n".join(said))


def _advice(theme: Theme, role: str) -> str:
    """The nearest lighter or darker shade of a colour with which nothing is wrong about it."""
    colour = roles(theme)[role]
    for step in range(1, 51):
        for end in ("#000000", "#FFFFFF"):
            tried = mixed(colour, end, step / 50)
            if not any(role in (each.role, each.other) for each in faults(_with(theme, {role: tried}))):
                return f"the nearest shade of `{role}` that passes is {tried}"
    return f"no lighter or darker `{role}` passes; take another hue"
