"""Analyses as a table for spreadsheets: one line a point of a set, nothing that a spreadsheet would run."""

from collections.abc import Iterator, Sequence

from foedus.analyses.analysis import Analysis
from foedus.writers import sheet

HEAD = ("target", "reading", "sort", "set", "order", "kind", "subject", "owner", "so", "words", "place")


def write(analyses: Sequence[Analysis]) -> str:
    """Every listed route and blocking coalition, every cell quoted."""
    return sheet.write(HEAD, (row for analysis in analyses for row in _rows(analysis)))


def _rows(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for sort, found in (("route", analysis.routes), ("blocker", analysis.blocks)):
        for number, points in enumerate(found.sets, 1):
            for atom, so in points:
                yield (
                    analysis.target.id,
                    analysis.project.reading or "",
                    sort,
                    str(number),
                    str(len(points)),
                    atom.kind,
                    atom.subject,
                    atom.owner or "",
                    "true" if so else "false",
                    atom.words if so else atom.turned,
                    str(analysis.project.where(atom.route)),
                )
