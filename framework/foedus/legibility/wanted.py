"""A picture as it is asked for, and drawn so."""

from dataclasses import dataclass, replace

from foedus.draw import Setting, sheets, story
from foedus.layout import Drawing, lay_out
from foedus.layout.theme import themed
from foedus.load import Project
from foedus.views.catalogue import STORIES, VIEWS


@dataclass(frozen=True, slots=True)
class Wanted:
    """A view of a model, and how it is set."""

    view: str
    setting: Setting

    @property
    def name(self) -> str:
        """What the picture is called among others."""
        told = self.setting.scenario if self.view in STORIES else self.setting.asked.focus
        return f"{self.view}-{told}" if told else self.view


def usual(project: Project, setting: Setting) -> tuple[Wanted, ...]:
    """The pictures that a report shows: the views of the model, and the scenarios that its author shows."""
    framework = project.model.framework
    shown = framework.showcase if framework is not None else ()
    stories = (Wanted(view, replace(setting, scenario=each)) for each in shown for view in STORIES)
    return (*(Wanted(view, setting) for view in VIEWS), *stories)


def drawn(project: Project, wanted: Wanted) -> tuple[tuple[str, Drawing], ...]:
    """The drawings of a picture in its theme, each after its name among the pages.

    Raises `Stop` where there is no such view, form, page, scenario or element.
    """
    setting = wanted.setting
    if wanted.view in STORIES:
        told = story(project, wanted.view, setting.scenario)
        return (("", themed(lay_out(told, setting.page), setting.theme)),)
    found = sheets(project, wanted.view, setting)
    return tuple((each.name, themed(each.drawing, setting.theme)) for each in found)
