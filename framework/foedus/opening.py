"""The word that names a model: a folder, or the id of a shipped model."""

from pathlib import Path

from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.limits import Limits
from foedus.load import Project, load
from foedus.nearest import did_you_mean


def read(
    word: str, reading: str | None = None, *, as_typed: bool = False, limits: Limits | None = None
) -> Project:
    """The model that a word names, under one of its readings where asked.

    Files are named by their folder alone, so that what is drawn or reported is the same from wherever
    it is run; `as_typed` names them as the word was typed, for an editor to open. Those of a shipped
    model are named by their place in the library. Raises `Stop` where there is no such model or reading.
    """
    folder = folder_of(word)
    shipped = folder == shipped_models().get(word)
    typed = (word.rstrip("/") or "/") if as_typed else None
    project = load(folder, f"models/{word}" if shipped else typed, limits)
    return project.read_as(reading) if reading is not None else project


def folder_of(word: str) -> Path:
    """The folder of the model that a word names. Raises `Stop` where there is none."""
    shipped = shipped_models()
    if word in shipped and not Path(word).is_dir():
        return shipped[word]
    if word and Path(word).exists():
        return Path(word)
    hint = did_you_mean(word, shipped, "shipped models: {known}")
    raise Stop(f"no folder and no shipped model `{word}`; {hint}")
