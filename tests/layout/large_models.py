"""Models of 30 to 300 provisions, made from a seed: siblings, and conditions within and across components."""

import json
from random import Random
from typing import Any

from foedus.load import Project, loads

TITLES = (
    "Consult at once on any threat",
    "Keep a monitoring mission along the line of contact",
    "Підтримувати спільний штаб у Києві",
    "Finance the procurement of air defence systems",
    "Deploy",
    "Restore sanctions that were lifted, in whole or in part, within thirty days of a finding of breach",
    "Share intelligence on military movements",
    "Train a brigade a year",
)
AREAS = (
    "Monitoring", "Armed forces", "Multinational force", "Future attack", "Cooperation", "Reconstruction",
    "Energy", "Sanctions", "Prisoners and civilians",
)  # fmt: skip


def large_model(count: int, components: int = 5, seed: int = 0) -> Project:
    """A sound model of so many provisions, spread over so many components (or none)."""
    random = Random(seed)
    parts = [f"part-{i + 1}" for i in range(components)]
    facts = [f"fact-{i + 1}" for i in range(max(3, count // 6))]
    ids = [f"provision-{i + 1}" for i in range(count)]
    provisions: dict[str, Any] = {}
    for place, key in enumerate(ids):
        near = ids[max(0, place - 8) : place]
        provisions[key] = {
            "title": f"{random.choice(TITLES)} ({place + 1})",
            "kind": "defense",
            "modality": "must",
            "obligors": ["fr"],
            "instrument": "text",
            **({"component": parts[place * components // count]} if parts else {}),
            **_gates(random, near, ids[:place], facts),
        }
    found = loads({"model.yaml": json.dumps({
        "framework": {
            "title": "A large system", "beneficiary": ["fr"], "instrument": "text", "as_of": "2026-01-06",
        },
        "actors": {"fr": {"title": "France", "kind": "state"}},
        "instruments": {"text": {"title": "The text", "form": "treaty"}},
        "components": {key: {"title": AREAS[i % len(AREAS)], "order": i + 1} for i, key in enumerate(parts)},
        "facts": {
            key: {"title": f"Fact {key[5:]} is so", "kind": "brute", "initial": "unknown"} for key in facts
        },
        "provisions": provisions,
    })})  # fmt: skip
    assert not found.findings, found.findings
    return found


def _gates(random: Random, near: list[str], before: list[str], facts: list[str]) -> dict[str, Any]:
    """At most one gate of each kind: on a fact, on a provision near by or anywhere before, or on several."""
    gates: dict[str, Any] = {}
    if random.random() < 0.5:
        gates["trigger"] = random.choice(facts)
    if near and random.random() < 0.5:
        gates["requires"] = {"active": random.choice(near)}
    elif before and random.random() < 0.15:
        gates["requires"] = {"all": [random.choice(facts), {"active": random.choice(before)}]}
    return gates
