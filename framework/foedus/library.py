"""Where the shipped models and registers are: in a checkout, or inside an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The folder that holds `models/` and `data/`: inside the wheel, or the top of the checkout."""
    packed = _PACKAGE / "shipped"
    return packed if packed.is_dir() else _PACKAGE.parent.parent


def data_folder() -> Path:
    """The registers that all models share."""
    return _root() / "data"


def shipped_models() -> dict[str, Path]:
    """The shipped models by id, in order."""
    folder = _root() / "models"
    if not folder.is_dir():
        return {}
    return {path.name: path for path in sorted(folder.iterdir()) if any(path.glob("*.yaml"))}
