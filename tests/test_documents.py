"""What the documents show is run: files are written, commands called, answers compared."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("**/*.md")
    if not {".venv", "build", ".pytest_cache"} & set(path.relative_to(ROOT).parts)
)


RUN = (
    "README.md",
    "framework/docs/tutorial.md",
    "framework/docs/checking.md",
    "framework/docs/comparing.md",
    "framework/docs/draft-and-final.md",
    "framework/docs/model-a-treaty.md",
    "framework/docs/performance.md",
)


@pytest.mark.parametrize("page", RUN)
def test_every_command_of_a_page_gives_the_answer_shown(page: str, tmp_path: Path) -> None:
    for language, attributes, body in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if language != "console" and "file=" in attributes:
            _write(tmp_path, attributes, body)
        elif language == "console":
            for command, answer in COMMAND.findall(body):
                words = shlex.split(command, comments=True)
                if words[0] == "foedus" and not (tmp_path / "my-folder").exists():
                    said = _run(tmp_path, words)
                    assert not answer or said == answer, command


def _write(folder: Path, attributes: str, body: str) -> None:
    found = re.search(r"file=(\S+)", attributes)
    assert found is not None
    path = folder / found.group(1)
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") + "\n" if "append" in attributes else ""
    path.write_text(before + body, encoding="utf-8")


def _run(folder: Path, words: list[str]) -> str:
    """What a command prints; `| grep WORD` keeps the lines that hold a word."""
    wanted = words[words.index("grep") + 1] if "grep" in words else ""
    words = words[1 : words.index("|")] if "|" in words else words[1:]
    ran = subprocess.run(
        [sys.executable, "-m", "foedus", *words],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert ran.returncode in (0, 1), ran.stderr
    return "".join(line for line in ran.stdout.splitlines(keepends=True) if wanted in line)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    anchors = set()
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        path, _, anchor = target.partition("#")
        if not path.startswith(("http", "mailto")):
            file = (ROOT / page).parent / path if path else ROOT / page
            assert file.exists(), target
            anchors |= {(file, anchor)} if anchor and file.suffix == ".md" else set()
    for file, anchor in anchors:
        assert anchor in _anchors(file), f"{file.name}#{anchor}"


def _anchors(page: Path) -> set[str]:
    """The anchors of a page as a forge makes them from its headings."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)"', text))


def test_the_reference_is_the_one_made_from_the_code() -> None:
    from foedus.cli.reference import made

    for path, text in made(ROOT / "framework" / "docs").items():
        assert path.read_text(encoding="utf-8") == text, path


def test_the_gallery_is_the_one_made_from_the_models() -> None:
    from foedus.gallery import differences, gallery

    assert differences(ROOT / "diagrams", gallery()) == []
