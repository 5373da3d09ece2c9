"""The only reader of models from the disk: the YAML files of a folder, ordinary files only.

Nothing is made of what is in them here: an answer that is kept for the same texts needs no more than this.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from foedus.errors import Stop
from foedus.finding import Finding, Severity
from foedus.library import data_folder
from foedus.limits import Limits, cure
from foedus.place import Span
from foedus.printable import printable
from foedus.tree import Document

File: TypeAlias = tuple[Document | None, list[Finding]]
"""The text of a file, or None and what keeps it from being read."""


class Texts(NamedTuple):
    """All that a model is read from: its name, its files and those of the registers, and the limits."""

    name: str
    files: tuple[File, ...]
    register: tuple[File, ...]
    limits: Limits


def texts(folder: Path, name: str | None = None, limits: Limits | None = None) -> Texts:
    """The files of the model in a folder, not looked into yet.

    `name` is what findings print before the file's name; the folder's own name where absent. In either, what
    cannot be seen is shown. Raises `Stop` where there is no such folder or no YAML in it.
    """
    limits, name = limits or Limits(), printable(name or folder.resolve().name)
    return Texts(name, tuple(documents(folder, name, limits)), register(limits), limits)


def register(limits: Limits) -> tuple[File, ...]:
    """The registers of the library; a library without any is a library that shares nothing."""
    folder = data_folder()
    return tuple(documents(folder, "data", limits)) if any(folder.glob("*.yaml")) else ()


_ALIKE = (".yml", ".YAML", ".YML")
_UNREAD, _RENAME = "only files that end in `.yaml` are read", "rename it to end in `.yaml`, or move it away"


def documents(folder: Path, name: str, limits: Limits) -> Iterator[File]:
    """Each `*.yaml` file of a folder in order of name, with what keeps it from being read.

    Raises `Stop` where there is no such folder, or no YAML in it.
    """
    files = _yaml_files(folder)
    if len(files) > limits.files:
        raise Stop(f"{folder}: {len(files):,} YAML files, more than {limits.files:,}; {cure('files')}")
    for other in sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(_ALIKE)):
        if not other.startswith("."):
            span = Span(f"{name}/{printable(other)}", 1, 1)
            yield None, [Finding("Y08", Severity.WARNING, span, _UNREAD, _RENAME)]
    total = 0
    for path in files:
        shown = f"{name}/{printable(path.name)}"
        refusal, size = _refusal(path, folder, limits)
        total += size
        if refusal:
            yield None, [Finding("Y08", Severity.ERROR, Span(shown, 1, 1), *refusal)]
        elif total > limits.all_bytes:
            raise Stop(f"{folder}: more than {limits.all_bytes:,} bytes of YAML; {cure('all_bytes')}")
        else:
            yield _read(path, shown)


def _yaml_files(folder: Path) -> list[Path]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except FileNotFoundError:
        raise Stop(f"{folder}: no such folder") from None
    except NotADirectoryError:
        raise Stop(f"{folder}: a model is a folder; give the folder that holds this file") from None
    except OSError as error:
        raise Stop(f"{folder}: cannot be read: {error.strerror}") from None
    files = [folder / each for each in names if each.endswith(".yaml") and not each.startswith(".")]
    if not files:
        other = next((each for each in names if each.endswith((".yml", ".YAML", ".json"))), None)
        found = f"; `{other}` is not read: rename it to end in `.yaml`" if other else ""
        raise Stop(f"{folder}: no `.yaml` file in this folder{found}")
    return files


def _refusal(path: Path, folder: Path, limits: Limits) -> tuple[tuple[str, str] | None, int]:
    """Why a file is not opened at all (message and cure), and its size."""
    if printable(path.name) != path.name:
        return ("its name holds what cannot be seen, or is not UTF-8", "rename the file"), 0
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return ("a link that leaves the model folder", "put a copy of the file in the folder"), 0
    try:
        status = path.stat()
    except OSError as error:
        return (f"cannot be read: {error.strerror}", "check the file and its permissions"), 0
    if not stat.S_ISREG(status.st_mode):
        return ("not an ordinary file", "rename or remove what bears this name"), 0
    if status.st_size > limits.file_bytes:
        message = f"{status.st_size:,} bytes in one file: more than {limits.file_bytes:,}"
        return (message, f"split the file, or {cure('file_bytes')}"), 0
    return None, status.st_size


def _read(path: Path, shown: str) -> File:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        hint = "check the file and its permissions"
        return None, [Finding("Y08", Severity.ERROR, Span(shown, 1, 1), message, hint)]
    return decode(shown, data)


def single(path: Path, limits: Limits, *, follow: bool = True) -> File:
    """One file by its path, wherever it is; a link is refused where what is read will be written again.

    Raises `Stop` where there is no such file.
    """
    if not path.exists():
        raise Stop(f"{path}: no such file; name a `.yaml` file")
    refusal: tuple[str, str] | None = ("a link", "name the file that it leads to")
    if follow or not path.is_symlink():
        refusal, _ = _refusal(path, path.parent, limits)
    if refusal is not None:
        return None, [Finding("Y08", Severity.ERROR, Span(printable(str(path)), 1, 1), *refusal)]
    return _read(path, printable(str(path)))


def yaml_below(folder: Path) -> Iterator[Path]:
    """Each `*.yaml` file below a folder, in order; what is hidden or a link is passed over."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from yaml_below(folder / entry.name)
        elif entry.name.endswith(".yaml"):
            yield folder / entry.name


def decode(name: str, data: bytes) -> tuple[Document | None, list[Finding]]:
    """Bytes to text: UTF-8, with or without a byte order mark."""
    try:
        return Document(name, data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = Document(name, data[: error.start].decode("utf-8-sig", "replace"))
        hint = "save the file as UTF-8 text"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "the file is UTF-16: save it as UTF-8 text"
        elif data[:2] == b"PK" or b"\x00" in data[:1000]:
            hint = "this looks like an office document or an archive, not YAML text"
        message = f"byte {data[error.start]:#04x} is not UTF-8 text"
        return None, [Finding("Y01", Severity.ERROR, before.span(len(before.text)), message, hint)]
