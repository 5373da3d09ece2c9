"""The order in which fields are written: what a thing is called, what it says, where that is from."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, get_origin

from pydantic import BaseModel

from foedus.schema.model import Model
from foedus.schema.references import nouns_in
from foedus.schema.scenarios import Reading

_LAST = ("obligor", "note", "source", "claim", "patch")
"""What is written after all else, in this order."""


class Place(NamedTuple):
    """What may stand somewhere in a model: one of these nouns, or (`by_id`) a mapping of ids to them."""

    nouns: tuple[type[BaseModel], ...] = (Model,)
    by_id: bool = False

    def below(self, key: str) -> "Place":
        """What may stand under a key of the mapping that is here."""
        if self.by_id:
            return Place(self.nouns)
        if Reading in self.nouns and key == "patch":
            return Place()
        inner = tuple(each for noun in self.nouns for each in nouns_in(noun, key))
        return Place(inner, any(_is_mapping(noun, key) for noun in self.nouns))

    def ranks(self, keys: Iterable[str]) -> dict[str, int]:
        """The rank of each key that is a field here; ids and unknown keys have none.

        Of several nouns, the one that knows most of the keys is meant.
        """
        written = set(keys)
        if self.by_id or not self.nouns:
            return {}
        known = max(map(_ranks, self.nouns), key=lambda each: len(written & each.keys()))
        return {key: known[key] for key in written & known.keys()}


@cache
def _ranks(noun: type[BaseModel]) -> dict[str, int]:
    if noun is Model:  # sections stand in the order in which somebody tells the story
        return {}
    keys = [field.alias or name for name, field in noun.model_fields.items() if name != "id"]
    keys = [key for key in keys if key not in _LAST] + [key for key in _LAST if key in keys]
    return {key: rank for rank, key in enumerate(keys)}


def _is_mapping(noun: type[BaseModel], key: str) -> bool:
    return any(
        get_origin(field.annotation) is dict
        for name, field in noun.model_fields.items()
        if key == (field.alias or name)
    )
