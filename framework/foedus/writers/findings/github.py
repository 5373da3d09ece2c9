"""Annotations for GitHub Actions: workflow commands, worst first, ten of a kind, for no more are shown."""

from foedus.finding import Finding, Severity, Waived
from foedus.writers.findings.concise import line
from foedus.writers.findings.report import Report, path

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


MOST = 10
"""So many annotations of a kind GitHub shows for a step; it drops the others without a word."""


def write(report: Report) -> str:
    """The annotations, what is beyond them as plain lines, and the summary.

    The step summary has all of them, as Markdown.
    """
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    shown: list[Finding] = []
    for severity in reversed(Severity):
        shown += [each for each in worst if each.severity == severity][:MOST]
    lines = [_command(report, each) for each in shown]
    lines += [line(each) for each in worst if each not in shown]
    lines += [_waived(report, each) for each in report.listed]
    return "".join(f"{each}\n" for each in [*lines, report.summary()])


def _command(report: Report, finding: Finding) -> str:
    hint = f" ({finding.hint})" if finding.hint else ""
    title = f"{finding.code} {report.name(finding.code)}".strip()
    return _said(_COMMANDS[finding.severity], finding, title, finding.message + hint)


def _waived(report: Report, waived: Waived) -> str:
    finding = waived.finding
    title = f"{finding.code} {report.name(finding.code)}, waived"
    return _said("notice", finding, title, f"{finding.message} (waived: {waived.waiver.reason})")


def _said(command: str, finding: Finding, title: str, message: str) -> str:
    properties = {
        "file": path(finding.span),
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": title,
    }
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{command} {said}::{_escaped(message, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
