"""`foedus check`: findings, places, formats and exit codes, as a user meets them."""

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]

GOOD = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukraine]}
"""
BAD = """\
framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukrane]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., str]:
    def make(**files: str | bytes) -> str:
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(tmp_path)

    return make


def test_a_clean_model_exits_with_0(foedus: Foedus, folder: Callable[..., str]) -> None:
    ran = foedus("check", folder(m=GOOD))
    assert (ran.code, "no findings" in ran.out, ran.err) == (0, True, "")


def test_a_check_leaves_the_collector_running(foedus: Foedus, folder: Callable[..., str]) -> None:
    foedus("check", folder(model=GOOD))
    assert gc.isenabled()


def test_a_finding_shows_the_line_a_caret_and_a_cure(foedus: Foedus, folder: Callable[..., str]) -> None:
    path = folder(m=BAD)
    ran = foedus("check", path)
    assert ran.code == 1
    assert ran.out == (
        f"{path}/m.yaml:1:60: error R01 dangling-reference\n"
        "  no actor or body has the id `ukrane`\n"
        "  1 | framework: {title: Trial, as_of: 2026-01-06, beneficiary: [ukrane]}\n"
        "    |                                                            ^^^^^^\n"
        "  hint: did you mean `ukraine`? (fixable: `--fix`)\n\n"
        f"{path}: 1 error\n"
    )


def test_warnings_fail_only_when_asked(foedus: Foedus) -> None:
    assert foedus("check", "paris-2026", "--fail-on", "error").code == 0
    assert foedus("check", "paris-2026", "--fail-on", "warning").code == 1


@pytest.mark.parametrize(("levels", "code"), [(("warning", "error"), 0), (("error", "warning"), 1)])
def test_of_an_option_given_twice_the_last_counts(foedus: Foedus, levels: tuple[str, str], code: int) -> None:
    first, last = levels
    assert foedus("check", "paris-2026", "--fail-on", first, "--fail-on", last).code == code


def test_concise_is_one_line_a_finding(foedus: Foedus, folder: Callable[..., str]) -> None:
    path = folder(m=BAD)
    assert foedus("check", path, "--format", "concise").out.splitlines()[0] == (
        f"{path}/m.yaml:1:60: error R01 no actor or body has the id `ukrane`"
    )


def test_json_holds_every_finding_and_a_schema_version(foedus: Foedus, folder: Callable[..., str]) -> None:
    data = json.loads(foedus("check", folder(m=BAD), "--format", "json", "--most", "1").out)
    assert data["schema"] == "foedus-findings/1"
    assert [(each["code"], each["line"], each["column"], each["severity"]) for each in data["findings"]] == [
        ("R01", 1, 60, "error")
    ]


def test_markdown_is_a_table(foedus: Foedus, folder: Callable[..., str]) -> None:
    assert "| error | R01 |" in foedus("check", folder(m=BAD), "--format", "markdown").out


@pytest.mark.promise(11)
def test_more_findings_than_are_printed_are_counted(foedus: Foedus, folder: Callable[..., str]) -> None:
    many = "facts:\n" + "".join(f"  f{i}: {{titel: x}}\n" for i in range(30))
    ran = foedus("check", folder(m=many), "--format", "concise", "--most", "5")
    assert len(ran.out.splitlines()) == 7
    assert "more; `--most 0` prints all" in ran.out


@pytest.mark.promise(2)
def test_everything_broken_at_once_is_reported_in_one_run(foedus: Foedus, folder: Callable[..., str]) -> None:
    path = folder(
        a="provisions:\n  p: {titel: x, kind: defens, obligors: FR, modality: must}\n",
        b="provisions:\n  p: {title: x, kind: defense, obligors: [a], modality: must, recurs: no}\n",
        c="facts:\n\t- tab\n",
        d="",
        e=b"facts: \xff\n",
        f="framwork: {}\n",
    )
    (Path(path) / "g.yaml").mkdir()
    ran = foedus("check", path, "--format", "concise")
    assert ran.code == 1
    assert "Traceback" not in ran.out + ran.err
    found = {
        (line.split(": ")[0].rsplit("/", 1)[1].split(":")[0], line.split()[2])
        for line in ran.out.splitlines()[:-1]
    }
    assert found >= {
        ("a.yaml", "R06"), ("a.yaml", "R07"), ("a.yaml", "R03"), ("b.yaml", "R02"), ("c.yaml", "Y02"),
        ("d.yaml", "Y06"), ("e.yaml", "Y01"), ("f.yaml", "R06"), ("g.yaml", "Y08"),
    }  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything; run the tests as an ordinary user")
def test_a_file_without_read_permission_is_a_finding(foedus: Foedus, folder: Callable[..., str]) -> None:
    path = folder(m=GOOD, n=GOOD)
    (Path(path) / "n.yaml").chmod(0)
    assert "Y08" in foedus("check", path, "--format", "concise").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "pariss-2026"), "did you mean `paris-2026`?"),
        (("check", "/etc/hostname"), "a model is a folder"),
        (("check", "paris-2026", "--reading", "gate-whilst"), "did you mean `gate-while`?"),
        (("check", "paris-2026", "--format", "pdf"), "'pdf' is not one of"),
        (("chek", "paris-2026"), "did you mean `check`?"),
        (("draw", "paris-2026", "overvew"), "did you mean `overview`?"),
        (("draw", "paris-2026", "overview", "--as", "docx"), "no format `docx`"),
        (("draw", "paris-2026", "overview", "--page", "a9"), "a9"),
        (("rule", "T99"), "no rule `T99`"),
    ],
)
def test_what_cannot_be_done_is_one_message_with_the_next_step(
    foedus: Foedus, words: tuple[str, ...], said: str
) -> None:
    ran = foedus(*words)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_control_characters_of_a_model_never_reach_the_terminal(
    foedus: Foedus, folder: Callable[..., str]
) -> None:
    text = 'framework: {title: T, as_of: 2026-01-06, beneficiary: ["\\e[31m\\u202ex"]}\n'
    out = foedus("check", folder(m=text)).out
    assert not set(out) & {"\x1b", "\u202e"}


def test_lines_keep_to_the_width_of_the_terminal(
    foedus: Foedus, folder: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    long = f"framework: {{title: {'word ' * 60}, as_of: 2026-01-06, beneficiary: [ukrane]}}\n"
    lines = foedus("check", folder(m=long)).out.splitlines()
    assert all(len(line) <= 80 for line in lines if ".yaml:" not in line and "tmp" not in line)


def test_without_a_model_the_models_folder_is_checked(
    foedus: Foedus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models" / "one").mkdir(parents=True)
    (tmp_path / "models" / "one" / "m.yaml").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    assert foedus("check").out == "models/one: no findings\n"


def test_a_selection_may_be_given_in_one_word_or_in_several(foedus: Foedus) -> None:
    several = foedus("check", "paris-2026", "--select", "T09", "--select", "O01", "--format", "concise")
    assert several.out == foedus("check", "paris-2026", "--select", "T09,O01", "--format", "concise").out
    assert " T09 " in several.out
    assert " O01 " in several.out
