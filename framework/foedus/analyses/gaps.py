"""Gaps: orders of events after which an attack stands and nobody is obliged to answer it."""

from dataclasses import dataclass, replace

from foedus.analyses.cells import START, phases
from foedus.analyses.properties import Checked, Claim, Premises, checked
from foedus.analyses.responders import BESIDE, helps, responders
from foedus.load import Project
from foedus.schema import All, Any_, Condition, Fact, InState, Not, Phase, Provision
from foedus.schema.vocabulary import State
from foedus.simulation import Prepared
from foedus.standing import gone

_FEWEST = 10
"""So many states each search looks at in passing, however large the model."""
_WORK = 12_000_000
"""What all searches in passing may cost: states, times events that may follow, times positions moved."""
_OBLIGED: tuple[State, ...] = ("ACTIVE", "FULFILLED", "BREACHED")


@dataclass(frozen=True, slots=True)
class Gap:
    """One attack, looked at from one phase on.

    `fact` is what stands while the attack does, `answering` the duties that it opens, by id. `found.holds`
    is True where somebody is obliged in every course, False where there is one in which surely nobody is.
    """

    fact: str
    phase: str
    answering: tuple[str, ...]
    found: Checked


def gaps(project: Project, on: Premises | None = None) -> tuple[Gap, ...]:
    """For each attack of a model the gap from each phase on; from one phase alone where the terms name it.

    An attack is a fact of the concept `attack` that some event makes true. A duty counts as an answer while
    it is due, honoured or broken, unless it is only to talk, to set something up or to watch. Empty where
    the model has no attack. Raises `Stop` as `checked` does.
    """
    on = on or Premises()
    return tuple(
        _gap(project, fact, phase, on)
        for fact in standing_attacks(project)
        for phase in phases(project)
        if on.phase in (None, phase.id)
    )


def in_passing(prepared: Prepared) -> Premises:
    """The terms for a page that tells much else: so many states that all searches stay within their work."""
    searches = len(standing_attacks(prepared.project)) * len(phases(prepared.project))
    each = len(prepared.model.events) * len(prepared.plans)
    most = max(_FEWEST, _WORK // max(1, searches * each))
    return Premises(states=min(prepared.project.limits.states, most))


def standing_attacks(project: Project) -> tuple[Fact, ...]:
    """The facts of the concept `attack` that some event makes true, by id."""
    model = project.model
    made = {fact for event in model.events.values() for fact, value in event.sets.items() if value}
    return tuple(each for key, each in model.facts.items() if key in made and each.concept == "attack")


def _gap(project: Project, fact: Fact, phase: Phase, on: Premises) -> Gap:
    duties = _duties(project, fact)
    claim = Claim(
        f"gap-{fact.id}",
        f"{fact.title}, and nobody is obliged to answer",
        "never",
        (_bare(fact, duties),),
        fact.route,
    )
    start = None if phase is START else phase.id
    return Gap(
        fact.id,
        phase.id,
        tuple(each.id for each in duties),
        checked(project, claim, replace(on, phase=start)),
    )


def _bare(fact: Fact, duties: list[Provision]) -> Condition:
    """That an attack stands, and none of some duties is due, honoured or broken."""
    obliged = tuple(InState.model_construct(provision=each.id, states=_OBLIGED) for each in duties)
    if not obliged:
        return fact.id
    nobody = Not.model_construct(condition=Any_.model_construct(conditions=obliged))
    return All.model_construct(conditions=(fact.id, nobody))


def _duties(project: Project, fact: Fact) -> list[Provision]:
    """The duties in the running that an attack opens, and that are for whom it hits."""
    model = project.model
    hit = tuple(sorted({
        victim for event in model.events.values() if event.sets.get(fact.id) for victim in event.target
    }))  # fmt: skip
    opened = (model.provisions[each] for each in responders(model, {fact.id: True}))
    return [
        each
        for each in opened
        if each.modality == "must"
        and each.kind not in BESIDE
        and helps(model, each, hit)
        and not gone(model, each)
    ]
