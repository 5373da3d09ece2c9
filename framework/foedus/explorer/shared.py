"""Data in which what is said twice is written once: a pool of parts, and references into it."""

import json
from collections import Counter
from typing import Any

_LEAST = 24
"""Characters; shorter parts are written where they stand."""


def shared(value: Any) -> dict[str, Any]:
    """The value as `{"pool": [...], "root": ...}`, where `{"$": n}` stands for the nth part of the pool.

    A part refers only to parts before it. Mappings of the value must have no key `$`.
    """
    counts: Counter[str] = Counter()
    _count(value, counts)
    pool: list[Any] = []
    places: dict[str, int] = {}
    return {"root": _referring(value, counts, pool, places), "pool": pool}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _count(value: Any, counts: Counter[str]) -> None:
    if not isinstance(value, dict | list | str):
        return
    text = _text(value)
    if len(text) < _LEAST:
        return
    counts[text] += 1
    if counts[text] == 1:
        for part in _parts(value):
            _count(part, counts)


def _referring(value: Any, counts: Counter[str], pool: list[Any], places: dict[str, int]) -> Any:
    if not isinstance(value, dict | list | str):
        return value
    text = _text(value)
    if counts[text] > 1 and text in places:
        return {"$": places[text]}
    made: Any = value
    if isinstance(value, dict):
        made = {key: _referring(part, counts, pool, places) for key, part in value.items()}
    elif isinstance(value, list):
        made = [_referring(part, counts, pool, places) for part in value]
    if counts[text] > 1:
        places[text] = len(pool)
        pool.append(made)
        return {"$": places[text]}
    return made
