"""What is wrong in a model, from a tab in the YAML to a guarantee that defeats itself.

A rule yields a `Problem`: words, and routes into the model. The runner stamps the rule's code and
severity on it and looks up where each route is written; the result is a `Finding`. A `Waiver` sets
findings aside.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from foedus.place import Route, Span


class Severity(IntEnum):
    """How much a finding matters; a higher number is worse."""

    INFORMATION = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name as it is printed and typed: `error`, `warning` or `information`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe repair: at `span`, the character `index` of the file, `old` is written and `new` was meant."""

    span: Span
    index: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule saw: one primary place as a route, a message, and the places that explain it.

    `at_most` keeps a milder case of a rule below the rule's own severity; `meant` is the word that was
    written and the only one that it can stand for, where a repair is safe.
    """

    route: Route
    message: str
    hint: str = ""
    related: tuple[tuple[Route, str], ...] = ()
    at_most: Severity = Severity.ERROR
    meant: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where: what every reporter prints.

    `element` is the section and id that it is about (`facts/ceasefire-in-force`), empty where the text
    could not be read so far. `fix` is the repair, where there is one that changes no meaning.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    element: str = ""
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The one sort of findings: file, line, column, code, message."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One rule set aside in one place.

    It covers what the rule finds about `element` (`provisions/help`, or `framework`), or on `line` of
    the file in which it stands where it is a comment.
    """

    rule: str
    reason: str
    until: date | None
    span: Span
    element: str = ""
    line: int = 0

    def covers(self, finding: Finding) -> bool:
        """True for a finding of its rule in its place, whatever the day."""
        if finding.code != self.rule:
            return False
        if self.element:
            return finding.element == self.element or finding.element.startswith(f"{self.element}/")
        return (finding.span.file, finding.span.line) == (self.span.file, self.line)


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is set aside, and by what."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Weighed:
    """Findings after waiving: those that stand, with those about the waivers, and those set aside."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
