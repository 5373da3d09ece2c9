"""Annotations for GitHub Actions: workflow commands, worst first, ten of a kind, for no more are shown."""

from foedus.finding import Finding, Severity
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
    return "".join(f"{each}\n" for each in [*lines, report.summary()])


def _command(report: Report, finding: Finding) -> str:
    about = report.about.get(finding.code)
    title = f"{finding.code} {about.name}" if about is not None else finding.code
    properties = {
        "file": path(finding.span),
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": title,
    }
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {said}::{_escaped(finding.message + hint, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
