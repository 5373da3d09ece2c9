"""Every order of events, shortest first: explicit breadth-first search over states of the world.

A state is what can still make a difference: facts, findings, the possible states of each position with
the time left on its clocks, and what has been reached. Orders that lead to the same state are followed
once; events that change the same facts in the same way are one move. The search is exact where no new
state is found any more; else it has looked at every order of so many moves.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from foedus.analyses.courses import Course, acted, idled
from foedus.limits import Limits
from foedus.logic import Leaf, leaves
from foedus.schema import GATES, Condition, Delivered, Found, InState, Model, Reached
from foedus.simulation import Act, Prepared
from foedus.simulation.clock import DAY, minute
from foedus.simulation.lifecycle import BIT
from foedus.simulation.onward import first_due
from foedus.simulation.world import World

M = TypeVar("M")
Monitor = Callable[[M, World], M]
"""What is remembered of a course beside its world: from what was remembered before, and the world now."""


class Visit(NamedTuple, Generic[M]):
    """A state as it is found: the shortest course that leads to it, what is remembered, how many moves."""

    course: Course
    memory: M
    moves: int


@dataclass(slots=True)
class Extent:
    """How far a search has come: states seen, moves up to which all orders were tried, whether it closed.

    `tried` counts the moves made on the way, in whatever order, `positions` those that they settled.
    """

    limits: Limits = field(default_factory=Limits)
    states: int = 0
    moves: int = 0
    tried: int = 0
    positions: int = 0
    closed: bool = False

    @property
    def ended(self) -> str | None:
        """The limit that has ended the search, by name; None while it may go on."""
        used = (("states", self.states), ("moves", self.tried), ("positions", self.positions))
        return next((name for name, count in used if count >= getattr(self.limits, name)), None)


def visits(
    prepared: Prepared,
    start: Course,
    monitor: Monitor[M],
    memory: M,
    deeds: frozenset[str],
    horizon: int | None,
    extent: Extent,
) -> Iterator[Visit[M]]:
    """Every state that some order of moves reaches, shortest courses first, ties in order of ids.

    `deeds` are the duties that are performed and failed on the way. `extent` is kept up to date; it is
    complete when the iterator has ended, be it by its limits.
    """
    moves = tuple(_moves(prepared, deeds))
    first = Visit(start, monitor(memory, start.world), 0)
    seen = {(_key(start), first.memory)}
    layer = [first]
    while layer:
        following: list[Visit[M]] = []
        for visit in layer:
            if extent.ended:
                return
            extent.states += 1
            yield visit
            for course in _next(prepared, visit.course, moves) if visit.moves != horizon else ():
                if extent.ended:
                    return
                extent.tried += 1
                extent.positions += course.world.settled - visit.course.world.settled
                memory = monitor(visit.memory, course.world)
                if (key := (_key(course), memory)) not in seen:
                    seen.add(key)
                    following.append(Visit(course, memory, visit.moves + 1))
        extent.moves = layer[0].moves
        if extent.moves == horizon:
            return
        layer = following
    extent.closed = True


def _next(prepared: Prepared, course: Course, moves: tuple[Act, ...]) -> Iterator[Course]:
    """The courses that are one move longer: an event, what somebody does about a duty, a clock run out."""
    for move in moves:
        if move.verb == "happens" or _due(prepared, course.world, move.subject):
            yield acted(prepared, course, (move,))
    due = first_due(course.world)
    if due is not None:
        yield idled(prepared, course, max(course.day, due // DAY + 1))


def _due(prepared: Prepared, world: World, provision: str) -> bool:
    return any(world.masks[index] & BIT["ACTIVE"] for index in prepared.numbers.of[provision])


def _key(course: Course) -> object:
    """What tells states apart; clocks by the time that they have left."""
    world, now = course.world, minute(course.day)
    values = tuple(
        frozenset(
            config if config.due is None else config._replace(due=config.due - now)
            for config in value.configs
        )
        for value in world.values
    )
    findings = frozenset(item for item in world.findings.items() if item[1] is not False)
    return tuple(world.facts), values, tuple(world.latches), findings


def _moves(prepared: Prepared, deeds: frozenset[str]) -> Iterator[Act]:
    """Events that bear on the model, one of each effect; then what is done about duties."""
    model = prepared.model
    facts = _facts_read(model)
    effects: set[frozenset[tuple[str, bool]]] = set()
    for event in model.events.values():
        effect = frozenset((fact, value) for fact, value in event.sets.items() if fact in facts)
        if effect and effect not in effects:
            effects.add(effect)
            yield Act("happens", event.id, None, None, event.route)
    for provision in sorted(deeds & model.provisions.keys()):
        yield Act("performs", provision, None, None, ("provisions", provision))
        yield Act("fails", provision, None, None, ("provisions", provision))


def _facts_read(model: Model) -> set[str]:
    found: set[str] = set()
    for leaf in _leaves(model):
        if isinstance(leaf, Found):
            determination = model.determinations.get(leaf.determination)
            found |= {determination.of} if determination is not None else set()
        elif isinstance(leaf, str):
            found.add(leaf)
    return found


def deeds_asked(model: Model, conditions: Iterable[Condition]) -> frozenset[str]:
    """The duties of which the model, or one of some conditions, asks whether they were honoured or broken."""
    asked: set[str] = set()
    for leaf in (*_leaves(model), *(leaf for each in conditions for leaf in leaves(each))):
        match leaf:
            case Delivered(provision=key):
                asked.add(key)
            case InState(provision=key, states=states) | Reached(provision=key, states=states):
                asked |= {key} if {"FULFILLED", "BREACHED"} & set(states) else set()
    duties = (each.id for each in model.provisions.values() if each.modality != "may")
    return frozenset(asked & {*duties})


def _leaves(model: Model) -> Iterator[Leaf]:
    for provision in model.provisions.values():
        for gate in GATES:
            yield from leaves(getattr(provision, gate))
