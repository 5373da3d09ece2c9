"""Texts of models that nobody wrote: the grammar of the language, with anything in its places."""

import json
import re
from typing import Any

from hypothesis import strategies as st
from mutants import PAYLOADS, WRONG_IDS

from foedus.schema.fields import Field, sections
from foedus.schema.vocabulary import words

_IDS = st.sampled_from(("a", "b", "c") * 12 + ("a-1", "nobody", *WRONG_IDS))
_TEXTS = st.one_of(st.sampled_from(("A", "Some words", "2026-01-06", "P3D", *PAYLOADS)), st.text(max_size=12))
_SCALARS = st.one_of(_TEXTS, _IDS, st.none(), st.booleans(), st.integers(-5, 5), st.floats(-2, 2))
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_IDS, inner, max_size=3),
    max_leaves=6,
)
_CONDITIONS: st.SearchStrategy[Any] = st.recursive(
    _IDS,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"active": _IDS}),
        st.fixed_dictionaries({"found": _IDS}),
        st.fixed_dictionaries({"concluded": _IDS}),
    ),
    max_leaves=5,
)


def _value(field: Field) -> st.SearchStrategy[Any]:
    """Most often what a field holds, now and then anything."""
    likely = _likely(field.kind)
    return st.one_of(likely, likely, likely, likely, likely, _ANYTHING)


def _likely(kind: str) -> st.SearchStrategy[Any]:
    """What the words of the reference say that a field holds, as far as they are plain."""
    first = kind.split(" or ")[0]
    if first.startswith("list of "):
        return st.lists(_likely(first.removeprefix("list of ")), max_size=3)
    if first.startswith("mapping of "):
        _, found, value = first.rpartition(" to ")
        return st.dictionaries(_IDS, _likely(value.partition(",")[0]) if found else _ANYTHING, max_size=2)
    if named := re.match(r"\[([\w-]+)\]\(words", first):
        return st.sampled_from(words(named[1]))
    if first.startswith("`"):
        return st.sampled_from(re.findall(r"`([^`]+)`", kind))
    for begins, strategy in _PLAIN.items():
        if first.startswith(begins):
            return strategy
    return _ANYTHING


_PLAIN = {
    "id": _IDS,
    "condition": _CONDITIONS,
    "day": st.sampled_from(("2026-01-06", "2026-02-28", "2025-02-29", "0001-01-01")),
    "duration": st.sampled_from(("P1D", "P2W", "PT1H", "P0D", "P99999Y", "soon")),
    "whole number": st.integers(-2, 99),
    "true": st.booleans(),
    "text": _TEXTS,
    "[source]": st.fixed_dictionaries({"doc": _IDS}, optional={"at": _TEXTS, "quote": _TEXTS}),
    "[claim]": st.sampled_from(("stated", "inferred", {"basis": "stated"})),
    "[step]": st.fixed_dictionaries(
        {}, optional={"on": st.just("2026-02-01"), "events": st.lists(_IDS, max_size=2)}
    ),
}


def _element(fields: tuple[Field, ...]) -> st.SearchStrategy[Any]:
    must = {each.key: _value(each) for each in fields if each.required and each.key != "id"}
    may = {each.key: _value(each) for each in fields if not each.required}
    return st.one_of(st.fixed_dictionaries(must, optional=may), _ANYTHING)


def texts_of_models() -> st.SearchStrategy[str]:
    """A file with some sections, each with some elements; written as JSON, which is YAML."""
    grammar: dict[str, st.SearchStrategy[Any]] = {}
    for section in sections():
        if "." in section.key or " " in section.key:
            continue
        element = _element(section.fields)
        one = section.key == "framework"
        grammar[section.key] = element if one else st.dictionaries(_IDS, element, max_size=3)
    whole = st.fixed_dictionaries({}, optional=grammar)
    return whole.map(lambda made: json.dumps(made, ensure_ascii=False, allow_nan=False))
