"""Findings for programs, one JSON object a line."""

import json

from foedus.fingerprint import fingerprints
from foedus.writers.findings.json import as_object
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """All findings, in order; nothing but findings, so an empty text where there are none."""
    marks = fingerprints(report.findings)
    lines = [json.dumps(as_object(report, each, marks[each]), ensure_ascii=False) for each in report.findings]
    return "".join(f"{line}\n" for line in lines)
