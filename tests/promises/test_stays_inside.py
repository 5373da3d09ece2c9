"""Promise 7: nothing is read outside the model and Foedus, nothing written outside the output, no network."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus.load import load

pytestmark = pytest.mark.promise(7)

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "foedus"
WATCHED = """
import json, os, sys, sysconfig
seen = []
def hook(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)):
        writes = bool((given[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        seen.append(("write" if writes else "read", os.path.abspath(os.fsdecode(given[0]))))
    elif event in ("os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.truncate", "os.link", "os.symlink"):
        seen.append(("write", os.path.abspath(os.fsdecode(given[-3] if event == "os.rename" else given[0]))))
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")):
        seen.append((event, str(given)[:200]))
from foedus.cli.run import run
sys.addaudithook(hook)
commands = json.load(sys.stdin)
codes = [run(words) for words in commands]
print("\\n@@" + json.dumps({"codes": codes, "seen": seen}))
"""
"""Python itself says what is opened, run and connected to, whoever in it does so."""


def watched(commands: list[list[str]], folder: Path) -> tuple[list[int], set[tuple[str, str]]]:
    """How commands ended, and what they touched."""
    ran = subprocess.run(
        [sys.executable, "-X", "pycache_prefix=/nowhere", "-B", "-c", WATCHED],
        input=json.dumps(commands), capture_output=True, text=True, check=True, cwd=folder,
    )  # fmt: skip
    told = json.loads(ran.stdout.rpartition("@@")[2])
    return told["codes"], {(how, what) for how, what in told["seen"]}


def test_commands_touch_the_model_the_output_and_foedus_and_nothing_else(
    tmp_path: Path, tried: Callable[[], None]
) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for path in (Path(__file__).parent.parent.parent / "models" / "teu-42-7").glob("*.yaml"):
        (model / path.name).write_bytes(path.read_bytes())
    for name in ("yaml.py", "conftest.py", "sitecustomize.py", "foedus.py"):
        (tmp_path / name).write_text("raise SystemExit('planted')\n", encoding="utf-8")
    out = tmp_path / "out"
    commands = [
        ["check", str(model)],
        ["fmt", str(model), "--check"],
        ["draw", str(model), "trigger", "-o", str(out / "a.svg")],
        ["draw", str(model), "matrix", "-o", str(out / "a.png")],
        ["report", str(model), "-o", str(out)],
        ["explore", str(model), "-o", str(out / "a.html")],
        ["analyse", str(model)],
        ["gaps", str(model)],
        ["compare", str(model), "-o", str(out / "a.md")],
        ["sources", "export", str(model), "-o", str(out / "a.bib")],
    ]
    out.mkdir()
    codes, seen = watched(commands, out)
    assert set(codes) <= {0, 1}
    own = [*(os.path.realpath(each) for each in sys.path if each), sys.prefix, sys.base_prefix]
    own += [
        str(Path(__file__).resolve().parent.parent.parent / each) for each in ("framework", "models", "data")
    ]
    for how, what in sorted(seen):
        tried()
        if how == "write":
            assert Path(what).is_relative_to(out) or Path(what).is_relative_to(CACHE), what
        else:
            assert how == "read", (how, what)
            inside = [*own, str(model), str(CACHE), "/proc", "/sys", "/usr", "/etc", "/dev"]
            assert any(Path(what).is_relative_to(each) for each in inside) or what.startswith("/nowhere"), (
                what
            )


def test_a_link_that_leaves_the_folder_and_what_is_no_file_are_findings(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("facts: {secret: {title: S}}\n", encoding="utf-8")
    model = tmp_path / "model"
    model.mkdir()
    (model / "a.yaml").write_text("facts: {}\n", encoding="utf-8")
    (model / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (model / "loop.yaml").symlink_to(model / "loop.yaml")
    (model / "device.yaml").symlink_to("/dev/zero")
    (model / "folder.yaml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(model / "pipe.yaml")
    project = load(model)
    wrong = {each.span.file for each in project.findings if each.code == "Y08"}
    names = {path.name for path in model.iterdir()} - {"a.yaml"}
    assert wrong == {f"model/{name}" for name in names}
    assert project.model.facts == {}


@pytest.mark.parametrize("key", ["../../x", "/tmp/x", "..", "nul", "a/b", "C:\\x", "con"])
@pytest.mark.parametrize("section", ["scenarios", "readings", "targets", "provisions"])
def test_no_id_leads_a_file_out_of_the_folder(
    key: str, section: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    model = tmp_path / "model"
    model.mkdir()
    text = json.dumps(
        {section: {key: {"title": "T", "kind": "draft", "steps": [], "patch": {}, "condition": "a"}}}
    )
    (model / "a.yaml").write_text(text, encoding="utf-8")
    assert foedus("report", str(model), "-o", str(tmp_path / "out")).code in (0, 2)
    made = {path.parent for path in tmp_path.rglob("*") if path.is_file()} - {model}
    assert made <= {tmp_path / "out"}
    refused = "R10" in foedus("check", str(model), "--format", "json").out
    assert refused == (key not in ("nul", "con"))  # these are ids; only a file cannot be called so


def test_a_source_may_not_name_a_copy_outside_the_folder(tmp_path: Path, foedus: Callable[..., Any]) -> None:
    model, texts = tmp_path / "model", tmp_path / "texts"
    model.mkdir()
    texts.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (model / "a.yaml").write_text(
        "framework: {title: T, as_of: 2026-01-06, beneficiary: [a], source: {doc: d, quote: secret}}\n"
        "actors: {a: {title: A, kind: state}}\n"
        "sources: {d: {title: D, kind: treaty, publisher: P, text_file: ../secret.txt}}\n",
        encoding="utf-8",
    )
    ran = foedus("sources", "verify", str(model), "--texts", str(texts))
    assert (ran.code, "secret.txt" not in ran.out) == (2, True), ran
