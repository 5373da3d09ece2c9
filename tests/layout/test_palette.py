"""The contrast table and the distances for colour-blind sight, computed again from the tokens."""

from itertools import combinations
from math import dist

import pytest

from foedus.layout.palette import CHIPS, EDGE, EVENT, HUES, INK, MUTED, WARNING, WHITE

# Machado, Oliveira and Fernandes (2009), table 1, severity 1.0; for linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> tuple[float, ...]:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)


def contrast(one: str, other: str) -> float:
    levels = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)
    )
    return (levels[1] + 0.05) / (levels[0] + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    rows = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    mixed = (sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SIGHT[sight])
    return lab(tuple(min(1.0, max(0.0, value)) for value in mixed))


@pytest.mark.parametrize("hue", HUES, ids=lambda hue: hue.ink)
def test_every_ink_can_be_read_on_white_and_on_its_tint(hue: object) -> None:
    ink, tint = hue.ink, hue.tint  # type: ignore[attr-defined]
    assert contrast(ink, WHITE) >= 5.0
    assert contrast(ink, tint) >= 4.5
    assert contrast(INK, tint) >= 4.5
    assert contrast(MUTED, tint) >= 4.5
    assert contrast(WARNING, tint) >= 4.5


def test_strokes_and_chips_stand_out() -> None:
    for hue in HUES:
        assert contrast(EDGE, hue.tint) >= 3.0
        assert contrast(INK, hue.tint) >= 3.0
    for text, ground in CHIPS.values():
        assert contrast(text, ground) >= 4.5
    assert contrast(WHITE, EVENT) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_inks_can_be_told_apart(sight: str) -> None:
    inks = [hue.ink for hue in HUES[1:]]
    closest = min(dist(seen(a, sight), seen(b, sight)) for a, b in combinations(inks, 2))
    assert closest >= 10.0
