"""What-if in words: what a withdrawal puts out of reach, and which open points matter."""

from collections.abc import Sequence

from foedus.analyses.settling import OpenPoint
from foedus.analyses.withdrawal import WhatIf, Withdrawals
from foedus.load import Project
from foedus.views.account import left_open, short
from foedus.views.captions import source_line, status
from foedus.views.document import Block, Document, Facts, Paragraph, Section, Table
from foedus.words import counted, inside, joined, name, numbers, sentence

LEAD = (
    "Out of reach means: in no course of events, even if all that is open is settled in favour, whoever may "
    "act does and finders find. Within reach means: not excluded."
)
_MOST = 8
"""So many open points and pairs are told; the rest are counted."""


def view(
    project: Project, case: WhatIf | None, tables: Sequence[Withdrawals], points: Sequence[OpenPoint]
) -> Document:
    """All of it as a document."""
    framework = project.model.framework
    return Document(
        title="What if somebody withdraws",
        tag=" · ".join((framework.title if framework else project.name, *status(project))),
        source=source_line(project),
        summary=LEAD,
        sections=(*([_case(project, case)] if case else []), *sections(project, tables, points)),
    )


def sections(
    project: Project, tables: Sequence[Withdrawals], points: Sequence[OpenPoint]
) -> tuple[Section, ...]:
    """Who puts which target out of reach, then the open points; each empty where there is nothing to say."""
    found = []
    if tables:
        found.append(_withdrawals(project, tables))
    if points:
        found.append(_points(project, points))
    return tuple(found)


def _case(project: Project, found: WhatIf) -> Section:
    """One case: the targets that it puts out of reach, and the provisions that can no longer fall due."""
    model = project.model
    parts = [f"{name(model, each)} withdraws" for each in found.case.without]
    parts += [f"it never holds that {inside(model, model.facts[each].title)}" for each in found.case.deny]
    rows = tuple(
        (model.targets[each.target].title, _changed(each.before, each.after)) for each in found.targets
    )
    blocks: list[Block] = [Facts("Targets", "", rows)]
    number = numbers(model)
    lost = [model.provisions[key] for key in sorted(found.lost, key=list(number).index)]
    if lost:
        told = tuple((f"{number[each.id]} {each.title}", short(project, each.route)) for each in lost)
        blocks.append(Facts("Provisions that can no longer fall due, and where each is written", "", told))
    return Section(f"If {joined(parts, 'and')}", "case", tuple(blocks))


def _changed(before: bool, after: bool) -> str:
    if not before:
        return "out of reach anyway"
    return "still within reach" if after else "out of reach"


def _withdrawals(project: Project, tables: Sequence[Withdrawals]) -> Section:
    model = project.model
    rows = []
    for each in tables:
        target = model.targets[each.target]
        alone = ", ".join(name(model, actor) for actor in each.alone) or "nobody"
        told = [f"{name(model, one)} with {name(model, other)}" for one, other in each.pairs[:_MOST]]
        told += [f"and {len(each.pairs) - _MOST} more pairs"] if len(each.pairs) > _MOST else []
        if not each.within_reach:
            alone, told = "out of reach anyway", []
        rows.append((f"{target.title} ({short(project, target.route)})", alone, "; ".join(told) or "no two"))
    many = len(tables[0].actors)
    lead = f"{many} actors and bodies were tried, one by one (N-1) and two by two (N-2); no adversary was."
    head = ("Target", "Out of reach without", "Or without two")
    return Section(
        "Whose withdrawal puts which target out of reach", "withdrawals",
        (Paragraph(lead, quiet=True), Table(head, tuple(rows))),
    )  # fmt: skip


def _points(project: Project, points: Sequence[OpenPoint]) -> Section:
    """The weightiest open points, each with its place, what it would settle, and the questions about it."""
    rows = []
    for each in points[:_MOST]:
        cells, outcomes = each.weight
        unknown = each.unknown
        what = sentence(left_open(project, unknown))
        settled = [f"{counted(cells, 'cell')} of response coverage"] if cells else []
        settled += [f"{counted(outcomes, 'outcome')} of scenarios"] if outcomes else []
        settles = f"settles {joined(settled, 'and')}"
        asked = [project.model.questions[key].title for key in each.questions]
        more = f" (and {len(asked) - 2} more)" if len(asked) > 2 else ""
        rows.append((what, settles + (f"; asked: {' '.join(asked[:2])}{more}" if asked else "")))
    lead = "By how many cells and outcomes could be said if this alone were settled."
    rest = len(points) - _MOST
    left = (Paragraph(f"{rest} more settle less.", quiet=True),) if rest > 0 else ()
    return Section("Which open points matter", "open-points", (Facts(lead, "", tuple(rows)), *left))
