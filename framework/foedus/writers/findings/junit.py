"""JUnit XML, for what shows test results: each rule passes or fails in each model that was checked."""

import xml.etree.ElementTree as ET
from collections import defaultdict

from foedus.finding import Finding, Severity, Waived
from foedus.printable import printable
from foedus.writers.findings.concise import aside, line
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """One suite; a case for each rule, with what it found as failures, warnings and notes as output.

    A rule of which everything is waived is skipped, with the reasons.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.code].append(finding)
    waived: dict[str, list[Waived]] = defaultdict(list)
    for each in report.waived:
        waived[each.finding.code].append(each)
    codes = sorted({*report.about, *found, *waived})
    cases = [_case(report, code, found[code], waived[code]) for code in codes]
    name = printable(f"foedus check {' '.join(report.checked)}")
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    suite = ET.Element("testsuite", {"name": name} | {key: str(number) for key, number in counts.items()})
    suite.extend(cases)
    ET.indent(suite)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"


def _case(report: Report, code: str, found: list[Finding], waived: list[Waived]) -> ET.Element:
    about = report.about.get(code)
    label = f"{code} {about.title}" if about is not None else code
    case = ET.Element("testcase", classname="foedus.rules", name=printable(label))
    errors = [each for each in found if each.severity == Severity.ERROR]
    said = [line(each) for each in found if each.severity != Severity.ERROR]
    others = [aside(each) for each in waived]
    if errors:
        failure = ET.SubElement(case, "failure", message=printable(errors[0].message), type=code)
        failure.text = "\n".join(map(line, errors))
    if waived and not found:
        skipped = ET.SubElement(case, "skipped", message=printable(waived[0].waiver.reason))
        skipped.text = "\n".join(others)
    elif said or others:
        ET.SubElement(case, "system-out").text = "\n".join([*said, *others])
    return case
