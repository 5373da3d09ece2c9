"""The event that triggers a promise ends the condition under which it is in force.

A guarantee that holds while a ceasefire holds is switched off by the very attack it was made for: the
attack ends the ceasefire. Texts often leave open whether such a condition is met once or must keep
holding; the opening words of the Paris Declaration of January 2026, by which the system is activated
once a ceasefire enters into force, can be read both ways. The Rhee-Dulles statement of 1953 closed the
gap by saying expressly what holds if the armistice is broken.

Bad:

    facts:
      ceasefire: {title: Ceasefire in force, kind: institutional, initial: false}
      attack: {title: Armed attack, kind: brute, initial: false}
    events:
      attack-starts: {title: An attack starts, sets: {attack: true, ceasefire: false}}
    provisions:
      defence:
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must
        in_force_while: ceasefire  # <- T03
        trigger: attack

Good:

    facts:
      ceasefire: {title: Ceasefire in force, kind: institutional, initial: false}
      attack: {title: Armed attack, kind: brute, initial: false}
    events:
      attack-starts: {title: An attack starts, sets: {attack: true, ceasefire: false}}
    provisions:
      defence:
        title: Defend the host
        kind: defense
        obligors: [unspecified]
        modality: must
        enters_when: ceasefire
        trigger: attack
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import Leaf, Truth, atoms, evaluate
from foedus.rules.wording import named
from foedus.schema import Active, Condition, Event, Found, Model, Provision

CODE = "T03"
NAME = "self-defeating-gate"
SEVERITY = Severity.WARNING
STRICT = Severity.ERROR


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each provision and gate that an event closes as it brings the trigger about."""
    model = graph.model
    for provision in model.provisions.values():
        for gate, shut in (("in_force_while", False), ("terminates_when", True)):
            condition: Condition | None = getattr(provision, gate)
            if condition is not None and provision.trigger is not None:
                events = _triggering(model, provision.trigger)
                closing = [event for event in events if _after(model, event, condition) is shut]
                if closing:
                    yield _problem(provision, gate, str(shut).lower(), closing)


def _problem(provision: Provision, gate: str, what: str, events: list[Event]) -> Problem:
    names = named(event.id for event in events)
    verbs = ("triggers", "makes") if len(events) == 1 else ("trigger", "make")
    message = f"{names} {verbs[0]} `{provision.id}` and at once {verbs[1]} its `{gate}` {what}"
    hint = "if the text means a condition met once, write `enters_when`; if it is open, add a reading"
    places = [(event.at("sets"), f"what `{event.id}` does") for event in events]
    return Problem(provision.at(gate), message, hint, ((provision.at("trigger"), "the trigger"), *places))


def _triggering(model: Model, trigger: Condition) -> list[Event]:
    """The events that move an atom of the trigger its way, and do not shut the trigger."""
    wanted: set[tuple[str, bool]] = set()
    for leaf, _, positive in atoms(trigger, ()):
        if isinstance(leaf, Found) and leaf.determination in model.determinations:
            wanted.add((model.determinations[leaf.determination].of, positive))
        elif isinstance(leaf, str):
            wanted.add((leaf, positive))
    moving = (event for event in model.events.values() if wanted & event.sets.items())
    return [event for event in moving if _after(model, event, trigger) is not False]


def _after(model: Model, event: Event, condition: Condition, seen: frozenset[str] = frozenset()) -> Truth:
    """The truth of a condition right after an event, where all that it does not set is unknown."""

    def truth(leaf: Leaf) -> Truth:
        match leaf:
            case str():
                return event.sets.get(leaf)
            case Found(determination=name) if name in model.determinations:
                found = model.determinations[name]
                value = event.sets.get(found.of)
                certain = found.by == "automatic" or (found.by == "unspecified" and value is False)
                return value if certain else None
            case Active(provision=name) if name in model.provisions and name not in seen:
                standing = model.provisions[name].in_force_while
                ends = standing is not None and _after(model, event, standing, seen | {name}) is False
                return False if ends else None
            case _:
                return None

    return evaluate(condition, truth)
