"""A route as a scenario that can be played: what must happen happens, and the play shows whether it suffices.

A route says what must be so, not in which order, nor whether one event brings what another takes away. Its
facts come about by the model's own events, one a day, those that open a gate before those that trigger. Where
that does not reach the outcome, other orders are tried, and at last all facts at one instant.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from foedus.analyses.analysis import Analysis, Point
from foedus.analyses.atoms import Atom
from foedus.analyses.boolean.circuit import Circuit
from foedus.analyses.unroll import spelt_out
from foedus.logic import leaves
from foedus.schema import GATES, UNSPECIFIED, Event, Found, Model, Provision, Scenario, Target
from foedus.simulation import Prepared, Unknown, play, prepare

How: TypeAlias = Literal["events", "out of order", "at once", "not"]

HOW: dict[How, str] = {
    "events": "played, with events of the model",
    "out of order": "played, but only with its facts in another order than that of the gates",
    "at once": "played only with all its facts at one instant: in no order tried do the model's events do it",
    "not": "a play does not reach it: what it needs does not last, or does not come in time",
}
"""What came of a play of a route."""

WATCH = "(target)"
"""The id of the provision that stands for a target while a route is played; no id can be spelt so."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A scenario that follows a route, and whether the outcome was reached in its play.

    `settled` is what no act of a scenario can settle, such as a finding that nobody is named to make; the
    play took it as the route has it.
    """

    scenario: Scenario
    settled: Mapping[Unknown, bool]
    how: How


def watched(prepared: Prepared, target: Target) -> Prepared:
    """The project made ready, with a provision that enters into force as soon as a target is reached."""
    watch = Provision.model_construct(
        id=WATCH,
        title=target.title,
        kind="institutional",
        obligors=(UNSPECIFIED,),
        modality="must",
        enters_when=spelt_out(prepared, target.condition),
    )
    project = prepared.project
    provisions = {**project.model.provisions, WATCH: watch}
    return prepare(replace(project, model=project.model.model_copy(update={"provisions": provisions})))


def witness(analysis: Analysis, points: Iterable[Point], watching: Prepared | None = None) -> Witness:
    """The witness of a route; `watching` is what `watched` gave, where many routes are played."""
    watching = watching or watched(prepare(analysis.project), analysis.target)
    telling = _Telling(analysis, points)
    rounds = 1 + len(telling.model.determinations)
    settled = dict(telling.settled())
    scenario = telling.scenario([], 1)
    for how, facts in telling.ways():
        for count in sorted({1, rounds}):
            scenario = telling.scenario(facts, count)
            if play(watching, scenario, resolved=settled).states(WATCH) == ("ACTIVE",):
                return Witness(scenario, settled, how)
    return Witness(scenario, settled, "not")


Step: TypeAlias = dict[str, Any]


class _Telling:
    """A route as it is told: which atoms are so, which are not, and the acts that make them so."""

    def __init__(self, analysis: Analysis, points: Iterable[Point]) -> None:
        self.analysis = analysis
        self.model: Model = analysis.project.model
        wanted = {
            part.key: (part, point.so) for point in points for part in point.atom.parts or (point.atom,)
        }
        every = analysis.unrolled.atoms
        self.so = {
            ref: wanted[atom.key][1] if atom.key in wanted else atom.given is True
            for ref, atom in every.items()
        }
        self.atoms = [(atom, self.so[ref]) for ref, atom in sorted(every.items())]

    def scenario(self, facts: list[Step], rounds: int) -> Scenario:
        """The whole story: what is assumed, the facts, and then findings and deeds in turn."""
        acts = [*self._consents(), *facts, *([*self._findings(), *self._deeds()] * rounds)]
        days = [{**step, **self._failures()} for step in acts or [{}]]
        told = {
            "id": "route",
            "title": f"A route to: {self.analysis.target.title}"[:300],
            "discretion": "decline",
            "assume": {"concluded": dict(self._concluded()), "facts": dict(self._assumed())},
            "steps": [{"day": day, **step} for day, step in enumerate(days)],
            "horizon": max(0, len(days) - 1),
        }
        return Scenario.model_validate_json(json.dumps(told))

    def _facts(self) -> list[Atom]:
        """The facts that come about on the route, those first that open a gate."""
        changed = (
            atom
            for atom, so in self.atoms
            if atom.kind == "fact" and atom.subject in self.model.facts and so and atom.given is not True
        )
        return sorted(changed, key=lambda atom: (_gate_of(self.model, atom.subject), atom.subject))

    def ways(self) -> Iterator[tuple[How, list[Step]]]:
        """How the facts may come about: by events as the gates have them, in another order, all at once."""
        first = self._facts()
        yield "events", self._by_events(first)
        for last in (*first, None):
            others = [each for each in first if each is not last]
            order = [*others, last] if last is not None else first[::-1]
            if order != first:
                yield "out of order", self._by_events(order)
        if first:
            yield "at once", [{"sets": {atom.subject: True for atom in first}}]

    def _by_events(self, facts: list[Atom]) -> list[Step]:
        """Each fact by an event of its own where there is one: by one that takes few of the others away."""
        wanted = {atom.subject for atom in facts}
        steps: list[Step] = []
        for atom in facts:
            fitting = [each for each in self.model.events.values() if each.sets.get(atom.subject)]
            fitting.sort(key=lambda each: (_taken(each, wanted), len(each.sets), each.id))
            steps.append({"events": [fitting[0].id]} if fitting else {"sets": {atom.subject: True}})
        return steps

    def _assumed(self) -> Iterator[tuple[str, bool]]:
        """The facts that must not be so, and those not known of which the route does not speak."""
        for atom, so in self.atoms:
            if (
                atom.kind == "fact"
                and atom.subject in self.model.facts
                and not so
                and atom.given is not False
            ):
                yield atom.subject, False

    def _held(self) -> dict[str, list[tuple[str, bool]]]:
        """For each provision met, whose position is concluded on this route, and whose is not."""
        nodes = self.analysis.unrolled.circuit.nodes
        true = [ref for ref, so in self.so.items() if so]
        found: dict[str, list[tuple[str, bool]]] = {}
        for position, ref in self.analysis.unrolled.concluded.items():
            held = Circuit(nodes, ref).holds(true)
            found.setdefault(position.provision, []).append((position.obligor, held))
        return found

    def _concluded(self) -> Iterator[tuple[str, bool]]:
        """What is taken to be concluded for all who owe it, or not for all."""
        for provision, positions in sorted(self._held().items()):
            yield provision, all(held for _, held in positions)

    def _consents(self) -> list[Step]:
        """Where a provision is concluded for some who owe it and not for all, the consent of these."""
        some = [
            {"actor": obligor, "provision": provision}
            for provision, positions in sorted(self._held().items())
            for obligor, held in sorted(positions)
            if held and not all(held for _, held in positions)
        ]
        return [{"consents": some}] if some else []

    def _findings(self) -> Iterator[Step]:
        """The findings that named finders make, one a day."""
        for atom, so in self.atoms:
            found = self.model.determinations.get(atom.subject)
            if atom.kind == "finding" and so and found is not None and found.by != "unspecified":
                step: Step = {"findings": {atom.subject: "established"}}
                by = atom.for_ or atom.owner
                yield {**step, "by": by} if by else step

    def _deeds(self) -> list[Step]:
        """What is done, all at one instant."""
        step: Step = {}
        for atom, so in self.atoms:
            if atom.kind in ("choice", "deed") and so and atom.given is not True:
                step.setdefault("exercises" if atom.kind == "choice" else "performs", []).append(_act(atom))
        return [step] if step else []

    def _failures(self) -> Step:
        """What is not kept up, on whatever day it falls due."""
        failed = [
            _act(atom) for atom, so in self.atoms if atom.kind == "deed" and not so and atom.given is True
        ]
        return {"fails": failed} if failed else {}

    def settled(self) -> Iterator[tuple[Unknown, bool]]:
        """What no act can settle."""
        for atom, so in self.atoms:
            found = self.model.determinations.get(atom.subject)
            unclaimed = atom.kind == "finding" and found is not None and found.by == "unspecified"
            if unclaimed or atom.kind == "body":
                yield Unknown("determination", atom.subject, "", atom.route), so


def _taken(event: Event, wanted: Set[str]) -> int:
    """How many of some facts an event takes away."""
    return sum(event.sets.get(fact) is False for fact in wanted)


def _act(atom: Atom) -> dict[str, str]:
    return {"provision": atom.subject, **({"by": atom.owner} if atom.owner is not None else {})}


def _gate_of(model: Model, fact: str) -> int:
    """Which gate a fact opens first: what enters into force comes before what triggers."""
    order = ("enters_when", "in_force_while", "requires", "trigger", "terminates_when")
    found = [
        order.index(gate)
        for provision in model.provisions.values()
        for gate in GATES
        for leaf in leaves(getattr(provision, gate))
        if leaf == fact
        or (
            isinstance(leaf, Found)
            and leaf.determination in model.determinations
            and model.determinations[leaf.determination].of == fact
        )
    ]
    return min(found, default=len(order))
