"""What analyses say of a model, as sections of its report."""

from foedus.analyses.coverage import coverage
from foedus.analyses.gaps import gaps, in_passing
from foedus.analyses.properties import all_checked
from foedus.analyses.settling import open_points
from foedus.analyses.withdrawal import withdrawals
from foedus.load import Project
from foedus.simulation import prepare
from foedus.views.document import Paragraph, Section
from foedus.views.told import coverage as coverage_told
from foedus.views.told import gaps as gaps_told
from foedus.views.told import withdrawal as withdrawal_told


def sections(project: Project) -> tuple[Section, ...]:
    """Who answers which attack, what some order of events brings about, what withdrawals and answers change.

    Only what the model gives occasion for; nothing of a model that cannot be played.
    """
    prepared = prepare(project)
    if prepared.refused:
        return ()
    covered = coverage(project)
    found: list[Section] = []
    if covered.cells:
        first, *others = coverage_told.sections(covered)
        found += [_led(first, coverage_told.LEAD), *others]
    part = in_passing(project)
    attacks, properties = gaps(part), all_checked(part)
    if attacks or properties:
        first, *others = gaps_told.sections(project, attacks, properties)
        found += [_led(first, gaps_told.lead(attacks, properties, is_part=True)), *others]
    tables = withdrawals(project)
    if tables:
        first, *others = withdrawal_told.sections(project, tables, open_points(project))
        found += [_led(first, withdrawal_told.LEAD), *others]
    return tuple(found)


def _led(section: Section, lead: str) -> Section:
    """A section that says first how it is meant."""
    return Section(section.title, section.anchor, (Paragraph(lead, quiet=True), *section.blocks))
