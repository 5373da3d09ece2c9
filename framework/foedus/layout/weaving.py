"""The links of a diagram woven into threads: which knots each runs through, and which share a net."""

from foedus.layout.columns import Columns
from foedus.layout.order import ordered
from foedus.layout.weave import OUTSIDE, Knot, Thread, Weave
from foedus.views.shapes import Diagram


def woven(diagram: Diagram, columns: Columns) -> Weave:
    """The threads of a diagram with the order of every column searched."""
    number = {lane.id: i for i, lane in enumerate(diagram.lanes)}
    band = len(number) or OUTSIDE
    knots = [_knot(columns, box.id, number.get(box.lane, OUTSIDE), band) for box in diagram.boxes]
    place = {box.id: i for i, box in enumerate(diagram.boxes)}
    load = {(knot.column, knot.lane): 0 for knot in knots}
    for knot in knots:
        load[knot.column, knot.lane] += 1
    nets: dict[tuple[object, ...], int] = {}
    passages: dict[tuple[int, int, int], int] = {}
    threads: dict[tuple[int, int, int], Thread] = {}
    for i, link in enumerate(diagram.links):
        a, b = place[link.source], place[link.target]
        turned = i in columns.back
        if turned:
            a, b = b, a
        if knots[a].column >= knots[b].column:
            continue  # a link from a box to itself is drawn beside the box
        net = nets.setdefault((i,) if turned else (a, link.kind), len(nets))
        way = [a]
        lane = _passed(knots[a], knots[b], load)
        for column in range(knots[a].column + 1, knots[b].column):
            inside = columns.first <= column < columns.after
            spot = (band if lane == OUTSIDE else lane) if inside else OUTSIDE
            key = (net, column, spot)
            if key not in passages:
                passages[key] = len(knots)
                knots.append(Knot(column, spot))
            way.append(passages[key])
        threads.setdefault((net, a, b), Thread(i, net, (*way, b), turned))
    count = max(len(number), 1 + max((knot.lane for knot in knots), default=0)) if number else 0
    return ordered(Weave(columns, tuple(knots), tuple(threads.values()), {}, count), diagram)


def _knot(columns: Columns, box: str, lane: int, band: int) -> Knot:
    column = columns.of[box]
    between = lane == OUTSIDE and columns.first <= column < columns.after
    return Knot(column, band if between else lane, box)


def _passed(a: Knot, b: Knot, load: dict[tuple[int, int], int]) -> int:
    """The lane through which a thread runs: the emptier one of its two ends."""
    if OUTSIDE in (a.lane, b.lane):
        return max(a.lane, b.lane)
    between = range(a.column + 1, b.column)
    crowd = {lane: sum(load.get((column, lane), 0) for column in between) for lane in (a.lane, b.lane)}
    return min((b.lane, a.lane), key=lambda lane: crowd[lane])
