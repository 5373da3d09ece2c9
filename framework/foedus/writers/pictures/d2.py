"""A picture as D2 (https://d2lang.com), to be edited by hand: names are generated, labels are quoted text."""

from foedus.layout.metrics import printable
from foedus.layout.palette import LIGHT, Theme
from foedus.layout.tokens import LINKS
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import PILLS, Box, Lane, Link
from foedus.writers.pictures.graphs import as_diagram

_SHAPES = {"any": "diamond", "count": "hexagon", "determination": "hexagon",
           "not": "circle", "instrument": "page"}  # fmt: skip
_GATES = {"all": "AND", "any": "OR", "not": "NOT"}
_DASHES = {"agreed": 0, "draft": 5, "open": 2, "ended": 8}
_LINES = {"requires": 5, "inference": 2}
_HEADS = {"open": "arrow", "bar": "box"}
_WRAP = 34


def write(picture: AnyPicture, theme: Theme = LIGHT) -> str:
    """The picture as D2 text (left to right, one container a component) that ends in a newline."""
    diagram = as_diagram(picture)
    lanes = {lane.id: f"lane{i}" for i, lane in enumerate(diagram.lanes, 1)}
    hues = {lane.id: lane.hue for lane in diagram.lanes}
    names = {}
    for i, box in enumerate(diagram.boxes, 1):
        names[box.id] = f"{lanes[box.lane]}.n{i}" if box.lane in lanes else f"n{i}"
    caption = diagram.caption
    rows = [f"# {printable(text)}" for text in (caption.title, caption.tag, caption.source) if text]
    rows.append("direction: right")
    rows += [_lane(lanes[lane.id], lane, theme) for lane in diagram.lanes]
    rows += [_box(names[box.id], box, hues.get(box.lane, 0), theme) for box in diagram.boxes]
    rows += [_link(names[link.source], names[link.target], link, theme) for link in diagram.links]
    return "\n".join(rows) + "\n"


def _lane(name: str, lane: Lane, theme: Theme) -> str:
    colour = theme.hue(lane.hue)
    style = f'style.fill: "{colour.tint}"; style.stroke: "{colour.ink}"; style.font-color: "{colour.ink}"'
    return f"{name}: {_quoted(f'{lane.number} {lane.title}'.strip())} {{ {style} }}"


def _box(name: str, box: Box, number: int, theme: Theme) -> str:
    dark = box.kind in PILLS
    fill, stroke, ink = theme.paper, theme.hue(number).ink, theme.ink
    if dark:
        fill, stroke, ink = theme.event, theme.event, theme.paper
    parts = [f"shape: {_SHAPES.get(box.kind, 'rectangle')}"]
    parts += [f'style.fill: "{fill}"', f'style.stroke: "{stroke}"', f'style.font-color: "{ink}"']
    if dark:
        parts.append("style.border-radius: 99")
    if _DASHES[box.standing]:
        parts.append(f"style.stroke-dash: {_DASHES[box.standing]}")
    lines = [_GATES.get(box.kind) or f"{box.number} {box.text}".strip()]
    lines += [f"{row.number} {row.text}".strip() for row in box.rows]
    return f"{name}: {_quoted(*filter(None, lines))} {{ {'; '.join(parts)} }}"


def _link(source: str, target: str, link: Link, theme: Theme) -> str:
    style = LINKS[link.kind]
    parts = [f'style.stroke: "{theme.ink if style.strong else theme.edge}"']
    if link.kind in _LINES:
        parts.append(f"style.stroke-dash: {_LINES[link.kind]}")
    if style.head in _HEADS:
        parts.append(f"target-arrowhead.shape: {_HEADS[style.head]}")
    return f"{source} -> {target}: {{ {'; '.join(parts)} }}"


def _quoted(*lines: str) -> str:
    """Lines as one label between quotes, broken where they are long; no sign in it means anything to D2."""
    from textwrap import wrap

    broken = [part for line in lines for part in wrap(printable(line), _WRAP, break_on_hyphens=False)]
    return '"' + r"\n".join(map(_safe, broken)) + '"'


def _safe(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
