"""The language as a JSON Schema, made from the nouns, for editors and other validators."""

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from foedus.schema.base import ID, ID_LENGTH
from foedus.schema.docs import field_docs
from foedus.schema.model import SECTIONS, Model
from foedus.schema.vocabulary import VOCABULARIES, words

Draft: TypeAlias = Literal["7", "2020-12"]
DIALECTS: dict[Draft, str] = {
    "7": "http://json-schema.org/draft-07/schema#",
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
}

_EXAMPLES: dict[str, list[Any]] = {
    "Framework": [{"title": "A small pact", "as_of": "2026-01-06", "beneficiary": ["ukraine"]}],
    "Actor": [{"title": "Ukraine", "kind": "state", "aliases": ["UA", "UKR"]}],
    "Instrument": [
        {"title": "The pact", "form": "treaty", "status": {"is": "signed", "on": "2026-01-06"}},
    ],
    "Fact": [{"title": "An armed attack", "kind": "brute", "concept": "attack", "initial": False}],
    "Event": [{"title": "An attack begins", "sets": {"armed-attack": True}}],
    "Provision": [
        {
            "title": "Help if attacked",
            "kind": "defense",
            "obligors": ["ally"],
            "modality": "must",
            "trigger": "armed-attack",
        },
    ],
    "Target": [{"title": "Help is owed", "condition": {"active": "help"}}],
    "Scenario": [{"title": "An attack", "steps": [{"day": 0, "events": ["attack-begins"]}]}],
    "Step": [{"day": 0, "events": ["attack-begins"]}, {"day": 1, "performs": [{"provision": "help"}]}],
    "Expectation": [{"after": 0, "provision": "help", "states": ["ACTIVE"]}],
    "Source": [{"doc": "pact-text", "at": "Article 1", "quote": "an attack on one"}],
    "Claim": [{"basis": "paraphrase", "confidence": "high"}],
    "Condition": [
        "armed-attack",
        {"not": "ceasefire"},
        {"all": ["armed-attack", "request"]},
        {"at_least": 2, "of": ["first", "second", "third"]},
        {"state": "help", "in": ["ACTIVE", "FULFILLED"]},
        {"finding": "attack-finding"},
    ],
}


class _Described(GenerateJsonSchema):
    """pydantic's generator, with the docstring of each field as its description."""

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        made = super().model_schema(schema)
        noun: type[BaseModel] = schema["cls"]
        made.setdefault("description", inspect.getdoc(noun))
        docs = field_docs(noun)
        keys = {field.alias or name: name for name, field in noun.model_fields.items()}
        for key, shown in made.get("properties", {}).items():
            if (said := docs.get(keys.get(key, key))) is not None:
                shown.setdefault("description", said)
        return made


def json_schema(draft: Draft = "2020-12") -> dict[str, Any]:
    """The schema of one model file; keys that begin with `x-` are free everywhere.

    Draft 7 is what most editors understand; both say the same.
    """
    made = Model.model_json_schema(by_alias=True, schema_generator=_Described)
    definitions: dict[str, Any] = made.pop("$defs")
    for name, definition in definitions.items():
        definition.setdefault("examples", _EXAMPLES.get(name, []))
        if not definition["examples"]:
            del definition["examples"]
    for part in [*_parts(made), *_parts(definitions)]:
        _as_written(part)
    for section in SECTIONS:
        _keyed_by_id(made["properties"][section], definitions)
    made["description"] = "One file of a model; a model is a folder of such files, which are merged."
    whole = {"$schema": DIALECTS["2020-12"], **made, "title": "A Foedus model file", "$defs": definitions}
    named = _with_plain_names(whole)
    return _as_draft_7(named) if draft == "7" else named


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping at or below a value."""
    if isinstance(value, dict):
        yield value
        for below in list(value.values()):
            yield from _parts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _parts(below)


def _as_written(part: dict[str, Any]) -> None:
    """A part of the schema as files have it: an id is a key and no field, and `x-` keys are anybody's."""
    properties = part.get("properties")
    if part.get("type") == "object" and isinstance(properties, dict):
        properties.pop("id", None)
        if "id" in part.get("required", []):
            part["required"].remove("id")
        for field in properties.values():
            if not isinstance(field.get("title"), dict):
                field.pop("title", None)
            if field.get("default", ...) in (None, [], {}):
                del field["default"]
    if part.get("type") == "object" and "additionalProperties" in part:
        part["patternProperties"] = {"^x-": {}}


def _keyed_by_id(section: dict[str, Any], definitions: dict[str, Any]) -> None:
    """A section maps ids to elements, or is empty."""
    noun = section["additionalProperties"]["$ref"].rpartition("/")[2]
    section["description"] = f"By id: {definitions[noun]['description']}"
    section["type"] = ["object", "null"]
    section["propertyNames"] = {"pattern": f"^(x-.*|{ID.pattern})$", "maxLength": ID_LENGTH}


def _with_plain_names(whole: dict[str, Any]) -> dict[str, Any]:
    """The schema with names of definitions that a reader can bear: the word list for its words."""
    text = json.dumps(whole)
    for name in sorted(whole["$defs"], key=len, reverse=True):
        if (found := re.match(r"(Dated|History)_Literal_", name)) is not None:
            listed = re.findall(r"[a-z]+(?:_[a-z]+)*", name.removeprefix(found.group()))
            vocabulary = next(each for each in VOCABULARIES if list(words(each)) == listed)
            text = text.replace(f'"{name}"', f'"{found[1]}-{vocabulary}"')
            text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/{found[1]}-{vocabulary}"')
    made: dict[str, Any] = json.loads(text)
    for name, definition in made["$defs"].items():
        definition["title"] = name
    return made


def _as_draft_7(whole: dict[str, Any]) -> dict[str, Any]:
    """The same in draft 7, where nothing may stand beside a reference."""
    text = json.dumps({**whole, "$schema": DIALECTS["7"]}).replace("#/$defs/", "#/definitions/")
    made: dict[str, Any] = json.loads(text)
    made["definitions"] = made.pop("$defs")
    for part in list(_parts(made)):
        if isinstance(part.get("$ref"), str) and len(part) > 1:
            part["allOf"] = [{"$ref": part.pop("$ref")}]
    return made
