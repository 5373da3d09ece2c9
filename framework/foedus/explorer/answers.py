"""What analyses answer about a model, made before the page is opened, with the elements that each names."""

from collections.abc import Iterator
from typing import Any

from foedus.analyses.analysis import Analysis, Point, analyse_target
from foedus.analyses.coverage import coverage
from foedus.analyses.gaps import gaps, in_passing
from foedus.errors import Stop
from foedus.load import Project
from foedus.schema import Target
from foedus.simulation import Prepared, prepare
from foedus.views.document import Facts, Section
from foedus.views.told import coverage as told_coverage
from foedus.views.told import gaps as told_gaps
from foedus.words import name, phrase, sentence

_MOST = 12
"""So many routes of an outcome are listed; all are counted."""


def answers(project: Project) -> list[dict[str, Any]]:
    """The questions that can be asked, each with its answer as parts that can be shown on a picture."""
    prepared = prepare(project)
    if prepared.refused:
        return []
    outcomes = [_outcome(prepared, each) for each in project.model.targets.values()]
    return [*outcomes, *_coverage(project), *_gaps(prepared)]


def _outcome(prepared: Prepared, target: Target) -> dict[str, Any]:
    """One outcome: its routes, and what stops it alone; where it is too large to say, that."""
    try:
        analysis = analyse_target(prepared, target, "atom", _MOST, None)
        parts = [*_routes(analysis), *_vetoes(analysis)]
    except Stop as stop:
        parts = [_part("Not found when this page was made", [sentence(str(stop))], [])]
    return {
        "id": f"target-{target.id}",
        "kind": "outcome",
        "title": target.title,
        "lead": f"The outcome: {phrase(prepared.model, target.condition)}.",
        "parts": parts,
    }


def _routes(analysis: Analysis) -> Iterator[dict[str, Any]]:
    if analysis.always or analysis.never:
        text = "Nothing is needed for it." if analysis.always else "No route leads to it."
        yield _part(text, [], [])
        return
    count = analysis.routes.count
    for number, points in enumerate(analysis.routes.sets[:_MOST], 1):
        title = f"Activation route {number} of {count:,}: all of these (a minimal path set)"
        yield _part(title, [sentence(each.words) for each in points], _keys(points))


def _vetoes(analysis: Analysis) -> Iterator[dict[str, Any]]:
    groups: dict[str, list[Point]] = {}
    for point in analysis.vetoes:
        groups.setdefault(str(point.atom.owner), []).append(point)
    for owner, points in sorted(groups.items(), key=lambda each: name(analysis.project.model, each[0])):
        who = sentence(name(analysis.project.model, owner))
        section = "bodies" if owner in analysis.project.model.bodies else "actors"
        keys = [*_keys(points), f"{section}/{owner}"]
        yield _part(f"Veto player: {who} can stop it alone", [sentence(each.words) for each in points], keys)
    others = [point for point in analysis.alone if not analysis.is_veto(point)]
    if others:
        title = "It does not come about either where one of these is so, which no partner decides"
        yield _part(title, [sentence(each.words) for each in others], _keys(others))
    if not analysis.alone and not (analysis.always or analysis.never):
        yield _part("Nobody and nothing can stop it alone.", [], [])


def _keys(points: tuple[Point, ...] | list[Point]) -> list[str]:
    """The elements that points are about, by section and id."""
    routes = (each.route for point in points for each in (point.atom.parts or (point.atom,)))
    return list(dict.fromkeys("/".join(map(str, route[:2])) for route in routes))


def _part(title: str, lines: list[str], keys: list[str]) -> dict[str, Any]:
    return {"title": title, "lines": lines, "keys": keys}


def _coverage(project: Project) -> Iterator[dict[str, Any]]:
    found = coverage(project)
    if not found.cells:
        return
    answering: dict[str, list[str]] = {}
    for cell in found.cells:
        if cell.reading is None:
            answering.setdefault(cell.event, []).extend(
                f"provisions/{each.provision}" for each in cell.replies
            )
    keys = {
        f"attack-{event}": [f"events/{event}", *dict.fromkeys(those)] for event, those in answering.items()
    }
    yield _told("coverage", told_coverage.LEAD, told_coverage.sections(found)[:1], keys)


def _gaps(prepared: Prepared) -> Iterator[dict[str, Any]]:
    """The gaps, as far as the searches for them may go; where one ended early, how to have it go on."""
    project = in_passing(prepared.project)
    found = gaps(project)
    if found:
        keys = {
            f"gap-{each.fact}": [f"facts/{each.fact}", *(f"provisions/{key}" for key in each.answering)]
            for each in found
        }
        lead = told_gaps.lead(found, is_part=True)
        yield _told("gaps", lead, told_gaps.sections(project, found, ()), keys)


def _told(kind: str, lead: str, sections: tuple[Section, ...], keys: dict[str, list[str]]) -> dict[str, Any]:
    """A document of an analysis as an answer: each of its lists of facts a part."""
    parts = [
        _part(block.title, [f"{term}: {text}" for term, text in block.rows], keys.get(block.anchor, []))
        for section in sections
        for block in section.blocks
        if isinstance(block, Facts)
    ]
    return {"id": kind, "kind": kind, "title": sections[0].title, "lead": lead, "parts": parts}
