"""The plates of a model: the pictures that its gallery and its report show."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.draw import drawing, picture, story
from foedus.layout import Drawing, lay_out
from foedus.load import Project
from foedus.views.catalogue import ANSWERS, STORIES, VIEWS
from foedus.views.played_shapes import AnyPicture


class Plate(NamedTuple):
    """One picture: its file name, the command that draws it, its shape and its drawing."""

    name: str
    command: str
    shown: AnyPicture
    placed: Drawing


def plates(project: Project, model: str) -> Iterator[Plate]:
    """The pictures of a model: its views, answers of analyses, then the stories that its author shows."""
    for view in (*VIEWS, *ANSWERS):
        yield Plate(view, f"{model} {view}", picture(project, view), drawing(project, view))
    framework = project.model.framework
    for scenario in framework.showcase if framework is not None else ():
        for view in STORIES:
            shown = story(project, view, scenario)
            command = f"{model} {view} --scenario {scenario}"
            yield Plate(f"{view}-{scenario}", command, shown, lay_out(shown))
