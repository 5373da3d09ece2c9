"""The word MODEL on the command line: a folder, or the id of a shipped model."""

from pathlib import Path

from foedus.errors import Stop
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.nearest import did_you_mean


def open_model(word: str, reading: str | None = None) -> Project:
    """The model that a word names, under one of its readings where asked.

    Files are named as the word was typed, and those of a shipped model by its place in the library.
    Raises `Stop` where there is no such model or reading.
    """
    shipped = shipped_models()
    if word in shipped and not Path(word).is_dir():
        project = load(shipped[word], f"models/{word}")
    elif Path(word).exists():
        project = load(Path(word), word.rstrip("/") or "/")
    else:
        hint = did_you_mean(word, shipped) or f"shipped models: {', '.join(shipped) or 'none'}"
        raise Stop(f"no folder and no shipped model `{word}`; {hint}")
    return project.read_as(reading) if reading is not None else project


def default_models() -> tuple[str, ...]:
    """What is checked when no model is named: those under `models/`, or the one in this folder."""
    folders = sorted(str(path) for path in Path("models").glob("*") if any(path.glob("*.yaml")))
    if folders:
        return tuple(folders)
    if any(Path().glob("*.yaml")):
        return (".",)
    raise Stop("no model named, and none in `models/` or this folder; try `foedus check paris-2026`")
