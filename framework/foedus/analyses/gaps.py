"""Gaps: orders of events after which an attack stands and nobody is obliged to answer it."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from foedus.analyses.cells import START, phases
from foedus.analyses.properties import Checked, Claim, Premises, every_checked
from foedus.analyses.responders import BESIDE, helps, responders
from foedus.load import Project
from foedus.schema import All, Any_, Condition, Fact, InState, Not, Phase, Provision
from foedus.schema.vocabulary import State
from foedus.standing import gone

_PASSING = 4
"""Into so many parts the work of `foedus gaps` is cut, of which a page that tells much else does one."""
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


class _Sought(NamedTuple):
    """A gap that is looked for: an attack from a phase on, the duties that answer it, and what is claimed."""

    fact: Fact
    phase: Phase
    duties: list[Provision]
    claim: Claim

    @property
    def start(self) -> str | None:
        """The phase that must be reached first; None for the beginning."""
        return None if self.phase is START else self.phase.id


def gaps(project: Project, on: Premises | None = None) -> tuple[Gap, ...]:
    """For each attack of a model the gap from each phase on; from one phase alone where the terms name it.

    An attack is a fact of the concept `attack` that some event makes true. A duty counts as an answer while
    it is due, honoured or broken, unless it is only to talk, to set something up or to watch. Empty where
    the model has no attack. Raises `Stop` as `checked` does.
    """
    on = on or Premises()
    sought = [
        _Sought(fact, phase, duties, _claim(fact, duties))
        for fact in standing_attacks(project)
        for duties in (_duties(project, fact),)
        for phase in phases(project)
        if on.phase in (None, phase.id)
    ]
    asked = ((each.claim, replace(on, phase=each.start)) for each in sought)
    return tuple(
        Gap(each.fact.id, each.phase.id, tuple(duty.id for duty in each.duties), found)
        for each, found in zip(sought, every_checked(project, asked), strict=True)
    )


def in_passing(project: Project) -> Project:
    """The project with a part of its limits, for a page that tells much else."""
    limits = project.limits
    parts = {name: max(1, getattr(limits, name) // _PASSING) for name in ("states", "moves", "positions")}
    return replace(project, limits=replace(limits, **parts))


def standing_attacks(project: Project) -> tuple[Fact, ...]:
    """The facts of the concept `attack` that some event makes true, by id."""
    model = project.model
    made = {fact for event in model.events.values() for fact, value in event.sets.items() if value}
    return tuple(each for key, each in model.facts.items() if key in made and each.concept == "attack")


def _claim(fact: Fact, duties: list[Provision]) -> Claim:
    title = f"{fact.title}, and nobody is obliged to answer"
    return Claim(f"gap-{fact.id}", title, "never", (_bare(fact, duties),), fact.route)


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
