"""Promises 9 and 10: it stops when told to, says so by its exit code, and leaves nothing behind."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attempts import TIMES

from foedus.cli.run import run

pytestmark = [
    pytest.mark.promise(9),
    pytest.mark.skipif(os.name != "posix", reason="signals are POSIX"),
]
STOPPED = {signal.SIGINT: (130, -signal.SIGINT), signal.SIGTERM: (143, -signal.SIGTERM)}
"""A shell says 130 and 143 for either: before Python has begun, the signal itself ends the process."""
BUSY = (
    ("report", "budapest-1994", "-o", "out"),
    ("check", "paris-2026", "--no-cache"),
    ("explore", "teu-42-7", "-o", "a.html"),
    ("brief", "teu-42-7", "-o", "out"),
    ("draw", "paris-2026", "trigger", "--all", "--form", "pages", "-o", "a.svg"),
    ("play", "paris-2026", "renewed-attack", "--reading", "all"),
    ("serve", "teu-42-7"),
)
"""Commands that compute, write one file or many, or wait; in turn each is stopped on its way."""
SEVERAL = (
    BUSY[0],
    ("draw", "paris-2026", "trigger", "--all", "--form", "pages", "-o", "out/a.svg"),
    ("brief", "teu-42-7", "--as", "docx", "--as", "text", "--as", "pptx", "-o", "out"),
)
"""Commands that write several files into one folder."""


def started(words: Sequence[str], folder: Path, out: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "foedus", *words]
    return subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_signal_at_any_moment_ends_a_command_within_a_second_and_leaves_nothing(
    number: signal.Signals,
    tmp_path: Path,
    tried: Callable[[], None],
    soon: Callable[[Callable[[], float]], bool],
) -> None:
    chance = random.Random(number)
    for words in BUSY * TIMES:
        moment = chance.uniform(0.05, 2.5)
        assert soon(lambda words=words, moment=moment: stopped(words, number, moment, tmp_path)), words
        tried()


def stopped(words: Sequence[str], number: signal.Signals, moment: float, folder: Path) -> float:
    """How long a command takes to end that gets a signal at a moment; 0 where it had ended by itself."""
    own = Path(tempfile.mkdtemp(dir=folder))
    process = started(words, own)
    time.sleep(moment)
    process.send_signal(number)
    began = time.monotonic()
    _, err = process.communicate(timeout=120)
    waited = time.monotonic() - began
    assert "Traceback" not in err or "/cli/run.py" not in err, err  # Python may still be on its way to us
    assert not list(own.rglob(".foedus-*"))
    if process.returncode in (0, 1):
        return 0
    assert process.returncode in STOPPED[number]
    return waited


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_out_of_which_a_library_makes_an_error_still_ends_the_run(
    number: signal.Signals, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def main(*_: object, **__: object) -> None:
        try:
            signal.raise_signal(number)
        except BaseException:
            raise ValueError("no schema") from None

    monkeypatch.setattr("foedus.cli.run.foedus.main", main)
    assert run(["models"]) == code


@pytest.mark.parametrize(
    "words", [["check", "paris-2026"], ["rule", "T03"], ["models"], ["--help"]], ids=" ".join
)
def test_a_reader_who_leaves_is_no_error(words: list[str], tmp_path: Path) -> None:
    process = started(words, tmp_path, subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert process.wait(60) in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words",
    [["check", "teu-42-7"], ["draw", "teu-42-7", "matrix"], ["models"], ["--version"], ["graph", "teu-42-7"]],
    ids=" ".join,
)
def test_an_output_that_is_full_is_told_and_no_success(words: list[str], tmp_path: Path) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "foedus", *words],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode in (1, 2)
    assert "Traceback" not in ran.stderr
    assert ran.stderr.count("\n") <= 1


@pytest.mark.promise(10)
@pytest.mark.parametrize("words", SEVERAL, ids=lambda words: words[0])
def test_two_runs_into_one_folder_leave_the_files_of_one(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    alone = started(words, tmp_path)
    alone.communicate()
    once = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    both = [started(words, tmp_path), started(words, tmp_path)]
    for process in both:
        assert "Traceback" not in process.communicate()[1]
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == once
