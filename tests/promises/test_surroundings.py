"""Promises 1 and 3 where the surroundings are odd: a folder that is gone, streams that take nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.promise(1),
    pytest.mark.skipif(os.name != "posix", reason="a working folder can be removed on POSIX only"),
]
ROOT = Path(__file__).resolve().parent.parent.parent


def in_a_folder_that_is_gone(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """How a command ends that is run where no folder is any more."""
    folder.mkdir()
    script = 'rmdir "$PWD" && exec "$@"'
    return subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-m", "foedus", *words],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "framework")},
    )  # fmt: skip


@pytest.mark.parametrize("words", [("check",), ("check", "teu-42-7"), ("diff", "HEAD")], ids=" ".join)
def test_a_working_folder_that_is_gone_is_told(words: tuple[str, ...], tmp_path: Path) -> None:
    ran = in_a_folder_that_is_gone(tmp_path / "gone", *words)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
    assert ran.stderr.startswith("foedus: the working folder is gone; ")


def test_a_pdf_needs_no_working_folder(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="needs the extra: pip install 'foedus[pdf]'")
    model, out = ROOT / "models" / "teu-42-7", tmp_path / "a.pdf"
    ran = in_a_folder_that_is_gone(tmp_path / "gone", "brief", str(model), "--as", "pdf", "-o", str(out))
    assert (ran.returncode, out.read_bytes()[:5]) == (0, b"%PDF-"), ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_error_does_not_change_the_exit_code() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run([sys.executable, "-m", "foedus", "rule", "Z99"], stderr=full, check=False)
    assert ran.returncode == 2


@pytest.mark.parametrize("words", [("init",), ("generate", "--provisions=1", "-o"), ("reference", "-o")])
def test_a_folder_whose_name_hides_a_character_is_told_by_an_escape(
    words: tuple[str, ...], tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    assert "a\\u202eb" in foedus(*words, str(tmp_path / "a\u202eb")).out


def test_a_name_that_holds_a_line_break_and_an_escape_stays_inert_in_a_message() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "foedus", "check", "a\n\x1b[31mb"], capture_output=True, check=False
    )
    assert (ran.returncode, b"\x1b" in ran.stderr) == (2, False)


def test_what_else_is_installed_is_not_run_by_a_check(tmp_path: Path) -> None:
    """A plugin of pydantic would see every value of a model."""
    installed = tmp_path / "spy-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    (tmp_path / "spy.py").write_text("import sys\nsys.stderr.write('seen')\nplugin = None\n")
    path = os.pathsep.join((str(ROOT / "framework"), str(tmp_path)))
    ran = subprocess.run(
        [sys.executable, "-m", "foedus", "check", "teu-42-7", "--no-cache", "--exit-zero"],
        capture_output=True, check=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert ran.stderr == b""
