"""JUnit XML, for what shows test results: each rule passes or fails in each model that was checked."""

import xml.etree.ElementTree as ET
from collections import defaultdict

from foedus.finding import Finding, Severity
from foedus.printable import printable
from foedus.writers.findings.concise import line
from foedus.writers.findings.report import Report


def write(report: Report) -> str:
    """One suite; a case for each rule, with what it found as failures, warnings and notes as output."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.code].append(finding)
    codes = sorted({*report.about, *found})
    failing = [code for code in codes if any(each.severity == Severity.ERROR for each in found[code])]
    name = f"foedus check {' '.join(report.checked)}"
    suite = ET.Element("testsuite", name=printable(name), tests=str(len(codes)), failures=str(len(failing)))
    for code in codes:
        about = report.about.get(code)
        label = f"{code} {about.title}" if about is not None else code
        case = ET.SubElement(suite, "testcase", classname="foedus.rules", name=printable(label))
        errors = [each for each in found[code] if each.severity == Severity.ERROR]
        others = [each for each in found[code] if each.severity != Severity.ERROR]
        if errors:
            failure = ET.SubElement(case, "failure", message=printable(errors[0].message), type=code)
            failure.text = "\n".join(map(line, errors))
        if others:
            ET.SubElement(case, "system-out").text = "\n".join(map(line, others))
    ET.indent(suite)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"
