"""Letters as shapes, for programs that have neither our font nor a way to carry it."""

from functools import lru_cache
from typing import Literal, TypeAlias

from fontTools.pens.basePen import BasePen

from foedus.layout.drawing import Drawing, Item, Path, Pen, Point, Step, Words
from foedus.layout.metrics import glyphs, unknown
from foedus.layout.recast import recast


def outlined(drawing: Drawing) -> Drawing:
    """The drawing with every line of text as one path; a line that Inter cannot draw whole stays text."""
    return recast(drawing, _shaped)


def _shaped(item: Item) -> Item:
    return _shape(item) if isinstance(item, Words) and not unknown(item.text) else item


def _shape(words: Words) -> Path:
    """The letters side by side on the baseline, the line anchored as the words were."""
    drawn = [_glyph(c, words.weight, words.italic) for c in words.text]
    whole = sum(advance for advance, _ in drawn) * words.size + words.spacing * len(drawn)
    x = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * whole
    steps: list[Step] = []
    for advance, outline in drawn:
        steps += [(letter, _placed(at, x, words.y, words.size)) for letter, at in outline]
        x += advance * words.size + words.spacing
    return Path(tuple(steps), Pen(fill=words.colour))


def _placed(numbers: tuple[float, ...], x: float, y: float, size: float) -> tuple[float, ...]:
    """Coordinates in em, y upwards, as points on the page."""
    return tuple(y - n * size if i % 2 else x + n * size for i, n in enumerate(numbers))


@lru_cache(maxsize=4096)
def _glyph(c: str, weight: int, italic: bool) -> tuple[float, tuple[Step, ...]]:
    """The advance and the outline of a character, in em."""
    font = glyphs(weight, italic)
    glyph = font.shapes[font.names[ord(c)]] if ord(c) in font.names else None
    if glyph is None:
        return 0.0, ()
    pen = _Steps(font.shapes, font.em)
    glyph.draw(pen)
    return glyph.width / font.em, tuple(pen.steps)


Letter: TypeAlias = Literal["M", "L", "Q", "C", "Z"]


class _Steps(BasePen):  # type: ignore[misc]  # fontTools has no types
    """A fontTools pen that notes what is drawn as the steps of a path."""

    def __init__(self, shapes: object, em: int) -> None:
        super().__init__(shapes)
        self.steps: list[Step] = []
        self._em = em

    def _note(self, letter: Letter, *points: Point) -> None:
        self.steps.append((letter, tuple(n / self._em for point in points for n in point)))

    def _moveTo(self, pt: Point) -> None:
        self._note("M", pt)

    def _lineTo(self, pt: Point) -> None:
        self._note("L", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self._note("C", pt1, pt2, pt3)

    def _qCurveToOne(self, pt1: Point, pt2: Point) -> None:
        self._note("Q", pt1, pt2)

    def _closePath(self) -> None:
        self._note("Z")
