"""Everything that differs between two models, asked once."""

from dataclasses import dataclass, field

from foedus.checking import check
from foedus.comparison.changes import Change, changes
from foedus.comparison.outcomes import Outcome, outcomes
from foedus.comparison.renames import renames
from foedus.finding import Finding
from foedus.fingerprint import fingerprints
from foedus.load import Project
from foedus.rules import run


@dataclass(frozen=True)
class Comparison:
    """What differs on the way from one model to another.

    `changes` holds the elements that differ, by section and id; `outcomes` every scenario that both have,
    also where nothing parts; `new` and `gone` the findings of one side only, told apart by what they say
    and never by their lines.
    """

    before: Project = field(repr=False)
    now: Project = field(repr=False)
    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    @property
    def parted(self) -> tuple[Outcome, ...]:
        """The scenarios that come out otherwise."""
        return tuple(each for each in self.outcomes if each.differs)

    @property
    def differs(self) -> bool:
        """True where anything does: what is said, what comes of it, or what is found in it."""
        return bool(self.changes or self.parted or self.new or self.gone)


def compare(before: Project, now: Project) -> Comparison:
    """Two models, or two readings of one, side by side. Neither is changed, nothing is written.

    What is found by playing scenarios is compared of whole models only: under a reading, a scenario is no
    test of its author's.
    """
    told = before.reading is None and now.reading is None
    old, new = _findings(before, told), _findings(now, told)
    return Comparison(
        before,
        now,
        tuple(each for each in changes(before, now) if each.word != "same"),
        outcomes(before, now, renames(before, now)),
        tuple(new[mark] for mark in new if mark not in old),
        tuple(old[mark] for mark in old if mark not in new),
    )


def _findings(project: Project, told: bool) -> dict[str, Finding]:
    """The findings by fingerprint, in their order; in a model that says nothing, nothing is wrong."""
    if not project.tree.entries():
        return {}
    found = check(project) if told else run.check(project)
    return {mark: finding for finding, mark in fingerprints(found).items()}
