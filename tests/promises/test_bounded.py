"""Promise 5: what is too large is refused by a message that names the limit, and how it is raised."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus.errors import Stop
from foedus.limits import Limits, raised, table
from foedus.load import loads

pytestmark = pytest.mark.promise(5)

# What the search meets: an attack that nobody answers, and a property that some order of events breaks.
ATTACK = """
facts:
  war: {title: An attack, concept: attack, kind: brute, initial: false}
  talk: {title: Talks, kind: brute, initial: false}
events:
  a: {title: A, sets: {war: true}}
  b: {title: B, sets: {talk: true}}
  c: {title: C, sets: {talk: false, war: false}}
properties:
  quiet: {title: No attack during talks, never: {all: [war, talk]}}
"""
TOO_LARGE = {
    "file-bytes": (20, {"a.yaml": "# " + "x" * 40}, ("check",)),
    "all-bytes": (20, {"a.yaml": "# " + "x" * 15, "b.yaml": "# " + "x" * 15}, ("check",)),
    "files": (2, {"a.yaml": "", "b.yaml": "", "c.yaml": ""}, ("check",)),
    "depth": (3, {"a.yaml": "x-a: [[[[[1]]]]]"}, ("check",)),
    "nodes": (5, {"a.yaml": "x-a: [1, 2, 3, 4, 5, 6]"}, ("check",)),
    "text": (10, {"a.yaml": "framework: {title: Longer than ten}"}, ("check",)),
    "faults": (2, {"a.yaml": "a: 1\na: 2\na: 3\na: 4\n"}, ("check",)),
    "elements": (3, {"a.yaml": ATTACK}, ("check",)),
    "states": (1, {"a.yaml": ATTACK}, ("gaps",)),
    "moves": (1, {"a.yaml": ATTACK}, ("gaps",)),
    "positions": (1, {"a.yaml": ATTACK}, ("gaps",)),
}
"""For each limit a value that a model is larger than, and the command that meets it."""
ANSWERED = ("states", "moves", "positions")
"""These cut a search short: the answer says how far it came, and is no error."""


def written(folder: Path, texts: dict[str, str]) -> str:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def test_every_limit_is_tried_and_stands_in_the_help(foedus: Callable[..., Any]) -> None:
    names = [each.name for each in table()]
    assert list(TOO_LARGE) == names
    told = re.sub(r"\s+", " ", foedus("--help").out.replace("-\n", "-"))
    assert f"{', '.join(names[:-1])} or {names[-1]}" in re.sub(r"- (?=bytes)", "-", told)


@pytest.mark.parametrize("name", TOO_LARGE)
def test_a_limit_is_named_with_the_option_that_raises_it(
    name: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    figure, texts, words = TOO_LARGE[name]
    ran = foedus("--limit", f"{name}={figure}", *words, written(tmp_path / "model", texts))
    said = re.sub(r"\s+", " ", ran.out + ran.err)
    if name in ANSWERED:
        assert "no gap found, but not every order was tried (every order of up to 0 moves" in said
        assert f"at the limit of {name}: raise the limit by foedus --limit {name}=" in said
        assert "a gap: nobody is obliged" in foedus(*words, str(tmp_path / "model")).out
    else:
        assert (ran.code in (1, 2), f"--limit {name}=" in said) == (True, True), said


@pytest.mark.parametrize("name", TOO_LARGE)
def test_a_settings_file_sets_the_limits_of_check(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    figure, texts, _ = TOO_LARGE[name]
    written(tmp_path / "model", texts)
    (tmp_path / "foedus.toml").write_text(f"limits = {{{name} = {figure}}}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    usual = {each.name: each.usual for each in table()}[name]
    ran, over = foedus("check", "model"), foedus("--limit", f"{name}={usual}", "check", "model")
    refused = [f"--limit {name}=" in re.sub(r"\s+", " ", each.out + each.err) for each in (ran, over)]
    assert refused == [name not in ANSWERED, False]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("node=3", "did you mean `nodes`"),
        ("nodes", "write a number"),
        ("nodes=0", "write a number"),
        ("nodes=-3", "write a number"),
        ("nodes=²", "write a number"),
        ("nodes=" + "9" * 5000, "write a number"),
        ("depth=101", "from 1 to 100"),
        ("", "limits are"),
    ],
)
def test_a_limit_that_is_none_is_told(word: str, said: str) -> None:
    with pytest.raises(Stop, match=said):
        raised([word])


def test_the_last_of_two_equal_limits_holds_and_the_rest_stay() -> None:
    assert raised(["nodes=5", "nodes=7"]) == Limits(nodes=7)


@pytest.mark.parametrize(
    "settings", ["limits = 3", "limits = {node = 3}", "limits = {nodes = 'x'}", "limits = {nodes = true}"]
)
def test_a_wrong_limit_in_a_settings_file_is_a_finding_at_its_line(
    settings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "foedus.toml").write_text(f"\n{settings}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = foedus("check", "teu-42-7", "--format", "concise")
    assert (ran.code, ran.out.startswith("foedus.toml:2:1: error K02")) == (1, True), ran.out


STEPS = tuple(zip("abcdefgh", "bcdefghi", strict=True))
BOMBS = {
    "brackets": "[" * 1_000_000,
    "braces": "{a: " * 500_000,
    "dashes": "- " * 500_000,
    "keys": "? " * 500_000,
    "merge keys": "a: &a {x: 1}\n" + "".join(f"{b}: &{b} {{<<: [*{a}, *{a}]}}\n" for a, b in STEPS),
    "aliases": "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in STEPS),
    "itself": "a: &a [*a]\n",
    "base sixty": "a: " + ":59" * 100_000,
    "digits": "a: " + "9" * 100_000,
    "values": "a: [" + "1," * 900_000 + "]",
    "text": 'a: "' + "x" * 1_900_000 + '"',
    "comment": "#" * 1_900_000,
    "lines": "\n" * 1_900_000,
    "quote": "a: '" + "''" * 900_000,
    "keys of one mapping": "".join(f"k{number}: 1\n" for number in range(150_000)),
    "one key": "a: 1\n" * 190_000,
    "hidden": "a: " + "\u202e" * 500_000,
    "tabs": "\t" * 1_900_000,
    "anchors": "".join(f"k{number}: &a{number} x\n" for number in range(60_000)),
    "tags": "".join(f"k{number}: !t x\n" for number in range(60_000)),
    "documents": "---\n" * 400_000,
    "condition": "facts: {f: {title: " + "{not: " * 100 + "f" + "}" * 100 + "}}",
    "unknown keys": "provisions: {p: {" + ", ".join(f"k{number}: 1" for number in range(30_000)) + "}}",
    "unknown ids": "provisions: {p: {title: P, text: T, addressees: [" + "no, " * 50_000 + "no]}}",
}  # fmt: skip
BOMBED = """
import json, sys, time
from foedus.checking import examine
from foedus.cli.reported import reported
from foedus.errors import Stop
from foedus.load import loads
from foedus.writers.findings import FORMATS
for name, text in json.load(sys.stdin).items():
    began = time.process_time()
    try:
        project = loads({"bomb.yaml": text}, register=True)
        found = examine(project).findings
        for form in FORMATS.values():
            form(reported(["bomb"], found, [], project.documents.values(), most=50))
    except Stop:
        pass
    print(json.dumps([name, time.process_time() - began]), flush=True)
"""


def test_a_bomb_of_a_file_is_refused_within_ten_seconds_and_half_a_gigabyte(
    tried: Callable[[], None],
) -> None:
    """Seconds of the processor, and memory by a limit of the system, where it has one."""
    resource = pytest.importorskip("resource", reason="limits of processes are POSIX")
    ran = subprocess.run(
        [sys.executable, "-c", BOMBED], input=json.dumps(BOMBS), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (512 * 2**20, 512 * 2**20)),
    )  # fmt: skip
    spent = dict(json.loads(line) for line in ran.stdout.splitlines())
    assert spent.keys() == BOMBS.keys(), ran.stderr[-500:]
    for name, seconds in spent.items():
        tried()
        assert seconds < 10, name


def test_time_and_memory_of_reading_grow_with_the_size_alone() -> None:
    """Four times the text takes at most eight times the time, of the processor, best of three."""

    def cost(count: int) -> float:
        text = "".join(f"  p{number}: {{title: A promise, text: Some words}}\n" for number in range(count))
        began = time.process_time()
        loads({"a.yaml": f"provisions:\n{text}"})
        return time.process_time() - began

    assert min(cost(2_000) for _ in range(3)) < 8 * min(cost(500) for _ in range(3))


def test_the_png_of_a_report_keep_to_their_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    from foedus.checking import examine
    from foedus.report import report

    monkeypatch.setattr("foedus.report.MOST_PIXELS", 90_000)
    own = loads({"model.yaml": ATTACK})
    painted = [data for name, data in report(own, examine(own)).items() if name.endswith(".png")]
    sizes = [(int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) for data in painted]
    assert sizes
    assert all(0.98 * 90_000 < width * high < 1.02 * 90_000 for width, high in sizes)
