"""What is tried on a model that somebody hands in: it is read, checked and told in every format."""

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from mutants import Texts

from foedus.checking import examine
from foedus.cli.reported import reported
from foedus.errors import Stop
from foedus.finding import Finding
from foedus.load import loads
from foedus.writers.findings import FORMATS

ROOT = Path(__file__).resolve().parent.parent.parent
FAILED = ROOT / "build" / "failed"
TIMES = int(os.environ.get("FOEDUS_TIMES", "1"))
"""So many times the cases of an everyday run are tried: `python tests/promises --times 20` for a night."""
SECONDS = 10.0


def attempt(name: str, texts: Texts) -> None:
    """Check a model as `foedus check` does: nothing is raised but `Stop`, and every finding has a place.

    What breaks this is kept under `build/failed/`: mend it, and move the file to `tests/regress/`.
    """
    try:
        with within(SECONDS):
            _checked(texts)
    except BaseException as error:
        _keep(texts)
        raise AssertionError(f"{name}; kept under {FAILED}") from error


def _checked(texts: Texts) -> None:
    try:
        project = loads(texts, register=True)
        found = examine(project).findings
    except Stop:
        return
    report = reported(["model"], found, [], project.documents.values(), most=50)
    for write in FORMATS.values():
        write(report)
    lines = {file: _lines(data) for file, data in texts.items()}
    for finding in found:
        assert has_a_place(finding, lines), finding


def has_a_place(finding: Finding, lines: Mapping[str, list[str]]) -> bool:
    """Whether a finding stands on a line of its file that there is, at most behind its last character.

    Lines are counted once more, by other means than Foedus uses; files of the registers are not looked at.
    """
    span = finding.span
    if span.file not in lines:
        return span.file == "model" or span.file.startswith("data/")
    there = lines[span.file]
    return 1 <= span.line <= len(there) and 1 <= span.column <= len(there[span.line - 1]) + 1


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises `TimeoutError` after so many seconds of the processor, where the system can say so."""
    if os.name != "posix":
        yield
        return

    def late(*_: object) -> None:
        raise TimeoutError(f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _keep(texts: Texts) -> None:
    """The files of a model that failed, under a name of what they hold."""
    folder = FAILED / sha256(repr(sorted(texts.items())).encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in texts.items():
        (folder / file).write_bytes(data)
