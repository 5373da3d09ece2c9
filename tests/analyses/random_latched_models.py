"""Random small models in which nothing that helped can harm: no gate that must hold, no end, no clock."""

import json
from random import Random
from typing import Any

from foedus.load import Project, loads

NAMES = ("a", "b", "c", "d")
WHO = ("fr", "uk")
DETERMINED = ("auto", "nobody", "body", "each")
RISING = (("STANDBY", "PENDING", "ACTIVE", "FULFILLED"), ("ACTIVE", "FULFILLED"))


def condition(random: Random, names: tuple[str, ...], depth: int = 2) -> Any:
    """A condition without negation over three facts, four findings and these provisions."""
    kind = random.choice(("leaf", "leaf", "all", "any", "at_least") if depth else ("leaf",))
    if kind == "leaf":
        if names and random.random() < 0.5:
            return _about(random, random.choice(names))
        return random.choice("xyz") if random.random() < 0.7 else {"finding": random.choice(DETERMINED)}
    parts = [condition(random, names, depth - 1) for _ in range(random.randint(1, 3))]
    return {"at_least": random.randint(1, len(parts)), "of": parts} if kind == "at_least" else {kind: parts}


def _about(random: Random, name: str) -> Any:
    kind = random.choice(("delivered", "state", "reached"))
    if kind == "delivered":
        return {kind: name}
    return {kind: name, "in": list(random.choice(RISING))}


def provision(random: Random, names: tuple[str, ...]) -> dict[str, Any]:
    """A provision that reads these provisions."""
    fields: dict[str, Any] = {
        "title": "P",
        "kind": "defense",
        "modality": random.choice(("must", "may")),
        "performance": random.choice(("maintenance", "achievement")),
        "obligors": list(random.choice((("fr",), ("uk",), ("fr", "uk")))),
        "responsibility": random.choice(("several", "joint", "joint_and_several")),
    }
    for gate, chance in {"enters_when": 0.4, "trigger": 0.5, "requires": 0.4}.items():
        if random.random() < chance:
            fields[gate] = condition(random, names)
    if random.random() < 0.2:
        fields["status"] = "to_be_finalised"
    if random.random() < 0.3:
        fields["instrument"] = "text"
    return fields


def project(random: Random) -> Project:
    """A model with a target `t`; its provisions are in order, or wait for one another."""
    names = NAMES[: random.randint(1, 4)]
    circle = random.random() < 0.3
    unknown = random.choice((False, "unknown", True))
    own = {name: provision(random, names if circle else names[:place]) for place, name in enumerate(names)}
    founded = {"established_by": random.choice(names)} if random.random() < 0.4 and not circle else {}
    parties = {who: "endorsed" for who in WHO if random.random() < 0.5}
    sections = {
        "actors": {who: {"title": who, "kind": "state"} for who in WHO},
        "facts": {
            name: {"title": name, "kind": "brute", "initial": unknown if name == "z" else False}
            for name in "xyz"
        },
        "events": {"up": {"title": "up", "sets": {"x": True, "y": False}}},
        "bodies": {"council": {"title": "council", "kind": "council", **founded}},
        "instruments": {
            "text": {
                "title": "text",
                "form": "declaration",
                "status": random.choice(("adopted", "under_negotiation")),
                "parties": parties,
            }
        },
        "determinations": {
            "auto": {"title": "auto", "of": "x", "by": "automatic"},
            "nobody": {"title": "nobody", "of": "y", "by": "unspecified"},
            "body": {"title": "body", "of": "z", "by": "body", "body": "council"},
            "each": {"title": "each", "of": "x", "by": "each_obligor"},
        },
        "provisions": own,
        "targets": {"t": {"title": "t", "condition": condition(random, names)}},
    }  # fmt: skip
    found = loads({f"{section}.yaml": json.dumps({section: sections[section]}) for section in sections})
    assert found.findings == (), found.findings
    return found
