"""Who did what when in a played scenario, and what each step changed."""

from collections import defaultdict

from foedus.simulation import Position, Trace, Turn
from foedus.views.played import caption, hue_of, instants, stand, whose
from foedus.views.played_shapes import Doer, Happening, Mover, Sequence, Shift, Stand
from foedus.words import component_list, name, numbers, plain, provisions_of

NOBODY = Doer("", "No doer named")


def view(trace: Trace) -> Sequence:
    """The sequence of a trace; without steps where the scenario could not be played."""
    points = instants(trace)
    turns = zip(points, trace.turns, strict=False)  # the end, where it is a point of its own, is no turn
    happenings = tuple(Happening(point, _shifts(trace, turn)) for point, turn in turns if point.number)
    doers = _doers(trace, happenings)
    named = ", ".join(doer.title for doer in doers if doer.id) or "nobody who is named"
    moved = sum(len(shift.movers) for each in happenings for shift in each.shifts)
    steps = "1 step" if len(happenings) == 1 else f"{len(happenings)} steps"
    alt = f"Sequence of {steps} by {named}: {moved} changes of state."
    return Sequence(caption(trace, "sequence", alt), doers, happenings)


def _doers(trace: Trace, happenings: tuple[Happening, ...]) -> tuple[Doer, ...]:
    """What happens without a doer first, then everybody who does something, as they come."""
    model = trace.project.model
    deeds = [deed for each in happenings for deed in each.instant.deeds]
    ids = dict.fromkeys(who for deed in deeds for who in deed.who)
    found = [Doer(who, name(model, who), _kind(trace, who)) for who in ids]
    return (*((NOBODY,) if any(not deed.who for deed in deeds) else ()), *found)


def _kind(trace: Trace, who: str) -> str:
    model = trace.project.model
    found = model.actors.get(who) or model.bodies.get(who)
    return plain(found.kind) if found is not None else ""


def _shifts(trace: Trace, turn: Turn) -> tuple[Shift, ...]:
    """What an instant changed, by how it changed; promises in order of their numbers."""
    model = trace.project.model
    ways: dict[tuple[Stand, Stand], dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for change in turn.changes:
        way = (stand(model, change.before), stand(model, change.now))
        if way[0] != way[1]:
            ways[way][change.now.position.provision].append(change.now.position)
    order, every = _order(trace), _positions(trace)
    found = [
        Shift(before, now, tuple(
            _mover(trace, key, positions, every[key])
            for key, positions in sorted(moved.items(), key=lambda each: order[each[0]])
        ))
        for (before, now), moved in ways.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda shift: (-len(shift.movers), shift.before.words, shift.now.words)))


def _mover(trace: Trace, provision: str, positions: list[Position], every: int) -> Mover:
    model = trace.project.model
    found = model.provisions[provision]
    number = numbers(model).get(provision, provision)
    return Mover(number, found.title, whose(model, positions, every), hue_of(model, provision))


def _order(trace: Trace) -> dict[str, int]:
    """The place of each provision in the order of numbers."""
    model = trace.project.model
    known = [each.id for part in component_list(model) for each in provisions_of(model, part.id)]
    rest = sorted(set(model.provisions) - set(known))
    return {key: place for place, key in enumerate([*known, *rest])}


def _positions(trace: Trace) -> dict[str, int]:
    """How many positions each provision has."""
    found: dict[str, int] = defaultdict(int)
    for change in trace.turns[0].changes:
        found[change.now.position.provision] += 1
    return found
