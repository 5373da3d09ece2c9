"""Small models for the tests of the simulation, written as Python and read as YAML."""

import json
from collections.abc import Mapping
from typing import Any

from foedus.load import Project, loads
from foedus.simulation import Trace, play

FACTS = ("ceasefire", "attack", "breach", "request", "x", "y")
EVENTS = {
    "ceasefire-starts": {"ceasefire": True},
    "attack-starts": {"attack": True, "breach": True, "ceasefire": False},
    "attack-ends": {"attack": False},
    "incident": {"breach": True},
    "requests": {"request": True},
}
G0 = {"enters_when": "ceasefire", "trigger": "attack"}
CEASEFIRE = {"day": 1, "events": ["ceasefire-starts"]}
ATTACK = {"day": 10, "events": ["attack-starts"]}


def fact(initial: object = False, kind: str = "brute") -> dict[str, Any]:
    """A fact that is `initial` at first."""
    return {"title": "A fact", "kind": kind, "initial": initial}


def provision(**fields: Any) -> dict[str, Any]:
    """A duty of one state, with some fields of its own."""
    return {"title": "A promise", "kind": "defense", "obligors": ["fr"], "modality": "must", **fields}


def scenario(*steps: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
    """A scenario with these steps."""
    return {"title": "A scenario", "steps": list(steps), **fields}


def model(
    provisions: Mapping[str, Any], told: Mapping[str, Any], unknown: tuple[str, ...] = (), **more: Any
) -> Project:
    """A project with the usual facts and events, these provisions, and one scenario `s`."""
    facts = {name: fact("unknown" if name in unknown else False) for name in FACTS}
    sections: dict[str, Any] = {
        "actors": {name: {"title": name, "kind": "state"} for name in ("fr", "uk", "us")},
        "facts": facts,
        "events": {name: {"title": name, "sets": sets} for name, sets in EVENTS.items()},
        "provisions": {name: provision(**fields) for name, fields in provisions.items()},
        "scenarios": {"s": told},
    }
    for section, elements in more.items():
        sections[section] = {**sections.get(section, {}), **elements}
    project = loads({f"{section}.yaml": json.dumps({section: sections[section]}) for section in sections})
    assert project.findings == (), project.findings
    return project


def played(provisions: Mapping[str, Any], *steps: Mapping[str, Any], **fields: Any) -> Trace:
    """The trace of a scenario over these provisions; `unknown` names facts that start unknown."""
    unknown = fields.pop("unknown", ())
    more = {
        key: fields.pop(key)
        for key in ("determinations", "bodies", "instruments", "readings")
        if key in fields
    }
    trace = play(model(provisions, scenario(*steps, **fields), unknown, **more), "s")
    assert trace.refusals == (), trace.refusals
    return trace


def end(provisions: Mapping[str, Any], *steps: Mapping[str, Any], **fields: Any) -> dict[str, str]:
    """The states in which each provision ends, as words: `PENDING ACTIVE`."""
    trace = played(provisions, *steps, **fields)
    return {name: " ".join(trace.states(name)) for name in provisions}
