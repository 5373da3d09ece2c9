"""Plays as a table for spreadsheets: one line a change, nothing that a spreadsheet would run."""

from collections.abc import Iterator, Sequence

from foedus.simulation import Trace
from foedus.writers import sheet

HEAD = ("scenario", "reading", "day", "provision", "obligor", "before", "now", "open", "place")


def write(traces: Sequence[Trace]) -> str:
    """All changes in order of time, every cell quoted."""
    return sheet.write(HEAD, (row for trace in traces for row in _rows(trace)))


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
