"""Findings for a page or a pull request: a table, worst first."""

from foedus.finding import Finding
from foedus.writers.findings.report import Report
from foedus.writers.markdown import escaped


def write(report: Report) -> str:
    """A heading line and a table; nothing is left out whatever `most` says."""
    if not report.findings and not report.listed:
        return f"{escaped(report.summary())}\n"
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    rows = [_row(each.severity.word, each) for each in worst]
    rows += [_row(f"waived: {each.waiver.reason}", each.finding) for each in report.listed]
    head = "| | code | place | finding |\n|---|---|---|---|"
    return f"{escaped(report.summary())}\n\n{head}\n" + "\n".join(rows) + "\n"


def _row(standing: str, finding: Finding) -> str:
    hint = f" *{escaped(finding.hint)}*" if finding.hint else ""
    also = "".join(f"<br>{escaped(str(each.span))}: {escaped(each.message)}" for each in finding.related)
    return (
        f"| {escaped(standing)} | {finding.code} | {escaped(str(finding.span))} "
        f"| {escaped(finding.message)}{hint}{also} |"
    )
