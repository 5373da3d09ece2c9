"""The forms of a briefing, and what makes each."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from foedus.brief.order import Order


class Form(NamedTuple):
    """A form of a briefing: the ending of its file, what it is, and what makes its bytes."""

    ending: str
    what: str
    made: Callable[[Order], bytes]


FORMS: Mapping[str, Form] = {}
