"""Three-valued truth of a condition, and the atoms that it reads.

Truth is `True`, `False` or `None` for unknown, after Kleene's strong logic: `all` is the minimum and
`any` the maximum in false < unknown < true; `at_least k` is true if k are true, unknown if k are true
or unknown, else false (Kleene, Introduction to Metamathematics, 1952, section 64).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from foedus.kept import kept
from foedus.place import Route
from foedus.schema import (
    GATES,
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    InState,
    Model,
    Not,
    Provision,
    Reached,
)

Truth: TypeAlias = bool | None
Leaf: TypeAlias = str | Active | InState | Delivered | Reached | Found
"""A condition that holds no other: the id of a fact, or a question about a provision or a finding."""

LADDER = ("INACTIVE", "STANDBY", "PENDING", "ACTIVE", "FULFILLED")
"""The states in which a provision comes nearer to being honoured."""


class Atom(NamedTuple):
    """A leaf, where it stands, and whether the whole rises with it (`not` turns that round)."""

    leaf: Leaf
    route: Route
    positive: bool


def evaluate(condition: Condition, truth: Callable[[Leaf], Truth]) -> Truth:
    """The truth of a condition, given the truth of its leaves."""
    match condition:
        case Not(condition=inner):
            value = evaluate(inner, truth)
            return None if value is None else not value
        case All(conditions=inner):
            return _minimum(evaluate(each, truth) for each in inner)
        case Any_(conditions=inner):
            value = _minimum(_negated(evaluate(each, truth)) for each in inner)
            return _negated(value)
        case AtLeast(count=count, conditions=inner):
            values = [evaluate(each, truth) for each in inner]
            if values.count(True) >= count:
                return True
            return None if values.count(True) + values.count(None) >= count else False
        case _:
            return truth(condition)


def _negated(value: Truth) -> Truth:
    return None if value is None else not value


def _minimum(values: Iterator[Truth]) -> Truth:
    lowest: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            lowest = None
    return lowest


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """What a condition asks, in the order in which it is written."""
    match condition:
        case None:
            return
        case Not(condition=inner):
            yield from leaves(inner)
        case All(conditions=parts) | Any_(conditions=parts) | AtLeast(conditions=parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield condition


def atoms(condition: Condition | None, route: Route, positive: bool = True) -> Iterator[Atom]:
    """The leaves of a condition that stands at `route`, in the order in which they are written."""
    match condition:
        case None:
            return
        case str() | Active() | Delivered() | Found():
            yield Atom(condition, route, positive)
        case Not(condition=inner):
            yield from atoms(inner, (*route, "not"), not positive)
        case All(conditions=inner):
            for place, each in enumerate(inner):
                yield from atoms(each, (*route, "all", place), positive)
        case Any_(conditions=inner):
            for place, each in enumerate(inner):
                yield from atoms(each, (*route, "any", place), positive)
        case AtLeast(conditions=inner):
            for place, each in enumerate(inner):
                yield from atoms(each, (*route, "of", place), positive)
        case InState(states=states) | Reached(states=states):
            yield Atom(condition, route, positive == upward_closed(states))


class Gated(NamedTuple):
    """A gate of a provision: its field, its condition, and the atoms of that as they are written."""

    provision: Provision
    field: str
    condition: Condition
    atoms: tuple[Atom, ...]

    @property
    def route(self) -> Route:
        """The way to the gate."""
        return self.provision.at(self.field)


@kept
def gates(model: Model) -> tuple[Gated, ...]:
    """Every gate of a model, provision by provision, in the order in which gates are met."""
    return tuple(
        Gated(provision, field, condition, tuple(atoms(condition, provision.at(field))))
        for provision in model.provisions.values()
        for field in GATES
        if (condition := getattr(provision, field)) is not None
    )


def upward_closed(states: tuple[str, ...]) -> bool:
    """True where a set of states holds, with a state, every later one of the ladder."""
    held = [state in states for state in LADDER]
    return sorted(held) == held and set(states) <= set(LADDER)
