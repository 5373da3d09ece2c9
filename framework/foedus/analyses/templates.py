"""Scenario templates: the same thing done to different systems, bound to whatever events each model has.

A template names a sort of attack, never an event. It is bound to the events of a model by their class, their
severity and whom they hit, and played in each phase and reading like every cell of response coverage.
"""

from dataclasses import dataclass
from typing import get_args

from foedus.analyses.cells import Cell, attacks, cells_of
from foedus.analyses.courses import ORGANS
from foedus.analyses.coverage import rivals
from foedus.load import Project
from foedus.schema import Event
from foedus.schema.vocabulary import AttackClass, Severity
from foedus.simulation import Prepared


@dataclass(frozen=True, slots=True)
class Template:
    """What happens, by the means and the degree of an attack on the beneficiary.

    `deadlocked` has no organ agree on what it is to find afterwards; it asks, beside the attacks, about
    every event that makes a fact so which an organ is to find.
    """

    id: str
    title: str
    question: str
    classes: tuple[AttackClass, ...]
    severities: tuple[Severity, ...]
    deadlocked: bool = False


_FORCE: tuple[Severity, ...] = ("use", "war")

TEMPLATES: tuple[Template, ...] = (
    Template(
        "conventional-attack", "Conventional attack",
        "Who answers, if the beneficiary is attacked with conventional weapons?",
        ("conventional",), _FORCE,
    ),
    Template(
        "nuclear-threat", "Nuclear threat",
        "Who answers, if the beneficiary is threatened with nuclear weapons?",
        ("nuclear",), ("threat",),
    ),
    Template(
        "hybrid-attack", "Hybrid attack",
        "Who answers, if the beneficiary suffers sabotage, proxies, terrorism or a cyber operation?",
        ("hybrid", "cyber"), get_args(Severity),
    ),
    Template(
        "deadlocked-organ", "Deadlocked organ",
        "Who answers, if an organ that is to find what has happened cannot agree?",
        ("conventional",), _FORCE, deadlocked=True,
    ),
)  # fmt: skip


def bound(project: Project, template: Template) -> tuple[Event, ...]:
    """The events of a model that a template stands for; none where it has no such event."""
    found = [each for each in attacks(project) if _fits(project, template, each)]
    if not template.deadlocked:
        return tuple(found)
    to_find = {each.of for each in project.model.determinations.values() if each.by in ORGANS}
    events = project.model.events.values()
    found += [each for each in events if each not in found and any(each.sets.get(fact) for fact in to_find)]
    return tuple(found) if to_find else ()


def _fits(project: Project, template: Template, event: Event) -> bool:
    """True for an attack of the sort of a template on the beneficiary, or on nobody named."""
    framework = project.model.framework
    own = framework.beneficiary if framework is not None else ()
    return (
        event.attack_class in template.classes
        and event.severity in (None, *template.severities)
        and (not event.target or bool(set(event.target) & set(own)))
    )


def played(prepared: Prepared, template: Template) -> tuple[Cell, ...]:
    """The cells of a template: each event bound to it, in each phase, of the text and each rival reading."""
    cells = list(_cells(prepared, template, None))
    for reading in rivals(prepared.project):
        cells += _cells(prepared.read_as(reading), template, reading)
    return tuple(cells)


def _cells(prepared: Prepared, template: Template, reading: str | None) -> tuple[Cell, ...]:
    events = bound(prepared.project, template)
    return cells_of(prepared, reading, events=events, deadlocked=template.deadlocked)
