"""What breaks other tools that check models: each probe is told with its place and its exit code."""

from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

GOOD = "framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine]}\n"
FACT = "facts:\n  {}: {{title: A fact, kind: brute, initial: false}}\n"
UNKNOWN = "  f{}: {{title: A fact, kind: brute, initial: false, colour: red}}\n"

PROBES: dict[str, tuple[dict[str, str], set[str]]] = {
    "a typo in a key": (
        {"m": GOOD.replace("as_of", "asof")},
        {"m.yaml:1:27: error R06"},
    ),
    "a reference to nothing": ({"m": GOOD.replace("ukraine", "ukrane")}, {"m.yaml:1:60: error R01"}),
    "an id in two files": (
        {"m": GOOD, "n": FACT.format("a"), "o": FACT.format("a")},
        {"o.yaml:2:3: error R02"},
    ),
    "a key twice in a mapping": (
        {"m": GOOD.replace("title: Trial", "title: Trial, title: Other")},
        {"m.yaml:1:27: error R02"},
    ),
    "a text for a list": ({"m": GOOD.replace("[ukraine]", "ukraine")}, {"m.yaml:1:59: error R03"}),
    "a number for a text": ({"m": GOOD.replace("Trial", "7")}, {"m.yaml:1:20: error R08"}),
    "a list for a mapping": ({"m": GOOD + "facts: [a]\n"}, {"m.yaml:2:1: error R08"}),
    "an error on line 1": ({"m": "framwork: {}\n"}, {"m.yaml:1:1: error R06"}),
    "an error on the last line, without a line break": (
        {"m": GOOD + "facts:\n  a: {title: A, kind: brute, initial: no}"},
        {"m.yaml:3:39: error R07"},
    ),
    "broken YAML on the last line": ({"m": GOOD + "facts: [a"}, {"m.yaml:2:8: error Y02"}),
    "an error in each of two files": (
        {"m": GOOD.replace("ukraine", "ukrane"), "n": "fact: {}\n"},
        {"m.yaml:1:60: error R01", "n.yaml:1:1: error R06"},
    ),
    "an error beside a file that is no YAML": (
        {"m": GOOD.replace("ukraine", "ukrane"), "n": "a: b: c\n"},
        {"m.yaml:1:60: error R01", "n.yaml:1:5: error Y02"},
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A model in the folder `m`, below the working folder."""

    def make(**files: str) -> None:
        (tmp_path / "m").mkdir()
        for name, text in files.items():
            (tmp_path / "m" / f"{name}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)

    return make


@pytest.mark.parametrize("probe", PROBES)
def test_a_probe_is_told_with_its_place(foedus: Foedus, folder: Callable[..., None], probe: str) -> None:
    files, told = PROBES[probe]
    folder(**files)
    ran = foedus("check", "m", "--format", "concise")
    errors = {" ".join(line.split(" ")[:3]) for line in ran.out.splitlines() if ": error " in line}
    assert (ran.code, ran.err, errors) == (1, "", {f"m/{each}" for each in told})


@pytest.mark.parametrize("count", [1, 255, 256, 257, 300, 512])
def test_however_many_findings_there_are_the_exit_code_is_1_and_all_are_counted(
    foedus: Foedus, folder: Callable[..., None], count: int
) -> None:
    folder(m=GOOD, n="facts:\n" + "".join(UNKNOWN.format(each) for each in range(count)))
    ran = foedus("check", "m", "--format", "concise", "--most", "0")
    assert ran.code == 1
    assert sum(": error R06 " in line for line in ran.out.splitlines()) == count


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "nowhere"), "no folder and no shipped model `nowhere`"),
        (("check", "empty"), "no `.yaml` file in this folder"),
        (("check", "void"), "void"),
        (("check", ""), "no folder and no shipped model ``"),
        (("check",), "no model named"),
    ],
)
def test_missing_and_empty_input_is_exit_code_2(
    foedus: Foedus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "void").write_bytes(b"")
    ran = foedus(*words)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False), ran.err


def test_a_file_of_no_bytes_is_a_warning_and_the_others_are_checked(
    foedus: Foedus, folder: Callable[..., None]
) -> None:
    folder(m=GOOD, n="")
    ran = foedus("check", "m", "--format", "concise")
    assert (ran.code, ran.out) == (0, "m/n.yaml:1:1: warning Y06 nothing in this file\nm: 1 warning\n")


def test_an_output_folder_that_does_not_exist_is_made(
    foedus: Foedus, folder: Callable[..., None], tmp_path: Path
) -> None:
    folder(m=GOOD)
    assert foedus("draw", "paris-2026", "matrix", "-o", "a/b/matrix.svg").code == 0
    assert (tmp_path / "a" / "b" / "matrix.svg").read_bytes().startswith(b"<svg")


def test_an_output_below_a_file_is_one_message(foedus: Foedus, folder: Callable[..., None]) -> None:
    folder(m=GOOD)
    ran = foedus("draw", "paris-2026", "matrix", "-o", "m/m.yaml/matrix.svg")
    assert (ran.code, "cannot be written" in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_a_file_stands_for_its_model_once_and_so_does_one_that_is_gone(
    foedus: Foedus, folder: Callable[..., None]
) -> None:
    folder(m=GOOD, n=FACT.format("a"))
    ran = foedus("check", "m/m.yaml", "m/n.yaml", "m/gone.yaml", "m", "--select", "R01")
    assert (ran.code, ran.out) == (0, "m: no findings\n")
