"""Findings for programs: one JSON object with a schema version."""

import json
from typing import Any

from foedus.finding import Finding, Severity
from foedus.fingerprint import fingerprints
from foedus.place import Span
from foedus.writers.findings.report import Report

SCHEMA = "foedus-findings/1"


def write(report: Report) -> str:
    """All findings, in order; nothing is left out whatever `most` says."""
    marks = fingerprints(report.findings)
    whole = {
        "schema": SCHEMA,
        "checked": list(report.checked),
        "summary": {severity.word: report.count(severity) for severity in reversed(Severity)},
        "findings": [as_object(report, each, marks[each]) for each in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_object(report: Report, finding: Finding, mark: str) -> dict[str, Any]:
    """A finding as the JSON formats have it."""
    return {
        "code": finding.code,
        "name": report.name(finding.code),
        "severity": finding.severity.word,
        **_place(finding.span),
        "message": finding.message,
        "hint": finding.hint,
        "fingerprint": mark,
        "element": finding.element,
        "related": [{**_place(each.span), "message": each.message} for each in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
