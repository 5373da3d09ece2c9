"""Findings for programs, one JSON object a line."""

import json

from foedus.fingerprint import fingerprints
from foedus.writers.findings.json import SCHEMA, as_object
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """All findings, in order; nothing but findings, so an empty text where there are none."""
    marks = fingerprints(report.findings)
    objects = ({"schema": SCHEMA, **as_object(report, each, marks[each])} for each in report.findings)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
