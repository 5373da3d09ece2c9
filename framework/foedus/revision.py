"""A model as it stood in a revision of a git repository: read from git's own store, nothing checked out.

Only git's plumbing is run (`rev-parse`, `ls-tree`, `cat-file`), without a shell: no hook, filter or
text conversion of the repository takes part, nothing is fetched, and the working copy is left as it is.
"""

import os
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from foedus.errors import Stop
from foedus.limits import Limits
from foedus.load import Project, loads
from foedus.printable import printable
from foedus.programs import program

SECONDS = 60
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What git sets for its hooks, and what would lead us to another repository than that of the model."""
_ALONE = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
"""What keeps git from fetching what is missing: for that a repository can name a program."""
_EXPLICIT = ("-c", "safe.bareRepository=explicit")
"""A folder of a model that is made to look like a repository is not taken for one."""


def is_revision(word: str, near: Path) -> bool:
    """Whether a word names a commit of the repository in which a folder lies."""
    if word.startswith("-") or not word:
        return False
    top = _top(near)
    return top is not None and _commit(top, word) is not None


def read_at(revision: str, folder: Path, limits: Limits | None = None) -> Project | None:
    """The model that stood in a folder at a revision; None where there was no model then.

    Its files are named as git names them: `main:models/pact/pact.yaml`. Registers are those of this
    Foedus. Raises `Stop` without git, outside a repository, for an unknown revision, and for what is no
    ordinary file.
    """
    if revision.startswith("-"):
        raise Stop(f"`{revision}` cannot be a revision: it begins with `-`")
    limits, top = limits or Limits(), _top(folder)
    if top is None:
        raise Stop(f"{folder}: not in a git repository, so it has no revision `{revision}`")
    commit = _commit(top, revision)
    if commit is None:
        raise Stop(_unknown(top, revision))
    path = _inside(folder, top)
    name = printable(f"{revision}:{path}")
    texts = {
        f"{name}{'/' if path else ''}{file}": data
        for file, data in _texts(top, commit, path, name, limits).items()
    }
    return loads(texts, name, register=True, limits=limits) if texts else None


def _top(folder: Path) -> Path | None:
    """The top of the repository in which a folder lies, or would lie; None outside of any."""
    near = folder.absolute()
    while not near.is_dir():
        near = near.parent
    found = _git(near, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(found).rstrip("\n")) if found is not None else None


def _commit(top: Path, revision: str) -> str | None:
    found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode().strip() if found is not None else None


def _unknown(top: Path, revision: str) -> str:
    """What is said of a revision that there is not: that the history may not have been fetched."""
    shallow = _git(top, "rev-parse", "--is-shallow-repository") == b"true\n"
    hint = (
        "this clone is shallow: `git fetch --unshallow` brings the rest (`fetch-depth: 0` in a workflow)"
        if shallow
        else "`git log --oneline` and `git branch --all` list what there is"
    )
    return f"{top}: no revision `{revision}`; {hint}"


def _inside(folder: Path, top: Path) -> str:
    """The way from the top of the repository to a folder, with `/` between; empty for the top itself."""
    way = Path(os.path.relpath(folder.resolve(), top.resolve())).as_posix()
    return "" if way == "." else way


def _texts(top: Path, commit: str, path: str, name: str, limits: Limits) -> dict[str, bytes]:
    """The bytes of each YAML file of a folder at a commit, by file name.

    Raises `Stop` for what is no ordinary file, for what this clone has not fetched, and where there is more
    than a model may have.
    """
    blobs = dict(_blobs(top, f"{commit}:{path}", name))
    total = 0
    for number, (file, size) in enumerate(zip(blobs, _sizes(top, blobs.values()), strict=True), 1):
        if size is None:
            raise Stop(f"{name}/{file}: this clone has not fetched it; `git clone` without `--filter` does")
        total += size
        if size > limits.file_bytes or total > limits.all_bytes or number > limits.files:
            raise Stop(f"{name}/{file}: with it the model is too large; `foedus --limit` raises its limits")
    return dict(zip(blobs, _contents(top, blobs.values()), strict=True))


def _blobs(top: Path, tree: str, name: str) -> Iterator[tuple[str, str]]:
    """The YAML files of a tree, each with the hash of what it holds."""
    for line in (_git(top, "ls-tree", "-z", tree) or b"").split(b"\0"):
        about, _, raw = line.partition(b"\t")
        file = printable(os.fsdecode(raw))
        if not file.endswith(".yaml") or file.startswith("."):
            continue
        mode, kind, blob = about.decode().split()
        if kind != "blob" or not mode.startswith("100"):
            raise Stop(f"{name}/{file}: not an ordinary file, so it is not read from a revision")
        yield file, blob


def _sizes(top: Path, blobs: Iterable[str]) -> Iterator[int | None]:
    """How many bytes each blob has, asked of one process; None for one that is not in this clone."""
    for line in (_git(top, "cat-file", "--batch-check", given=_list(blobs)) or b"").splitlines():
        size = line.split()[-1]
        yield int(size) if size.isdigit() else None


def _contents(top: Path, blobs: Collection[str]) -> Iterator[bytes]:
    """The bytes of each blob, asked of one process: after each name and size, as many bytes."""
    answer = _git(top, "cat-file", "--batch", given=_list(blobs)) or b""
    start = 0
    for _ in blobs:
        line = answer.index(b"\n", start)
        size = int(answer[start:line].split()[2])
        yield answer[line + 1 : line + 1 + size]
        start = line + size + 2


def _list(blobs: Iterable[str]) -> str:
    return "".join(f"{blob}\n" for blob in blobs)


def _git(folder: Path, *words: str, given: str = "") -> bytes | None:
    """What git answers in a folder; None where it says no. Raises `Stop` where it cannot be run."""
    git = program("git")
    if git is None:
        raise Stop("revisions are read with git, and there is no `git` on this machine")
    kept = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    try:
        ran = subprocess.run(
            [git, *_EXPLICIT, "-C", str(folder), *words],
            capture_output=True, check=False, input=given.encode(), timeout=SECONDS, env={**kept, **_ALONE},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Stop(f"git did not answer within {SECONDS} seconds: `git {words[0]}` in {folder}") from None
    if b"dubious ownership" in ran.stderr:
        cure = f"`git config --global --add safe.directory {folder}` says that you do"
        raise Stop(f"git does not trust {folder}; {cure}")
    return ran.stdout if ran.returncode == 0 else None
