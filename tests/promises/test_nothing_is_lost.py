"""Promise 3: whatever fails, a file is wholly the old or the new one, and nothing is left beside it."""

import errno
import itertools
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import foedus.output
from foedus.errors import Stop
from foedus.output import write, write_all

pytestmark = pytest.mark.promise(3)
needs_posix = pytest.mark.skipif(os.name != "posix", reason="limits of processes are POSIX")

OLD, NEW = b"# old\n" * 5_000, b"# new, and longer\n" * 5_000
FAULTS: tuple[BaseException, ...] = (
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EROFS, "Read-only file system"),
    OSError(errno.EIO, "Input/output error"),
    KeyboardInterrupt(),
    SystemExit(143),
)


class Broken(ModuleType):
    """The module `os`, but for one fault at the n-th call of something that touches the disk."""

    def __init__(self, at: int, fault: BaseException) -> None:
        super().__init__("os")
        self.left, self.fault = at, fault

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in ("open", "fdopen", "fsync", "chmod", "replace"):
            return real

        def call(*given: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                if name == "fdopen":
                    os.close(given[0])
                raise self.fault
            return real(*given, **named)

        return call


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__ + str(fault.args))
@pytest.mark.parametrize("count", [1, 3])
def test_after_a_fault_at_any_call_each_file_is_whole_and_nothing_is_left_beside(
    fault: BaseException,
    count: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tried: Callable[[], None],
) -> None:
    files = {tmp_path / f"{number}.md": NEW for number in range(count)}
    for at in itertools.count(1):
        for path in files:
            path.write_bytes(OLD)
        broken = Broken(at, fault)
        with monkeypatch.context() as patched:
            patched.setattr(foedus.output, "os", broken)
            with suppress(Stop, KeyboardInterrupt, SystemExit):
                write_all(files)
        tried()
        there = {path: path.read_bytes() for path in sorted(tmp_path.iterdir())}
        assert there.keys() == files.keys()
        assert set(there.values()) <= {OLD, NEW}
        if broken.left > 0:  # every call has had its fault
            assert set(there.values()) == {NEW}
            assert at > 5 * count
            return


def test_when_one_file_of_several_cannot_be_written_none_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(OLD)
    (tmp_path / "not-a-folder").write_bytes(OLD)
    with pytest.raises(Stop, match="not-a-folder"):
        write_all({tmp_path / "a.md": NEW, tmp_path / "not-a-folder" / "b.md": NEW})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": OLD, "not-a-folder": OLD}


@needs_posix
@pytest.mark.parametrize("room", [0, 100, 4_096, 20_000, 60_000])
def test_a_disk_without_room_ends_a_command_with_one_message_and_the_old_file(
    room: int, tmp_path: Path
) -> None:
    import resource

    (tmp_path / "graph.json").write_bytes(b"{}\n")
    ran = subprocess.run(
        [sys.executable, "-m", "foedus", "graph", "paris-2026", "--as", "json", "-o", "graph.json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (2, "foedus: graph.json: cannot be written: File too large\n")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("graph.json", b"{}\n")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Stop, match="Permission denied"):
        write(tmp_path / "a.md", NEW)


LONG = {
    ("explore", "teu-42-7", "-o"): "foedus.explorer.page.page",
    ("report", "teu-42-7", "-o"): "foedus.report.report",
    ("brief", "teu-42-7", "-o"): "foedus.brief.order.order",
    ("gaps", "teu-42-7", "--witness"): "foedus.analyses.gaps.gaps",
    ("gallery", "-o"): "foedus.gallery.gallery",
}
"""Commands that may take long, each with what it begins to make."""


@pytest.mark.parametrize("words", LONG, ids=lambda words: words[0])
def test_a_place_that_takes_no_file_is_told_before_anything_is_made(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "file").write_bytes(OLD)
    monkeypatch.setattr(LONG[words], None)
    ran = foedus(*words, str(tmp_path / "file" / "out"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"{tmp_path / 'file'} is no folder; name another place" in ran.err


@pytest.mark.parametrize("command", ["explore", "report"])
def test_what_is_somebodys_work_is_told_before_a_page_is_made_for_its_place(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "report.html").write_bytes(SOMEBODYS["thesis.docx"])
    monkeypatch.setattr(LONG[command, "teu-42-7", "-o"], None)
    out = tmp_path / "report.html" if command == "explore" else tmp_path
    assert "nothing was written" in foedus(command, "teu-42-7", "-o", str(out)).err


KEPT_WRITING = """
import sys
from itertools import cycle
from pathlib import Path
from foedus.output import write
path, old, new = Path(sys.argv[1]), b"# old\\n" * 5_000, b"# new, and longer\\n" * 5_000
write(path, old)
print("begun", flush=True)
for data in cycle((new, old)):
    write(path, data)
"""


def writer(path: Path) -> "subprocess.Popen[bytes]":
    """A process that writes a file again and again, once it has begun."""
    made = subprocess.Popen([sys.executable, "-c", KEPT_WRITING, str(path)], stdout=subprocess.PIPE)
    assert made.stdout is not None
    assert made.stdout.readline() == b"begun\n"
    return made


def test_kill_minus_nine_at_a_random_moment_leaves_a_whole_file(
    tmp_path: Path, tried: Callable[[], None]
) -> None:
    path, chance = tmp_path / "a.md", random.Random(3)
    for _ in range(8):
        process = writer(path)
        time.sleep(chance.uniform(0.01, 0.1))
        process.kill()
        process.communicate()
        tried()
        assert path.read_bytes() in (OLD, NEW)


@pytest.mark.promise(10)
def test_two_writers_of_one_file_never_mix_and_leave_nothing(
    tmp_path: Path, tried: Callable[[], None]
) -> None:
    path = tmp_path / "a.md"
    writers = [writer(path), writer(path)]
    for _ in range(200):
        tried()
        assert path.read_bytes() in (OLD, NEW)
    for process in writers:
        process.terminate()
        process.communicate()
    assert path.read_bytes() in (OLD, NEW)


SOMEBODYS = {
    "model.yaml": b"framework:\n  title: Mine\n",
    "thesis.docx": b"PK\x03\x04\x14\x00",
    "thesis.tex": b"\\documentclass{article}\n",
    "photo.svg": b"\x89PNG\r\n\x1a\n",
    "notes": b"{\\rtf1 mine}",
}


@pytest.mark.parametrize("name", SOMEBODYS)
@pytest.mark.parametrize("form", ["svg", "dot", "csv", "alt", "png"])
def test_a_file_of_another_kind_is_not_replaced_without_force(
    name: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    if name == "photo.svg" and form == "png":
        pytest.skip("a PNG under another name is a PNG")
    (tmp_path / name).write_bytes(SOMEBODYS[name])
    words = ("draw", "teu-42-7", "matrix", "--as", form, "-o", str(tmp_path / name))
    ran = foedus(*words)
    assert (ran.code, (tmp_path / name).read_bytes()) == (2, SOMEBODYS[name])
    assert "nothing was written" in ran.err
    assert "--force" in ran.err
    if form == "svg":
        assert foedus(*words, "--force").code == 0
        assert (tmp_path / name).read_bytes().startswith(b"<svg")


@pytest.mark.parametrize("form", ["svg", "dot", "csv", "alt", "png", "json", "mermaid", "gexf"])
def test_what_foedus_wrote_is_replaced_by_the_same_command(
    form: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    from foedus.writers.pictures.formats import ENDINGS

    words = ("draw", "teu-42-7", "matrix", "--as", form, "-o", str(tmp_path / f"a.{ENDINGS[form]}"))
    assert [foedus(*words).code, foedus(*words).code] == [0, 0]


def test_a_model_is_not_lost_to_the_courses_found_in_it(tmp_path: Path, foedus: Callable[..., Any]) -> None:
    model = tmp_path / "scenarios.yaml"
    model.write_bytes(b"scenarios: {}\n")
    assert foedus("gaps", "teu-42-7", "--witness", str(model)).code == 2
    assert model.read_bytes() == b"scenarios: {}\n"
    found = str(tmp_path / "found.yaml")
    assert 2 not in {foedus("gaps", "teu-42-7", "--witness", found).code for _ in range(2)}
