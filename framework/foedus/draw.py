"""One view of a model in one format."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from foedus.errors import Stop
from foedus.graph import build
from foedus.layout import Drawing, Engine, PageName, fitted, lay_out
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.views.captions import leaving_out
from foedus.views.cards import counted
from foedus.simulation import play
from foedus.views.catalogue import STORIES, VIEWS
from foedus.views.played_shapes import AnyPicture
from foedus.views.shapes import Picture


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is set: the page, what ranks the boxes, and the scale of pixels (96 a inch times it)."""

    page: PageName = "slide"
    engine: Engine = "auto"
    scale: float = 2.0
    every_text: bool = False
    scenario: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The bytes of one file, and what its maker should know about it, as plain sentences."""

    data: bytes
    notes: tuple[str, ...]


BRIEFEST = 4
"""So many steps a picture may take from saying everything to counting what it can."""


def picture(project: Project, view: str, every_text: bool = False, brief: int = 0) -> Picture:
    """A view of a project: of the text that its system rests on, or of every text.

    The higher `brief` (0 to `BRIEFEST`), the more is counted instead of drawn. Raises `Stop` where there
    is no such view.
    """
    return _pictures(project, view, every_text)(brief)


def _pictures(project: Project, view: str, every_text: bool) -> Callable[[int], Picture]:
    """The pictures of a view by how brief they are; the graph is built once for all."""
    if view not in VIEWS:
        hint = did_you_mean(view, (*VIEWS, *STORIES)) or f"views are {', '.join((*VIEWS, *STORIES))}"
        raise Stop(f"no view `{view}`; {hint}")
    main, left_out = (project, 0) if every_text else main_text(project)
    graph = build(main)
    return lambda brief: _counting(VIEWS[view](graph, brief), left_out)


def _counting(shown: Picture, left_out: int) -> Picture:
    """The picture with a subtitle that says how many provisions of other texts it leaves out."""
    if not left_out:
        return shown
    what = f"{counted(left_out)} of {'another text' if left_out == 1 else 'other texts'}"
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
    """A view of a project on a page, as full as the page has room for.

    What does not fit the page at a readable size is said more briefly, step by step; what does not fit
    even then is drawn in full on a larger page. Raises `Stop` where there is no such view, page or engine.
    """
    setting = setting or Setting()
    pictures = _pictures(project, view, setting.every_text)
    full = pictures(0)
    tried: Picture | None = None
    for brief in range(BRIEFEST + 1):
        shown = pictures(brief) if brief else full
        if shown != tried and (found := fitted(shown, setting.page, setting.engine)) is not None:
            return found
        tried = shown
    return lay_out(full, setting.page, setting.engine)


def draw(project: Project, view: str, form: str, setting: Setting | None = None) -> Drawn:
    """A view of a project in a format.

    Formats with a page get as much as the page has room for; the others get everything. Raises `Stop`
    where there is no such view, format, page or engine.
    """
    setting = setting or Setting()
    if view in STORIES:
        return _told(story(project, view, setting.scenario), form, setting)
    if form not in ENDINGS:
        hint = did_you_mean(form, ENDINGS) or f"formats are {', '.join(ENDINGS)}"
        raise Stop(f"no format `{form}`; {hint}")
    if form in PAGED:
        placed = drawing(project, view, setting)
        return Drawn(paint(placed, form, setting.scale), placed.notes)
    return Drawn(write(picture(project, view, setting.every_text), form), ())


def story(project: Project, view: str, scenario: str | None) -> AnyPicture:
    """A view of a played scenario, in the project's reading or in that of the scenario.

    Raises `Stop` where no scenario is named, or there is none of that name.
    """
    if scenario is None:
        known = ", ".join(project.model.scenarios) or "none"
        raise Stop(f"`{view}` shows a scenario: name one with `--scenario`; scenarios are {known}")
    return STORIES[view](play(project, scenario, reading=project.reading))


def _told(shown: AnyPicture, form: str, setting: Setting) -> Drawn:
    if form in PAGED:
        placed = lay_out(shown, setting.page)
        return Drawn(paint(placed, form, setting.scale), placed.notes)
    return Drawn(write(shown, form), ())


def paint(placed: Drawing, form: str, scale: float = 2.0) -> bytes:
    """A drawing in a format of `PAGED`; `scale` is that of pixels."""
    from foedus.writers import png, svg

    return png.write(placed, scale=scale) if form == "png" else svg.write(placed).encode()


def write(shown: AnyPicture, form: str) -> bytes:
    """A picture in a format that has no page."""
    from foedus.writers import dot, json, mermaid

    writers: dict[str, Callable[[AnyPicture], str]] = {
        "dot": dot.write,
        "mermaid": mermaid.write,
        "json": json.write,
    }
    return writers[form](shown).encode()


PAGED = ("svg", "png")
"""The formats for which a picture is laid out on a page."""
ENDINGS = {"svg": "svg", "png": "png", "dot": "dot", "mermaid": "mmd", "json": "json"}
"""The formats of pictures by the name that the command line gives them, with the ending of their files."""
