"""Why a position stands as it does: the chain that fired, or what was missing, or what is not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from foedus.errors import Stop
from foedus.load import Project
from foedus.logic import Leaf, Truth, atoms, evaluate
from foedus.nearest import did_you_mean
from foedus.place import Route
from foedus.schema import (
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    InState,
    Not,
    Reached,
    Scenario,
)
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule, State
from foedus.simulation.beginning import terms
from foedus.simulation.clock import Moment, minute
from foedus.simulation.compile import Reads, compiled
from foedus.simulation.play import play, run
from foedus.simulation.prepare import Plan, Prepared, prepare
from foedus.simulation.questions import Question
from foedus.simulation.records import Held, Standing
from foedus.simulation.script import script
from foedus.simulation.world import World

T = TypeVar("T", bound="Lack | Kept")
LackKind: TypeAlias = Literal["concluded", "fact", "finding", "provision"]
MOST_SETS = 200
"""So many ways are kept at most; `complete` is False where there were more."""


class Lack(NamedTuple):
    """One thing that is not surely so and would have to be: what, and where it is asked for."""

    kind: LackKind
    words: str
    route: Route


class Kept(NamedTuple):
    """One thing that is so and has to stay so, where elsewhere it would have to be otherwise."""

    words: str


Ways: TypeAlias = tuple[frozenset[Lack | Kept], ...]
"""Alternatives: each set would suffice, and none holds another."""


@dataclass(frozen=True, slots=True)
class Path:
    """One state that a position may be in: what led there, and what it lacks to be ACTIVE.

    `missing` holds the smallest sets of facts, findings, consents and states of other provisions that
    would have made it due, smallest first; empty where it is due, or past being so. `complete` is False
    where there were more sets than are kept.
    """

    held: Held
    missing: tuple[tuple[Lack, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one position stands as it does; what leaves it open stands in `standing.unknowns`."""

    standing: Standing
    paths: tuple[Path, ...]


def explain(
    project: Project | Prepared,
    scenario: str | Scenario,
    provision: str,
    *,
    obligor: str | None = None,
    after: Moment | None = None,
    reading: str | None = None,
    discretion: ChoiceRule | None = None,
    assume: Assumptions | None = None,
    as_of: date | None = None,
) -> tuple[Explanation, ...]:
    """Why the positions of a provision stand as they do after a day (at the end where none is given).

    Empty where the scenario cannot be played, or `obligor` does not owe it. Raises `Stop` where the
    scenario, the reading or the provision does not exist.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)
    trace = play(prepared, scenario, reading=reading, discretion=discretion, assume=assume, as_of=as_of)
    prepared = (
        prepared.read_as(trace.reading) if trace.reading not in (None, prepared.project.reading) else prepared
    )
    if provision not in prepared.numbers.of:
        hint = did_you_mean(provision, prepared.numbers.of, "`foedus report` shows the provisions")
        raise Stop(f"{prepared.project.name} has no provision `{provision}`; {hint}")
    if trace.refusals:
        return ()
    told = script(prepared.model, trace.scenario)
    on = terms(trace.scenario, trace.discretion, assume, trace.as_of, told.start, told.dated)
    world = run(prepared, told, on, {}, minute(after) if after is not None else None).world
    return tuple(
        Explanation(standing, tuple(_path(prepared, world, standing, held) for held in standing.held))
        for standing in trace.standings(provision, obligor, after)
    )


_AHEAD: dict[State, tuple[str, ...]] = {
    "INACTIVE": ("terminates_when", "concluded", "enters_when", "in_force_while", "trigger", "requires"),
    "STANDBY": ("terminates_when", "in_force_while", "trigger", "requires"),
    "PENDING": ("terminates_when", "in_force_while", "trigger", "requires"),
    "SUSPENDED": ("terminates_when", "in_force_while", "trigger", "requires"),
}
"""The guards that stand between a state and ACTIVE; the first of them must not be met."""


def _path(prepared: Prepared, world: World, standing: Standing, held: Held) -> Path:
    (plan,) = (
        prepared.plans[index]
        for index in prepared.numbers.of[standing.position.provision]
        if prepared.plans[index].position == standing.position
    )
    guards = _AHEAD.get(held.state, ())
    search = _Search(prepared, plan, world, guards)
    ways: Ways = (frozenset(),) if guards else ()
    for guard in guards:
        ways = search.both(ways, search.guard(guard))
    lacking = (frozenset(each for each in way if isinstance(each, Lack)) for way in ways)
    found = (tuple(sorted(way)) for way in search.least(lacking) if way and search.suffices(way))
    return Path(held, tuple(sorted(found, key=lambda way: (len(way), way))), search.complete)


class _Search:
    """The smallest sets of what is lacking for a condition to hold, seen from one position in one world."""

    def __init__(self, prepared: Prepared, plan: Plan, world: World, guards: tuple[str, ...]) -> None:
        self.prepared = prepared
        self.plan = plan
        self.world = world
        self.complete = True
        self._guards = {
            name: condition
            for name in guards
            if name != "concluded" and (condition := getattr(plan.provision, name)) is not None
        }
        self._both_ways = _both_ways(self._guards)
        self._asked: dict[str, Lack] = {}
        self._turned: dict[str, str] = {}

    def guard(self, name: str) -> Ways:
        """What is lacking for one guard of the lifecycle to let the position pass."""
        if name == "concluded":
            if self.world.concluded[self.plan.index]:
                return (frozenset(),)
            unknown = self.world.open_conclusions[self.plan.index]
            words = f"`{self.plan.provision.id}` is concluded for {self.plan.position.obligor}"
            return (frozenset({Lack("concluded", words, unknown.route)}),)
        condition = self._guards.get(name)
        if condition is None:
            return (frozenset(),)
        return self.ways(condition, self.plan.provision.at(name), name != "terminates_when")

    def suffices(self, way: Iterable[Lack]) -> bool:
        """Whether the guards are met once nothing of a set is lacking; not, where it contradicts itself."""
        words = {lack.words for lack in way}

        def truth(leaf: Leaf) -> Truth:
            so, not_so = (_lack(leaf, (), wanted).words in words for wanted in (True, False))
            if so or not_so:
                return None if so and not_so else so
            return self._question(leaf, ()).truth(self.world)

        return all(
            evaluate(condition, truth) is (name != "terminates_when")
            for name, condition in self._guards.items()
        )

    def _question(self, leaf: Leaf, route: Route) -> Question:
        return compiled(leaf, route, self.plan.position, self.prepared.numbers, Reads())

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
        parts = [self.ways(part, (*route, place), wanted) for place, part in enumerate(conditions)]
        reached: list[Ways] = [(frozenset(),), *((),) * max(needed, 0)]
        for part in parts:
            for got in range(len(reached) - 1, 0, -1):
                reached[got] = self.least((*reached[got], *self.both(reached[got - 1], part)))
        return reached[-1]

    def both(self, some: Ways, others: Ways) -> Ways:
        """What is lacking for two things at once; nothing can be so and not so."""
        joined = (one | other for one in some for other in others)
        return self.least(way for way in joined if not self._contradicts(way))

    def _contradicts(self, way: frozenset[Lack | Kept]) -> bool:
        words = {each.words for each in way}
        return any(self._turned.get(each) in words for each in words)

    def least(self, ways: Iterable[frozenset[T]]) -> tuple[frozenset[T], ...]:
        """The sets that hold no other, smallest first, as many as are kept."""
        kept: list[frozenset[T]] = []
        for way in sorted(set(ways), key=lambda way: (len(way), sorted(way))):
            if any(other <= way for other in kept):
                continue
            if len(kept) == MOST_SETS:
                self.complete = False
                break
            kept.append(way)
        return tuple(kept)

    def _leaf(self, leaf: Leaf, route: Route, wanted: bool) -> Ways:
        lack = _lack(leaf, route, wanted)
        self._turned[lack.words] = _lack(leaf, route, not wanted).words
        if self._question(leaf, route).truth(self.world) is not wanted:
            return (frozenset({self._asked.setdefault(lack.words, lack)}),)  # one thing, however often asked
        return (frozenset({Kept(lack.words)} if leaf in self._both_ways else ()),)


def _both_ways(guards: Mapping[str, Condition]) -> frozenset[Leaf]:
    """The leaves that help one guard, or one part of it, and hinder another."""
    ways = {
        wanted: {
            atom.leaf
            for name, condition in guards.items()
            for atom in atoms(condition, ())
            if (atom.positive is (name != "terminates_when")) is wanted
        }
        for wanted in (True, False)
    }
    return frozenset(ways[True] & ways[False])


def _lack(leaf: Leaf, route: Route, wanted: bool) -> Lack:
    """A leaf of a condition as something that is lacking, in words."""
    no = "" if wanted else "not "
    match leaf:
        case str():
            return Lack("fact", f"`{leaf}` is {str(wanted).lower()}", route)
        case Found(determination=determination):
            return Lack("finding", f"`{determination}` is {no}established", route)
        case Active(provision=provision):
            return Lack("provision", f"`{provision}` is {no}ACTIVE", route)
        case Delivered(provision=provision):
            return Lack("provision", f"`{provision}` is {no}delivered", route)
        case InState(provision=provision, states=states):
            return Lack("provision", f"`{provision}` is {no}{' or '.join(states)}", route)
        case Reached(provision=provision, states=states):
            return Lack("provision", f"`{provision}` has {no}been {' or '.join(states)}", route)
