"""GitLab's code quality report: what merge requests show beside the lines."""

import json

from foedus.finding import Severity
from foedus.fingerprint import fingerprints
from foedus.writers.findings.report import Report, path

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFORMATION: "info"}


def write(report: Report) -> str:
    """A list with an object a finding; the format knows nothing of waivers, so what is waived is left out."""
    marks = fingerprints(report.every)
    issues = [
        {
            "description": f"{each.code} {each.message}" + (f" ({each.hint})" if each.hint else ""),
            "check_name": each.code,
            "fingerprint": marks[each],
            "severity": _LEVELS[each.severity],
            "location": {"path": path(each.span), "lines": {"begin": each.span.line}},
        }
        for each in report.findings
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
