"""How well two colours can be told apart, with normal and with colour-blind sight."""

from functools import lru_cache
from math import dist
from typing import TypeAlias

_Triple: TypeAlias = tuple[float, float, float]

_SIGHTS: tuple[tuple[_Triple, _Triple, _Triple], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
)
"""Normal, protan, deutan and tritan sight: Machado, Oliveira and Fernandes (2009), table 1, severity 1.0."""

_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)  # D65


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str) -> float:
    """How far apart two colours are to whoever tells them apart worst (delta E 1976)."""
    return min(dist(a, b) for a, b in zip(_seen(one), _seen(other), strict=True))


def grey_distance(one: str, other: str) -> float:
    """How far apart two colours are where only grey is left: the difference of their lightness, 0 to 100."""
    return abs(_seen(one)[0][0] - _seen(other)[0][0])


@lru_cache(maxsize=4096)
def _linear(colour: str) -> _Triple:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def _straight(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def _seen(colour: str) -> tuple[_Triple, ...]:
    """The colour in CIE L*a*b* as each sight has it."""
    rgb = _linear(colour)
    return tuple(_lab([min(1.0, max(0.0, _dot(row, rgb))) for row in sight]) for sight in _SIGHTS)


def _lab(rgb: list[float]) -> _Triple:
    shares = (_dot(row, rgb) / white for row, white in zip(_XYZ, _WHITE, strict=True))
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _dot(row: _Triple, other: _Triple | list[float]) -> float:
    return sum(a * b for a, b in zip(row, other, strict=True))
