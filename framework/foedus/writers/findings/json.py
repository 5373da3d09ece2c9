"""Findings for programs: one JSON object with a schema version."""

import json
from typing import Any

from foedus.finding import Finding, Severity
from foedus.place import Span
from foedus.writers.findings.report import Report

SCHEMA = "foedus-findings/1"


def write(report: Report) -> str:
    """All findings, in order; nothing is left out whatever `most` says."""
    whole = {
        "schema": SCHEMA,
        "checked": list(report.checked),
        "summary": {severity.word: report.count(severity) for severity in reversed(Severity)},
        "findings": [_finding(report, each) for each in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": report.names.get(finding.code, ""),
        "severity": finding.severity.word,
        **_place(finding.span),
        "message": finding.message,
        "hint": finding.hint,
        "element": finding.element,
        "related": [{**_place(each.span), "message": each.message} for each in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
