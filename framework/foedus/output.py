"""Files written whole or not at all, inside the folder that was asked for."""

import os
import re
import stat
import tempfile
from pathlib import Path

from foedus.errors import Stop

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def file_name(word: str, ending: str) -> str:
    """An id or view as a file name; the only way from a model's text to a path.

    Raises `Stop` for what could leave the folder or name a device.
    """
    if not _SAFE.fullmatch(word) or word.lower() in _DEVICES:
        raise Stop(f"`{word}` cannot be part of a file name; use letters, digits, `-` and `_`")
    return f"{word}.{ending}"


def write(path: Path, data: str | bytes) -> None:
    """Put `data` at `path`: written beside it and moved into place, so that no reader sees half a file.

    The old file stays whole until the new one is, which has its mode; nothing is left behind when writing
    fails. Raises `Stop` when `path` is a folder or cannot be written.
    """
    whole = data.encode() if isinstance(data, str) else data
    if path.is_dir():
        raise Stop(f"{path}: is a folder; name a file in it")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(whole)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(whole)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(beside, _mode(path))
            os.replace(beside, path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Stop(f"{path}: cannot be written: {error.strerror}") from None


def _mode(path: Path) -> int:
    """The mode of the file that is there; of a new one, or of one in the place of a link, the usual one."""
    if path.is_file() and not path.is_symlink():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
