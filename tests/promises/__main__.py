"""`python tests/promises`: every promise with the number of cases tried against it, and how that ended."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from table import PROMISES

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Run the tests that bear a promise and print the table; the exit code is that of the tests."""
    said = argparse.ArgumentParser(prog="python tests/promises", description=__doc__)
    said.add_argument("--times", type=int, default=1, help="so many times the cases of an everyday run")
    said.add_argument("rest", nargs="*", help="for pytest, after `--`")
    asked = said.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-m",
            "promise",
            f"--junit-xml={report}",
            f"--timeout={600 * asked.times}",
            *asked.rest,
        ]
        ran = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "FOEDUS_TIMES": str(asked.times)}, check=False
        )
        print(*_rows(ElementTree.parse(report)), sep="\n")
    return ran.returncode


def _rows(report: "ElementTree.ElementTree[ElementTree.Element]") -> list[str]:
    cases: Counter[int] = Counter()
    ends: dict[int, Counter[str]] = {number: Counter() for number in PROMISES}
    for case in report.iter("testcase"):
        told = {(each.get("name"), each.get("value")) for each in case.iter("property")}
        tried = sum(int(value or 0) for name, value in told if name == "cases")
        for number in (int(value or 0) for name, value in told if name == "promise"):
            cases[number] += tried
            ends[number][_end(case)] += 1
    rows = [f"{'':>3} {'promise':<45} {'tests':>5} {'cases':>7}  outcome"]
    for number, promise in PROMISES.items():
        told_end = ", ".join(f"{count} {end}" for end, count in sorted(ends[number].items())) or "not tried"
        rows.append(
            f"{number:>3} {promise.words:<45} {ends[number].total():>5} {cases[number]:>7}  {told_end}"
        )
        rows.append(f"    {promise.tried}")
    return rows


def _end(case: ElementTree.Element) -> str:
    for end in ("failure", "error", "skipped"):
        if case.find(end) is not None:
            return {"failure": "broken", "error": "broken", "skipped": "skipped"}[end]
    return "kept"


if __name__ == "__main__":
    sys.exit(main())
