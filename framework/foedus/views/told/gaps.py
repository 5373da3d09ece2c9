"""Gaps and properties in words: what holds over every order of events, and the shortest course against it."""

from collections import defaultdict
from collections.abc import Sequence

from foedus.analyses.cells import phases
from foedus.analyses.gaps import Gap
from foedus.analyses.properties import Checked, Kind
from foedus.limits import cure
from foedus.load import Project
from foedus.schema import Model, Scenario
from foedus.views.account import short
from foedus.views.captions import source_line, status
from foedus.views.document import Document, Facts, Paragraph, Section
from foedus.words import inside, joined, numbers, phrase

LEAD = (
    "Events come one a day, in any order and as often as they can; deadlines may run out between them. "
    "Whoever is named to find something finds what is so."
)
_KINDS: dict[Kind, str] = {"always": "always", "never": "never", "leads_to": "leads to"}


def view(project: Project, gaps: Sequence[Gap], properties: Sequence[Checked]) -> Document:
    """Both as a document."""
    framework = project.model.framework
    return Document(
        title="What happens in some order of events",
        tag=" · ".join((framework.title if framework else project.name, *status(project))),
        source=source_line(project),
        summary=lead(gaps, properties),
        sections=sections(project, gaps, properties),
    )


def lead(gaps: Sequence[Gap], properties: Sequence[Checked] = (), *, is_part: bool = False) -> str:
    """How it is meant; how many searches a limit has ended, and how they go on."""
    every = (*(each.found for each in gaps), *properties)
    ended = [each.ended for each in every if each.ended is not None]
    if not ended:
        return LEAD
    those = f"{len(ended)} of {len(every)} searches" if len(every) > 1 else "The search"
    if is_part:
        return f"{LEAD} {those} ended early: this page does a part of the work, and `foedus gaps` all of it."
    reached = joined([f"`{name}`" for name in dict.fromkeys(ended)], "and")
    return f"{LEAD} {those} ended early, at the limit of {reached}: {cure(ended[0])}."


def sections(project: Project, gaps: Sequence[Gap], properties: Sequence[Checked]) -> tuple[Section, ...]:
    """The attacks that can stand with nobody obliged to answer, then the properties of the model."""
    none = "No fact of the concept `attack` is made true by an event, so no attack can stand."
    attacks = tuple(_attack(project, fact, gaps) for fact in dict.fromkeys(gap.fact for gap in gaps))
    found = [Section("Attacks that nobody must answer", "gaps", attacks or (Paragraph(none),))]
    if properties:
        own = tuple(_property(project, each) for each in properties)
        found.append(Section("Properties of the model", "properties", own))
    return tuple(found)


def _attack(project: Project, fact: str, gaps: Sequence[Gap]) -> Facts:
    """One attack: what was found from each phase on, phases with one answer together."""
    title = {phase.id: phase.title for phase in phases(project)}
    groups: dict[str, list[str]] = defaultdict(list)
    own = [gap for gap in gaps if gap.fact == fact]
    for gap in own:
        groups[_gap(project, gap)].append(title[gap.phase])
    rows = tuple((_from(project.model, titles, len(title)), text) for text, titles in groups.items())
    number = numbers(project.model)
    duties = joined(
        [f"{number[key]} {project.model.provisions[key].title}" for key in own[0].answering], "and"
    )
    lead = f"Duties that answer it: {duties}." if duties else "No duty to act answers it."
    element = project.model.facts[fact]
    return Facts(element.title, lead, rows, f"gap-{fact}", str(project.where(element.route)))


def _from(model: Model, titles: list[str], every: int) -> str:
    if len(titles) == every > 1:
        return "From every phase on"
    return f"From here on: {joined([inside(model, each) for each in titles], 'and')}"


def _gap(project: Project, gap: Gap) -> str:
    found = gap.found
    match found.holds:
        case True if found.exact:
            return f"no gap: somebody is obliged whenever it stands ({extent(found)})"
        case True:
            return f"no gap found, but not every order was tried ({extent(found)})"
        case False:
            return f"a gap: nobody is obliged at the end of {course(project, found.witness, gap.phase)}"
        case _:
            return (
                "cannot be said: whether somebody is obliged is open at the end of "
                f"{course(project, found.witness, gap.phase)} (no course is surely a gap, {extent(found)})"
            )


def extent(found: Checked) -> str:
    """How far that goes: for every order of events, or for those of so many moves."""
    if found.exact:
        return f"exact, {found.states} states"
    return f"every order of up to {found.moves} moves, {found.states} states"


def course(project: Project, witness: Scenario | None, phase: str | None = None) -> str:
    """The events of a course after those that lead to its phase, as titles."""
    if witness is None or not witness.steps:
        return "the beginning"
    model = project.model
    events = [event for step in witness.steps for event in step.events]
    before = model.phases[phase].events if phase in model.phases else ()
    own = events[len(before) :]
    return " → ".join(f"“{model.events[each].title}”" for each in own) or "the events of the phase"


def _property(project: Project, found: Checked) -> Facts:
    claim = found.claim
    words = [phrase(project.model, each) for each in claim.conditions]
    said = (
        f" {_KINDS[claim.kind]} ".join(words)
        if claim.kind == "leads_to"
        else f"{_KINDS[claim.kind]}: {words[0]}"
    )
    match found.holds:
        case True:
            answer = f"{'holds' if found.exact else 'not broken in what was tried'} ({extent(found)})"
        case False:
            answer = f"broken at the end of {course(project, found.witness)}"
        case _:
            answer = f"cannot be said; open at the end of {course(project, found.witness)} ({extent(found)})"
    rows = ((said, answer), ("written at", short(project, claim.route)))
    return Facts(claim.title, "", rows, f"property-{claim.id}", str(project.where(claim.route)))
