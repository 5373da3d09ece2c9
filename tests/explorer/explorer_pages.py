"""A model's explorer as a file."""

from pathlib import Path

from foedus.checking import examine
from foedus.explorer.page import page
from foedus.load import Project


def written(project: Project, path: Path) -> Path:
    path.write_text(page(project, examine(project)), encoding="utf-8")
    return path
