"""Every place in a model that names a document, those of the readings among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from foedus.load import Project
from foedus.place import Route, Span
from foedus.schema import Source


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of one statement: the document, the place in it, and the route on which it is written.

    `project` is the model, or the model under the reading whose patch holds it.
    """

    project: Project
    route: Route
    source: Source


def citations(project: Project) -> tuple[Citation, ...]:
    """The citations of a model and of its readings, each once, in the order of their places."""
    readings = sorted(project.model.readings) if project.reading is None else []
    found: dict[Span, Citation] = {}
    for each in (project, *(project.read_as(reading) for reading in readings)):
        for route, source in _sources(each):
            found.setdefault(each.where(route), Citation(each, route, source))
    return tuple(found[place] for place in sorted(found))


def _sources(project: Project) -> Iterator[tuple[Route, Source]]:
    model = project.model
    if model.framework is not None:
        yield from _walk(model.framework, ("framework",))
    for element in model.elements():
        yield from _walk(element, element.route)


def _walk(value: Any, route: Route) -> Iterator[tuple[Route, Source]]:
    match value:
        case Source():
            yield route, value
        case BaseModel():
            for name, field in type(value).model_fields.items():
                yield from _walk(getattr(value, name), (*route, field.alias or name))
        case tuple():
            for place, item in enumerate(value):
                yield from _walk(item, (*route, place))
        case dict():
            for key, item in value.items():
                yield from _walk(item, (*route, key))
