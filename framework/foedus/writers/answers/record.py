"""An answer of an analysis as one JSON object with a schema version; routes are given as places."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from foedus.handling import recorded
from foedus.load import Project
from foedus.schema import Element, Scenario


def write(schema: str, project: Project, answer: object) -> str:
    """The answer, every field of it that holds an answer; `schema` is its name and version."""
    about = {"schema": schema, "model": project.name, "reading": project.reading}
    whole = {**about, **recorded(project), **_plain(project, answer)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(project: Project, value: object) -> Any:
    match value:
        case Scenario():
            return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        case Element():
            return value.id
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
        case Fraction() | date():
            return str(value)
        case dict():
            return {str(key): _plain(project, each) for key, each in value.items()}
        case tuple() if hasattr(value, "_fields"):
            return _named(project, [(name, getattr(value, name)) for name in value._fields])
        case tuple() | list():
            return [_plain(project, each) for each in value]
        case _ if is_dataclass(value):
            return _named(project, [(each.name, getattr(value, each.name)) for each in fields(value)])
        case _:
            return value


def _named(project: Project, given: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of a record; a route becomes the place where it is written."""
    return {
        "place" if name == "route" else name: str(project.where(value))
        if name == "route"
        else _plain(project, value)
        for name, value in given
        if not isinstance(value, Project)
    }
