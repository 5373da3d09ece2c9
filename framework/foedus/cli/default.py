"""The models that are meant: those that are named, those that hold a named file, or those that are here."""

from pathlib import Path

from foedus.errors import Stop


def meant_models(words: tuple[str, ...]) -> tuple[str, ...]:
    """The models that are named, each once; a YAML file, also one that is gone, stands for its folder."""
    return tuple(dict.fromkeys(map(_folder_of, words))) or default_models()


def _folder_of(word: str) -> str:
    path = Path(word)
    held = path.suffix == ".yaml" and not path.is_dir() and path.parent.is_dir()
    return str(path.parent) if held else word


def default_models() -> tuple[str, ...]:
    """What is checked when no model is named: those under `models/`, or the one in this folder."""
    folders = sorted(str(path) for path in Path("models").glob("*") if any(path.glob("*.yaml")))
    if folders:
        return tuple(folders)
    if any(Path().glob("*.yaml")):
        return (".",)
    raise Stop("no model named, and none in `models/` or this folder; try `foedus check paris-2026`")
