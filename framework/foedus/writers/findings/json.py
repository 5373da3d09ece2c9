"""Findings for programs: one JSON object with a schema version."""

import json
from typing import Any

from foedus.finding import Finding, Fix, Severity, Waived
from foedus.fingerprint import fingerprints
from foedus.place import Span
from foedus.writers.findings.report import Report

SCHEMA = "foedus-findings/1"


def write(report: Report) -> str:
    """All findings, in order; nothing is left out whatever `most` says."""
    marks = fingerprints(report.every)
    whole = {
        "schema": SCHEMA,
        "checked": list(report.checked),
        "summary": {severity.word: report.count(severity) for severity in reversed(Severity)}
        | {"waived": len(report.waived)},
        "findings": [as_object(report, each, marks[each]) for each in report.findings],
        "waived": [as_waived(report, each, marks[each.finding]) for each in report.waived],
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
        "fix": _fix(finding.fix) if finding.fix is not None else None,
        "related": [{**_place(each.span), "message": each.message} for each in finding.related],
    }


def as_waived(report: Report, waived: Waived, mark: str) -> dict[str, Any]:
    """A finding that is set aside, with its waiver, as the JSON formats have it."""
    waiver = waived.waiver
    until = waiver.until.isoformat() if waiver.until is not None else None
    said = {**_place(waiver.span), "reason": waiver.reason, "until": until}
    return {**as_object(report, waived.finding, mark), "waiver": said}


def _fix(fix: Fix) -> dict[str, Any]:
    """The repair: what is written from a place on, and what is meant."""
    return {**_place(fix.span), "old": fix.old, "new": fix.new}


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
