"""The language as a JSON Schema (draft 2020-12), made from the nouns, for editors and other validators."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from foedus.schema.docs import field_docs
from foedus.schema.model import Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Described(GenerateJsonSchema):
    """pydantic's generator, with the docstring of each field as its description."""

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        made = super().model_schema(schema)
        noun: type[BaseModel] = schema["cls"]
        docs = field_docs(noun)
        keys = {field.alias or name: name for name, field in noun.model_fields.items()}
        for key, shown in made.get("properties", {}).items():
            if (said := docs.get(keys.get(key, key))) is not None:
                shown.setdefault("description", said)
        return made


def json_schema() -> dict[str, Any]:
    """The schema of one model file; keys that begin with `x-` are free everywhere."""
    schema = Model.model_json_schema(by_alias=True, schema_generator=_Described)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        _as_written(definition)
    return {
        "$schema": DIALECT,
        "title": "A Foedus model file",
        **{k: v for k, v in schema.items() if k != "title"},
    }


def _as_written(definition: dict[str, Any]) -> None:
    """An element's id is the key under which it stands, so no file holds an `id` field."""
    definition.get("properties", {}).pop("id", None)
    if "id" in definition.get("required", []):
        definition["required"].remove("id")
    if definition.get("type") == "object" and "properties" in definition:
        definition["patternProperties"] = {"^x-": {}}
