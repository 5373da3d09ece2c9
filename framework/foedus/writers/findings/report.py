"""What every findings writer is handed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from foedus.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run, in order.

    `line` gives the text of a line of a file (empty where there is none), `names` the short name of
    each rule; `most` is how many findings are printed before the rest are counted.
    """

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]
    line: Callable[[str, int], str]
    names: dict[str, str]
    most: int = 50
    colour: bool = False
    width: int = 80

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are printed."""
        return self.findings[: self.most]

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def summary(self) -> str:
        """One line: what was checked and what was found."""
        models = ", ".join(self.checked)
        if not self.findings:
            return f"{models}: no findings"
        counts = [
            f"{number} {word if number == 1 else plural}"
            for severity, word, plural in (
                (Severity.ERROR, "error", "errors"),
                (Severity.WARNING, "warning", "warnings"),
                (Severity.INFORMATION, "note", "notes"),
            )
            if (number := self.count(severity))
        ]
        return f"{models}: {', '.join(counts)}"

    def remainder(self) -> str:
        """What is said of the findings that are not printed; empty where all are."""
        hidden = len(self.findings) - len(self.shown)
        return f"and {hidden} more; `--most 0` prints all" if hidden else ""
