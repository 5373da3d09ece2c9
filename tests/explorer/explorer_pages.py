"""A model's explorer as a file."""

from pathlib import Path
from typing import Any

from foedus.checking import examine
from foedus.explorer.page import Language, page
from foedus.load import Project


def written(project: Project, path: Path, language: Language = "en") -> Path:
    path.write_text(page(project, examine(project), language=language), encoding="utf-8")
    return path


def until(shown: Any, condition: str) -> None:
    """Wait until something holds on a page; it is asked frame by frame, as the page allows no other way."""
    look = f"const look = () => ({condition}) ? done() : requestAnimationFrame(look)"
    shown.evaluate(f"() => new Promise((done) => {{ {look}; look(); }})")


def address(shown: Any) -> str:
    """The address of a page as the page itself has it: what playwright remembers of it may lag behind."""
    return str(shown.evaluate("location.href"))
