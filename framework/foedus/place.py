"""Where something is: a route through a model, and a place in a file."""

from dataclasses import dataclass
from typing import TypeAlias

Route: TypeAlias = tuple[str | int, ...]
"""The way to a value in a model: `("provisions", "mnf", "requires", "all", 1)`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place as an editor counts it: lines and columns from 1, in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
