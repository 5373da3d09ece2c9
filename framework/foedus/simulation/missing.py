"""What is missing: the smallest sets of what a position lacks to be ACTIVE, seen from one world."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from foedus.logic import Leaf
from foedus.place import Route
from foedus.schema import All, Any_, AtLeast, Condition, Not
from foedus.schema.vocabulary import State
from foedus.simulation.compile import Reads, compiled
from foedus.simulation.lacks import Lack, lack, whose
from foedus.simulation.prepare import Plan, Prepared
from foedus.simulation.questions import Count, Negated, OfFact, Question, Undeclared
from foedus.simulation.world import World

MOST_SETS = 200
"""So many ways are kept at most; `complete` is False where there were more."""

_AHEAD: dict[State, tuple[str, ...]] = {
    "INACTIVE": ("terminates_when", "concluded", "enters_when", "in_force_while", "trigger", "requires"),
    "STANDBY": ("terminates_when", "in_force_while", "trigger", "requires"),
    "PENDING": ("terminates_when", "in_force_while", "trigger", "requires"),
    "SUSPENDED": ("terminates_when", "in_force_while", "trigger", "requires"),
}
"""The guards that stand between a state and ACTIVE; the first of them must not be met."""

Need: TypeAlias = tuple[Question | None, bool]
"""A question and the answer that is wanted; None asks whether the text is concluded for the position."""


@dataclass(frozen=True, slots=True)
class Keep:
    """A question whose answer is as wanted and has to stay so, where elsewhere another is wanted."""

    question: Question
    so: bool


Ways: TypeAlias = tuple[frozenset[Need | Keep], ...]
"""Alternatives: each set would suffice, and none holds another."""


def missing(
    prepared: Prepared, plan: Plan, world: World, state: State
) -> tuple[tuple[tuple[Lack, ...], ...], bool]:
    """The smallest sets that would lead a position from a state to ACTIVE, and whether these are all.

    Smallest first; none where nothing stands between the two, or nothing can.
    """
    guards = _AHEAD.get(state, ())
    search = _Search(prepared, plan, world, guards)
    ways: Ways = (frozenset(),) if guards else ()
    for guard in guards:
        ways = search.both(ways, search.guard(guard))
    lacking: Ways = tuple(frozenset(each for each in way if not isinstance(each, Keep)) for way in ways)
    found = (search.said(way) for way in search.least(lacking) if way)
    return tuple(sorted(found, key=lambda way: (len(way), way))), search.complete


class _Search:
    """The smallest sets of what is lacking for a condition to hold, seen from one position in one world.

    Two conditions that ask one question lack one thing; it is said as it was first met.
    """

    def __init__(self, prepared: Prepared, plan: Plan, world: World, guards: tuple[str, ...]) -> None:
        self.prepared = prepared
        self.plan = plan
        self.world = world
        self.complete = True
        self._both_ways = _both_ways(plan, guards)
        self._lacks: dict[Need, Lack] = {}

    def said(self, way: frozenset[Need | Keep]) -> tuple[Lack, ...]:
        """What a set lacks, in order."""
        return tuple(sorted(self._lacks[need] for need in way if not isinstance(need, Keep)))

    def guard(self, name: str) -> Ways:
        """What is lacking for one guard of the lifecycle to let the position pass."""
        if name == "concluded":
            if self.world.concluded[self.plan.index]:
                return (frozenset(),)
            unknown = self.world.open_conclusions[self.plan.index]
            words = f"`{self.plan.provision.id}` is concluded for {self.plan.position.obligor}"
            return self._lacking((None, True), Lack("concluded", words, unknown.route))
        condition = getattr(self.plan.provision, name)
        if condition is None:
            return (frozenset(),)
        return self.ways(condition, self.plan.provision.at(name), name != "terminates_when")

    def ways(self, condition: Condition, route: Route, wanted: bool) -> Ways:
        """What is lacking for a condition to be true, or to be false."""
        match condition:
            case Not(condition=inner):
                return self.ways(inner, (*route, "not"), not wanted)
            case All(conditions=inner):
                return self._count(inner, (*route, "all"), len(inner) if wanted else 1, wanted)
            case Any_(conditions=inner):
                return self._count(inner, (*route, "any"), 1 if wanted else len(inner), wanted)
            case AtLeast(count=count, conditions=inner):
                return self._count(inner, (*route, "of"), count if wanted else len(inner) - count + 1, wanted)
            case _:
                return self._leaf(condition, route, wanted)

    def _count(self, conditions: tuple[Condition, ...], route: Route, needed: int, wanted: bool) -> Ways:
        """What is lacking for so many of some conditions to be true, or to be false."""
        return self._several(
            needed, [self.ways(part, (*route, place), wanted) for place, part in enumerate(conditions)]
        )

    def _several(self, needed: int, parts: Iterable[Ways]) -> Ways:
        """What is lacking for so many of some parts at once."""
        reached: list[Ways] = [(frozenset(),), *((),) * max(needed, 0)]
        for part in parts:
            for got in range(len(reached) - 1, 0, -1):
                reached[got] = self.least((*reached[got], *self.both(reached[got - 1], part)))
        return reached[-1]

    def both(self, some: Ways, others: Ways) -> Ways:
        """What is lacking for two things at once; nothing can be so and not so."""
        joined = (one | other for one in some for other in others)
        return self.least(way for way in joined if not _contradicts(way))

    def least(self, ways: Iterable[frozenset[Need | Keep]]) -> Ways:
        """The sets that hold no other, smallest first, as many as are kept."""
        kept: list[frozenset[Need | Keep]] = []
        for way in sorted(set(ways), key=lambda way: (len(way), self.said(way), sorted(map(repr, way)))):
            if any(other <= way for other in kept):
                continue
            if len(kept) == MOST_SETS:
                self.complete = False
                break
            kept.append(way)
        return tuple(kept)

    def _leaf(self, leaf: Leaf, route: Route, wanted: bool) -> Ways:
        question = compiled(leaf, route, self.plan.position, self.prepared.numbers, Reads())
        return self._asked(question, leaf, route, wanted)

    def _asked(self, question: Question, leaf: Leaf, route: Route, wanted: bool) -> Ways:
        """What is lacking for a question to be answered so; those who find together find one by one."""
        if isinstance(question, Count):
            parts = [self._asked(part, leaf, route, wanted) for part in question.parts]
            return self._several(question.count if wanted else len(parts) - question.count + 1, parts)
        if question.truth(self.world) is wanted:
            return (frozenset({Keep(_bare(question), wanted)} if _bare(question) in self._both_ways else ()),)
        if isinstance(question, OfFact):  # a finding that counts by itself is lacking as its fact
            leaf = list(self.prepared.numbers.facts)[question.fact]
        said = lack(leaf, route, wanted, whose(question, self.prepared.numbers))
        return self._lacking((_bare(question), wanted), said)

    def _lacking(self, need: Need, said: Lack) -> Ways:
        self._lacks.setdefault(need, said)
        return (frozenset({need}),)


def _contradicts(way: frozenset[Need | Keep]) -> bool:
    """Whether a set wants two answers to one question."""
    wanted = {(each.question, each.so) if isinstance(each, Keep) else each for each in way}
    return len({question for question, _ in wanted}) < len(wanted)


def _both_ways(plan: Plan, guards: Iterable[str]) -> frozenset[Question]:
    """The questions that help one guard, or one part of it, and hinder another."""
    asked = {
        each
        for name in guards
        if name in plan.gates
        for each in _asked_in(plan.gates[name], name != "terminates_when")
    }
    return frozenset(question for question, wanted in asked if (question, not wanted) in asked)


def _asked_in(question: Question, wanted: bool) -> Iterator[tuple[Question, bool]]:
    """The questions that hold no other, each with the answer that helps."""
    match question:
        case Count(parts=parts):
            for part in parts:
                yield from _asked_in(part, wanted)
        case Negated(part=part):
            yield from _asked_in(part, not wanted)
        case _:
            yield _bare(question), wanted


def _bare(question: Question) -> Question:
    """A question without the place of what is not declared, by which alone two of them may differ."""
    if isinstance(question, Undeclared):
        return Undeclared(question.unknown._replace(route=()))
    return question
