"""Plays as a table for spreadsheets: one line a change, nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterator, Sequence

from foedus.simulation import Trace

HEAD = ("scenario", "reading", "day", "provision", "obligor", "before", "now", "open", "place")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV Injection)."""


def write(traces: Sequence[Trace]) -> str:
    """All changes in order of time, every cell quoted."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writerow(HEAD)
    for trace in traces:
        table.writerows([_cell(each) for each in row] for row in _rows(trace))
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTIVE) else text


def _rows(trace: Trace) -> Iterator[tuple[str, ...]]:
    for turn in trace.turns:
        for change in turn.changes:
            now = change.now
            if change.before.states != now.states or turn.kind == "start":
                yield (
                    trace.scenario.id,
                    trace.reading or "",
                    str(turn.day) if turn.kind != "start" else "start",
                    now.position.provision,
                    now.position.obligor,
                    " | ".join(change.before.states),
                    " | ".join(now.states),
                    " | ".join(now.reasons),
                    next(
                        (str(trace.project.where(held.why.route)) for held in reversed(now.held) if held.why),
                        "",
                    ),
                )
