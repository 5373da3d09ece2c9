"""How far a position comes in the latched reading: each rung of the ladder and each state, as a circuit."""

from collections.abc import Mapping
from dataclasses import dataclass

from foedus.analyses.boolean.circuit import FALSE, TRUE, Ref, Wiring
from foedus.logic import LADDER, upward_closed
from foedus.schema import Active, Delivered, InState, Reached
from foedus.schema.vocabulary import State
from foedus.simulation import STATES
from foedus.simulation.prepare import Plan


@dataclass(frozen=True, slots=True)
class Stages:
    """At least each rung of the ladder, each state, due, and honoured."""

    reached: tuple[Ref, ...]
    states: Mapping[State, Ref]
    due: Ref
    delivered: Ref


NOWHERE = Stages((TRUE, FALSE, FALSE, FALSE, FALSE), dict.fromkeys(STATES, FALSE), FALSE, FALSE)
"""Where a position begins."""


def stages(wiring: Wiring, plan: Plan, gates: Mapping[str, Ref], concluded: Ref, done: Ref) -> Stages:
    """The stages of a position, from its gates, what concludes it, and what its obligors do."""
    may = plan.provision.modality == "may"
    here = wiring.all((~gates["terminates_when"], concluded, gates["enters_when"]))
    entered = wiring.all((here, gates["in_force_while"]))
    triggered = wiring.all((entered, gates["trigger"]))
    due = wiring.all((triggered, gates["requires"]))
    delivered, missed = wiring.all((due, done)), wiring.all((due, ~done))
    states: dict[State, Ref] = {
        "INACTIVE": wiring.all((~gates["terminates_when"], ~entered)),
        "STANDBY": wiring.all((entered, ~gates["trigger"])),
        "PENDING": wiring.all((triggered, ~gates["requires"])),
        "ACTIVE": due,
        "SUSPENDED": wiring.all((here, ~gates["in_force_while"])),
        "FULFILLED": FALSE if may or plan.kept_up else delivered,
        "BREACHED": FALSE if may else missed,
        "LAPSED": missed if may and plan.deadline is not None else FALSE,
        "TERMINATED": gates["terminates_when"],
    }
    return Stages((TRUE, entered, triggered, due, states["FULFILLED"]), states, due, delivered)


def asked(wiring: Wiring, leaf: Active | InState | Delivered | Reached, found: Stages) -> Ref:
    """What a condition asks of a position."""
    match leaf:
        case Active():
            return found.due
        case Delivered():
            return found.delivered
        case InState(states=states):
            if upward_closed(states):
                return found.reached[LADDER.index(min(states, key=LADDER.index))]
            return wiring.any(found.states[state] for state in states)
        case Reached(states=states):
            rungs = (found.reached[LADDER.index(each)] for each in states if each in LADDER)
            others = (found.states[each] for each in states if each not in LADDER)
            return wiring.any((*rungs, *others))
