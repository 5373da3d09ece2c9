"""What was computed before, kept in the user's cache folder under a name that says what it was computed from.

It may be deleted at any time, and need not be there: without a folder of one's own nothing is kept. An entry
is written beside its place and moved there, so that another process sees all of it or nothing; its first line
is the hash of the rest, and one that does not fit is as none.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

MOST = 200
"""So many entries of a kind are kept; the oldest go first."""


def recalled(name: str) -> bytes | None:
    """What was kept under a name; None where nothing is, or it is damaged, or others may write there."""
    for folder in _folders():
        with suppress(OSError):
            if _ours(folder):
                return _whole((folder / name).read_bytes())
    return None


def keep(name: str, data: bytes) -> None:
    """Keep data under a name, `KIND-HASH.ENDING`, where that is possible."""
    for folder in _folders():
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _ours(folder):
                _put(folder / name, _hash(data) + b"\n" + data)
                _forget_oldest(folder, name.partition("-")[0])
                return


def _whole(entry: bytes) -> bytes | None:
    """What an entry holds below its first line; None where it is not what was kept."""
    mark, _, data = entry.partition(b"\n")
    return data if mark == _hash(data) else None


def _hash(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _folders() -> Iterator[Path]:
    """Where something may be kept, best first."""
    for name, tail in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        base = os.environ.get(name, "")
        if base and os.path.isabs(base):
            yield Path(base) / tail / "foedus"


def _ours(folder: Path) -> bool:
    """Whether nobody else may write here: what is kept is believed."""
    if os.name != "posix":
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _put(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.replace(draft, file)
    finally:
        draft.unlink(missing_ok=True)


def _forget_oldest(folder: Path, kind: str) -> None:
    """Remove what is more than is kept of a kind; another process may be doing the same."""
    found = {path: path.stat().st_mtime for path in folder.glob(f"{kind}-*")}
    for path in sorted(found, key=lambda path: (found[path], path.name))[: max(0, len(found) - MOST)]:
        path.unlink(missing_ok=True)
