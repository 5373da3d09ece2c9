"""A condition that somebody asks about, as one more target of the model."""

from dataclasses import replace

from foedus.errors import Stop
from foedus.load.merge import overlay
from foedus.load.project import Project
from foedus.load.shape import shape
from foedus.nearest import did_you_mean
from foedus.schema import references
from foedus.text import read
from foedus.tree import Document

ASKED = "asked"
"""The id of the target that is added."""


def asking(project: Project, condition: str) -> Project:
    """The project with one more target, `asked`, whose condition is this text.

    The text is what a model's file would hold: `{all: [ceasefire-in-force, {active: help}]}`. Raises `Stop`
    where it is no condition, or names what the model does not have.
    """
    where = "--condition"
    text = f"targets: {{{ASKED}: {{title: The condition asked about, condition:\n{condition}\n}}}}\n"
    tree, refused = read(Document(where, text), project.limits)
    if tree is None or refused:
        raise Stop(_refusal(condition, refused[0].message if refused else "nothing in it"))
    whole, misplaced = overlay(project.tree, tree)
    model, wrong = shape(whole, project.limits)
    own = [each for each in (*misplaced, *wrong) if each.span.file == where]
    if own or ASKED not in model.targets:
        raise Stop(_refusal(condition, own[0].message if own else "it is no condition"))
    target = model.targets[ASKED]
    for reference in references(target, target.route):
        known = [key for section in reference.sections for key in model.section(section)]
        if reference.id not in known:
            what = " or ".join(section.removesuffix("s") for section in reference.sections)
            hint = did_you_mean(reference.id, known, f"`foedus report {project.name}` lists what there is")
            raise Stop(f"`--condition`: no {what} has the id `{reference.id}`; {hint}")
    return replace(project, model=model, tree=whole)


def _refusal(condition: str, why: str) -> str:
    hint = "write one as in a model: a fact's id, or `{all: [a, {active: p}]}`"
    return f"`--condition {condition}`: {why}; {hint}"
