"""A file laid over a model from outside its folder: scenarios that are kept elsewhere."""

from dataclasses import replace
from pathlib import Path

from foedus.errors import Stop
from foedus.files import single
from foedus.load.merge import overlay
from foedus.load.project import Project
from foedus.load.shape import shape
from foedus.text import read


def beside(project: Project, path: Path) -> Project:
    """The project with the elements of one more file added to it, or laid over those of the same id.

    Raises `Stop` where the file cannot be read, with the first thing that is wrong in it.
    """
    document, refused = single(path, project.limits)
    tree, wrong = read(document, project.limits) if document is not None else (None, [])
    findings = [*refused, *wrong]
    if tree is None or findings:
        raise Stop(_refusal(path, f"{findings[0].span}: {findings[0].message}" if findings else "is empty"))
    whole, misplaced = overlay(project.tree, tree)
    model, misshapen = shape(whole, project.limits)
    if found := [*misplaced, *(set(misshapen) - set(project.findings))]:
        first = min(found, key=lambda each: each.order)
        raise Stop(_refusal(path, f"{first.span}: {first.code} {first.message}"))
    documents = {**project.documents, tree.document.name: tree.document}
    return replace(project, model=model, tree=whole, documents=documents)


def _refusal(path: Path, why: str) -> str:
    return f"{path} cannot be laid over the model: {why}"
