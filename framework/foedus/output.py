"""Files written whole or not at all, inside the folder that was asked for."""

import errno
import os
import re
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from foedus.errors import Stop

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_BEGINNINGS = (
    (b"\x89PNG", "picture"), (b"%PDF-", "PDF"), (b"PK\x03\x04", "office document"),
    (b"<!doctype html", "page"), (b"<", "XML"), (b"{", "JSON"), (b"[", "JSON"),
)  # fmt: skip
_TEXTS = frozenset({"", ".bib", ".csv", ".d2", ".dot", ".gv", ".md", ".mmd", ".ris", ".txt"})
"""The endings under which one text takes the place of another; a `.yaml` may be somebody's model."""
_LOOK = 4096
"""So many bytes tell what a file is."""
DEEP = 100
"""So many folders deep a file may be asked for: making one folder after the other recurses."""
_STREAMS = frozenset(map(Path, ("/dev", "/dev/fd", "/proc/self/fd")))
"""Where the system keeps the links that mean a stream, such as `/dev/stdout`."""


def file_name(word: str, ending: str) -> str:
    """An id or view as a file name; the only way from a model's text to a path.

    Raises `Stop` for what could leave the folder or name a device.
    """
    if not _SAFE.fullmatch(word) or word.lower() in _DEVICES:
        raise Stop(f"`{word}` cannot be part of a file name; use letters, digits, `-` and `_`")
    return f"{word}.{ending}"


def write(path: Path, data: str | bytes, *, force: bool = False) -> None:
    """Put `data` at `path`, as `write_all` does with several files."""
    write_all({path: data}, force=force)


def write_all(files: Mapping[Path, str | bytes], *, force: bool = False) -> None:
    """Put each of some files at its path: all are written beside their places, then moved into them.

    So no reader sees half a file, and where one cannot be written all old files stay as they were, which
    keep their modes; nothing is left behind. What is there and of another kind than what is written is
    replaced only by `force`. Raises `Stop` for that, for a folder, and where something cannot be written.
    """
    wholes = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    for path, whole in wholes.items():
        refuse(path, whole, force=force)
    beside = {path: path.parent / f".foedus-{secrets.token_hex(8)}" for path in wholes}
    at = next(iter(wholes), Path())
    try:
        for at, whole in wholes.items():
            _stage(at, beside[at], whole)
        for at, staged in beside.items():
            if staged.exists():
                os.replace(staged, at)
    except OSError as error:
        raise Stop(f"{at}: cannot be written: {error.strerror}") from None
    finally:
        for staged in beside.values():
            _remove(staged)


def _stage(path: Path, beside: Path, whole: bytes) -> None:
    """Write what is to stand at a path beside it; a device or a pipe is written to, never replaced."""
    if _is_stream(path):
        _pour(path, whole)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(beside, _mode(path))


def _is_stream(path: Path) -> bool:
    """Whether a path names a device or a pipe.

    A link to one is a link like any other, which somebody may have planted, unless it is the system's own.
    """
    if path.is_symlink():
        return path.absolute().parent in _STREAMS
    return path.exists() and not path.is_file()


def _pour(path: Path, whole: bytes) -> None:
    """Write to a device or a pipe. Raises `Stop` for a pipe that nobody reads: it is not waited for."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise Stop(f"{path}: is a pipe that nobody reads; remove it, or name another file") from None
        raise
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(whole)


def _remove(staged: Path) -> None:
    try:
        staged.unlink(missing_ok=True)
    except OSError:  # the folder is gone, or can no longer be written: nothing of ours is left that could go
        return


def refuse(path: Path, beginning: bytes, *, force: bool = False) -> None:
    """Raises `Stop` where a file that begins so cannot be put at a path: what takes long to make asks first.

    That is where `refuse_place` raises it, and where what is there is of another kind.
    """
    refuse_place(path)
    if not force and path.is_file() and not path.is_symlink() and _is_anothers(path, beginning):
        raise Stop(
            f"{path}: is there already and no {_kind(beginning)} of Foedus; nothing was written. "
            "Name another file, or replace it by `--force`"
        )


def refuse_place(path: Path) -> None:
    """Raises `Stop` for a path that takes no file: a folder, or one in what is none or cannot be written."""
    if path.is_dir():
        raise Stop(f"{path}: is a folder; name a file in it")
    if len(path.parts) > DEEP:
        raise Stop(f"{path.name}: is to lie more than {DEEP} folders deep; name a place that is nearer")
    if _is_stream(path):
        return
    above = next(each for each in path.absolute().parents if os.path.lexists(each))
    if not above.is_dir():
        raise Stop(f"{path}: cannot be written: {above} is no folder; name another place")
    if not os.access(above, os.W_OK | os.X_OK):
        raise Stop(f"{path}: cannot be written: Permission denied for {above}; name a folder of your own")


def _is_anothers(path: Path, whole: bytes) -> bool:
    """Whether a file that is there is of another kind than what is written: it may be somebody's work."""
    try:
        with path.open("rb") as file:
            there = file.read(_LOOK)
    except OSError as error:
        raise Stop(f"{path}: is there already and cannot be read: {error.strerror}") from None
    if not there.strip():
        return False
    kind = _kind(whole)
    alike = kind != "text" or path.suffix.lower() in _TEXTS or there[:9] == whole[:9]
    return _kind(there) != kind or not alike


def _kind(data: bytes) -> str:
    """What a file is by how it begins."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for beginning, kind in _BEGINNINGS if start.startswith(beginning.lower())), "text")


def _mode(path: Path) -> int:
    """The mode of the file that is there; of a new one, or of one in the place of a link, the usual one."""
    if path.is_file() and not path.is_symlink():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
