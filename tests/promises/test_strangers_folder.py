"""Promises 1, 6 and 7 in a folder that a stranger made: names, settings, repository, programs, templates."""

import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attempts import SECONDS, within
from test_inert import HIDDEN

from foedus.errors import Stop
from foedus.programs import program
from foedus.revision import read_at
from foedus.writers.findings import FORMATS

posix = pytest.mark.skipif(os.name != "posix", reason="scripts with a `#!` are POSIX")
FACT = "facts: {a: {title: A, kind: brute, initial: false}}\n"
NAMES = (b"a\x1b[2J.yaml", b"a\nb.yaml", b"\xff\xfe.yaml", "\u202ea.yaml".encode(), "a\u200b.yaml".encode())


@pytest.mark.skipif(os.name != "posix", reason="other systems do not allow such names")
@pytest.mark.promise(1, 6)
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_or_folder_whose_name_hides_something_is_told_by_an_escape(
    name: bytes, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    for folder, file in ((b"model", name), (name, b"a.yaml")):
        (tmp_path / os.fsdecode(folder)).mkdir()
        (tmp_path / os.fsdecode(folder) / os.fsdecode(file)).write_text(FACT, encoding="utf-8")
        for form in FORMATS:
            ran = foedus("check", str(tmp_path / os.fsdecode(folder)), "--format", form)
            assert not HIDDEN.search(ran.out + ran.err), form
            assert ran.code == int(file == name), ran.out


@posix
@pytest.mark.promise(7)
def test_a_program_in_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether PATH leads there by an empty entry, by a dot, or by a relative name."""
    monkeypatch.chdir(tmp_path)
    planted = tmp_path / "foedus-planted"
    planted.write_text("#!/bin/sh\n", encoding="utf-8")
    planted.chmod(0o755)
    for path in ("", ".", os.pathsep, os.path.relpath(tmp_path)):
        monkeypatch.setenv("PATH", path)
        assert program("foedus-planted") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program("foedus-planted") == str(planted)


PROGRAMS = (
    "core.alternateRefsCommand", "core.fsmonitor", "core.hooksPath", "core.pager", "core.sshCommand",
    "diff.external", "diff.x.textconv", "filter.x.smudge", "gpg.program", "remote.origin.uploadpack",
)  # fmt: skip
ALLOWED = {
    "protocol.ext.allow": "always", "remote.origin.promisor": "true", "extensions.partialClone": "origin",
    "core.repositoryformatversion": "1",
}  # fmt: skip


@posix
@pytest.mark.promise(7)
def test_a_repository_that_names_programs_to_run_has_none_of_them_run(
    tmp_path: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where a text is missing, which git by itself would fetch by what the repository names."""
    model, ran = tmp_path / "top" / "model", tmp_path / "ran"
    model.mkdir(parents=True)
    (model / "a.yaml").write_text(FACT, encoding="utf-8")
    top = model.parent
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "one")
    evil = tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\necho $0 >> {ran}\n", encoding="utf-8")
    evil.chmod(0o755)
    for key in PROGRAMS:
        git(top, "config", key, str(evil))
    for key, value in ALLOWED.items():
        git(top, "config", key, value)
    git(top, "config", "remote.origin.url", f"ext::{evil}")
    assert read_at("HEAD", model) is not None
    blob = git(top, "rev-parse", "HEAD:model/a.yaml").strip()
    (top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for fetches in ("1", "0"):  # an older git does not know the variable that forbids it
        monkeypatch.setitem(_alone(), "GIT_NO_LAZY_FETCH", fetches)
        with pytest.raises(Stop, match=r"a\.yaml: this clone has not fetched it"):
            read_at("HEAD", model)
    assert not ran.exists()


def _alone() -> dict[str, str]:
    import foedus.revision

    return foedus.revision._ALONE


@pytest.mark.promise(7)
def test_a_folder_of_a_model_made_to_look_like_a_repository_is_none(
    tmp_path: Path, git: Callable[..., str]
) -> None:
    model = tmp_path / "model"
    git(tmp_path, "init", "-q", "--bare", str(model))
    git(model, "config", "core.bare", "false")
    git(model, "config", "core.worktree", str(tmp_path))
    with pytest.raises(Stop, match="not in a git repository"):
        read_at("HEAD", model)


DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.promise(1)
@pytest.mark.parametrize(
    "text", [DEEP, '{"findings": [{"fingerprint": []}]}', "[]", "\x00", "\udcff"], ids=len
)
def test_a_baseline_that_a_stranger_set_is_refused_if_it_is_none(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    (tmp_path / "foedus.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = foedus("check", "teu-42-7")
    assert (ran.code, "is no output of `--format json`" in ran.err) == (2, True)


@pytest.mark.promise(1, 5)
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_baseline_without_end_is_refused(foedus: Callable[..., Any]) -> None:
    assert "too long for a baseline" in foedus("check", "teu-42-7", "--baseline", "/dev/zero").err


SETTINGS = {
    "an escape": '"\\u202e" = 1',
    "said late": "# strict\n" * 20_000 + "strict = 5",
    "said often": "".join(f"a{number} = 1\n" for number in range(2_000)),
    "said in a table": 'x = """\nstrict = 5\n"""\n[limits]\nnodes = 0',
}


@pytest.mark.promise(1, 2, 5)
@pytest.mark.parametrize("said", SETTINGS)
def test_what_is_wrong_in_settings_has_a_place_soon(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    """A finding points to its key, and looking for keys takes no longer than reading them."""
    text = SETTINGS[said]
    (tmp_path / "foedus.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with within(SECONDS):
        ran = foedus("check", "teu-42-7", "--format", "json", "--most", "0")
    found = [each for each in json.loads(ran.out)["findings"] if each["code"] in ("K01", "K02")]
    lines = text.splitlines()
    assert found
    for each in found:
        key = each["message"].split("`")[1]
        written = lines[each["line"] - 1][each["column"] - 1 :]
        assert written.startswith((key, '"\\u202e"')), each


@pytest.mark.promise(6)
@pytest.mark.parametrize("said", ['"\\u202e" = 1', 'format = "\\u202e"', 'limits = {"\\u202e" = 1}'])
def test_what_settings_hide_is_told_by_an_escape(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "foedus.toml").write_text(said, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for form in FORMATS:
        ran = foedus("check", "teu-42-7", "--format", form)
        assert not HIDDEN.search(ran.out + ran.err), form
        assert ran.code == 1


@posix
@pytest.mark.promise(5)
def test_a_baseline_that_a_stranger_set_to_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    os.mkfifo(tmp_path / "b.json")
    (tmp_path / "foedus.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = foedus("check", "teu-42-7")
    assert (ran.code, "b.json: is no ordinary file" in ran.err) == (2, True)


@pytest.mark.promise(1)
@pytest.mark.parametrize("words", [("check", "--config", "a.toml"), ("draw", "matrix", "--theme", "a.toml")])
def test_a_number_of_very_many_digits_is_refused(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "a.toml").write_text(f"a = {'9' * 5_000}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = foedus(words[0], "teu-42-7", *words[1:])
    assert (ran.code, "a number is too long" in ran.err) == (2, True)


@pytest.mark.promise(1)
def test_a_theme_nested_too_deep_is_refused(tmp_path: Path, foedus: Callable[..., Any]) -> None:
    (tmp_path / "a.toml").write_text(f"a = {DEEP[70_000:130_000]}", encoding="utf-8")
    ran = foedus("draw", "teu-42-7", "matrix", "--theme", str(tmp_path / "a.toml"))
    assert (ran.code, "nested too deep" in ran.err) == (2, True)


TEMPLATES = {
    "empty": {},
    "no types": {"a.xml": b"<a/>"},
    "other types": {"[Content_Types].xml": b"<x/>"},
    "no xml": {"[Content_Types].xml": b"\x00"},
    "outside": {"[Content_Types].xml": b"<x/>", "../../outside": b"x"},
    "very large": {"[Content_Types].xml": b" " * 210_000_000},
}


@pytest.mark.promise(1, 5, 7)
@pytest.mark.parametrize("form", ["pptx", "docx"])
@pytest.mark.parametrize("held", TEMPLATES)
def test_a_template_that_is_none_is_refused(
    form: str, held: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    pytest.importorskip(form, reason="needs the extra: pip install 'foedus[office]'")
    template = tmp_path / "in" / f"a.{form}"
    template.parent.mkdir()
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in TEMPLATES[held].items():
            archive.writestr(name, data)
    out = tmp_path / f"out.{form}"
    ran = foedus("brief", "teu-42-7", "--as", form, "--template", str(template), "-o", str(out))
    assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.promise(1)
@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_template_whose_numbers_are_none_is_refused(
    form: str, tmp_path: Path, foedus: Callable[..., Any]
) -> None:
    """It can be opened; what is wrong in it is met only when it is written to."""
    office = pytest.importorskip(form, reason="needs the extra: pip install 'foedus[office]'")
    whole, template = tmp_path / f"whole.{form}", tmp_path / f"a.{form}"
    (office.Presentation() if form == "pptx" else office.Document()).save(str(whole))
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(template, "w") as broken:
        for name in archive.namelist():
            data = archive.read(name)
            if name in ("word/document.xml", "ppt/slideLayouts/slideLayout6.xml"):
                data = re.sub(rb'="\d+"', b'="x"', data)
            broken.writestr(name, data)
    ran = foedus("brief", "teu-42-7", "--as", form, "--template", str(template), "-o", str(tmp_path / "o"))
    assert (ran.code, f"a.{form}: is broken inside" in ran.err) == (2, True), ran.err


LONG = {
    "framework": {"title": "x" * 300, "as_of": "2026-01-06", "beneficiary": ["a"]},
    "actors": {"a": {"title": "`" * 300, "kind": "state"}},
    "facts": {"war": {"title": "w" * 300, "concept": "attack", "kind": "brute", "initial": False}},
    "events": {"raid": {"title": "`", "sets": {"war": True}}},
    "targets": {"aid": {"title": "`" * 300, "condition": "war"}},
}
"""Texts as long as they may be, and such as show nothing where backticks are left out."""
FORMS = ("pptx", "docx", "pdf", "text", "dossier", "dossier-html")
COMMANDS = (
    *(("analyse", "--as", form) for form in ("text", "markdown")),
    ("gaps",), ("what-if",), ("report", "-o", "out"), ("explore", "-o", "out.html"),
    *(("brief", "--as", form, "-o", ".") for form in FORMS),
)  # fmt: skip


@pytest.mark.promise(1)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_titles_as_long_as_they_may_be_bring_no_traceback(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "a.yaml").write_text(json.dumps(LONG), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = foedus(words[0], "model", *words[1:])
    assert ran.code in (0, 1), ran.err
