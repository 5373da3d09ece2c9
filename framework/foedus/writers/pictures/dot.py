"""A picture as a Graphviz file in which everything a model says is inert text.

Node names are generated, labels are plain and escaped, and colours, fonts and shapes come from our
own tables, so that nothing in a label can become syntax, an attribute or a link.
"""

from foedus.layout.metrics import printable
from foedus.layout.palette import LIGHT, Theme
from foedus.layout.tokens import LINKS
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import PILLS, Box, Caption, Lane
from foedus.writers.pictures.graphs import as_diagram, beside

FONT = "Inter,Noto Sans,Segoe UI,Arial,sans-serif"
_WRAP = 30  # characters; Graphviz measures with fonts of its own, so points would promise too much
_GATES = {"all": "AND", "any": "OR", "not": "NOT"}
_SHAPES = {
    "event": "box",
    "fact": "box",
    "any": "diamond",
    "count": "hexagon",
    "determination": "hexagon",
    "not": "ellipse",
    "instrument": "note",
    "actor": "box",
}
_DASHES = {"agreed": "solid", "draft": "dashed", "open": "dotted", "ended": "dashed"}
_STYLES = {"requires": "dashed", "inference": "dotted"}
_HEADS = {"filled": "normal", "open": "empty", "bar": "tee"}


def write(picture: AnyPicture, theme: Theme = LIGHT) -> str:
    """The picture as DOT text that ends in a newline, laid out from left to right by `dot`."""
    import graphviz

    diagram = as_diagram(picture)
    graph = graphviz.Digraph(
        "foedus",
        graph_attr={
            "rankdir": "LR", "compound": "true", "newrank": "true", "fontname": FONT, "fontsize": "12",
            "label": _heading(diagram.caption), "labelloc": "t", "labeljust": "l",
            "fontcolor": theme.ink, "nodesep": "0.18", "ranksep": "0.5", "bgcolor": theme.paper, "pad": "0.3",
        },
        node_attr={
            "fontname": FONT, "fontsize": "10", "fontcolor": theme.ink, "shape": "box", "margin": "0.12,0.07",
        },
        edge_attr={"fontname": FONT, "fontsize": "8", "color": theme.ink, "arrowsize": "0.7"},
    )  # fmt: skip
    names = {box.id: f"n{i + 1}" for i, box in enumerate(diagram.boxes)}
    lanes = {lane.id: lane for lane in diagram.lanes}
    for box in diagram.boxes:
        if box.lane not in lanes:
            graph.node(names[box.id], _text(box), **_node(box, 0, theme))
    for i, lane in enumerate(diagram.lanes):
        with graph.subgraph(name=f"cluster_{i + 1}", graph_attr=_cluster(lane, theme)) as cluster:
            for box in diagram.boxes:
                if box.lane == lane.id:
                    cluster.node(names[box.id], _text(box), **_node(box, lane.hue, theme))
    for link in diagram.links:
        graph.edge(names[link.source], names[link.target], **_edge(link.kind, link.meaning, theme))
    for left, right in beside(picture):
        graph.edge(names[left], names[right], style="invis")
    return str(graph.source)


def _cluster(lane: Lane, theme: Theme) -> dict[str, str]:
    colour = theme.hue(lane.hue)
    return {
        "label": _label(f"{lane.number}  {lane.title}".strip(), 60),
        "labeljust": "l",
        "style": "rounded,filled",
        "fillcolor": colour.tint,
        "color": colour.ink,
        "fontcolor": colour.ink,
        "fontsize": "11",
        "margin": "12",
    }


def _node(box: Box, number: int, theme: Theme) -> dict[str, str]:
    ink = theme.hue(number).ink
    shape = _SHAPES.get(box.kind, "box")
    look = {
        "shape": shape,
        "color": ink,
        "fillcolor": theme.paper,
        "style": f"rounded,filled,{_DASHES[box.standing]}",
    }
    if shape != "box":
        look["style"] = f"filled,{_DASHES[box.standing]}"
    if box.kind in PILLS:
        look |= {"fillcolor": theme.event, "color": theme.event, "fontcolor": theme.paper}
    if box.kind in {"all", "any", "not", "count"}:
        look |= {"color": theme.ink, "margin": "0.05,0.03"}
    if box.kind in {"actor", "body"}:
        look["peripheries"] = "2"
    return look


def _edge(kind: str, meaning: str, theme: Theme) -> dict[str, str]:
    style = LINKS[kind]
    look = {
        "style": _STYLES.get(kind, "solid"),
        "arrowhead": _HEADS[style.head],
        "penwidth": f"{style.width:g}",
        "color": theme.ink if style.strong else theme.edge,
        "fontcolor": theme.muted,
    }
    return look | ({"tooltip": _label(meaning, 400)} if printable(meaning) else {})


def _heading(caption: Caption) -> str:
    """Title, tag and source, each on lines of its own."""
    said = (caption.title, caption.tag, caption.source)
    return _join([line for text in said for line in _broken(text, 100)], r"\l")


def _text(box: Box) -> str:
    if box.kind in _GATES:
        return _label(_GATES[box.kind], _WRAP)
    lines = [f"{box.number}  {box.text}".strip(), *(f"{row.number}  {row.text}".strip() for row in box.rows)]
    side = r"\l" if box.number or box.rows else r"\n"
    return _join([part for line in lines if line for part in _broken(line, _WRAP)], side)


def _label(text: str, wrap: int) -> str:
    return _join(_broken(text, wrap), r"\n")


def _broken(text: str, wrap: int) -> list[str]:
    from textwrap import wrap as broken

    return broken(printable(text), wrap, break_long_words=False, break_on_hyphens=False)


def _join(lines: list[str], end: str) -> str:
    """Escaped lines as one label; `&` is written as an entity, for Graphviz reads entities in labels."""
    import graphviz

    safe = [graphviz.escape(line.replace("&", "&amp;")) for line in lines]
    whole = end.join(safe) + (end if end == r"\l" and safe else "")
    return str(graphviz.nohtml(whole))
