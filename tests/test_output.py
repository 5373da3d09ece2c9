"""Files are written whole or not at all, and names from models never leave the folder."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from foedus.errors import Stop
from foedus.output import file_name, write


def test_a_file_is_written_with_its_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.txt", "é")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é".encode()
    assert os.listdir(tmp_path / "a") == ["b.txt"]


def test_when_writing_fails_the_old_file_stays_whole_and_no_debris_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.txt"
    write(path, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Stop, match="No space left"):
        write(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["b.txt"]


@pytest.mark.promise(3, 7)
def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "out").symlink_to(tmp_path / "victim")
    write(tmp_path / "out", "new")
    assert ((tmp_path / "victim").read_text(), (tmp_path / "out").read_text()) == ("mine", "new")


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")


@needs_pipes
@pytest.mark.promise(5)
def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out")
    with pytest.raises(Stop, match="a pipe that nobody reads"):
        write(tmp_path / "out", "new")


@needs_pipes
def test_a_pipe_that_somebody_reads_gets_everything_and_stays(tmp_path: Path) -> None:
    path, whole = tmp_path / "out", b"x" * 1_000_000
    os.mkfifo(path)
    with ThreadPoolExecutor() as pool:
        got = pool.submit(path.read_bytes)
        handle = os.open(path, os.O_WRONLY)  # waits for the reader
        write(path, whole)
        os.close(handle)
        assert got.result() == whole
    assert path.is_fifo()


@needs_pipes
@pytest.mark.promise(3, 7)
@pytest.mark.parametrize("target", ["pipe", "/dev/null"])
def test_a_link_to_a_pipe_or_a_device_is_replaced_like_any_other(target: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "out").symlink_to(target)
    write(tmp_path / "out", "new")
    assert ((tmp_path / "out").read_text(), (tmp_path / "out").is_symlink()) == ("new", False)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
@pytest.mark.promise(3)
def test_standard_output_led_to_a_file_is_written_to_and_its_name_is_not_replaced(tmp_path: Path) -> None:
    code = "from pathlib import Path; from foedus.output import write; write(Path('/dev/stdout'), 'new')"
    with (tmp_path / "a.txt").open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, check=True)
    assert ((tmp_path / "a.txt").read_text(), Path("/dev/stdout").is_symlink()) == ("new", True)


@pytest.mark.promise(1)
@pytest.mark.promise(3)
def test_a_link_that_leads_nowhere_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Stop, match="out is no folder; name another place"):
        write(tmp_path / "out" / "a.md", "new")


def test_a_file_very_many_folders_deep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="more than 100 folders deep"):
        write(tmp_path / ("a/" * 1_000) / "b.txt", "new")


@pytest.mark.promise(7)
@pytest.mark.parametrize(
    "word", ["..", "a/b", "/etc", "a\\b", "", "nul", "COM1", "-rf", "a.b", "x" * 65, "a\x00"]
)
def test_a_word_that_could_leave_the_folder_is_no_file_name(word: str) -> None:
    with pytest.raises(Stop):
        file_name(word, "svg")
