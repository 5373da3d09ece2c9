"""The gallery: every shipped model by every view, with an index that a forge shows."""

from collections.abc import Iterator
from pathlib import Path

from foedus.draw import ENDINGS, PAGED, Setting, drawing, paint, picture, write
from foedus.layout import Drawing
from foedus.layout.panels import PANELS
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.output import file_name
from foedus.plates import Plate, plates
from foedus.views.catalogue import STUDIES, VIEWS, Asked
from foedus.writers.markdown import escaped

INDEX = "README.md"
FORMS = ("svg", "png", "dot", "mermaid")
CHIEF = frozenset({"overview", "trigger", "matrix", "timeline"})
"""The views that a model with a gallery of its chief pictures is shown by."""
_SCALE = 1.5


def gallery() -> dict[str, bytes]:
    """Every file of the gallery by its path inside `diagrams/`."""
    files: dict[str, bytes] = {}
    index = [
        "# Gallery",
        "Made from `models/` by `foedus gallery`; do not edit. Each picture is here as SVG, "
        "PNG, DOT and Mermaid.",
        "Structure, not forecast: the pictures say what the texts say. `foedus explore MODEL` writes the "
        "same pictures as one page on which scenarios are played.",
    ]
    for model, folder in shipped_models().items():
        project = load(folder)
        framework = project.model.framework
        index.append(f"## {escaped(framework.title if framework else model)}")
        for plate in _shown(project, model):
            for form in FORMS:
                data = paint(plate.placed, form, _SCALE) if form in PAGED else write(plate.shown, form)
                files[f"{model}/{file_name(plate.name, ENDINGS[form])}"] = data
            index.append(_entry(plate, model))
    return {INDEX: ("\n\n".join(index) + "\n").encode(), **files}


def _shown(project: Project, model: str) -> Iterator[Plate]:
    """The pictures of a model: all of them, or the chief ones where its author says so."""
    framework = project.model.framework
    if framework is None or framework.gallery == "full":
        yield from plates(project, model)
        yield from _studies(project, model)
    else:
        yield from (plate for plate in plates(project, model) if plate.shown.caption.view in CHIEF)


def _studies(project: Project, model: str) -> Iterator[Plate]:
    """What the report leaves out or to its tables: every text in panels, words, texts, sources, drafts."""
    for view in VIEWS:
        if (panels := _in_panels(project, view)) is not None:
            shown, command = picture(project, view, every_text=True), f"{model} {view} --all --page a3"
            yield Plate(f"{view}-all", command, shown, panels)
    for view in STUDIES:
        yield Plate(view, f"{model} {view}", picture(project, view), drawing(project, view))
    for reading in project.model.readings.values():
        if reading.kind == "draft":
            asked = Asked(against=project.read_as(reading.id))
            shown = picture(project, "difference", asked=asked)
            placed = drawing(project, "difference", Setting(asked=asked))
            command = f"{model} difference --against {reading.id}"
            yield Plate(f"difference-{reading.id}", command, shown, placed)


def _in_panels(project: Project, view: str) -> Drawing | None:
    """Every text of a model in panels, where it has more to show than lanes have room for."""
    placed = drawing(project, view, Setting(page="a3", every_text=True))
    return placed if placed.engine.endswith(PANELS) else None


def _entry(plate: Plate, model: str) -> str:
    caption = plate.shown.caption
    return (
        f"### {escaped(caption.title)}\n\n![{escaped(caption.alt)}]({model}/{plate.name}.png)\n\n"
        f"{escaped(caption.alt)} `foedus draw {plate.command}`"
    )


def differences(folder: Path, files: dict[str, bytes]) -> list[str]:
    """The files in a folder that are not as they would be made now, with what is wrong with each."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found = [f"{path}: missing" for path in sorted(files.keys() - there)]
    found += [f"{path}: not made by `foedus gallery`" for path in sorted(there - files.keys())]
    return found + [
        f"{path}: differs"
        for path in sorted(files.keys() & there)
        if (folder / path).read_bytes() != files[path]
    ]
