"""Pictures of a model measured for a place, each fault as a finding with what would help."""

from collections.abc import Iterable, Iterator

from foedus.finding import Finding
from foedus.legibility.measured import faults
from foedus.legibility.narrower import Known, hint
from foedus.legibility.places import Place
from foedus.legibility.wanted import Wanted, drawn
from foedus.load import Project


def examined(project: Project, wanted: Iterable[Wanted], place: Place) -> tuple[Finding, ...]:
    """What cannot be read of the pictures at a place, in the one order of findings.

    Raises `Stop` where there is no such view, page or scenario.
    """
    known: Known = {}
    found = [finding for each in wanted for finding in _found(project, each, place, known)]
    return tuple(sorted(found, key=lambda finding: finding.order))


def _found(project: Project, wanted: Wanted, place: Place, known: Known) -> Iterator[Finding]:
    """The faults of one picture; one hint for all of a rule."""
    hints: dict[str, str] = {}
    for page, drawing in drawn(project, wanted):
        name = f"{wanted.name}, page {page}" if page else wanted.name
        for fault in faults(drawing, place):
            code = fault.rule.CODE
            if code not in hints:
                hints[code] = hint(project, wanted, place, fault, known)
            yield Finding(
                code,
                fault.rule.SEVERITY,
                fault.where or project.where(("framework",)),
                f"picture `{name}`: {fault.message}",
                hints[code],
                element=f"pictures/{wanted.name}",
            )
