"""How findings name things: ids in backticks, lists as a person would say them."""

from collections.abc import Iterable


def named(ids: Iterable[str]) -> str:
    """`` `a` ``, `` `a` and `b` `` or `` `a`, `b` and `c` ``, in the order given."""
    *first, last = (f"`{each}`" for each in ids)
    return f"{', '.join(first)} and {last}" if first else last


def more(count: int, noun: str = "provision") -> str:
    """`one more provision` or `3 more provisions`."""
    return f"one more {noun}" if count == 1 else f"{count} more {noun}s"


def how_many(count: int, noun: str) -> str:
    """`one duty`, `2 duties` or `2 provisions`."""
    plural = f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"
    return f"one {noun}" if count == 1 else f"{count} {plural}"
