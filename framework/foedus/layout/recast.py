"""A drawing with each of its items made anew."""

from collections.abc import Callable
from dataclasses import replace

from foedus.layout.drawing import Drawing, Item


def recast(drawing: Drawing, change: Callable[[Item], Item]) -> Drawing:
    """The same drawing, with `change` of every item in place of the item."""

    def all_of(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(map(change, items))

    return replace(
        drawing,
        frame=all_of(drawing.frame),
        lanes=tuple(replace(each, items=all_of(each.items)) for each in drawing.lanes),
        links=tuple(replace(each, items=all_of(each.items)) for each in drawing.links),
        boxes=tuple(replace(each, items=all_of(each.items)) for each in drawing.boxes),
        legend=tuple(replace(each, items=all_of(each.items)) for each in drawing.legend),
    )
