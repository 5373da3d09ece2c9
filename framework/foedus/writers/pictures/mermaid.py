"""A picture as a Mermaid flowchart, to be edited by hand or shown where Mermaid is drawn.

Labels are quoted, and every sign that Mermaid or a browser could read as syntax is written as a
numeric entity; node names are generated, and there are neither links to click nor directives.
"""

from foedus.layout.metrics import printable
from foedus.layout.palette import LIGHT, Theme
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import PILLS, Box, Diagram, Lane
from foedus.writers.pictures.graphs import as_diagram, beside

_FORMS = {
    "event": ("([", "])"),
    "fact": ("([", "])"),
    "any": ("{", "}"),
    "count": ("{{", "}}"),
    "determination": ("{{", "}}"),
    "not": ("((", "))"),
    "actor": ("[[", "]]"),
    "body": ("[[", "]]"),
}
_GATES = {"all": "AND", "any": "OR", "not": "NOT"}
_ARROWS = {"activates": "-->", "requires": "-.->", "includes": "--o", "inference": "-.->", "blocks": "--x"}
_DASHES = {
    "agreed": "",
    "draft": "stroke-dasharray:4 3",
    "open": "stroke-dasharray:1 3",
    "ended": "stroke-dasharray:6 2 1 2",
}


def write(picture: AnyPicture, theme: Theme = LIGHT) -> str:
    """The picture as Mermaid text (flowchart, left to right) that ends in a newline."""
    diagram = as_diagram(picture)
    names = {box.id: f"n{i + 1}" for i, box in enumerate(diagram.boxes)}
    lanes = {lane.id for lane in diagram.lanes}
    caption = diagram.caption
    rows = ["flowchart LR"]
    rows += [f"  %% {_comment(text)}" for text in (caption.title, caption.tag, caption.source)]
    rows += [f"  {_node(names[box.id], box)}" for box in diagram.boxes if box.lane not in lanes]
    for i, lane in enumerate(diagram.lanes):
        inside = [box for box in diagram.boxes if box.lane == lane.id]
        rows += _subgraph(f"lane{i + 1}", lane, inside, names, theme)
    rows += [f"  {names[k.source]} {_ARROWS[k.kind]} {names[k.target]}" for k in diagram.links]
    rows += [f"  {names[left]} ~~~ {names[right]}" for left, right in beside(picture)]
    rows += _classes(diagram, names, theme)
    return "\n".join(rows) + "\n"


def _subgraph(name: str, lane: Lane, boxes: list[Box], names: dict[str, str], theme: Theme) -> list[str]:
    colour = theme.hue(lane.hue)
    title = _quoted(f"{lane.number} {lane.title}".strip() or "lane")
    inside = [f"    {_node(names[box.id], box)}" for box in boxes]
    look = f"  style {name} fill:{colour.tint},stroke:{colour.ink},color:{colour.ink}"
    return [f"  subgraph {name}[{title}]", "    direction LR", *inside, "  end", look]


def _node(name: str, box: Box) -> str:
    left, right = _FORMS.get(box.kind, ("[", "]"))
    if box.kind in _GATES:
        return f"{name}{left}{_quoted(_GATES[box.kind])}{right}"
    lines = [f"{box.number} {box.text}".strip(), *(f"{row.number} {row.text}".strip() for row in box.rows)]
    inner = "<br/>".join(_escaped(line) for line in lines if line)
    return f'{name}{left}"{inner or " "}"{right}'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """Letters, digits and harmless signs as they are; all else as `#n;`, Mermaid's own entity."""
    return "".join(c if _harmless(c) else f"#{ord(c)};" for c in printable(text))


def _harmless(c: str) -> bool:
    return c in " ,.:/-–—·’„“”«»" or c.isalnum() or ord(c) > 0x2FF


def _comment(text: str) -> str:
    return "".join(c if c in " ,.:-" or c.isalnum() else " " for c in printable(text))


def _classes(diagram: Diagram, names: dict[str, str], theme: Theme) -> list[str]:
    """Outlines by standing and lane; events and conditions dark."""
    hues = {lane.id: lane.hue for lane in diagram.lanes}
    rows = [f"  classDef event fill:{theme.event},stroke:{theme.event},color:{theme.paper}"]
    groups: dict[tuple[int, str], list[str]] = {}
    events = []
    for box in diagram.boxes:
        if box.kind in PILLS:
            events.append(names[box.id])
        else:
            groups.setdefault((hues.get(box.lane, 0), box.standing), []).append(names[box.id])
    if events:
        rows.append(f"  class {','.join(events)} event")
    for (number, standing), members in sorted(groups.items()):
        ink = theme.hue(number).ink
        look = ",".join(
            filter(None, (f"fill:{theme.paper}", f"stroke:{ink}", f"color:{theme.ink}", _DASHES[standing]))
        )
        rows.append(f"  classDef h{number}{standing} {look}")
        rows.append(f"  class {','.join(members)} h{number}{standing}")
    return rows
