"""What stands together in a drawing: an outline with the words in it, or words that stand free."""

from dataclasses import dataclass, replace

from foedus.layout.drawing import Area, Item, Path, Pen, Rect, Words

_SLACK = 1.5  # words may reach so far over an outline and still be in it, in points


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape of a slide: outlines of one pen (none for words alone), and the lines of text in them."""

    outlines: tuple[Rect | Path, ...]
    words: tuple[Words, ...]

    @property
    def area(self) -> Area:
        """The space of the first outline, else of the words."""
        return bounds(self.outlines[0]) if self.outlines else around([each.area for each in self.words])

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(each.text for each in self.words)


def pieces(items: tuple[Item, ...]) -> tuple[Piece, ...]:
    """The items of a part of a drawing, put together; words belong to the last outline that holds them."""
    found: list[Piece] = []
    for item in items:
        if isinstance(item, Words):
            _write(found, item)
        elif found and _continues(found[-1], item):
            found[-1] = replace(found[-1], outlines=(*found[-1].outlines, item))
        else:
            found.append(Piece((item,), ()))
    return tuple(found)


def _write(found: list[Piece], words: Words) -> None:
    """Put words where they belong: into an outline, under a line that stands free, or on their own."""
    for place in reversed(range(len(found))):
        piece = found[place]
        held = piece.outlines and _closed(piece.outlines[0]) and piece.area.holds(words.area, _SLACK)
        if held or (not piece.outlines and _under(piece.words[-1], words)):
            found[place] = replace(piece, words=(*piece.words, words))
            return
    found.append(Piece((), (words,)))


def _under(above: Words, words: Words) -> bool:
    """Whether a free line continues the one above it."""
    alike = (above.x, above.anchor) == (words.x, words.anchor)
    return alike and 0 < words.y - above.y < 1.6 * max(words.size, above.size)


def _closed(item: Rect | Path) -> bool:
    return isinstance(item, Rect) or item.steps[-1][0] == "Z"


def _continues(piece: Piece, item: Rect | Path) -> bool:
    """Whether a stroke is a further line of the same pen inside an outline: the double edge of an actor."""
    first = piece.outlines[0].pen if piece.outlines else Pen()
    same = (first.stroke, first.width) == (item.pen.stroke, item.pen.width)
    inside = bool(piece.outlines) and piece.area.holds(bounds(item), 0.5)
    return same and inside and item.pen.fill == "none" and not item.pen.dash and not piece.words


def bounds(item: Rect | Path) -> Area:
    """The space between the outermost points of an outline."""
    if isinstance(item, Rect):
        return item.area
    points = [(at[i], at[i + 1]) for _, at in item.steps for i in range(0, len(at), 2)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Area(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def around(areas: list[Area]) -> Area:
    """The space that holds all of these."""
    left, top = min(each.x for each in areas), min(each.y for each in areas)
    return Area(left, top, max(each.right for each in areas) - left, max(each.bottom for each in areas) - top)
