"""A model's explorer as a file."""

from pathlib import Path

from foedus.checking import examine
from foedus.explorer.page import Language, page
from foedus.load import Project


def written(project: Project, path: Path, language: Language = "en") -> Path:
    path.write_text(page(project, examine(project), language=language), encoding="utf-8")
    return path
