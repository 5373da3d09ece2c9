"""Why a position stands as it does: the chain that fired, or what was missing, or what is not known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from foedus.errors import Stop
from foedus.load import Project
from foedus.logic import Leaf, Truth
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
from foedus.simulation.lifecycle import STATES
from foedus.simulation.play import play, run
from foedus.simulation.prepare import Plan, Prepared, prepare
from foedus.simulation.questions import (
    Count,
    Negated,
    OfDelivery,
    OfFact,
    OfFinding,
    OfHistory,
    OfState,
    Question,
    Undeclared,
)
from foedus.simulation.records import Held, Standing
from foedus.simulation.script import script
from foedus.simulation.world import World

LackKind: TypeAlias = Literal["concluded", "fact", "finding", "provision"]
MOST_SETS = 200
"""So many ways are kept at most; `complete` is False where there were more."""


class Lack(NamedTuple):
    """One thing that is not surely so and would have to be: what, and where it is asked for."""

    kind: LackKind
    words: str
    route: Route


Need: TypeAlias = tuple[Question | None, bool]
"""A question and the answer that is wanted; None asks whether the text is concluded for the position."""
Ways: TypeAlias = tuple[frozenset[Need], ...]
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
    least = search.least(search.lacking(way) for way in ways)
    found = (search.said(way) for way in least if way and search.suffices(way))
    return Path(held, tuple(sorted(found, key=lambda way: (len(way), way))), search.complete)


class _Search:
    """The smallest sets of what is lacking for a condition to hold, seen from one position in one world.

    Two conditions that ask one question lack one thing; it is said as it was first met. What helps in one
    place and hinders in another is noted where it is as wanted, so that no set asks for it otherwise.
    """

    def __init__(self, prepared: Prepared, plan: Plan, world: World, guards: tuple[str, ...]) -> None:
        self.prepared = prepared
        self.plan = plan
        self.world = world
        self.complete = True
        self._gates = [(plan.gates[name], name != "terminates_when") for name in guards if name in plan.gates]
        needs = {need for gate, wanted in self._gates for need in _needs(gate, wanted)}
        self._both_ways = {question for question, wanted in needs if (question, not wanted) in needs}
        self._lacks: dict[Need, Lack] = {}

    def lacking(self, way: frozenset[Need]) -> frozenset[Need]:
        """What of a set is not so yet."""
        return frozenset(
            (question, wanted)
            for question, wanted in way
            if question is None or question.truth(self.world) is not wanted
        )

    def said(self, way: frozenset[Need]) -> tuple[Lack, ...]:
        """What a set lacks, in order."""
        return tuple(sorted(self._lacks[need] for need in way))

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

    def suffices(self, way: frozenset[Need]) -> bool:
        """Whether the guards are met once nothing of a set is lacking; not, where it contradicts itself."""
        return all(self._granted(gate, way) is wanted for gate, wanted in self._gates)

    def _granted(self, question: Question, way: frozenset[Need]) -> Truth:
        """The truth of a question once nothing of a set is lacking."""
        match question:
            case Count(count=count, parts=parts):
                values = [self._granted(part, way) for part in parts]
                met = values.count(True)
                return True if met >= count else None if met + values.count(None) >= count else False
            case Negated(part=part):
                value = self._granted(part, way)
                return None if value is None else not value
        so, not_so = ((_bare(question), wanted) in way for wanted in (True, False))
        if so or not_so:
            return None if so and not_so else so
        return question.truth(self.world)

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
        return self.least(
            way for way in joined if not any((question, not wanted) in way for question, wanted in way)
        )

    def least(self, ways: Iterable[frozenset[Need]]) -> Ways:
        """The sets that hold no other, smallest first, as many as are kept."""
        kept: list[frozenset[Need]] = []
        for way in sorted(set(ways), key=lambda way: (len(way), self.said(way))):
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
        if isinstance(question, OfFact):  # a finding that counts by itself is lacking as its fact
            leaf = list(self.prepared.numbers.facts)[question.fact]
        bare = _bare(question)
        if question.truth(self.world) is wanted and bare not in self._both_ways:
            return (frozenset(),)
        return self._lacking((bare, wanted), _lack(leaf, route, wanted, self._whose(question)))

    def _whose(self, question: Question) -> str:
        """Of several who owe something or find it, those that a question is about; else empty."""
        numbers = self.prepared.numbers
        match question:
            case OfFinding(key=(_, finder)) if finder:
                return f" by {finder}"
            case OfState(positions=asked) | OfDelivery(positions=asked) | OfHistory(positions=asked) if asked:
                every = numbers.of[numbers.positions[asked[0]].provision]
                names = [numbers.positions[index].obligor for index in asked]
                return "" if asked == every else f" for {' or '.join(names)}"
            case _:
                return ""

    def _lacking(self, need: Need, lack: Lack) -> Ways:
        self._lacks.setdefault(need, lack)
        return (frozenset({need}),)


def _needs(question: Question, wanted: bool) -> Iterator[Need]:
    """The questions that a question is made of, each with the answer that brings this one nearer."""
    match question:
        case Count(parts=parts):
            for part in parts:
                yield from _needs(part, wanted)
        case Negated(part=part):
            yield from _needs(part, not wanted)
        case _:
            yield _bare(question), wanted


def _bare(question: Question) -> Question:
    """A question without the place of what is not declared, by which alone two of them may differ."""
    if isinstance(question, Undeclared):
        return Undeclared(question.unknown._replace(route=()))
    return question


def _lack(leaf: Leaf, route: Route, wanted: bool, who: str) -> Lack:
    """A leaf of a condition as something that is lacking, in words."""
    no = "" if wanted else "not "
    match leaf:
        case str():
            return Lack("fact", f"`{leaf}` is {str(wanted).lower()}", route)
        case Found(determination=determination):
            return Lack("finding", f"`{determination}` is {no}established{who}", route)
        case Active(provision=provision):
            return Lack("provision", f"`{provision}` is {no}ACTIVE{who}", route)
        case Delivered(provision=provision):
            return Lack("provision", f"`{provision}` is {no}delivered{who}", route)
        case InState(provision=provision, states=states):
            return Lack("provision", f"`{provision}` is {no}{_named(states)}{who}", route)
        case Reached(provision=provision, states=states):
            return Lack("provision", f"`{provision}` has {no}been {_named(states)}{who}", route)


def _named(states: tuple[State, ...]) -> str:
    return " or ".join(sorted(set(states), key=STATES.index))
