"""Positions on a line as near as possible to where they are wanted, at least so far apart.

Isotonic regression by pooling neighbours that are in each other's way (Ayer and others 1955), with
the distances taken out first and the bounds applied at the end, which keeps it the least-squares
answer.
"""

from collections.abc import Sequence
from itertools import accumulate
from operator import add


def settled(
    wanted: Sequence[float], weights: Sequence[float], apart: Sequence[float], low: float, high: float
) -> list[float]:
    """Positions in the given order; `apart[i]` is the least distance from item i to item i + 1.

    The first stands at `low` or later and the last at `high` or earlier; when there is no room for
    all of it, the distances are kept and the end runs past `high`. Weights are positive.
    """
    if not wanted:
        return []
    if len(wanted) == 1:
        return [min(max(wanted[0], low), max(low, high))]
    before = list(accumulate(apart, initial=0.0))
    pools: list[tuple[float, float, int]] = []  # value, weight, how many
    for want, mass, shift in zip(wanted, weights, before, strict=True):
        value, count = want - shift, 1
        while pools and pools[-1][0] > value:
            other, more, members = pools.pop()
            value = (other * more + value * mass) / (more + mass)
            mass, count = more + mass, members + count
        pools.append((value, mass, count))
    top = max(low, high - before[-1])
    found: list[float] = []
    for value, _, count in pools:
        found += [min(max(value, low), top)] * count
    return list(map(add, found, before))
