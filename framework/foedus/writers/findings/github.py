"""Annotations for GitHub Actions: workflow commands, worst first, as only ten of a kind are shown."""

from foedus.finding import Finding, Severity
from foedus.waivers import Waived
from foedus.writers.findings.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write(report: Report) -> str:
    """A command a finding, then the summary as plain text; the whole is for the step summary as Markdown."""
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    commands = [_command(report, each) for each in worst]
    commands += [_waived(report, each) for each in report.listed]
    return "".join(f"{line}\n" for line in [*commands, report.summary()])


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
        "file": finding.span.file,
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": title,
    }
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{command} {said}::{_escaped(message, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
