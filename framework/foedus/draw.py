"""One view of a model in one format."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from foedus.errors import Stop
from foedus.graph import build
from foedus.layout import Drawing, Engine, PageName, forms, lay_out
from foedus.layout.forms import BRIEFEST as BRIEFEST
from foedus.layout.forms import Form
from foedus.layout.pages import Sheet
from foedus.layout.palette import LIGHT, Theme
from foedus.layout.theme import themed
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.simulation import play
from foedus.views.captions import leaving_out
from foedus.views.catalogue import EVERY_TEXT, NAMES, STORIES, Asked, view_of
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Picture
from foedus.words import counted
from foedus.writers.pictures import formats
from foedus.writers.pictures.formats import BINDERS, GRAPHS, PAINTERS, Style
from foedus.writers.pictures.formats import ENDINGS as ENDINGS
from foedus.writers.pictures.svg import TEXTS, Text


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is set: the page, what ranks the boxes, and the scale of pixels (96 a inch times it).

    `text` is how an SVG holds its text: `live`, `embedded` or `outlines`; `form` how a picture is arranged.
    """

    page: PageName = "slide"
    engine: Engine = "auto"
    scale: float = 2.0
    every_text: bool = False
    scenario: str | None = None
    asked: Asked = field(default_factory=Asked)
    theme: Theme = LIGHT
    text: Text = "live"
    form: Form = "auto"


class Leaf(NamedTuple):
    """The bytes of one file; `name` tells it from the others, and is empty where it is the only one."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as one file or as one for each page, and what its maker should know, as plain sentences."""

    leaves: tuple[Leaf, ...]
    notes: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The bytes of the only file. Raises `Stop` where there are several."""
        if len(self.leaves) > 1:
            raise Stop(
                f"{len(self.leaves)} pages do not go into one output; name a file: `-o NAME.pdf` holds them "
                "all, `-o NAME.svg` and `-o NAME.png` become one file a page; or take `--page sheet`"
            )
        return self.leaves[0].data


def picture(
    project: Project, view: str, every_text: bool = False, brief: int = 0, asked: Asked | None = None
) -> Picture:
    """A view of a project: of the text that its system rests on, or of every text.

    The higher `brief` (0 to `BRIEFEST`), the more is counted instead of drawn. Raises `Stop` where there
    is no such view, or what it needs is not `asked`.
    """
    return _pictures(project, view, every_text, asked or Asked())(brief)


def _pictures(project: Project, view: str, every_text: bool, asked: Asked) -> Callable[[int], Picture]:
    """The pictures of a view by how brief they are; the graph is built once for all."""
    shown = view_of(view)
    if shown is None:
        hint = did_you_mean(view, NAMES, "views are {known}")
        raise Stop(f"no view `{view}`; {hint}")
    for option, given, own in (("focus", asked.focus, "focus"), ("against", asked.against, "difference")):
        if given is not None and view != own:
            raise Stop(f"`{view}` takes no `--{option}`; it belongs to the view `{own}`")
    main, left_out = (project, 0) if every_text or view in EVERY_TEXT else main_text(project)
    graph = build(main)
    return lambda brief: _counting(shown(graph, replace(asked, brief=brief)), left_out)


def _counting(shown: Picture, left_out: int) -> Picture:
    """The picture with a subtitle that says how many provisions of other texts it leaves out."""
    if not left_out:
        return shown
    what = f"{counted(left_out, 'provision')} of {'another text' if left_out == 1 else 'other texts'}"
    subtitle = leaving_out(shown.caption.subtitle, what)
    return replace(shown, caption=replace(shown.caption, subtitle=subtitle))


def main_text(project: Project) -> tuple[Project, int]:
    """The project with the provisions of the text that its system rests on, and how many others it has."""
    framework, provisions = project.model.framework, project.model.provisions
    if framework is None or framework.instrument is None:
        return project, 0
    kept = {key: each for key, each in provisions.items() if each.instrument in (None, framework.instrument)}
    model = project.model.model_copy(update={"provisions": kept})
    return replace(project, model=model), len(provisions) - len(kept)


def drawing(project: Project, view: str, setting: Setting | None = None) -> Drawing:
    """A view of a project as one drawing, as full as the page has room for.

    What does not fit the page at a readable size is said more briefly, step by step; what does not fit
    even then is drawn in full on a larger page. Raises `Stop` where there is no such view, page or engine.
    """
    setting = setting or Setting()
    pictures = _pictures(project, view, setting.every_text, setting.asked)
    return forms.single(pictures, setting.page, setting.engine)


def sheets(project: Project, view: str, setting: Setting | None = None) -> tuple[Sheet, ...]:
    """A view of a project as one drawing or as several pages, in the form that is set.

    Raises `Stop` where there is no such view, form, page or engine, and where a form asked for does not fit.
    """
    setting = setting or Setting()
    pictures = _pictures(project, view, setting.every_text, setting.asked)
    return forms.sheets(pictures, setting.page, setting.engine, setting.form)


def draw(project: Project, view: str, form: str, setting: Setting | None = None) -> Drawn:
    """A view of a project in a format.

    Formats with a page get as much as the page has room for; the others get everything. Raises `Stop`
    where there is no such view, format, page or engine.
    """
    setting = setting or Setting()
    _refuse(form, setting)
    told = story(project, view, setting.scenario) if view in STORIES else None
    if form in PAINTERS and told:
        return _painted((Sheet("", lay_out(told, setting.page)),), form, setting, project)
    if form in PAINTERS:
        found = sheets(project, view, _whole(setting, form))
        return _painted(found, form, setting, project)
    shown = told or picture(project, view, setting.every_text, asked=setting.asked)
    return Drawn((Leaf("", formats.write(shown, form, setting.theme)),), ())


def _whole(setting: Setting, form: str) -> Setting:
    """The setting, for a format that holds a whole graph without panels and pages.

    Raises `Stop` where these are asked for.
    """
    if form not in GRAPHS:
        return setting
    if setting.form in ("panels", "pages"):
        raise Stop(f"{form} holds the whole graph; `--form {setting.form}` is for svg, png, pdf and scene")
    return replace(setting, form="lanes")


def story(project: Project, view: str, scenario: str | None) -> AnyPicture:
    """A view of a played scenario, in the project's reading or in that of the scenario.

    Raises `Stop` where no scenario is named, or there is none of that name.
    """
    if scenario is None:
        known = ", ".join(project.model.scenarios) or "none"
        raise Stop(f"`{view}` shows a scenario: name one with `--scenario`; scenarios are {known}")
    return STORIES[view](play(project, scenario, reading=project.reading))


def _refuse(form: str, setting: Setting) -> None:
    """Raises `Stop` for a format that there is not, and for a setting that it does not have."""
    if form not in ENDINGS:
        hint = did_you_mean(form, ENDINGS, "formats are {known}")
        raise Stop(f"no format `{form}`; {hint}")
    if setting.text not in TEXTS:
        hint = did_you_mean(setting.text, TEXTS, "choose one of: {known}")
        raise Stop(f"no way of text `{setting.text}`; {hint}")
    if setting.text != "live" and form != "svg":
        raise Stop(f"`--text` is for svg; a {form} has one way to hold its text")


def _painted(found: tuple[Sheet, ...], form: str, setting: Setting, project: Project) -> Drawn:
    """The sheets in a format: in one file, or one each where the format holds no pages."""
    framework = project.model.framework
    style = Style(setting.scale, setting.text, framework.as_of if framework is not None else None)
    notes = tuple(dict.fromkeys(note for each in found for note in each.drawing.notes))
    drawings = [themed(each.drawing, setting.theme) for each in found]
    if len(found) > 1 and form in BINDERS:
        return Drawn((Leaf("", BINDERS[form](drawings, style)),), notes)
    painted = (formats.paint(each, form, style) for each in drawings)
    names = (each.name for each in found)
    return Drawn(tuple(map(Leaf, names, painted)), notes)


def paint(placed: Drawing, form: str, scale: float = 2.0) -> bytes:
    """A drawing in a format of a page; `scale` is that of pixels."""
    return formats.paint(placed, form, Style(scale))


def write(shown: AnyPicture, form: str) -> bytes:
    """A picture in a format that has no page."""
    return formats.write(shown, form)


PAGED = ("svg", "png")
"""The formats of a page that a report carries: they need nothing but Foedus itself."""
