"""Findings for a page or a pull request: a table, worst first."""

from foedus.finding import Finding
from foedus.writers.findings.report import Report
from foedus.writers.markdown import escaped


def write(report: Report) -> str:
    """A heading line and a table; nothing is left out whatever `most` says."""
    if not report.findings:
        return f"{escaped(report.summary())}\n"
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    rows = [_row(each) for each in worst]
    head = "| | code | place | finding |\n|---|---|---|---|"
    return f"{escaped(report.summary())}\n\n{head}\n" + "\n".join(rows) + "\n"


def _row(finding: Finding) -> str:
    hint = f" *{escaped(finding.hint)}*" if finding.hint else ""
    also = "".join(f"<br>{escaped(str(each.span))}: {escaped(each.message)}" for each in finding.related)
    return (
        f"| {finding.severity.word} | {finding.code} | {escaped(str(finding.span))} "
        f"| {escaped(finding.message)}{hint}{also} |"
    )
