"""How findings name things: ids in backticks, lists as a person would say them."""

from collections.abc import Iterable


def named(ids: Iterable[str]) -> str:
    """`` `a` ``, `` `a` and `b` `` or `` `a`, `b` and `c` ``, in the order given."""
    *first, last = (f"`{each}`" for each in ids)
    return f"{', '.join(first)} and {last}" if first else last
