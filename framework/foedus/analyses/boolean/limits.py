"""How far the engines go, and what they say when that is not far enough."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may cost. All are counted, none is timed: the same question always ends the same way."""

    small: int = 30
    """Circuits of so many variables are multiplied out before a diagram is tried."""
    kept: int = 400
    """So many sets may be kept while multiplying out."""
    caps: tuple[int, ...] = (1 << 12, 1 << 15, 1 << 17, 1 << 19)
    """So many nodes may a diagram take, tried one after another."""
    nodes: int = 1_000_000
    """So many nodes may the sets of one module take, and so many steps between them be remembered."""


USUAL = Limits()
"""For models of guarantee systems."""
WIDE = Limits(caps=(1 << 12, 1 << 15, 1 << 17, 1 << 19, 1 << 21, 1 << 22), nodes=8_000_000)
"""For the fault trees of engineers, which may take minutes and gigabytes."""


class TooBig(Exception):
    """No engine finds the answer within its limits."""
