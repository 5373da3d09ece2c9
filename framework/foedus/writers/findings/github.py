"""Annotations for GitHub Actions: workflow commands, worst first, as only ten of a kind are shown."""

from foedus.finding import Finding, Severity
from foedus.writers.findings.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write(report: Report) -> str:
    """A command a finding, then the summary as plain text; the whole is for the step summary as Markdown."""
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    return "".join(f"{line}\n" for line in [*(_command(report, each) for each in worst), report.summary()])


def _command(report: Report, finding: Finding) -> str:
    about = report.about.get(finding.code)
    title = f"{finding.code} {about.name}" if about is not None else finding.code
    properties = {
        "file": finding.span.file,
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": title,
    }
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {said}::{_escaped(finding.message + hint, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
