"""Where a link passes over earlier ones of other sources, and the clear space that it gets there."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from foedus.layout.drawing import Path, Pen, Point
from foedus.layout.routes import segments
from foedus.layout.strokes import line
from foedus.layout.tokens import CASING

_WELL = 1.0  # so far inside both of its runs a crossing lies, at least


class Crossing(NamedTuple):
    """A point in which a run, upright or level, passes over an earlier one."""

    at: Point
    upright: bool


class _Run(NamedTuple):
    """A straight run: where it stands (its x or y), between what, its place among all, and of which link."""

    at: float
    low: float
    high: float
    place: int
    link: int
    owner: Hashable


def crossings(links: Sequence[tuple[Hashable, Sequence[Point]]]) -> Iterator[tuple[Crossing, ...]]:
    """For each link, given as its owner and corners, where it passes over earlier ones of other owners."""
    every = tuple(_runs(links))
    upright, level = (sorted(run for run, stands in every if stands is way) for way in (True, False))
    over: list[list[tuple[int, int, Crossing]]] = [[] for _ in links]
    for runs, others, way in ((upright, level, True), (level, upright, False)):
        stand = [run.at for run in others]
        for run in runs:
            first, end = bisect_right(stand, run.low + _WELL), bisect_left(stand, run.high - _WELL)
            for other in others[first:end]:
                inside = other.low + _WELL < run.at < other.high - _WELL
                if inside and other.link < run.link and other.owner != run.owner:
                    at = (run.at, other.at) if way else (other.at, run.at)
                    over[run.link].append((run.place, other.place, Crossing(at, way)))
    return (tuple(crossing for _, _, crossing in sorted(each)) for each in over)


def bridges(over: Iterable[Crossing], width: float, ground: Callable[[Point], str]) -> tuple[Path, ...]:
    """Short strokes in the colour of the ground, laid under a line of this width where it passes over."""
    return tuple(
        line(_ends(crossing), Pen(stroke=ground(crossing.at), width=width + 2 * CASING)) for crossing in over
    )


def _ends(crossing: Crossing) -> tuple[Point, Point]:
    x, y = crossing.at
    return ((x, y - CASING), (x, y + CASING)) if crossing.upright else ((x - CASING, y), (x + CASING, y))


def _runs(links: Sequence[tuple[Hashable, Sequence[Point]]]) -> Iterator[tuple[_Run, bool]]:
    """Every run of every link, and whether it is upright."""
    every = ((link, owner, run) for link, (owner, points) in enumerate(links) for run in segments(points))
    for place, (link, owner, (a, b)) in enumerate(every):
        upright = a[0] == b[0]
        (at, one), (_, other) = (a, b) if upright else (a[::-1], b[::-1])
        yield _Run(at, min(one, other), max(one, other), place, link, owner), upright
