"""Random small models and scenarios, as dictionaries for the second evaluator and as projects for the engine.

hypothesis draws the seed only: a model costs little to make, so that many can be tried.
"""

import json
from random import Random
from typing import Any

from foedus.load import Project, loads

FACTS = ("x", "y", "z")
NAMES = ("a", "b", "c", "d")
FINDINGS = ("auto", "nobody", "body", "each")
STATES = (
    "INACTIVE",
    "STANDBY",
    "PENDING",
    "ACTIVE",
    "SUSPENDED",
    "FULFILLED",
    "BREACHED",
    "LAPSED",
    "TERMINATED",
)
RISING = (("STANDBY", "PENDING", "ACTIVE", "FULFILLED"), ("ACTIVE", "FULFILLED"), ("FULFILLED",))
WHO = ("fr", "uk")


def condition(random: Random, names: tuple[str, ...], rising: bool, depth: int = 2) -> Any:
    """A condition over facts, findings and these provisions; `rising` without any negation of a provision."""
    kind = random.choice(
        ("fact", "fact", "leaf", "leaf", "not", "all", "any", "at_least") if depth else ("fact", "leaf")
    )
    if kind == "fact" or (kind == "leaf" and not names):
        return random.choice(FACTS) if random.random() < 0.7 else {"finding": random.choice(FINDINGS)}
    if kind == "leaf":
        return _about(random, random.choice(names), rising)
    if kind == "not":
        return {"not": condition(random, () if rising else names, rising, depth - 1)}
    parts = [condition(random, names, rising, depth - 1) for _ in range(random.randint(1, 3))]
    return {"at_least": random.randint(1, 3), "of": parts} if kind == "at_least" else {kind: parts}


def _about(random: Random, name: str, rising: bool) -> Any:
    kind = random.choice(("active", "delivered", "state", "reached"))
    if kind in ("active", "delivered"):
        return {kind: name}
    states = random.choice(RISING) if rising else random.sample(STATES, random.randint(1, 3))
    return {kind: name, "in": list(states)}


def provision(random: Random, names: tuple[str, ...], rising: bool) -> dict[str, Any]:
    """The fields of one provision that reads these provisions."""
    fields: dict[str, Any] = {
        "modality": random.choice(("must", "must", "may", "must_not")),
        "performance": random.choice(("maintenance", "achievement")),
        "obligors": list(random.choice((("fr",), ("uk",), ("fr", "uk")))),
        "responsibility": random.choice(("several", "joint", "joint_and_several")),
        "recurs": random.random() < 0.6,
    }
    chances = {"enters_when": 0.4, "in_force_while": 0.3, "trigger": 0.6, "requires": 0.4}
    for gate, chance in chances.items():
        if random.random() < chance:
            fields[gate] = condition(random, names, rising)
    if random.random() < 0.2:
        fields["terminates_when"] = condition(random, () if rising else names, rising)
    if random.random() < 0.2:
        fields["status"] = "to_be_finalised"
    if random.random() < 0.5:
        fields["deadline"] = random.randint(0, 3)
    return fields


def model(random: Random) -> dict[str, Any]:
    """A model of one to four provisions: in order, in positive circles, or (seldom) anyhow."""
    names = NAMES[: random.randint(1, 4)]
    shape = random.choice(("order", "order", "order", "circle", "circle", "any"))
    own = {
        name: provision(random, names[:place] if shape == "order" else names, shape == "circle")
        for place, name in enumerate(names)
    }
    body = {"established_by": random.choice(names)} if random.random() < 0.5 else {}
    word = random.choice(("established", "rejected", "undetermined", "unspecified"))
    return {
        "facts": {name: random.choice((True, False, "unknown")) for name in FACTS},
        "events": {"up": {"x": True, "y": False}, "down": {"x": False}, "over": {"y": True, "z": True}},
        "bodies": {"council": body},
        "determinations": {
            "auto": {"of": "x", "by": "automatic"},
            "nobody": {"of": "y", "by": "unspecified"},
            "body": {"of": "z", "by": "body", "body": "council", "on_deadlock": word},
            "each": {"of": "x", "by": "each_obligor"},
        },
        "provisions": own,
    }


def scenario(random: Random, names: tuple[str, ...]) -> dict[str, Any]:
    """Up to six steps, each with some acts that do not contradict one another."""
    steps, day = [], 0
    for _ in range(random.randint(0, 6)):
        day += random.randint(1, 3)
        step: dict[str, Any] = {"day": day}
        for _ in range(random.randint(1, 3)):
            verb, act = _act(random, names)
            opposite = {"events": "sets", "sets": "events", "performs": "fails", "fails": "performs",
                        "exercises": "declines", "declines": "exercises"}.get(verb)  # fmt: skip
            if opposite not in step:
                step[verb] = act
        steps.append(step)
    return {
        "steps": steps,
        "discretion": random.choice(("open", "open", "exercise", "decline")),
        "assume": {"concluded": {names[0]: random.random() < 0.5} if random.random() < 0.2 else {}},
        "horizon": day + random.randint(0, 4),
    }


def _act(random: Random, names: tuple[str, ...]) -> tuple[str, Any]:
    verb = random.choice((*("events",) * 5, "sets", "sets", "findings", "findings", "withdraws",
                          *("performs", "fails", "exercises", "declines") * 2))  # fmt: skip
    name, who = random.choice(names), random.choice(WHO)
    match verb:
        case "events":
            return verb, [random.choice(("up", "down", "over"))]
        case "sets":
            return verb, {random.choice(FACTS): random.choice((True, False, "unknown"))}
        case "findings":
            outcome = random.choice(("established", "rejected", "deadlocked"))
            return verb, {random.choice(FINDINGS): outcome}
        case "withdraws":
            return verb, [{"actor": who, "provision": name}]
        case _:
            return verb, [{"provision": name, **({"by": who} if random.random() < 0.5 else {})}]


def project(model: dict[str, Any], told: dict[str, Any], turned: bool = False) -> Project:
    """The same model for the engine; `turned` writes everything in the opposite order."""
    own = {
        name: {"title": name, "kind": "defense", **fields,
               **({"deadline": f"P{fields['deadline']}D"} if "deadline" in fields else {})}
        for name, fields in model["provisions"].items()
    }  # fmt: skip
    sections = {
        "actors": {who: {"title": who, "kind": "state"} for who in WHO},
        "facts": {
            name: {"title": name, "kind": "brute", "initial": value} for name, value in model["facts"].items()
        },
        "events": {name: {"title": name, "sets": sets} for name, sets in model["events"].items()},
        "bodies": {
            name: {"title": name, "kind": "council", **fields} for name, fields in model["bodies"].items()
        },
        "determinations": {
            name: {"title": name, **fields} for name, fields in model["determinations"].items()
        },
        "provisions": own,
        "scenarios": {"s": {"title": "s", **told}},
    }
    if turned:
        sections = {
            section: dict(reversed(elements.items())) for section, elements in reversed(sections.items())
        }
    found = loads(
        {
            f"{'z' if turned else ''}{section}.yaml": json.dumps({section: sections[section]})
            for section in sections
        }
    )
    assert found.findings == (), found.findings
    return found
