"""A model made ready to be played: prepared once, played as often as wanted.

Positions are numbered in the order in which they settle. Each fact, finding and position knows which
positions read it, so that a step settles only what it touches.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias, TypeVar

from foedus.finding import Problem
from foedus.graph import build
from foedus.kept import kept
from foedus.load import Project
from foedus.logic import Truth
from foedus.schema import GATES, Model, Provision, latest
from foedus.schema.vocabulary import State
from foedus.simulation.clock import Duration, duration, minute
from foedus.simulation.compile import Numbers, Reads, compiled, open_choice
from foedus.simulation.lifecycle import Move, moves_for, static_truth
from foedus.simulation.positions import TOGETHER, Position, bearers, positions_of
from foedus.simulation.questions import Question
from foedus.simulation.records import Turn
from foedus.simulation.strata import inner_edges, refusals
from foedus.simulation.world import Terms, Unknown, World
from foedus.standing import UNAGREED, binds, concluded


@dataclass(frozen=True, slots=True)
class Plan:
    """One position as it is played; numbers are places in the lists of `Prepared`."""

    index: int
    group: int
    position: Position
    provision: Provision
    bearers: tuple[str, ...]
    """Whose acts count: the obligor, or all of them for a collective position."""
    moves: dict[State, tuple[Move, ...]]
    gates: dict[str, Question]
    deadline: Duration | None
    due_by: int | None
    """The minute in which the last day for performance begins, where the text names a day."""
    choice: Unknown | None
    """The unknown that a *may* leaves open."""
    kept_up: bool
    """True for a duty that is honoured as long as it is due; False for one to be achieved."""
    readers: tuple[int, ...]
    """The positions with a condition on this one."""
    latches: tuple[tuple[int, int], ...]
    """The `reached` tests on this position: number and states of each."""


Outset: TypeAlias = tuple[Terms, frozenset[tuple[Unknown, bool]]]
"""On what a beginning depends: the terms, and what is resolved."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """A project made ready; nothing in it depends on a scenario."""

    project: Project
    numbers: Numbers
    plans: tuple[Plan, ...]
    groups: tuple[tuple[int, ...], ...]
    """The positions that settle together."""
    waiting: frozenset[int]
    """The groups in which one position waits for another."""
    fact_readers: Mapping[int, tuple[int, ...]]
    finding_readers: Mapping[str, tuple[int, ...]]
    refused: tuple[Problem, ...]
    """Why the model cannot be played: its negative cycles."""
    _standing: dict[date | None, tuple[tuple[Truth, Unknown], ...]] = field(default_factory=dict, repr=False)
    firm: dict[Outset, World] = field(default_factory=dict, repr=False)
    """Beginnings as far as no choice bears on them, kept so that the rules of choice share them."""
    begun: dict[Outset, World] = field(default_factory=dict, repr=False)
    """Settled beginnings, kept so that scenarios on the same terms share them."""
    opened: dict[Outset, Turn] = field(default_factory=dict, repr=False)
    """The records of such beginnings."""
    _readings: dict[str, "Prepared"] = field(default_factory=dict, repr=False)

    @property
    def model(self) -> Model:
        """The model that is played."""
        return self.project.model

    @cached_property
    def owed_by(self) -> dict[str, tuple[int, ...]]:
        """The positions of each actor, and of those that are part of it."""
        found: dict[str, list[int]] = defaultdict(list)
        for plan in self.plans:
            for actor in sorted({whole for bearer in plan.bearers for whole in self.wholes(bearer)}):
                found[actor].append(plan.index)
        return _frozen(found)

    @cached_property
    def swayed(self) -> frozenset[int]:
        """The groups on which a choice bears: those with a *may*, and what reads one, however far."""
        found: set[int] = set()
        waiting = {plan.group for plan in self.plans if plan.choice is not None}
        while waiting:
            found.add(group := waiting.pop())
            readers = {reader for index in self.groups[group] for reader in self.plans[index].readers}
            waiting |= {self.plans[reader].group for reader in readers} - found
        return frozenset(found)

    @cached_property
    def finding_bearers(self) -> dict[str, frozenset[str]]:
        """Those who owe what turns on each finding."""
        return {
            finding: frozenset(bearer for index in readers for bearer in self.plans[index].bearers)
            for finding, readers in self.finding_readers.items()
        }

    def wholes(self, actor: str) -> tuple[str, ...]:
        """An actor, what it is part of, and so on upwards."""
        found: list[str] = []
        above: str | None = actor
        while above is not None and above not in found:
            found.append(above)
            above = self.model.actors[above].of if above in self.model.actors else None
        return tuple(found)

    def standing(self, day: date | None) -> tuple[tuple[Truth, Unknown], ...]:
        """For each position whether it is concluded on a day, and the unknown that this is if it is open."""
        if day not in self._standing:
            self._standing[day] = tuple(_standing(self.model, plan, day) for plan in self.plans)
        return self._standing[day]

    def read_as(self, reading: str) -> "Prepared":
        """The model under one of its readings, made ready; raises `Stop` where there is no such reading."""
        if reading not in self._readings:
            self._readings[reading] = prepare(self.project.read_as(reading))
        return self._readings[reading]


@kept
def prepare(project: Project) -> Prepared:
    """A project made ready to be played any number of times."""
    model = project.model
    graph = build(project)
    names, edges = graph.strata, graph.position_edges
    groups: list[tuple[int, ...]] = []
    positions: list[Position] = []
    for group in names:
        own = [position for name in group for position in positions_of(model.provisions[name])]
        groups.append(tuple(range(len(positions), len(positions) + len(own))))
        positions += own
    inside = inner_edges(names, edges)
    facts = {fact: place for place, fact in enumerate(sorted(model.facts))}
    numbers = Numbers(model, tuple(positions), _by_provision(positions), facts)
    return _assembled(project, numbers, tuple(groups), frozenset(inside), refusals(names, inside))


def _by_provision(positions: Iterable[Position]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, position in enumerate(positions):
        found[position.provision].append(index)
    return {provision: tuple(indices) for provision, indices in found.items()}


def _assembled(
    project: Project, numbers: Numbers, groups: tuple[tuple[int, ...], ...], waiting: frozenset[int],
    refused: tuple[Problem, ...],
) -> Prepared:  # fmt: skip
    """The plans of all positions, and who reads what."""
    gates: list[dict[str, Question]] = []
    fact_readers: dict[int, list[int]] = defaultdict(list)
    finding_readers: dict[str, list[int]] = defaultdict(list)
    readers: dict[int, list[int]] = defaultdict(list)
    for index, position in enumerate(numbers.positions):
        reads = Reads()
        gates.append(_gates(position, numbers, reads))
        for fact in reads.facts:
            fact_readers[fact].append(index)
        for determination in reads.determinations:
            finding_readers[determination].append(index)
        for other in reads.positions:
            readers[other].append(index)
    latches: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (index, mask), latch in numbers.latches.items():
        latches[index].append((latch, mask))
    plans = tuple(
        _plan(index, group, numbers, gates[index], readers.get(index, ()), latches.get(index, ()))
        for group, members in enumerate(groups)
        for index in members
    )
    return Prepared(
        project, numbers, plans, groups, waiting, _frozen(fact_readers), _frozen(finding_readers), refused
    )


K = TypeVar("K")


def _frozen(found: dict[K, list[int]]) -> dict[K, tuple[int, ...]]:
    return {key: tuple(indices) for key, indices in found.items()}


def _gates(position: Position, numbers: Numbers, reads: Reads) -> dict[str, Question]:
    """The gates of one position as questions; what they read is noted."""
    provision = numbers.model.provisions[position.provision]
    return {
        gate: compiled(condition, provision.at(gate), position, numbers, reads)
        for gate in GATES
        if (condition := getattr(provision, gate)) is not None
    }


def _plan(
    index: int, group: int, numbers: Numbers, gates: dict[str, Question],
    readers: Sequence[int], latches: Sequence[tuple[int, int]],
) -> Plan:  # fmt: skip
    """One position's plan."""
    position = numbers.positions[index]
    provision = numbers.model.provisions[position.provision]
    truth = static_truth(provision)
    return Plan(
        index=index,
        group=group,
        position=position,
        provision=provision,
        bearers=bearers(provision) if position.obligor == TOGETHER else (position.obligor,),
        moves=moves_for(truth),
        gates=gates,
        deadline=duration(provision.deadline) if provision.deadline is not None else None,
        due_by=minute(provision.due_by) if provision.due_by is not None else None,
        choice=open_choice(provision, position.obligor),
        kept_up=truth["maintenance"],
        readers=tuple(readers),
        latches=tuple(latches),
    )


def _standing(model: Model, plan: Plan, day: date | None) -> tuple[Truth, Unknown]:
    """Whether a position is concluded: for a collective one, for all who share it."""
    found = [
        (concluded(model, plan.provision, obligor, day), _open_point(model, plan.provision, obligor, day))
        for obligor in plan.bearers
    ]
    return next((each for each in found if each[0] is False), None) or next(
        (each for each in found if each[0] is None), found[0]
    )


def _open_point(model: Model, provision: Provision, obligor: str, day: date | None) -> Unknown:
    """What leaves open whether a provision is concluded: its own status, its text's, or a consent."""
    text = model.instruments.get(provision.instrument or "")
    if latest(provision.status, day) in UNAGREED:
        return Unknown("concluded", provision.id, "", provision.at("status"))
    if text is None:
        return Unknown("concluded", provision.id, "", provision.at("instrument"))
    if binds(text, "ratified", day) is None:
        return Unknown("concluded", text.id, "", text.at("status"))
    return Unknown("concluded", text.id, obligor, text.at("parties", obligor))


def consented(model: Model, provision: Provision, day: date | None, directly: bool) -> Truth:
    """Whether a provision is concluded for somebody who consents to it (`directly`) or to its text."""
    status = latest(provision.status, day)
    text = model.instruments.get(provision.instrument or "")
    stands = binds(text, "ratified", day) if text else None if provision.instrument else True
    if status == "dropped" or stands is False:
        return False
    return True if directly else None if status in UNAGREED else stands
