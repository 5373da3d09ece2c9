"""`foedus fmt`: which files it touches, what it says, and how it ends."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

LOOSE = "facts:\n   f:   {kind: brute,   title: F}  # why\n"
NEAT = "facts:\n  f: {title: F, kind: brute}  # why\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "m.yaml"
    path.write_text(LOOSE)
    return path


def test_a_file_is_rewritten_and_then_left_alone(foedus: Foedus, file: Path) -> None:
    said = [foedus("fmt", str(file)).out, foedus("fmt", str(file)).out]
    assert said == [
        f"{file}: rewritten\n1 file rewritten, 0 as they should be\n",
        "0 files rewritten, 1 as they should be\n",
    ]
    assert file.read_text() == NEAT


def test_the_shipped_models_and_registers_are_as_they_should_be(foedus: Foedus) -> None:
    root = Path(__file__).parents[2]
    ran = foedus("fmt", "--check", str(root / "models"), str(root / "data"))
    assert (ran.code, ran.out.startswith("0 files would be rewritten")) == (0, True), ran.out


def test_check_names_the_file_and_writes_nothing(foedus: Foedus, file: Path) -> None:
    ran = foedus("fmt", "--check", str(file))
    assert (ran.code, ran.out.splitlines()[0]) == (1, f"{file}: would be rewritten")
    assert file.read_text() == LOOSE


def test_diff_shows_a_patch_that_git_applies(
    foedus: Foedus, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    ran = foedus("fmt", "--diff", file.name)
    assert (ran.code, file.read_text()) == (1, LOOSE)
    subprocess.run(["git", "apply", "-p0"], input=ran.out, text=True, check=True, cwd=file.parent)
    assert file.read_text() == NEAT


@pytest.mark.parametrize(("words", "out", "code"), [((), NEAT, 0), (("--check",), "", 1)])
def test_standard_input_becomes_standard_output(
    foedus: Foedus, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], out: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LOOSE.encode())))
    ran = foedus("fmt", "-", *words)
    assert (ran.out, ran.code) == (out, code)


def test_broken_input_gives_no_output_but_a_finding(foedus: Foedus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"facts: *a\n")))
    ran = foedus("fmt", "-")
    assert (ran.code, ran.out, ran.err) == (
        1,
        "",
        "-:1:8: left alone: Y03 alias `*a` (write the value out: aliases are not used here)\n",
    )


def test_line_ends_and_a_byte_order_mark_are_put_right_and_said(foedus: Foedus, file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode())
    said = foedus("fmt", str(file)).out.splitlines()[0]
    assert said == f"{file}: rewritten (its lines end in LF now, without the byte order mark)"
    assert file.read_bytes() == NEAT.encode()


def test_a_file_with_errors_is_left_alone_and_the_others_are_rewritten(foedus: Foedus, file: Path) -> None:
    (file.parent / "broken.yaml").write_text("facts: [\n")
    ran = foedus("fmt", str(file.parent))
    assert (ran.code, file.read_text(), (file.parent / "broken.yaml").read_text()) == (1, NEAT, "facts: [\n")
    assert "broken.yaml:2:1: left alone: Y02" in ran.out


def test_a_link_is_neither_replaced_nor_followed(foedus: Foedus, file: Path) -> None:
    link = file.parent / "folder" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    assert "left alone: Y08 a link" in foedus("fmt", str(link)).out
    assert foedus("fmt", str(link.parent)).out == "0 files rewritten, 0 as they should be\n"
    assert (link.is_symlink(), file.read_text()) == (True, LOOSE)


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_a_rewritten_file_keeps_its_mode(foedus: Foedus, file: Path) -> None:
    file.chmod(0o640)
    foedus("fmt", str(file))
    assert file.stat().st_mode & 0o777 == 0o640


def test_folders_below_are_gone_through_but_for_hidden_ones_and_other_yaml(
    foedus: Foedus, tmp_path: Path
) -> None:
    for name in ("models/a/m.yaml", ".git/m.yaml", "compose.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LOOSE if name != "compose.yaml" else "services:   {}\n")
    assert foedus("fmt", str(tmp_path)).out.splitlines()[0] == f"{tmp_path}/models/a/m.yaml: rewritten"
    assert (tmp_path / "compose.yaml").read_text() == "services:   {}\n"
    assert (tmp_path / ".git" / "m.yaml").read_text() == LOOSE


def test_a_path_that_there_is_not_stops(foedus: Foedus) -> None:
    ran = foedus("fmt", "nowhere.yaml")
    assert (ran.code, ran.err) == (
        2,
        "foedus: nowhere.yaml: no such file or folder; name a `.yaml` file, or a folder that holds some\n",
    )
