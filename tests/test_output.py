"""Files are written whole or not at all, and names from models never leave the folder."""

import os
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


@pytest.mark.promise(7)
@pytest.mark.parametrize(
    "word", ["..", "a/b", "/etc", "a\\b", "", "nul", "COM1", "-rf", "a.b", "x" * 65, "a\x00"]
)
def test_a_word_that_could_leave_the_folder_is_no_file_name(word: str) -> None:
    with pytest.raises(Stop):
        file_name(word, "svg")
