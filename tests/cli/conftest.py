"""What the tests of commands share: a git repository to work in, and the command as a program."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NAMED = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


@pytest.fixture
def git() -> Callable[..., str]:
    """`git(folder, "commit", ...)`: git as somebody, whatever this machine knows of its user."""

    def call(folder: Path, *words: str) -> str:
        ran = subprocess.run(
            ["git", *NAMED, *words], cwd=folder, capture_output=True, text=True, check=True
        )  # fmt: skip
        return ran.stdout

    return call


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the program `foedus` is the one of this checkout."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "foedus"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m foedus "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "GIT_"))}
    return {
        **kept,
        "PATH": os.pathsep.join((str(folder), str(Path(sys.executable).parent), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT / "framework"),
    }
