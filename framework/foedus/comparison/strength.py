"""What a changed field does to the strength of a statement, in words that take no side.

A ladder is an order of words that the language gives, from weakest to strongest. Nothing is said where
one side is silent: silence is no rung.
"""

from typing import Any

from foedus.schema import latest
from foedus.schema.vocabulary import words

_LADDERS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "wording": (
        words("wording"),
        "becomes weaker in the ladder of wording",
        "becomes stronger in the ladder of wording",
    ),
    "status": (("proposed", "to_be_finalised", "agreed"), "becomes less firm", "becomes firmer"),
}
_MODES = {"must": "a duty", "must_not": "a prohibition", "may": "a permission"}


def strength(section: str, field: str, before: Any, now: Any) -> str:
    """What a change of a provision's field does to its strength; empty where nothing can be said."""
    if section != "provisions":
        return ""
    match field:
        case "modality":
            return f"{_MODES[before]} becomes {_MODES[now]}"
        case "bindingness" if ("legal" in before) != ("legal" in now):
            return (
                "no longer said to be legally binding"
                if "legal" in before
                else "now said to be legally binding"
            )
        case "wording" | "status":
            rungs, weaker, stronger = _LADDERS[field]
            one, other = latest(before, None), latest(now, None)
            if one in rungs and other in rungs and one != other:
                return weaker if rungs.index(other) < rungs.index(one) else stronger
    return ""
