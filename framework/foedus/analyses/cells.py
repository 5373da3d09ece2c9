"""The cells of response coverage: one attack in one phase, and what each provision answers.

The course of a cell is the phase's events, the attack, and the findings that follow. It is played with
every *may* declined and with every *may* exercised, so that what holds in both is assured whatever the
guarantors choose.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from foedus.analyses.courses import Course, happened, led, told
from foedus.analyses.responders import BESIDE, helps, responders
from foedus.load import Project
from foedus.schema import Event, Phase, Provision, Scenario
from foedus.schema.vocabulary import AttackClass, ChoiceRule, Modality, Severity
from foedus.simulation import Prepared, Unknown, prepare
from foedus.simulation.beginning import beginning
from foedus.simulation.lifecycle import BIT
from foedus.simulation.world import Terms, World
from foedus.standing import gone, stated_on
from foedus.words import inside

Word: TypeAlias = Literal["must", "may", "undetermined", "none"]

WORDS: dict[Word, str] = {
    "must": "somebody is obliged to answer",
    "may": "somebody may answer, nobody must",
    "undetermined": "cannot be said",
    "none": "nobody is obliged or expressly free to answer",
}
"""What each word of a cell says."""

START = Phase(id="start", title="As things stand", order=1)
"""The one phase of a model that names none."""

_DUE = BIT["ACTIVE"] | BIT["FULFILLED"] | BIT["BREACHED"]
_RULES: tuple[ChoiceRule, ChoiceRule] = ("decline", "exercise")
_FIRM: tuple[Word, ...] = ("none", "may", "must")
"""The words that say something, least firm first."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one provision answers in a cell.

    `word` is as firm as the answer is: "may" too for a duty that is due only if somebody who may act does.
    `waits` is True where it is triggered and something that it requires is still open; `beside` where it
    is to talk, to set something up or to watch. `unknowns` say what leaves it open.
    """

    provision: str
    modality: Modality
    word: Word
    waits: bool
    beside: bool
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One attack in one phase and reading: the firmest answer, and every provision that it opens, by id.

    `at_best` is the firmest word that an undetermined cell could come to; else it is `word`.
    """

    event: str
    phase: str
    reading: str | None
    word: Word
    at_best: Word
    replies: tuple[Reply, ...]


def attacks(project: Project) -> tuple[Event, ...]:
    """The events that attack or threaten: those with a class or a severity; by target, class, severity."""
    classes, severities = get_args(AttackClass), get_args(Severity)

    def place(event: Event) -> tuple[tuple[str, ...], int, int, str]:
        means = classes.index(event.attack_class) if event.attack_class else len(classes)
        far = severities.index(event.severity) if event.severity else len(severities)
        return (_order(project, event.target), means, -far, event.id)

    found = [each for each in project.model.events.values() if each.attack_class or each.severity]
    return tuple(sorted(found, key=place))


def _order(project: Project, target: tuple[str, ...]) -> tuple[str, ...]:
    """Attacks on the beneficiary first, those on nobody named last."""
    framework = project.model.framework
    own = framework.beneficiary if framework is not None else ()
    return ("0" if set(target) & set(own) else "1" if target else "2", *target)


def phases(project: Project) -> tuple[Phase, ...]:
    """The phases of a model in their order; the start alone where it names none."""
    own = project.model.phases.values()
    return tuple(sorted(own, key=lambda each: (each.order, each.id))) or (START,)


def cells_of(
    prepared: Prepared,
    reading: str | None = None,
    resolved: Mapping[Unknown, bool] | None = None,
    *,
    events: Sequence[Event] | None = None,
    deadlocked: bool = False,
) -> tuple[Cell, ...]:
    """The cells of a model made ready, with some unknowns settled; none where it cannot be played.

    `events` are all attacks where none are given; `deadlocked` has no organ agree on what it is to find.
    """
    if prepared.refused:
        return ()
    asked = attacks(prepared.project) if events is None else events
    opened = {event.id: responders(prepared.model, event.sets) for event in asked}
    rules = {event: _rules(prepared, names) for event, names in opened.items()}
    found = []
    for phase in phases(prepared.project):
        starts = {
            rule: _reached(prepared, phase, rule, resolved or {})
            for rule in _RULES
            if any(rule in each for each in rules.values())
        }
        for event in asked:
            courses = (happened(prepared, starts[rule], event.id, deadlocked) for rule in rules[event.id])
            ends = [course.world for course in courses]
            replies = _replies(prepared, event, opened[event.id], ends)
            found.append(_cell(event, phase, reading, replies))
    return tuple(found)


def scenario_of(project: Project | Prepared, cell: Cell, deadlocked: bool = False) -> Scenario:
    """The course of a cell as a scenario that `play` plays, in the reading of the cell."""
    prepared = project if isinstance(project, Prepared) else prepare(project)
    prepared = prepared if cell.reading is None else prepared.read_as(cell.reading)
    phase = next(each for each in phases(prepared.project) if each.id == cell.phase)
    event = prepared.model.events[cell.event]
    course = happened(prepared, _reached(prepared, phase, "decline", {}), event.id, deadlocked)
    title = f"{event.title}: {inside(prepared.model, phase.title)}"
    name = f"{event.id}-{phase.id}"
    return told(name, title, course.days, horizon=course.last, reading=cell.reading)


def _rules(prepared: Prepared, opened: Sequence[str]) -> tuple[ChoiceRule, ...]:
    """The ends of the envelope: one alone where no choice bears on who can find, nor on what is opened."""
    if not opened:
        return ()
    model = prepared.model
    bodies = (model.bodies.get(each.body or "") for each in model.determinations.values())
    founders = (body.established_by or "" for body in bodies if body is not None)
    asked = (prepared.numbers.of.get(each, ()) for each in (*founders, *opened))
    groups = {prepared.plans[index].group for own in asked for index in own}
    return _RULES[:1] if groups.isdisjoint(prepared.swayed) else _RULES


def _reached(prepared: Prepared, phase: Phase, rule: ChoiceRule, resolved: Mapping[Unknown, bool]) -> Course:
    """The course that leads to a phase."""
    on = Terms(rule, stated_on(prepared.model), (), (), 0, False)
    return led(prepared, Course(beginning(prepared, on, resolved)), phase.events)


def _cell(event: Event, phase: Phase, reading: str | None, replies: tuple[Reply, ...]) -> Cell:
    """A cell: the firmest word that is sure, unless a firmer one is possible."""
    acting = [each for each in replies if not each.beside]
    sure = firmest([each.word for each in acting if each.word != "undetermined"])
    best = firmest([at_best(each) for each in acting])
    word: Word = sure if best == sure else "undetermined"
    return Cell(event.id, phase.id, reading, word, best, replies)


def firmest(words: Iterable[Word]) -> Word:
    """The firmest of some words that say something; "none" where there are none."""
    return max(words, key=_FIRM.index, default="none")


def at_best(reply: Reply) -> Word:
    """The firmest word that a reply can come to."""
    if reply.word != "undetermined":
        return reply.word
    return "must" if reply.modality == "must" else "may"


def _replies(
    prepared: Prepared, event: Event, opened: Iterable[str], ends: Sequence[World]
) -> tuple[Reply, ...]:
    """What those answer that an event opens, that are in the running and for whom it is aimed at."""
    model = prepared.model
    stirred = (model.provisions[each] for each in opened if _stirred(prepared, each, ends))
    return tuple(
        _reply(prepared, each, ends)
        for each in stirred
        if helps(model, each, event.target) and not gone(model, each)
    )


def _stirred(prepared: Prepared, provision: str, ends: Sequence[World]) -> bool:
    """True where a provision may be due at an end of the envelope, or waits there for what it requires."""
    masks = [world.masks[index] for world in ends for index in prepared.numbers.of[provision]]
    return any(mask & _DUE or mask == BIT["PENDING"] for mask in masks)


def _reply(prepared: Prepared, provision: Provision, ends: Sequence[World]) -> Reply:
    """What a provision answers at the ends of the envelope."""
    own = prepared.numbers.of[provision.id]
    states = [[world.masks[index] for index in own] for world in ends]
    maybe = any(mask & _DUE for masks in states for mask in masks)
    waits = any(mask == BIT["PENDING"] for masks in states for mask in masks)
    sure = [any(not mask & ~_DUE for mask in masks) for masks in states]
    word: Word = "none"
    if all(sure):
        word = "must" if provision.modality == "must" else "may"
    elif sure[-1]:
        word = "may"
    elif maybe:
        word = "undetermined"
    open_ = [world.values[index].unknowns for world in ends for index in own if word == "undetermined"]
    unknowns = frozenset[Unknown]().union(*open_)
    waiting = waits and word == "none"
    return Reply(
        provision.id, provision.modality, word, waiting, provision.kind in BESIDE, tuple(sorted(unknowns))
    )


def settled_by(cells: tuple[Cell, ...]) -> Iterator[Unknown]:
    """The unknowns that leave some cells open, each once, in order."""
    yield from sorted({unknown for cell in cells for reply in cell.replies for unknown in reply.unknowns})
