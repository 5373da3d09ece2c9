"""Courses of events as analyses tell them: one event a day, and finders who find what is so.

A finder who errs, delays or cannot agree is a question of its own (D02, D03); here each finding that a
named finder can make follows the facts on the day after the event, unless a deadlock is asked about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from foedus.schema import Scenario, Step
from foedus.schema.base import TITLE
from foedus.schema.scenarios import Act as Deed
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule, Determiner, Outcome
from foedus.simulation import Act, Prepared
from foedus.simulation.competence import competence, named_finders
from foedus.simulation.onward import onward, waited
from foedus.simulation.world import World

Day = tuple[int, tuple[Act, ...]]
"""A numbered day, and what happens on it."""


@dataclass(frozen=True, slots=True)
class Course:
    """How far things have come: the world, the next free day, the days so far, and the last day looked at."""

    world: World
    day: int = 0
    days: tuple[Day, ...] = ()
    last: int = 0


ORGANS: frozenset[Determiner] = frozenset(("body", "collective", "un_security_council"))
"""Those who find together, and so can fail to agree."""


def happened(prepared: Prepared, course: Course, event: str, deadlocked: bool = False) -> Course:
    """The course with one more event, and the findings that follow; `deadlocked` where no organ agrees."""
    return acted(prepared, course, (Act("happens", event, None, None, ("events", event)),), deadlocked)


def led(prepared: Prepared, course: Course, events: Iterable[str]) -> Course:
    """The course with more events, those left out that the model does not have."""
    for event in events:
        if event in prepared.model.events:
            course = happened(prepared, course, event)
    return course


def acted(prepared: Prepared, course: Course, acts: tuple[Act, ...], deadlocked: bool = False) -> Course:
    """The course with one more day of acts, and the findings that follow from them."""
    course = _day(prepared, course, acts)
    for _ in prepared.model.determinations:  # a finding can set up the body that makes the next
        found = _findings(prepared, course.world, deadlocked)
        if not found:
            break
        course = _day(prepared, course, found)
    return course


def idled(prepared: Prepared, course: Course, until: int) -> Course:
    """The course when a later day begins, nothing having happened: the clocks that ended have run out."""
    return replace(course, world=waited(prepared, course.world, until), day=until, last=until)


def _day(prepared: Prepared, course: Course, acts: tuple[Act, ...]) -> Course:
    world = onward(prepared, course.world, course.day, acts)
    return Course(world, course.day + 1, (*course.days, (course.day, acts)), course.day)


def _findings(prepared: Prepared, world: World, deadlocked: bool) -> tuple[Act, ...]:
    """The findings that differ from the facts and that somebody can make now, by id.

    Where organs do not agree, the first that one of them would make is deadlocked, and it makes no other.
    """
    found = []
    for name, determination in sorted(prepared.model.determinations.items()):
        fact = prepared.numbers.facts.get(determination.of)
        truth = world.facts[fact] if fact is not None else None
        if determination.by in ("automatic", "unspecified") or truth is None:
            continue
        finders = named_finders(prepared, determination) if determination.by == "each_obligor" else ("",)
        if name not in prepared.finding_readers or all(
            world.findings.get((name, finder), False) in (truth, None) for finder in finders
        ):
            continue
        if competence(prepared, world, determination, None).truth is not False:
            outcome: Outcome = "established" if truth else "rejected"
            if deadlocked and determination.by in ORGANS:
                if (name, "") in world.findings:
                    continue
                outcome = "deadlocked"
            found.append(Act("found", name, None, outcome, ("determinations", name)))
    return tuple(found)


def told(
    id: str,
    title: str,
    days: Iterable[Day],
    *,
    horizon: int,
    reading: str | None = None,
    discretion: ChoiceRule = "open",
    assume: Assumptions | None = None,
) -> Scenario:
    """A course as a scenario that `play` accepts; a title that is too long for one is cut short."""
    steps = tuple(_step(day, acts) for day, acts in days)
    return Scenario(
        id=id,
        title=title if len(title) <= TITLE else f"{title[: TITLE - 1]}…",
        reading=reading,
        discretion=discretion,
        assume=assume,
        steps=steps,
        horizon=horizon,
    )


def _step(day: int, acts: tuple[Act, ...]) -> Step:
    return Step(
        day=day,
        events=tuple(act.subject for act in acts if act.verb == "happens"),
        findings={act.subject: act.value for act in acts if act.verb == "found"},  # type: ignore[misc]  # an outcome
        performs=tuple(Deed(provision=act.subject) for act in acts if act.verb == "performs"),
        fails=tuple(Deed(provision=act.subject) for act in acts if act.verb == "fails"),
    )
