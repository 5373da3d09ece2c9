"""One line a finding: `file:line:column: severity code message`."""

from foedus.finding import Finding, Waived
from foedus.printable import printable
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """The findings, one a line, and a summary."""
    lines = [line(each) for each in report.shown]
    lines += [aside(each) for each in report.listed]
    return "\n".join([*lines, *filter(None, [report.remainder()]), report.summary()]) + "\n"


def line(finding: Finding) -> str:
    """A finding as one line."""
    return printable(f"{finding.span}: {finding.severity.word} {finding.code} {finding.message}")


def aside(waived: Waived) -> str:
    """A finding that is set aside as one line, with the reason."""
    finding = waived.finding
    return printable(f"{finding.span}: waived {finding.code} {finding.message} ({waived.waiver.reason})")
