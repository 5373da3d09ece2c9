"""What a rule is: a module with a code, a name, two severities, a check, and a docstring that is its page."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from foedus.finding import Problem, Severity
from foedus.graph import Graph

Check: TypeAlias = Callable[[Graph], Iterator[Problem]]


class Rule(Protocol):
    """A module of this package that the list in `foedus.rules` names.

    `check` is None for what is found while the files are read; such a module is a page only.
    `STRICT` is the severity under `--strict`.
    """

    __doc__: str | None

    @property
    def CODE(self) -> str: ...
    @property
    def NAME(self) -> str: ...
    @property
    def SEVERITY(self) -> Severity: ...
    @property
    def STRICT(self) -> Severity: ...
    @property
    def check(self) -> Check | None: ...
