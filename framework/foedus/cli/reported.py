"""Findings as a writer is handed them, with the lines of the files and the width of this terminal."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence

from foedus.finding import Finding, Waived
from foedus.remembered import pages
from foedus.tree import Document
from foedus.writers.findings import Report


def reported(
    checked: Iterable[str],
    findings: Sequence[Finding],
    waived: Iterable[Waived],
    documents: Iterable[Document],
    *,
    show_waived: bool = False,
    most: int = 0,
    cached: bool = True,
) -> Report:
    """What a run found; `most` is how many findings are printed before the rest are counted, 0 for all.

    `cached` says whether the pages of the rules may be those of the last time.
    """
    lines = {document.name: document for document in documents}
    return Report(
        checked=tuple(checked),
        findings=tuple(findings),
        line=lambda file, line: lines[file].line(line) if file in lines else "",
        about=pages(cached=cached),
        waived=tuple(sorted(waived, key=lambda each: each.finding.order)),
        show_waived=show_waived,
        most=most or sys.maxsize,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size().columns,
    )
