"""Findings for a person: the line as written, a caret under the column, related places and a hint."""

import textwrap
import unicodedata
from collections.abc import Iterator

from foedus.finding import Finding, Severity, Waived
from foedus.place import Span
from foedus.printable import printable
from foedus.writers.findings.report import Report

_RELATED = 5
"""More related places than these are counted, not listed."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFORMATION: "36"}


def write(report: Report) -> str:
    """Each finding as a block, and a summary."""
    blocks = ["\n".join(_block(report, each)) for each in report.shown]
    blocks += ["\n".join(_waived(report, each)) for each in report.listed]
    ending = [line for line in (report.remainder(), _bold(report, report.summary())) if line]
    return "\n\n".join([*blocks, "\n".join(ending)]) + "\n"


def _block(report: Report, finding: Finding) -> Iterator[str]:
    name = report.name(finding.code)
    severity = _colour(report, finding.severity.word, _COLOURS[finding.severity])
    yield f"{printable(str(finding.span))}: {severity} {_bold(report, finding.code)} {name}".rstrip()
    yield from _wrapped(report, finding.message, "  ")
    yield from _frame(report, finding.span)
    for each in finding.related[:_RELATED]:
        yield from _wrapped(report, f"{each.span}: {each.message}", "  also ")
    if (more := len(finding.related) - _RELATED) > 0:
        yield f"  also {more} more place{'s' if more > 1 else ''}; `--format json` names them"
    if finding.hint:
        fixable = " (fixable: `--fix`)" if finding.fix is not None else ""
        yield from _wrapped(report, finding.hint + fixable, "  hint: ")


def _waived(report: Report, waived: Waived) -> Iterator[str]:
    """A finding that is set aside: what it is, where, until when and why."""
    finding, waiver = waived.finding, waived.waiver
    name = report.name(finding.code)
    yield f"{printable(str(finding.span))}: waived {_bold(report, finding.code)} {name}".rstrip()
    yield from _wrapped(report, finding.message, "  ")
    yield from _frame(report, finding.span)
    until = f", until {waiver.until}" if waiver.until is not None else ""
    yield from _wrapped(report, f"{waiver.span}{until}: {waiver.reason}", "  waived in ")


def _frame(report: Report, span: Span) -> Iterator[str]:
    """The line of the place, cut to the width around the column, and the caret."""
    line = report.line(span.file, span.line)
    if not line.strip():
        return
    number = str(span.line)
    room = max(20, report.width - len(number) - 7)
    start = max(0, span.column - 1 - room // 2) if len(line) > room else 0
    shown, column = line[start : start + room], span.column - 1 - start
    yield f"  {number} | {printable(shown.replace(chr(9), ' '))}"
    pad = "".join("  " if unicodedata.east_asian_width(char) in "WF" else " " for char in shown[:column])
    carets = "^" * max(1, min(_word(shown[column:]), room - column))
    yield f"  {' ' * len(number)} | {pad}{_colour(report, carets, '31')}"


def _word(text: str) -> int:
    """How far the value or key at the start of a text reaches."""
    if text[:1] in ('"', "'") and (closed := text.find(text[0], 1)) > 0:
        return closed + 1
    for place, char in enumerate(text):
        if char in ",]}:" or (char == " " and text[place + 1 : place + 2] in ("#", "")):
            return place
    return len(text.rstrip())


def _wrapped(report: Report, text: str, first: str) -> list[str]:
    return textwrap.wrap(
        printable(text), max(30, report.width), initial_indent=first, subsequent_indent=" " * len(first),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _bold(report: Report, text: str) -> str:
    return _colour(report, text, "1")


def _colour(report: Report, text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if report.colour else text
