"""Files before and after: shown as a difference, or written."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foedus.output import write
from foedus.printable import printable

MARK = "\ufeff"
"""The byte order mark, with which some editors begin a file."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a file holds, and what it is to hold; `name` is the file as it was typed."""

    name: str
    before: bytes
    after: str

    @property
    def changed(self) -> bool:
        """True where the file is to hold something else."""
        return self.before != self.after.encode()

    @property
    def besides(self) -> str:
        """What changes that no difference of lines shows, in words; empty where nothing does."""
        text = self.before.decode()
        told = ["its lines end in LF now"] if "\r" in text and "\r" not in self.after else []
        told += (
            ["without the byte order mark"]
            if text.startswith(MARK) and not self.after.startswith(MARK)
            else []
        )
        return f" ({', '.join(told)})" if told else ""


def difference(file: Rewritten) -> Iterator[str]:
    """The lines of a unified difference, as `patch` and `git apply` read them."""
    before = file.before.decode().removeprefix(MARK).splitlines(keepends=True)
    after = file.after.removeprefix(MARK).splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, file.name, file.name):
        yield printable(line.rstrip("\r\n"))
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def put(file: Rewritten) -> None:
    """Write what a file is to hold. Raises `Stop` where that cannot be."""
    write(Path(file.name), file.after, force=True)
