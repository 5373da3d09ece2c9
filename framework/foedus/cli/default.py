"""The models that are meant when none is named."""

from pathlib import Path

from foedus.errors import Stop


def default_models() -> tuple[str, ...]:
    """What is checked when no model is named: those under `models/`, or the one in this folder."""
    folders = sorted(str(path) for path in Path("models").glob("*") if any(path.glob("*.yaml")))
    if folders:
        return tuple(folders)
    if any(Path().glob("*.yaml")):
        return (".",)
    raise Stop("no model named, and none in `models/` or this folder; try `foedus check paris-2026`")
