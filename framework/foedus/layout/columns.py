"""Which column every box stands in: what comes first stands left of what it brings about.

Boxes outside the lanes stand left of them (what starts things), or right of them (what all leads
to). Graphviz ranks the boxes, so that links are short; without it the longest path decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from foedus.errors import Stop
from foedus.layout import engines
from foedus.layout.hints import heeded
from foedus.views.shapes import Diagram

# No splines, for we draw our own; the limits keep dense graphs from taking for ever.
_HEAD = (
    "rankdir=LR;splines=false;nslimit=2;nslimit1=2;mclimit=1;"
    'node[shape=box,fixedsize=true,width=1.6,height=0.5,label=""];'
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each box by id; the lanes reach from column `first` up to, not with, `after`.

    `back` holds the positions of links that run against the order (they close a circle), `order` a
    first idea of what stands above what, `engine` who ranked, `note` what the user should know.
    """

    of: Mapping[str, int]
    first: int
    after: int
    back: frozenset[int]
    order: Mapping[str, float]
    engine: str
    note: str = ""


Pair = tuple[str, str]


def ranked(diagram: Diagram, engine: str) -> Columns:
    """The columns of a diagram. `engine` is auto, embedded, system or own; see `lay_out`."""
    known = {box.id for box in diagram.boxes}
    for link in diagram.links:
        if not {link.source, link.target} <= known:
            raise ValueError(f"link from {link.source} to {link.target}: no such box in the diagram")
    back = _back(diagram)
    pairs = _forward(diagram, back)
    sides = _sides(diagram, pairs)
    match engine:
        case "own":
            ranks, order, name, note = *_longest(diagram, pairs, sides), "Foedus ranks", ""
        case "embedded" | "system":
            ask = engines.embedded if engine == "embedded" else engines.system
            ranks, order, name, note = *_asked(diagram, pairs, sides, ask), ""
        case "auto":
            ranks, order, name, note = _best(diagram, pairs, sides)
        case _:
            raise ValueError(f"no engine {engine!r}")
    return heeded(diagram, _numbered(diagram, sides, ranks, back, order, name, note))


Ranking = tuple[dict[str, float], dict[str, float]]


def _best(diagram: Diagram, pairs: list[Pair], sides: dict[str, int]) -> tuple[
    dict[str, float], dict[str, float], str, str
]:  # fmt: skip
    try:
        return *_asked(diagram, pairs, sides, engines.embedded), ""
    except Stop as stop:
        return *_longest(diagram, pairs, sides), "Foedus ranks", f"ranked without Graphviz: {stop}"


def _back(diagram: Diagram) -> frozenset[int]:
    """Links that close a circle, found by walking depth first in the order of the diagram."""
    leaving: dict[str, list[tuple[int, str]]] = {box.id: [] for box in diagram.boxes}
    for i, link in enumerate(diagram.links):
        if link.source != link.target:
            leaving[link.source].append((i, link.target))
    entered = {link.target for link in diagram.links}
    starts = sorted(leaving, key=lambda id: id in entered)
    back: set[int] = set()
    done: set[str] = set()
    for start in starts:
        open_boxes, way = {start}, [(start, iter(leaving[start]))]
        while way and start not in done:
            at, rest = way[-1]
            i, target = next(rest, (-1, ""))
            if i < 0:
                way.pop()
                open_boxes.discard(at)
                done.add(at)
            elif target in open_boxes:
                back.add(i)
            elif target not in done:
                open_boxes.add(target)
                way.append((target, iter(leaving[target])))
    return frozenset(back)


def _forward(diagram: Diagram, back: frozenset[int]) -> list[Pair]:
    """The links as pairs without circles, each once, those of `back` turned round."""
    pairs: dict[Pair, None] = {}
    for i, link in enumerate(diagram.links):
        if link.source != link.target:
            pairs[(link.target, link.source) if i in back else (link.source, link.target)] = None
    return list(pairs)


def _sides(diagram: Diagram, pairs: list[Pair]) -> dict[str, int]:
    """-1 for boxes left of the lanes, 1 for those right of them, 0 for all others."""
    lanes = {lane.id for lane in diagram.lanes}
    laned = {box.id for box in diagram.boxes if box.lane in lanes}
    if not laned:
        return {box.id: 0 for box in diagram.boxes}
    before = _reached(laned, [(b, a) for a, b in pairs])
    after = _reached(laned, pairs)
    return {box.id: _side(box.id, laned, before, after) for box in diagram.boxes}


def _side(id: str, laned: set[str], before: set[str], after: set[str]) -> int:
    if id in laned:
        return 0
    if id not in after:
        return -1
    return 0 if id in before else 1


def _reached(starts: set[str], pairs: list[Pair]) -> set[str]:
    follow: dict[str, list[str]] = {}
    for a, b in pairs:
        follow.setdefault(a, []).append(b)
    seen, todo = set(starts), sorted(starts)
    while todo:
        for b in follow.get(todo.pop(), ()):
            if b not in seen:
                seen.add(b)
                todo.append(b)
    return seen


def _asked(
    diagram: Diagram, pairs: list[Pair], sides: dict[str, int], ask: Callable[[str], engines.Answer]
) -> tuple[dict[str, float], dict[str, float], str]:
    """Ranks and order from Graphviz, which sees nothing but generated names and one fixed size."""
    boxes = diagram.boxes
    name = {box.id: f"n{i}" for i, box in enumerate(boxes)}
    rows = [f"{name[box.id]};" for box in boxes]
    rows += [f"{name[a]}->{name[b]};" for a, b in pairs]
    left = [name[box.id] for box in boxes if sides[box.id] < 0]
    inner = [name[box.id] for box in boxes if sides[box.id] == 0]
    right = [name[box.id] for box in boxes if sides[box.id] > 0]
    rows += _wall("w0", left, inner) + _wall("w1", inner, right)
    entered = {b for _, b in pairs}
    sources = [name[box.id] for box in boxes if sides[box.id] < 0 and box.id not in entered]
    if left and inner:
        rows.append("{rank=same;" + ";".join(sources) + "}")
    answer = ask("digraph{" + _HEAD + "".join(rows) + "}")
    ranks = {box.id: round(x) for box, (x, _) in zip(boxes, answer.centres, strict=True)}
    order = {box.id: y for box, (_, y) in zip(boxes, answer.centres, strict=True)}
    return {id: float(rank) for id, rank in ranks.items()}, order, answer.engine


def _wall(name: str, before: list[str], after: list[str]) -> list[str]:
    """An unseen node that every box of one side must stand before, and of the other side behind."""
    if not (before and after):
        return []
    pull = "[weight=0,style=invis]"
    return (
        [f"{name}[width=0.1,height=0.1];"]
        + [f"{a}->{name}{pull};" for a in before]
        + [f"{name}->{b}{pull};" for b in after]
    )


def _longest(diagram: Diagram, pairs: list[Pair], sides: dict[str, int]) -> Ranking:
    """Every box one rank after the last of those it follows; order as written."""
    ranks = {box.id: 0.0 for box in diagram.boxes}
    for _ in diagram.boxes:
        changed = False
        for a, b in pairs:
            if sides[a] == sides[b] and ranks[b] < ranks[a] + 1:
                ranks[b], changed = ranks[a] + 1, True
        if not changed:
            break
    return ranks, {box.id: float(i) for i, box in enumerate(diagram.boxes)}


def _numbered(
    diagram: Diagram, sides: dict[str, int], ranks: dict[str, float], back: frozenset[int],
    order: dict[str, float], name: str, note: str,
) -> Columns:  # fmt: skip
    """Columns counted from 0, side by side, without gaps."""
    of: dict[str, int] = {}
    ends = [0]
    for side in (-1, 0, 1):
        members = [box.id for box in diagram.boxes if sides[box.id] == side]
        levels = sorted({ranks[id] for id in members})
        of |= {id: ends[-1] + levels.index(ranks[id]) for id in members}
        ends.append(ends[-1] + len(levels))
    return Columns(of, ends[1], ends[2], back, order, name, note)
