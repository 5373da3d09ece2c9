"""Pieces of a drawing as shapes of a slide: presets where there is one, else outlines of our own."""

from collections.abc import Callable, Sequence

from foedus.layout.drawing import Area, Path, Pen, Point, Rect, Step
from foedus.writers.decks import text
from foedus.writers.decks.fit import Fit
from foedus.writers.decks.pieces import Piece
from foedus.writers.decks.xml import named, solid, tag

_CORNER = 1 - 0.5**0.5  # how far into a quarter circle of radius 1 a square corner may reach
_BEND = 0.4477  # what is left of a radius before the handle of a quarter circle
_BESIDE, _BROADER, _MOST = 3.0, 0.1, 24.0  # points, a share, and points, by which free words may grow
_STEPS = {"M": "a:moveTo", "L": "a:lnTo", "Q": "a:quadBezTo", "C": "a:cubicBezTo", "Z": "a:close"}
_NEAR = 0.1  # a port so near to the middle of a side takes the site that every shape has there


def shape(piece: Piece, id: int, name: str, description: str, fit: Fit, ports: Sequence[Point] = ()) -> str:
    """A piece as one shape with its text inside; links may be glued where its `ports` are."""
    area = piece.area if piece.outlines else _broadened(piece)
    kind = tag("p:cNvSpPr") if piece.outlines else tag("p:cNvSpPr", txBox=1)
    head = tag("p:nvSpPr", named(id, name, description), kind, tag("p:nvPr"))
    if not piece.outlines:
        look = tag("p:spPr", frame(area, fit), _preset("rect"), tag("a:noFill"))
    else:
        pen = piece.outlines[0].pen
        geometry = _geometry(piece.outlines, area, fit, off_middle(area, ports))
        look = tag("p:spPr", frame(area, fit), geometry, solid(pen.fill), stroke(pen, fit))
    return tag("p:sp", head, look, text.body(piece.words, _inside(piece, area, ports), fit))


def group(parts: Sequence[str], area: Area, id: int, name: str, description: str, fit: Fit) -> str:
    """Shapes that move together and are said as one."""
    head = tag("p:nvGrpSpPr", named(id, name, description), tag("p:cNvGrpSpPr"), tag("p:nvPr"))
    x, y = fit.at((area.x, area.y))
    width, height = fit.length(area.width), fit.length(area.height)
    place = tag(
        "a:xfrm",
        tag("a:off", x=x, y=y),
        tag("a:ext", cx=width, cy=height),
        tag("a:chOff", x=x, y=y),
        tag("a:chExt", cx=width, cy=height),
    )
    return tag("p:grpSp", head, tag("p:grpSpPr", place), *parts)


def frame(area: Area, fit: Fit) -> str:
    """Where a shape stands and how large it is."""
    x, y = fit.at((area.x, area.y))
    size = tag("a:ext", cx=fit.length(area.width), cy=fit.length(area.height))
    return tag("a:xfrm", tag("a:off", x=x, y=y), size)


def stroke(pen: Pen, fit: Fit, *ends: str) -> str:
    """How a line is drawn; dashes are in thousandths of a per cent of its width."""
    if pen.stroke == "none":
        return tag("a:ln", tag("a:noFill"))
    dashes = ""
    if pen.dash:
        share = [round(length / pen.width * 100_000) for length in pen.dash]
        stops = (tag("a:ds", d=on, sp=off) for on, off in zip(share[::2], share[1::2], strict=True))
        dashes = tag("a:custDash", *stops)
    return tag("a:ln", solid(pen.stroke), dashes, tag("a:round"), *ends, w=fit.length(pen.width))


def off_middle(area: Area, ports: Sequence[Point]) -> tuple[Point, ...]:
    """The ports that need a site of their own, each once, in their order."""
    return tuple(dict.fromkeys(port for port in ports if _side(area, port) is None))


def site(area: Area, ports: Sequence[Point], port: Point) -> int:
    """The number of the connection site at a port: four in the middle of the sides, then those of our own."""
    side = _side(area, port)
    return side if side is not None else 4 + off_middle(area, ports).index(port)


def _sides(area: Area) -> tuple[Point, ...]:
    """The sites that a preset has: above, at the left, below, at the right."""
    x, y = area.middle
    return (x, area.y), (area.x, y), (x, area.bottom), (area.right, y)


def _side(area: Area, port: Point) -> int | None:
    for number, (x, y) in enumerate(_sides(area)):
        if abs(port[0] - x) < _NEAR and abs(port[1] - y) < _NEAR:
            return number
    return None


def _broadened(piece: Piece) -> Area:
    """The room of words that stand free, broader than they were drawn at the sides where they could grow."""
    room, anchor = text.room(piece.words), piece.words[0].anchor
    more = min(_MOST, _BESIDE + _BROADER * room.width)
    left = more if anchor != "start" else 0.0
    return Area(room.x - left, room.y, room.width + left + (more if anchor != "end" else 0.0), room.height)


def _geometry(outlines: Sequence[Rect | Path], area: Area, fit: Fit, ports: Sequence[Point]) -> str:
    first = outlines[0]
    if isinstance(first, Rect) and len(outlines) == 1 and not ports:
        return _box(first)
    drawn = [_rounded(each) if isinstance(each, Rect) else each.steps for each in outlines]
    filled = [each.pen.fill != "none" for each in outlines]
    return outline(drawn, area, fit, filled, (*_sides(area), *ports))


def _box(rect: Rect) -> str:
    shorter = min(rect.area.width, rect.area.height)
    if not rect.radius:
        return _preset("rect")
    if rect.radius >= shorter / 2 - 0.01 and abs(rect.area.width - rect.area.height) < 0.01:
        return _preset("ellipse")
    share = min(50_000, round(rect.radius / shorter * 100_000))
    return _preset("roundRect", tag("a:gd", name="adj", fmla=f"val {share}"))


def _inside(piece: Piece, area: Area, ports: Sequence[Point]) -> Area:
    """What a preset leaves for text (ECMA-376, presetShapeDefinitions): the square between its corners."""
    first = piece.outlines[0] if len(piece.outlines) == 1 and not off_middle(area, ports) else None
    corner = _CORNER * first.radius if isinstance(first, Rect) else 0.0
    return Area(area.x + corner, area.y + corner, area.width - 2 * corner, area.height - 2 * corner)


def _preset(name: str, *adjusted: str) -> str:
    return tag("a:prstGeom", tag("a:avLst", *adjusted), prst=name)


def outline(
    drawn: Sequence[Sequence[Step]], area: Area, fit: Fit, filled: Sequence[bool], sites: Sequence[Point] = ()
) -> str:
    """Paths inside an area as a geometry of our own, with the sites at which links may be glued."""
    x, y = fit.at((area.x, area.y))
    width, height = fit.length(area.width), fit.length(area.height)

    def inside(point: Point) -> tuple[int, int]:
        across, down = fit.at(point)
        return across - x, down - y

    paths = []
    for steps, full in zip(drawn, filled, strict=True):
        hollow: dict[str, str] = {} if full else {"fill": "none"}
        paths.append(tag("a:path", *(_step(each, inside) for each in steps), w=width, h=height, **hollow))
    guides, places = [], []
    for number, (across, down) in enumerate(map(inside, sites)):
        guides.append(tag("a:gd", name=f"x{number}", fmla=f"*/ {across} w {max(1, width)}"))
        guides.append(tag("a:gd", name=f"y{number}", fmla=f"*/ {down} h {max(1, height)}"))
        places.append(tag("a:cxn", tag("a:pos", x=f"x{number}", y=f"y{number}"), ang=0))
    return tag(
        "a:custGeom",
        tag("a:avLst"),
        tag("a:gdLst", *guides),
        tag("a:ahLst"),
        tag("a:cxnLst", *places),
        tag("a:rect", l="l", t="t", r="r", b="b"),
        tag("a:pathLst", *paths),
    )


def _step(step: Step, inside: Callable[[Point], tuple[int, int]]) -> str:
    letter, at = step
    points = [inside((at[i], at[i + 1])) for i in range(0, len(at), 2)]
    return tag(_STEPS[letter], *(tag("a:pt", x=x, y=y) for x, y in points))


def _rounded(rect: Rect) -> tuple[Step, ...]:
    """A rectangle with round corners as a path, clockwise from the end of its upper left corner."""
    area = rect.area
    r = min(rect.radius, area.width / 2, area.height / 2)
    c = r * _BEND
    left, right, top, bottom = area.x, area.right, area.y, area.bottom
    return (
        ("M", (left + r, top)),
        ("L", (right - r, top)),
        ("C", (right - c, top, right, top + c, right, top + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - c, right - c, bottom, right - r, bottom)),
        ("L", (left + r, bottom)),
        ("C", (left + c, bottom, left, bottom - c, left, bottom - r)),
        ("L", (left, top + r)),
        ("C", (left, top + c, left + c, top, left + r, top)),
        ("Z", ()),
    )
