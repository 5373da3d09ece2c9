"""Findings for programs, one JSON object a line."""

import json

from foedus.fingerprint import fingerprints
from foedus.writers.findings.json import SCHEMA, as_object, as_waived
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """All findings, in order; nothing but findings, so an empty text where there are none.

    What is waived follows where it is to be listed; a line with a `waiver` is one that is set aside.
    """
    marks = fingerprints(report.every)
    found = [as_object(report, each, marks[each]) for each in report.findings]
    found += [as_waived(report, each, marks[each.finding]) for each in report.listed]
    lines = [json.dumps({"schema": SCHEMA, **each}, ensure_ascii=False) for each in found]
    return "".join(f"{line}\n" for line in lines)
