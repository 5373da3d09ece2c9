"""The word that names a model: a folder, or the id of a shipped model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from foedus import files
from foedus.errors import Stop
from foedus.files import Texts
from foedus.library import shipped_models
from foedus.limits import Limits
from foedus.nearest import did_you_mean

if TYPE_CHECKING:
    from foedus.load import Project


def read(
    word: str, reading: str | None = None, *, as_typed: bool = False, limits: Limits | None = None
) -> Project:
    """The model that a word names, under one of its readings where asked; its files are named by `texts`.

    Raises `Stop` where there is no such model or reading.
    """
    from foedus.load import project_of

    project = project_of(texts(word, as_typed=as_typed, limits=limits))
    return project.read_as(reading) if reading is not None else project


def texts(word: str, *, as_typed: bool = False, limits: Limits | None = None) -> Texts:
    """The files of the model that a word names. Raises `Stop` where there is no such model.

    Files are named by their folder alone, so that what is drawn or reported is the same from wherever
    it is run; `as_typed` names them as the word was typed, for an editor to open. Those of a shipped
    model are named by their place in the library.
    """
    folder = folder_of(word)
    shipped = folder == shipped_models().get(word)
    typed = (word.rstrip("/") or "/") if as_typed else None
    return files.texts(folder, f"models/{word}" if shipped else typed, limits)


def folder_of(word: str) -> Path:
    """The folder of the model that a word names. Raises `Stop` where there is none."""
    shipped = shipped_models()
    if word in shipped and not Path(word).is_dir():
        return shipped[word]
    if word and Path(word).exists():
        return Path(word)
    hint = did_you_mean(word, shipped, "shipped models: {known}")
    raise Stop(f"no folder and no shipped model `{word}`; {hint}")
