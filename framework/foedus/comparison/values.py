"""The value of a field in plain words, with the names of what it refers to."""

from datetime import date
from typing import Any

from foedus.load import Project
from foedus.schema import GATES, UNSPECIFIED, Dated, Element, Framework, Model
from foedus.schema.base import Noun
from foedus.schema.references import references
from foedus.words import day, joined, label, phrase, plain

_NOBODY = frozenset({"obligors", "beneficiary", "protects"})
_CONDITIONS = frozenset((*GATES, "condition"))


def in_words(project: Project, owner: Element | Framework, field: str, value: Any) -> str:
    """A value of a field of an element: a condition as a phrase, an id as the title of what it names."""
    match value:
        case None | () | {}:
            return "nobody" if field in _NOBODY else "nothing" if field in _CONDITIONS else "not stated"
        case _ if field in _CONDITIONS:
            return phrase(project.model, value)
        case bool():
            return "yes" if value else "no"
        case date():
            return day(value)
        case str():
            return _word(project, owner, field, value)
        case Dated(value=word, on=on):
            said = in_words(project, owner, field, word)
            return f"{said} on {day(on)}" if on is not None else said
        case tuple():
            parts = [in_words(project, owner, field, each) for each in value]
            return joined(parts, "and") if all(isinstance(each, str) for each in value) else "; ".join(parts)
        case dict():
            return "; ".join(
                f"{_key(project.model, key)}: {in_words(project, owner, field, value[key])}" for key in value
            )
        case Noun():
            return _noun(project, owner, value)
        case _:
            return str(value)


def _noun(project: Project, owner: Element | Framework, value: Noun) -> str:
    """A block: the fields that it has, each with its value."""
    said = []
    for name, field in type(value).model_fields.items():
        inner = getattr(value, name)
        if inner not in (None, (), {}, field.default):
            said.append(f"{plain(field.alias or name)} {in_words(project, owner, name, inner)}")
    return ", ".join(said)


def _key(model: Model, key: str) -> str:
    """A key of a mapping: the title of an element of that id, where there is one."""
    found = model.actors.get(key) or model.bodies.get(key) or model.facts.get(key)
    return found.title if found is not None else plain(key)


def _word(project: Project, owner: Element | Framework, field: str, value: str) -> str:
    """A word of the schema as it is printed, a title or verb quoted, an id as the title of what it names."""
    if field == "wording":
        return f"“{label(project, field, value)}”"
    if field in ("title", "summary", "note", "definition", "says", "quote"):
        return f"“{value}”"
    if value == UNSPECIFIED:
        return "nobody named"
    for reference in references(owner, ()):
        if reference.id == value and field in reference.route:
            found = [project.model.section(section).get(value) for section in reference.sections]
            return next((str(each.title) for each in found if each is not None), value)
    return plain(value)
