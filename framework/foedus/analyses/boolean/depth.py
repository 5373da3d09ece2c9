"""Room for functions that call themselves once for each variable."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def deep(calls: int) -> Iterator[None]:
    """Room for so many calls inside one another; afterwards there is as much as before."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, calls + 1_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
