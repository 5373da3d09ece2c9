"""An outcome analysed: its activation routes, what can stop it, who can do so alone, who matters how much.

A minimal path set is an activation route, or a minimal winning coalition; a minimal cut set is a blocking
coalition; one of order 1 is a veto player, or a single point of failure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from foedus.analyses.actors import by_actor
from foedus.analyses.atoms import KINDS, Atom
from foedus.analyses.boolean.circuit import Ref, node_of
from foedus.analyses.boolean.limits import TooBig
from foedus.analyses.boolean.minimal import MinimalSets, minimal_sets
from foedus.analyses.boolean.power import banzhaf, shapley
from foedus.analyses.unroll import Unrolled, unroll
from foedus.errors import Stop
from foedus.load import Project
from foedus.load.asked import ASKED, asking
from foedus.nearest import did_you_mean
from foedus.schema import Model, Target
from foedus.simulation import Prepared, prepare

By: TypeAlias = Literal["atom", "actor"]


class Point(NamedTuple):
    """An atom, and whether it must be so or must not."""

    atom: Atom
    so: bool

    @property
    def words(self) -> str:
        """What is so, or is not."""
        return self.atom.words if self.so else self.atom.turned


@dataclass(frozen=True, slots=True)
class Sets:
    """Minimal sets of points, smallest first; `count` and `by_order` count all, also those not listed."""

    sets: tuple[tuple[Point, ...], ...]
    count: int
    by_order: tuple[int, ...]

    @property
    def complete(self) -> bool:
        """Whether every set is listed."""
        return len(self.sets) == self.count


@dataclass(frozen=True, slots=True)
class Power:
    """How much an outcome turns on one atom, every other being as likely to be so as not.

    `banzhaf` is the share of cases in which it alone decides, `shapley` the share of orders of arrival;
    None where it is not defined or there are too many atoms. `routes` and `blocks` count the sets that it
    is in; None where not all are listed.
    """

    atom: Atom
    banzhaf: Fraction | None
    shapley: Fraction | None
    routes: int | None
    blocks: int | None


@dataclass(frozen=True)
class Analysis:
    """What one outcome turns on.

    `coherent` is False where something both helps and hinders it: the sets are prime implicants either way.
    """

    project: Project = field(repr=False)
    target: Target
    by: By
    atoms: tuple[Atom, ...]
    routes: Sets
    blocks: Sets
    power: tuple[Power, ...]
    coherent: bool
    unrolled: Unrolled = field(repr=False)
    """The outcome by atom, whatever was asked."""

    @property
    def alone(self) -> tuple[Point, ...]:
        """Every point that stops the outcome alone: the cut sets of one."""
        return tuple(points[0] for points in self.blocks.sets if len(points) == 1)

    @property
    def vetoes(self) -> tuple[Point, ...]:
        """What actors can do, each alone, to stop it: the veto players. An adversary's act is none."""
        return tuple(point for point in self.alone if self.is_veto(point))

    def is_veto(self, point: Point) -> bool:
        """Whether a point is in the hands of somebody on whom the outcome may rely."""
        return is_veto(self.project.model, point)

    @property
    def always(self) -> bool:
        """Whether the outcome needs nothing."""
        return () in self.routes.sets

    @property
    def never(self) -> bool:
        """Whether nothing brings the outcome about."""
        return self.routes.count == 0


def is_veto(model: Model, point: Point) -> bool:
    """Whether a point is in the hands of somebody on whom an outcome may rely: not of the adversary."""
    adversary = model.framework.adversary if model.framework is not None else ()
    return point.atom.owner is not None and point.atom.owner not in adversary


def analyse(
    project: Project | Prepared,
    target: str | None = None,
    *,
    condition: str | None = None,
    by: By = "atom",
    limit: int = 100,
    order: int | None = None,
) -> Analysis:
    """What one outcome turns on, in the latched reading (`foedus.analyses.unroll`).

    The outcome is a target of the model, by id, or a `condition` written as in a model. At most `limit` sets
    of each sort are listed, smallest first, and with `order` none of more points than that; all are
    counted. Raises `Stop` where there is no such target, where the condition is none, and where the answer
    is too large to be found exactly.
    """
    prepared = project if isinstance(project, Prepared) else prepare(project)
    if condition is not None:
        prepared = prepare(asking(prepared.project, condition))
    asked = _target(prepared.project, ASKED if condition is not None else target)
    return analyse_target(prepared, asked, by, limit, order)


def _target(project: Project, target: str | None) -> Target:
    targets = project.model.targets
    if target in targets:
        return targets[target]
    known = ", ".join(sorted(targets)) or "none; write some, or ask about a `--condition`"
    if target is None:
        raise Stop(f"no outcome named; targets of {project.name}: {known}")
    hint = did_you_mean(target, targets, f"targets of {project.name}: {known}")
    raise Stop(f"{project.name} has no target `{target}`; {hint}")


def analyse_target(prepared: Prepared, target: Target, by: By, limit: int, order: int | None) -> Analysis:
    """What one target of a prepared project turns on."""
    unrolled = unroll(prepared, target.condition, target.at("condition"))
    asked = by_actor(prepared.model, unrolled) if by == "actor" else unrolled
    try:
        routes = minimal_sets(asked.circuit, limit=limit, order=order)
        blocks = minimal_sets(asked.circuit.turned(), limit=limit, order=order)
        power = tuple(_powers(asked, routes, blocks))
    except TooBig:
        many = len(asked.atoms)
        raise Stop(
            f"{target.id}: turns on {many} atoms in so many ways that they cannot all be found exactly; "
            "ask `--by actor`, or about a part of it with `--condition`"
        ) from None
    return Analysis(
        prepared.project,
        target,
        by,
        tuple(sorted((asked.atoms[ref] for ref in asked.circuit.variables()), key=_place)),
        _sets(asked, routes),
        _sets(asked, blocks),
        power,
        routes.coherent,
        unrolled,
    )


def _place(atom: Atom) -> tuple[int, str]:
    """The one order in which atoms are shown: facts, texts and consents, findings, choices and deeds."""
    return list(KINDS).index(atom.kind), atom.key


def _sets(unrolled: Unrolled, found: MinimalSets) -> Sets:
    sets = [_points(unrolled, each) for each in found.sets]
    sets.sort(key=lambda points: (len(points), [(_place(point.atom), point.so) for point in points]))
    return Sets(tuple(sets), found.count, found.by_order)


def _points(unrolled: Unrolled, refs: Iterable[Ref]) -> tuple[Point, ...]:
    points = (Point(unrolled.atoms[node_of(ref)], ref >= 0) for ref in refs)
    return tuple(sorted(points, key=lambda point: (_place(point.atom), point.so)))


def _powers(unrolled: Unrolled, routes: MinimalSets, blocks: MinimalSets) -> list[Power]:
    """The power of each atom, the greatest first."""
    circuit = unrolled.circuit
    shares, shapleys = banzhaf(circuit), shapley(circuit) or {}

    def within(found: MinimalSets, ref: Ref) -> int | None:
        return sum(ref in each or ~ref in each for each in found.sets) if found.complete else None

    powers = [
        Power(
            unrolled.atoms[ref], shares.get(ref), shapleys.get(ref), within(routes, ref), within(blocks, ref)
        )
        for ref in circuit.variables()
    ]
    return sorted(powers, key=lambda power: (-(power.banzhaf or 0), _place(power.atom)))
