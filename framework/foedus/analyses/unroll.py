"""An outcome unrolled to what it turns on: conditions down to facts, consents, findings, choices and deeds.

This is the *latched reading*: what an outcome needs is taken to have come about, in whatever order, and to
be still so. Time is left out, so what one event brings and takes away at once is not seen; `witness` plays a
route to find out. Provisions that wait for one another take the least solution, as in a play.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from foedus.analyses import atoms
from foedus.analyses.atoms import Atom
from foedus.analyses.boolean.circuit import FALSE, TRUE, Circuit, Ref, Wiring
from foedus.analyses.stages import NOWHERE, Stages, asked, stages
from foedus.errors import Stop
from foedus.graph import Edge, strata, vertex_id
from foedus.logic import Leaf, leaves
from foedus.place import Route
from foedus.schema import (
    GATES,
    UNSPECIFIED,
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Determination,
    Found,
    InState,
    Model,
    Not,
    Reached,
    latest,
)
from foedus.simulation import TOGETHER, Position, Prepared
from foedus.simulation.competence import named_finders
from foedus.simulation.compile import positions_for
from foedus.simulation.prepare import Plan
from foedus.standing import ENDED, UNAGREED, binds, consent_of, stated_on


@dataclass(frozen=True, slots=True)
class Unrolled:
    """An outcome as a circuit over atoms; `concluded` holds, for each position met, what concludes it."""

    circuit: Circuit
    atoms: Mapping[Ref, Atom]
    concluded: Mapping[Position, Ref] = field(repr=False)

    @property
    def names(self) -> dict[Ref, str]:
        """The key of each atom that is read."""
        return {ref: self.atoms[ref].key for ref in self.circuit.variables()}


def unroll(prepared: Prepared, condition: Condition, route: Route) -> Unrolled:
    """A condition of a model, unrolled.

    Raises `Stop` where the model has a negative cycle: then no play has an answer either.
    """
    if prepared.refused:
        problem = prepared.refused[0]
        place = prepared.project.where(problem.route)
        raise Stop(f"{place}: {problem.message}; {problem.hint} (`foedus rule T07` says more)")
    unrolling = _Unrolling(prepared)
    for group in _groups(prepared.model, condition):
        unrolling.settle(group)
    top = unrolling.condition(spelt_out(prepared, condition), route, None)
    circuit = unrolling.wiring.circuit(top)
    return Unrolled(circuit, {ref: unrolling.atoms[ref] for ref in circuit.variables()}, unrolling.standing)


def spelt_out(prepared: Prepared, condition: Condition) -> Condition:
    """A target's condition in which a finding that each obligor makes for itself is that of one of them."""
    match condition:
        case Not(condition=inner):
            return condition.model_copy(update={"condition": spelt_out(prepared, inner)})
        case All(conditions=inner) | Any_(conditions=inner) | AtLeast(conditions=inner):
            parts = tuple(spelt_out(prepared, each) for each in inner)
            return condition.model_copy(update={"conditions": parts})
        case Found(determination=key, obligor=None):
            found = prepared.model.determinations.get(key)
            if found is not None and found.by == "each_obligor":
                own = [
                    condition.model_copy(update={"obligor": each}) for each in named_finders(prepared, found)
                ]
                return Any_.model_construct(conditions=tuple(own) or (condition,))
    return condition


def _groups(model: Model, condition: Condition) -> tuple[tuple[str, ...], ...]:
    """The provisions on which a condition rests, in groups that wait for one another, in order."""
    reads = {
        provision.id: {read for gate in GATES for read in _read(model, getattr(provision, gate))}
        for provision in model.provisions.values()
    }
    needed: set[str] = set()
    waiting = [*_read(model, condition)]
    while waiting:
        provision = waiting.pop()
        if provision in reads and provision not in needed:
            needed.add(provision)
            waiting += reads[provision]
    edges = (
        Edge(vertex_id("provisions", read), vertex_id("provisions", provision), "delivers", True, ())
        for provision in sorted(needed)
        for read in sorted(reads[provision] & needed)
    )
    return strata(needed, edges)


def _read(model: Model, condition: Condition | None) -> Iterator[str]:
    """The provisions that a condition asks about, itself or through the body that makes a finding."""
    for leaf in leaves(condition):
        if isinstance(leaf, Active | InState | Delivered | Reached):
            yield leaf.provision
        elif isinstance(leaf, Found) and leaf.determination in model.determinations:
            body = model.bodies.get(model.determinations[leaf.determination].body or "")
            if body is not None and body.established_by in model.provisions:
                yield body.established_by


class _Unrolling:
    """The atoms and positions met so far."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.model = prepared.model
        self.day = stated_on(prepared.model)
        self.wiring = Wiring()
        self.atoms: dict[Ref, Atom] = {}
        self.refs: dict[str, Ref] = {}
        self.stages: dict[int, Stages] = {}
        self.standing: dict[Position, Ref] = {}

    def atom(self, atom: Atom) -> Ref:
        """The variable of an atom."""
        if atom.key not in self.refs:
            self.refs[atom.key] = self.wiring.variable()
            self.atoms[self.refs[atom.key]] = atom
        return self.refs[atom.key]

    def condition(self, condition: Condition, route: Route, asker: Plan | None) -> Ref:
        """A condition; `asker` is the position that asks, None for a target."""
        match condition:
            case Not(condition=inner):
                return ~self.condition(inner, (*route, "not"), asker)
            case All(conditions=inner):
                return self.wiring.all(self._parts(inner, (*route, "all"), asker))
            case Any_(conditions=inner):
                return self.wiring.any(self._parts(inner, (*route, "any"), asker))
            case AtLeast(count=count, conditions=inner):
                return self.wiring.at_least(count, self._parts(inner, (*route, "of"), asker))
            case _:
                return self._leaf(condition, route, asker)

    def _parts(self, conditions: Iterable[Condition], route: Route, asker: Plan | None) -> list[Ref]:
        return [self.condition(each, (*route, place), asker) for place, each in enumerate(conditions)]

    def _leaf(self, leaf: Leaf, route: Route, asker: Plan | None) -> Ref:
        match leaf:
            case str():
                fact = self.model.facts.get(leaf)
                return self.atom(
                    atoms.of_fact(self.model, fact) if fact else atoms.of_undeclared(leaf, route)
                )
            case Found(determination=key, obligor=obligor):
                found = self.model.determinations.get(key)
                if found is None:
                    return self.atom(atoms.of_undeclared(key, route))
                return self._finding(found, obligor, asker)
            case _:
                if leaf.provision not in self.prepared.numbers.of:
                    return self.atom(atoms.of_undeclared(leaf.provision, route))
                positions = positions_for(self.prepared.numbers, leaf.provision, leaf.obligor)
                return self.wiring.any(asked(self.wiring, leaf, self.stages[index]) for index in positions)

    def _finding(self, found: Determination, obligor: str | None, asker: Plan | None) -> Ref:
        if found.by == "automatic":
            return self._leaf(found.of, found.at("of"), None)
        if found.by == "unspecified":
            fact = self._leaf(found.of, found.at("of"), None)
            return self.wiring.all((fact, self.atom(atoms.of_unclaimed_finding(self.model, found))))
        competent = self._competent(found)
        if found.by != "each_obligor":
            return self.wiring.all((self.atom(atoms.of_finding(self.model, found, "")), *competent))
        if obligor is not None or asker is None:
            finders: tuple[str, ...] = (obligor or UNSPECIFIED,)
        else:
            together = asker.position.obligor == TOGETHER
            finders = asker.bearers if together else (asker.position.obligor,)
        own = (self.atom(atoms.of_finding(self.model, found, each)) for each in finders)
        return self.wiring.all((*own, *competent))

    def _competent(self, found: Determination) -> Iterable[Ref]:
        """What a body needs to find: that it is there, and that nobody who can keeps it from deciding."""
        body = self.model.bodies.get(found.body or "")
        if body is None:
            return
        founder = self.prepared.numbers.of.get(body.established_by or "", ())
        status = latest(body.status, self.day)
        if founder:
            yield self.wiring.any(self.stages[index].due for index in founder)
        elif status == "dissolved":
            yield FALSE
        elif status in ("proposed", "to_be_established"):
            yield self.atom(atoms.of_body(body))
        if (found.on_deadlock or body.on_deadlock) != "established":
            yield from (self.atom(atoms.of_assent(self.model, body, each)) for each in sorted(set(body.veto)))

    def settle(self, group: tuple[str, ...]) -> None:
        """How far the positions of some provisions come, each from what it reads.

        Those that wait for one another begin nowhere and go round until nothing can be new: each has four
        rungs to climb.
        """
        plans = [self.prepared.plans[index] for each in group for index in self.prepared.numbers.of[each]]
        self.stages |= {plan.index: NOWHERE for plan in plans}
        gates = (getattr(self.model.provisions[each], gate) for each in group for gate in GATES)
        waiting = any(read in group for gate in gates for read in _read(self.model, gate))
        for _ in range(4 * len(plans) if waiting else 1):
            self.stages |= {plan.index: self._stages(plan) for plan in plans}

    def _stages(self, plan: Plan) -> Stages:
        """How far one position comes, from what it reads."""
        gates = {gate: self._gate(plan, gate) for gate in GATES}
        self.standing[plan.position] = concluded = self._concluded(plan)
        deeds = (self.atom(atoms.of_deed(self.model, plan.provision, each)) for each in plan.bearers)
        return stages(self.wiring, plan, gates, concluded, self.wiring.all(deeds))

    def _gate(self, plan: Plan, gate: str) -> Ref:
        condition = getattr(plan.provision, gate)
        if condition is None:
            return FALSE if gate == "terminates_when" else TRUE
        return self.condition(condition, plan.provision.at(gate), plan)

    def _concluded(self, plan: Plan) -> Ref:
        """What must be so for a position to be concluded: its content, its text, each consent."""
        provision = plan.provision
        text = self.model.instruments.get(provision.instrument or "")
        status = latest(provision.status, self.day)
        if status == "dropped" or (text is not None and text.status_on(self.day) in ENDED):
            return FALSE
        needed = [self.atom(atoms.of_content(provision))] if status in UNAGREED else []
        if text is not None and binds(text, "ratified", self.day) is None:
            needed.append(self.atom(atoms.of_text(self.model, text)))
        for actor in plan.bearers:
            if actor in self.model.bodies:
                continue
            if text is not None and consent_of(self.model, text, actor, self.day) == "withdrawn":
                return FALSE
            needed.append(self.atom(atoms.of_consent(self.model, provision, actor)))
        return self.wiring.all(needed)
