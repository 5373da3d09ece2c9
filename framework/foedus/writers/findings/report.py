"""What every findings writer is handed."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from foedus.finding import Finding, Severity, Waived
from foedus.page import Page
from foedus.place import Span
from foedus.printable import printable


def path(span: Span) -> str:
    """A file as forges name it: with `/` between, and no `./` before it."""
    return PurePath(span.file).as_posix()


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run, in order.

    `line` gives the text of a line of a file (empty where there is none), `about` holds the page of each
    rule by its code; `most` is how many findings are printed before the rest are counted. What is
    `waived` is counted always, listed for people where `show_waived` says so, and handed to programs in
    every format that knows of such things.
    """

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]
    line: Callable[[str, int], str]
    about: Mapping[str, Page]
    waived: tuple[Waived, ...] = ()
    show_waived: bool = False
    most: int = 50
    colour: bool = False
    width: int = 80

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are printed."""
        return self.findings[: self.most]

    @property
    def listed(self) -> tuple[Waived, ...]:
        """What is waived, where that is to be listed."""
        return self.waived if self.show_waived else ()

    @property
    def every(self) -> tuple[Finding, ...]:
        """All findings in order, those that are waived among them."""
        both = (*self.findings, *(each.finding for each in self.waived))
        return tuple(sorted(both, key=lambda finding: finding.order))

    def name(self, code: str) -> str:
        """The short name of a rule; empty for a code that is no rule's."""
        return self.about[code].name if code in self.about else ""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def summary(self) -> str:
        """One line: what was checked and what was found."""
        models = printable(", ".join(self.checked))
        waived = f"; {len(self.waived)} waived" if self.waived else ""
        if not self.findings:
            return f"{models}: no findings{waived}"
        counts = [
            f"{number} {word if number == 1 else plural}"
            for severity, word, plural in (
                (Severity.ERROR, "error", "errors"),
                (Severity.WARNING, "warning", "warnings"),
                (Severity.INFORMATION, "note", "notes"),
            )
            if (number := self.count(severity))
        ]
        return f"{models}: {', '.join(counts)}{waived}"

    def remainder(self) -> str:
        """What is said of the findings that are not printed; empty where all are."""
        hidden = len(self.findings) - len(self.shown)
        return f"and {hidden} more; `--most 0` prints all" if hidden else ""
