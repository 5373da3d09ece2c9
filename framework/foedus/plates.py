"""The plates of a model: the pictures that its gallery, its report and its dossier show."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.draw import Setting, drawing, picture, story
from foedus.layout import Drawing, PageName, forms, lay_out
from foedus.load import Project
from foedus.views.catalogue import ANSWERS, STORIES, VIEWS
from foedus.views.pages import titled
from foedus.views.parts import lane_of, parts
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Diagram


class Plate(NamedTuple):
    """One picture: its file name, the command that draws it, its shape and its drawing."""

    name: str
    command: str
    shown: AnyPicture
    placed: Drawing


def plates(project: Project, model: str) -> Iterator[Plate]:
    """The pictures of a model: its views, answers of analyses, then the stories that its author shows."""
    yield from of_views(project, model, (*VIEWS, *ANSWERS))
    framework = project.model.framework
    for scenario in framework.showcase if framework is not None else ():
        yield from of_scenario(project, model, scenario, STORIES)


def of_views(project: Project, model: str, views: Iterable[str], page: PageName = "slide") -> Iterator[Plate]:
    """Views of a model, each on one page."""
    for view in views:
        placed = drawing(project, view, Setting(page=page))
        yield Plate(view, f"{model} {view}", picture(project, view), placed)


def of_scenario(
    project: Project, model: str, scenario: str, views: Iterable[str], page: PageName = "slide"
) -> Iterator[Plate]:
    """A scenario played, by views of what is played."""
    for view in views:
        shown = story(project, view, scenario)
        yield Plate(
            f"{view}-{scenario}", f"{model} {view} --scenario {scenario}", shown, lay_out(shown, page)
        )


def of_components(project: Project, model: str, view: str, page: PageName) -> Iterator[tuple[str, Plate]]:
    """The part that each component has in a view of boxes and links, after the id of the component."""
    shown = picture(project, view)
    if isinstance(shown, Diagram) and shown.lanes:
        for part in map(titled, parts(shown)):
            own, placed = lane_of(part), forms.whole(part, page, "auto")
            yield own, Plate(f"{view}-{own}", f"{model} {view} --form pages", part, placed)
