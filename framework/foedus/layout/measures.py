"""What can be measured on a finished drawing: its texts, what lies under them, what lies on what.

Lengths are points.
"""

from collections.abc import Iterator

from foedus.layout.drawing import Area, Drawing, Item, Path, PlacedLink, Rect, Words

TOUCH = 1.6
"""Lines of text may share so much: the room that letters leave above and below."""
SLACK = 0.6
"""What is measured may stand so much over an edge."""


def texts(drawing: Drawing) -> tuple[Words, ...]:
    """Every line of text, in the order of painting."""
    return tuple(item for item in drawing.items() if isinstance(item, Words))


def grounds(drawing: Drawing) -> Iterator[tuple[Words, str]]:
    """Each line of text with the colour that was painted last under its middle."""
    painted = [(Area(0, 0, drawing.width, drawing.height), drawing.paper)]
    for item in drawing.items():
        if isinstance(item, Words):
            spot = Area(*item.area.middle, 0, 0)
            yield (
                item,
                next((colour for area, colour in reversed(painted) if area.holds(spot)), drawing.paper),
            )
        elif item.pen.fill != "none":
            painted.append((around(item), item.pen.fill))


def around(item: Item) -> Area:
    """The least upright rectangle about an item."""
    match item:
        case Rect() | Words():
            return item.area
        case Path():
            xs = [x for _, at in item.steps for x in at[::2]]
            ys = [y for _, at in item.steps for y in at[1::2]]
            return Area(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def beneath(drawing: Drawing, link: PlacedLink) -> frozenset[str]:
    """The colours over which a link runs: those of the lanes that it meets, and of the paper."""
    xs, ys = zip(*link.points, strict=True)
    run = Area(min(xs), min(ys), max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0))
    lanes = (item for lane in drawing.lanes if lane.area.meets(run) for item in lane.items[:1])
    fills = {item.pen.fill for item in lanes if not isinstance(item, Words)}
    return frozenset(fills - {"none"}) | {drawing.paper}


def overlaps(drawing: Drawing) -> Iterator[tuple[Words, Words]]:
    """Every two lines of text that lie on one another."""
    lines = sorted(texts(drawing), key=lambda each: (each.area.y, each.area.x, each.text))
    for place, one in enumerate(lines):
        for other in lines[place + 1 :]:
            if other.area.y > one.area.bottom:
                break
            if one.area.meets(other.area, TOUCH):
                yield one, other


def outside(drawing: Drawing) -> Iterator[Words]:
    """The lines of text that leave the page, or the box that they stand in."""
    page = Area(0, 0, drawing.width, drawing.height)
    yield from (each for each in texts(drawing) if not page.holds(each.area, SLACK))
    parts = [(part.area, part.items) for part in drawing.boxes]
    parts += [(part.area, part.items) for part in drawing.lanes]
    parts += [(part.area, part.items) for part in drawing.legend]
    for area, items in parts:
        yield from (item for item in items if isinstance(item, Words) and not area.holds(item.area, SLACK))
