"""`foedus diff`: folders, readings and revisions, as a user meets them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Foedus = Callable[..., object]
Git = Callable[..., str]

PACT = """\
framework: {title: A pact, as_of: 2026-01-06, beneficiary: [ukraine]}
facts:
  attack: {title: An attack, kind: brute, initial: false}
provisions:
  help: {title: Help, kind: defense, obligors: [france], modality: must, wording: shall, trigger: attack}
readings:
  weaker: {title: The weaker reading, kind: interpretation, patch: {provisions: {help: {wording: intends}}}}
"""


@pytest.fixture
def history(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with `models/pact` in two revisions, `old` and `main`, and a third version uncommitted."""
    folder = tmp_path / "models" / "pact"
    folder.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    for text, tag in ((PACT.replace("wording: shall", "wording: will"), "old"), (PACT, "new")):
        (folder / "pact.yaml").write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", tag)
        git(tmp_path, "tag", tag)
    (folder / "pact.yaml").write_text(PACT.replace("modality: must", "modality: may"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("old..new", "models/pact"), "verb: “will” → “shall”"),
        (("old..", "models/pact"), "verb: “will” → “shall”"),
        (("old..new",), "verb: “will” → “shall”"),
        (("new..old",), "verb: “shall” → “will”"),
        (("new", "models/pact"), "modelled as: must → may"),
        (("models/pact",), "modelled as: must → may"),
        ((), "modelled as: must → may"),
        (("models/pact", "--reading", "weaker"), "verb: “shall” → “intends”"),
        (("old..new", "--reading", "weaker"), "Nothing differs"),
    ],
)
def test_revisions_readings_and_the_working_copy_are_compared(
    foedus: Foedus, history: Path, words: tuple[str, ...], told: str
) -> None:
    ran = foedus("diff", *words)
    assert (ran.code, ran.err) == (0, "")
    assert told in " ".join(ran.out.split())


def test_a_line_is_placed_in_its_revision(foedus: Foedus, history: Path) -> None:
    out = " ".join(foedus("diff", "old", "models/pact").out.split())
    assert "(old:models/pact/pact.yaml:5:83 → models/pact/pact.yaml:5:82)" in out


def test_inside_a_hook_of_another_repository_the_model_is_found_in_its_own(
    foedus: Foedus, history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert "verb: “will” → “shall”" in " ".join(foedus("diff", "old..new").out.split())


def test_nothing_of_the_repository_changes(foedus: Foedus, git: Git, history: Path) -> None:
    before = git(history, "status", "--porcelain=2", "--branch")
    foedus("diff", "old..new")
    assert git(history, "status", "--porcelain=2", "--branch") == before


def test_a_model_that_one_revision_lacks_is_all_new(foedus: Foedus, git: Git, history: Path) -> None:
    git(history, "rm", "-q", "-r", "--cached", "models")
    git(history, "commit", "-q", "-m", "none")
    out = " ".join(foedus("diff", "HEAD", "models/pact").out.split())
    assert "from HEAD (where it is not) to the working copy" in out
    assert "provision F.1 Help (help)" in out


def test_the_exit_code_says_whether_anything_differs_only_when_asked(foedus: Foedus, history: Path) -> None:
    codes = [foedus("diff", *words).code for words in (
        ("old..new",), ("old..new", "--exit-code"), ("new..new", "--exit-code"))]  # fmt: skip
    assert codes == [0, 1, 0]


def test_json_has_a_schema_version_and_both_places(foedus: Foedus, history: Path) -> None:
    data = json.loads(foedus("diff", "old..new", "--format", "json").out)
    [change] = data["comparisons"][0]["changes"]
    assert (data["schema"], change["change"], change["fields"][0]["strength"]) == (
        "foedus-diff/1", "changed", "becomes stronger in the ladder of wording",
    )  # fmt: skip
    assert change["fields"][0]["before"] == {
        "words": "“will”", "place": {"file": "old:models/pact/pact.yaml", "line": 5, "column": 83},
    }  # fmt: skip


@pytest.mark.parametrize("size", [0, 100_000, 4_000, 2_000, 1_200])
def test_markdown_is_cut_to_a_size_and_still_closed(foedus: Foedus, size: int) -> None:
    out = foedus("diff", "paris-2026", "--reading", "draft", "--format", "markdown", "--size", str(size)).out
    assert out.count("<details>") == out.count("</details>")
    assert not size or len(out) <= size
    assert ("*Cut here: " in out) == (0 < size < 50_000)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense..new",), "no revision `nonsense`"),
        (("nonsense",), "no folder, no shipped model and no revision `nonsense`"),
        (("old...new",), "write two dots"),
        (("--", "-old..new"), "it begins with `-`"),
        (("old..new", "models/none"), "no model `models/none`, neither at `old` nor at `new`"),
        (("models/pact", "models/pact", "models/pact"), "two models can be compared, and 3 are named"),
        (("models/pact", "--reading", "weeker"), "did you mean `weaker`?"),
        (("models/pact", "--reading", "a", "--reading", "b", "--reading", "c"), "at most twice"),
    ],
)
def test_what_cannot_be_compared_is_one_message(
    foedus: Foedus, history: Path, words: tuple[str, ...], said: str
) -> None:
    ran = foedus("diff", *words)
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False), ran.err


def test_a_shallow_clone_says_how_to_get_the_rest(
    foedus: Foedus, git: Git, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    git(clone, "clone", "-q", "--depth", "1", "--no-tags", history.as_uri(), ".")
    monkeypatch.chdir(clone)
    assert "this clone is shallow" in foedus("diff", "old..HEAD", "models/pact").err


def test_outside_a_repository_and_without_git_it_says_so(
    foedus: Foedus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "m.yaml").write_text(PACT, encoding="utf-8")
    assert "not in a git repository" in foedus("diff", str(tmp_path)).err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "there is no `git` on this machine" in foedus("diff", str(tmp_path)).err


def test_a_link_in_a_revision_is_not_followed(foedus: Foedus, git: Git, history: Path) -> None:
    (history / "models" / "pact" / "z.yaml").symlink_to("/etc/hostname")
    git(history, "add", ".")
    git(history, "commit", "-q", "-m", "link")
    assert "HEAD:models/pact/z.yaml: not an ordinary file" in foedus("diff", "HEAD..old").err


def test_a_model_with_errors_is_refused_with_the_first(foedus: Foedus, history: Path) -> None:
    (history / "models" / "pact" / "pact.yaml").write_text(
        PACT.replace("trigger", "triger"), encoding="utf-8"
    )
    ran = foedus("diff", "old", "models/pact")
    assert (ran.code, "models/pact/pact.yaml:5:90: R06" in ran.err) == (2, True), ran.err
