"""The user's own copies of documents: plain text files of one folder, read and never written."""

import os
from dataclasses import dataclass
from pathlib import Path

from foedus.errors import Stop
from foedus.files import decode
from foedus.finding import Finding
from foedus.schema import Model, SourceDocument
from foedus.sources.folding import Folded, fold
from foedus.tree import Document

MOST = 2_000_000
"""Bytes; a longer file is no text that was read."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a document: its text with places, and the same folded."""

    document: Document
    folded: Folded


def copies(model: Model, folder: Path, name: str) -> tuple[dict[str, Copy], tuple[Finding, ...]]:
    """The copies in a folder by document, and what is wrong with files that are not UTF-8 text.

    The copy of a document is its `text_file`, or the file that bears its id and ends in `.txt`. `name` is
    what findings print for the folder. Raises `Stop` where there is no such folder, or a `text_file` leads
    out of it.
    """
    if not folder.is_dir():
        raise Stop(f"{folder}: no such folder; `--texts` names the folder that holds your copies")
    found: dict[str, Copy] = {}
    wrong: list[Finding] = []
    for source in model.sources.values():
        path = _file(source, folder)
        if path.is_file():
            document, refused = decode(f"{name}/{path.relative_to(folder).as_posix()}", _bytes(path))
            wrong += refused
            if document is not None:
                found[source.id] = Copy(document, fold(document.text))
    return found, tuple(wrong)


def _file(source: SourceDocument, folder: Path) -> Path:
    path = folder / (source.text_file or f"{source.id}.txt")
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise Stop(f"the copy of `{source.id}` ({path}) lies outside {folder}; put it into that folder")
    return path


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST:
            raise Stop(f"{path}: more than {MOST:,} bytes; save the text alone")
        return path.read_bytes()
    except OSError as error:
        raise Stop(f"{path}: cannot be read: {error.strerror}") from None
