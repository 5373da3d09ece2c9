"""One view of a model in one format."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from foedus.errors import Stop
from foedus.graph import build
from foedus.layout import Engine, PageName, lay_out
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.views.catalogue import VIEWS
from foedus.views.shapes import Picture


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is set: the page, what ranks the boxes, and the scale of pixels (96 a inch times it)."""

    page: PageName = "slide"
    engine: Engine = "auto"
    scale: float = 2.0
    every_text: bool = False


def picture(project: Project, view: str, every_text: bool = False) -> Picture:
    """A view of a project: of the text that its system rests on, or of every text.

    Raises `Stop` where there is no such view.
    """
    if view not in VIEWS:
        hint = did_you_mean(view, VIEWS) or f"views are {', '.join(VIEWS)}"
        raise Stop(f"no view `{view}`; {hint}")
    if every_text:
        return VIEWS[view](build(project))
    main, left_out = main_text(project)
    shown = VIEWS[view](build(main))
    if not left_out:
        return shown
    says = f"{left_out} provisions of other texts are not shown"
    if left_out == 1:
        says = "1 provision of another text is not shown"
    subtitle = f"{shown.caption.subtitle}; {says}" if shown.caption.subtitle else says
    return replace(shown, caption=replace(shown.caption, subtitle=subtitle))


def main_text(project: Project) -> tuple[Project, int]:
    """The project with the provisions of the text that its system rests on, and how many others it has."""
    framework, provisions = project.model.framework, project.model.provisions
    if framework is None or framework.instrument is None:
        return project, 0
    kept = {key: each for key, each in provisions.items() if each.instrument in (None, framework.instrument)}
    model = project.model.model_copy(update={"provisions": kept})
    return replace(project, model=model), len(provisions) - len(kept)


def draw(project: Project, view: str, form: str, setting: Setting | None = None) -> bytes:
    """A view of a project in a format: the bytes of one file.

    Raises `Stop` where there is no such view or format, or where the picture does not fit the page.
    """
    setting = setting or Setting()
    return paint(picture(project, view, setting.every_text), form, setting)


def paint(shown: Picture, form: str, setting: Setting) -> bytes:
    """A picture in a format. Raises `Stop` as `draw` does."""
    if form not in FORMATS:
        hint = did_you_mean(form, FORMATS) or f"formats are {', '.join(FORMATS)}"
        raise Stop(f"no format `{form}`; {hint}")
    return FORMATS[form](shown, setting)


Format: TypeAlias = Callable[[Picture, Setting], bytes]


def _svg(shown: Picture, setting: Setting) -> bytes:
    from foedus.writers import svg

    return svg.write(lay_out(shown, setting.page, setting.engine)).encode()


def _png(shown: Picture, setting: Setting) -> bytes:
    from foedus.writers import png

    return png.write(lay_out(shown, setting.page, setting.engine), scale=setting.scale)


def _dot(shown: Picture, setting: Setting) -> bytes:
    from foedus.writers import dot

    return dot.write(shown).encode()


def _mermaid(shown: Picture, setting: Setting) -> bytes:
    from foedus.writers import mermaid

    return mermaid.write(shown).encode()


def _json(shown: Picture, setting: Setting) -> bytes:
    from foedus.writers import json

    return json.write(shown).encode()


FORMATS: dict[str, Format] = {"svg": _svg, "png": _png, "dot": _dot, "mermaid": _mermaid, "json": _json}
"""The formats of pictures by the name that the command line gives them."""
ENDINGS = {"svg": "svg", "png": "png", "dot": "dot", "mermaid": "mmd", "json": "json"}
