"""One line a finding: `file:line:column: severity code message`."""

from foedus.printable import printable
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """The findings, one a line, and a summary."""
    lines = [
        printable(f"{each.span}: {each.severity.word} {each.code} {each.message}") for each in report.shown
    ]
    lines += [
        printable(
            f"{each.finding.span}: waived {each.finding.code} {each.finding.message} ({each.waiver.reason})"
        )
        for each in report.listed
    ]
    return "\n".join([*lines, *filter(None, [report.remainder()]), report.summary()]) + "\n"
