"""SARIF 2.1.0 (OASIS, 2020), for code scanning on forges and in editors."""

import json
from typing import Any
from urllib.parse import quote

from foedus import __version__
from foedus.finding import Finding, Fix, Severity, Waiver
from foedus.fingerprint import fingerprints
from foedus.page import Page
from foedus.place import Span
from foedus.writers.findings.report import Report, path

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def write(report: Report) -> str:
    """One run with every rule that was found, and a result a finding; one that is waived is suppressed."""
    codes = sorted({finding.code for finding in report.every})
    marks = fingerprints(report.every)
    waivers = {each.finding: each.waiver for each in report.waived}
    driver = {
        "name": "foedus",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, report.about.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, codes.index(each.code), marks[each], waivers.get(each)) for each in report.every
        ],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _rule(code: str, about: Page | None) -> dict[str, Any]:
    if about is None:
        return {"id": code}
    return {
        "id": code,
        "name": about.name,
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": about.text or about.title},
        "help": {"text": about.text or about.title, "markdown": about.markdown()},
        "defaultConfiguration": {"level": _LEVELS[about.severity]},
    }


def _result(finding: Finding, rule: int, mark: str, waiver: Waiver | None) -> dict[str, Any]:
    hint = f" ({finding.hint})" if finding.hint else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": _place(finding.span)}],
        "relatedLocations": [
            {"id": place, "physicalLocation": _place(each.span), "message": {"text": each.message}}
            for place, each in enumerate(finding.related, 1)
        ],
        **({"fixes": [_fix(finding.fix)]} if finding.fix is not None else {}),
        "partialFingerprints": {"foedus/v1": mark},
        "suppressions": [_suppression(waiver)] if waiver is not None else [],
    }


def _suppression(waiver: Waiver) -> dict[str, Any]:
    until = f" (until {waiver.until})" if waiver.until is not None else ""
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": waiver.reason + until,
        "location": {"physicalLocation": _place(waiver.span)},
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """The repair, as an editor can make it: the region that is deleted, and what is inserted."""
    place = _place(fix.span)
    region = {
        **place["region"],
        "endLine": fix.span.line,
        "endColumn": fix.span.column + len(fix.old),
    }
    replaced = {"deletedRegion": region, "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": place["artifactLocation"], "replacements": [replaced]}
    return {
        "description": {"text": f"write `{fix.new}` for `{fix.old}`"},
        "artifactChanges": [change],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(path(span))},
        "region": {"startLine": span.line, "startColumn": span.column},
    }
