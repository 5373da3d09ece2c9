"""Panels packed onto a page, in their order: side by side and one above the other, whatever fits best.

Every arrangement that straight cuts across the page can make is weighed, without listing them: the sizes
that a run of panels can take are those of its two halves, joined in either direction (Stockmeyer 1983).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foedus.layout.drawing import Area

GAP = 9.0
"""Between two panels. Points."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A least size of a run of panels: of one panel (`leaf`), or of two runs beside or above each other."""

    width: float
    height: float
    leaf: int = -1
    halves: "tuple[Shape, Shape] | None" = None
    beside: bool = False


def packed(
    sizes: Sequence[Sequence[tuple[float, float]]], width: float, height: float
) -> tuple[Area, ...] | None:
    """The area of each panel in the order given, filling the page; None where they do not fit.

    `sizes` are the least widths and heights that each panel can take; every area is at least as large as
    one of them.
    """
    shapes = _best([[Shape(w, h, leaf=i) for w, h in each] for i, each in enumerate(sizes)])
    fitting = [shape for shape in shapes if shape.width <= width and shape.height <= height]
    if not fitting:
        return None
    best = min(fitting, key=lambda shape: max(shape.width / width, shape.height / height))
    areas = dict(_spread(best, Area(0.0, 0.0, width, height)))
    return tuple(areas[i] for i in range(len(sizes)))


def _best(leaves: list[list[Shape]]) -> list[Shape]:
    """The shapes of the whole run, none of them larger both ways than another."""
    runs = {(i, i + 1): _frontier(shapes) for i, shapes in enumerate(leaves)}
    for length in range(2, len(leaves) + 1):
        for start in range(len(leaves) - length + 1):
            end = start + length
            pairs = [(runs[start, cut], runs[cut, end]) for cut in range(start + 1, end)]
            found = [shape for one, other in pairs for shape in (*_beside(one, other), *_above(one, other))]
            runs[start, end] = _frontier(found)
    return runs[0, len(leaves)] if leaves else []


def _frontier(shapes: list[Shape]) -> list[Shape]:
    """Those shapes that no other one betters, from narrow and high to wide and low."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda each: (each.width, each.height)):
        if not kept or shape.height < kept[-1].height - 0.5:
            kept.append(shape)
    return kept


def _beside(left: list[Shape], right: list[Shape]) -> Iterator[Shape]:
    """For every height that one of the two has, the narrowest of both side by side."""
    for high in sorted({shape.height for shape in (*left, *right)}):
        one = next((shape for shape in left if shape.height <= high), None)
        other = next((shape for shape in right if shape.height <= high), None)
        if one is not None and other is not None:
            yield Shape(one.width + GAP + other.width, high, halves=(one, other), beside=True)


def _above(upper: list[Shape], lower: list[Shape]) -> Iterator[Shape]:
    """For every width that one of the two has, the lowest of both one above the other."""
    for wide in sorted({shape.width for shape in (*upper, *lower)}):
        one = next((shape for shape in reversed(upper) if shape.width <= wide), None)
        other = next((shape for shape in reversed(lower) if shape.width <= wide), None)
        if one is not None and other is not None:
            yield Shape(wide, one.height + GAP + other.height, halves=(one, other))


def _spread(shape: Shape, area: Area) -> Iterator[tuple[int, Area]]:
    """The shape stretched over an area: each half gets a share of what is free by its own size."""
    if shape.halves is None:
        yield shape.leaf, area
        return
    one, other = shape.halves
    if shape.beside:
        first = (area.width - GAP) * one.width / (one.width + other.width)
        halves = (
            replace(area, width=first),
            replace(area, x=area.x + first + GAP, width=area.width - GAP - first),
        )
    else:
        first = (area.height - GAP) * one.height / (one.height + other.height)
        halves = (
            replace(area, height=first),
            replace(area, y=area.y + first + GAP, height=area.height - GAP - first),
        )
    yield from _spread(one, halves[0])
    yield from _spread(other, halves[1])
