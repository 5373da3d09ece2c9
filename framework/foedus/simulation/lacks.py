"""What a position may lack to be ACTIVE, in words."""

from typing import Literal, NamedTuple, TypeAlias

from foedus.logic import Leaf
from foedus.place import Route
from foedus.schema import Active, Delivered, Found, InState, Reached
from foedus.schema.vocabulary import State
from foedus.simulation.compile import Numbers
from foedus.simulation.lifecycle import STATES
from foedus.simulation.questions import OfDelivery, OfFinding, OfHistory, OfState, Question

LackKind: TypeAlias = Literal["concluded", "fact", "finding", "provision"]


class Lack(NamedTuple):
    """One thing that is not surely so and would have to be: what, and where it is asked for."""

    kind: LackKind
    words: str
    route: Route


def lack(leaf: Leaf, route: Route, wanted: bool, who: str) -> Lack:
    """A leaf of a condition as something that is lacking, in words."""
    no = "" if wanted else "not "
    match leaf:
        case str():
            return Lack("fact", f"`{leaf}` is {str(wanted).lower()}", route)
        case Found(determination=determination):
            return Lack("finding", f"`{determination}` is {no}established{who}", route)
        case Active(provision=provision):
            return Lack("provision", f"`{provision}` is {no}ACTIVE{who}", route)
        case Delivered(provision=provision):
            return Lack("provision", f"`{provision}` is {no}delivered{who}", route)
        case InState(provision=provision, states=states):
            return Lack("provision", f"`{provision}` is {no}{_named(states)}{who}", route)
        case Reached(provision=provision, states=states):
            return Lack("provision", f"`{provision}` has {no}been {_named(states)}{who}", route)


def _named(states: tuple[State, ...]) -> str:
    return " or ".join(sorted(set(states), key=STATES.index))


def whose(question: Question, numbers: Numbers) -> str:
    """Of several who owe something or find it, those that a question is about; else empty."""
    match question:
        case OfFinding(key=(_, finder)) if finder:
            return f" by {finder}"
        case OfState(positions=asked) | OfDelivery(positions=asked) | OfHistory(positions=asked) if asked:
            every = numbers.of[numbers.positions[asked[0]].provision]
            names = [numbers.positions[index].obligor for index in asked]
            return "" if asked == every else f" for {' or '.join(names)}"
        case _:
            return ""
