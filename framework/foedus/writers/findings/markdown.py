"""Findings for a page or a pull request: a table, worst first."""

from itertools import accumulate

from foedus.finding import Finding
from foedus.writers.findings.report import Report
from foedus.writers.markdown import escaped

_MORE = "\nand {} more, for which there is no room here\n"


def write(report: Report, size: int = 0) -> str:
    """A heading line and a table, in `size` characters at most (0 for all), whatever `most` says."""
    if not report.findings and not report.listed:
        return f"{escaped(report.summary())}\n"
    worst = sorted(report.findings, key=lambda each: (-each.severity, each.order))
    rows = [_row(each.severity.word, each) for each in worst]
    rows += [_row(f"waived: {each.waiver.reason}", each.finding) for each in report.listed]
    head = "| | code | place | finding |\n|---|---|---|---|"
    room = size - len(report.summary()) - len(head) - len(_MORE) - 100
    kept = [row for row, end in zip(rows, accumulate(len(row) + 1 for row in rows), strict=True)
            if not size or end <= room]  # fmt: skip
    more = _MORE.format(len(rows) - len(kept)) if len(kept) < len(rows) else ""
    return f"{escaped(report.summary())}\n\n{head}\n" + "\n".join(kept) + f"\n{more}"


def _row(standing: str, finding: Finding) -> str:
    hint = f" *{escaped(finding.hint)}*" if finding.hint else ""
    also = "".join(f"<br>{escaped(str(each.span))}: {escaped(each.message)}" for each in finding.related)
    return (
        f"| {escaped(standing)} | {finding.code} | {escaped(str(finding.span))} "
        f"| {escaped(finding.message)}{hint}{also} |"
    )
