"""The tutorial is true: its files are written, its commands run, its answers compared."""

import re
import subprocess
import sys
from pathlib import Path

TUTORIAL = Path(__file__).parent.parent / "framework" / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_step_of_the_tutorial_gives_the_answer_shown(tmp_path: Path) -> None:
    for language, attributes, body in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if language == "yaml":
            _write(tmp_path, attributes, body)
        elif language == "console":
            for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
                assert _run(tmp_path, command) == answer, command


def _write(folder: Path, attributes: str, body: str) -> None:
    found = re.search(r"file=(\S+)", attributes)
    assert found is not None
    path = folder / found.group(1)
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") + "\n" if "append" in attributes else ""
    path.write_text(before + body, encoding="utf-8")


def _run(folder: Path, command: str) -> str:
    words, _, wanted = command.partition(" | grep ")
    ran = subprocess.run(
        [sys.executable, "-m", "foedus", *words.split()[1:]],
        capture_output=True, text=True, cwd=folder, check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
    return "".join(line for line in ran.stdout.splitlines(keepends=True) if wanted in line)
