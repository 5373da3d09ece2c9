"""Whole models at random, of any size and with any words, for the proof that their pictures are right.

hypothesis draws the seed only; a model is a plain value of its seed and its size.
"""

import json
from random import Random
from typing import Any

from foedus.load import Project, loads

WORDS = (
    "support", "of", "the", "multinational", "force", "and", "ceasefire", "monitoring", "for", "rapid",
    "reinforcement", "air", "defence", "a", "to", "in", "any", "event", "consult", "within", "days",
)  # fmt: skip
TITLES = (
    "Стрімке підсилення з оборонних запасів у разі загрози державі та її союзникам",
    "מערכת ערבויות ביטחון למדינה ולבעלות בריתה",
    "ضمانات أمنية للدولة وحلفائها",
    "安全保障と停戦監視の仕組み",
    "Donaudampfschifffahrtsgesellschaftskapitänsverordnung",
    '"</script><script>alert(1)</script>',
    "]]> <!-- & &amp; &#60; -->",
    "#let x = 1; *bold* _it_ @label $x$ \\ #panic()",
    "back\\slash \\N \\G 'single' \"double\" „low“ «angle» `tick`",
    "%%{init: {}}%% click n1 href; n1 -> n2 [URL=x]",
    "https://example.org/a/very/long/address/that/has/no/blank/in/it?and=more&of=it",
    "emoji 🇺🇦 👩‍💻 ⚠️ end",
    "W" * 60,
    "i" * 60,
    "word " * 58,
    "x" * 295,
)
"""What no title should be able to break: other scripts, markup of every format, words without an end."""
_GATES = ("enters_when", "in_force_while", "trigger", "requires", "terminates_when")
_CHANCES = (0.45, 0.15, 0.35, 0.25, 0.08)


def system(seed: int, provisions: int, hostile: float = 0.15) -> Project:
    """A guarantee system with so many provisions; a title is hostile with that chance."""
    found = loads({"model.yaml": json.dumps(sections(Random(seed), provisions, hostile))})
    broken = [each for each in found.findings if each.severity == "error"]
    assert not broken, broken
    return found


def sections(random: Random, provisions: int, hostile: float) -> dict[str, Any]:
    def title() -> str:
        if random.random() < hostile:
            return random.choice(TITLES)
        return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 9))).capitalize()

    parts = [f"c{i}" for i in range(random.choice((0, 1, 2, 3, 4, 5, 5, 6, 8)))]
    actors = [f"a{i}" for i in range(random.randint(1, 9))]
    facts = [f"f{i}" for i in range(random.randint(1, 3 + provisions // 5))]
    texts = [f"t{i}" for i in range(random.randint(1, 4))]
    own = [f"p{i}" for i in range(provisions)]
    bodies = [f"b{i}" for i in range(random.randint(0, 3))]
    findings = [f"d{i}" for i in range(random.randint(0, 3))]
    model: dict[str, Any] = {
        "framework": {
            "title": title(), "as_of": "2026-01-06", "beneficiary": [actors[0]], "instrument": texts[0],
        },
        "components": {key: {"title": title(), "order": i + 1} for i, key in enumerate(parts)},
        "actors": {key: {"title": title(), "kind": random.choice(("state", "coalition"))} for key in actors},
        "facts": {key: {"title": title(), "kind": "brute", "initial": False} for key in facts},
        "events": {"e": {"title": title(), "sets": {facts[0]: True}, "by": [random.choice(actors)]}},
        "instruments": {
            key: {"title": title(), "form": "declaration",
                  "status": {"is": random.choice(("adopted", "proposed", "in_force")), "on": "2025-12-01"}}
            for key in texts
        },
        "bodies": {
            key: {"title": title(), "kind": "commission", "established_by": random.choice(own),
                  "lead": random.choice(actors)}
            for key in bodies
        },
        "determinations": {
            key: {"title": title(), "of": random.choice(facts),
                  **({"by": "body", "body": random.choice(bodies)} if bodies else {"by": "unspecified"})}
            for key in findings
        },
    }  # fmt: skip
    model["provisions"] = {
        key: _provision(random, i, own, (parts, actors, facts, texts, findings), title())
        for i, key in enumerate(own)
    }
    return {section: elements for section, elements in model.items() if elements}


def _provision(
    random: Random, place: int, own: list[str], world: tuple[list[str], ...], title: str
) -> dict[str, Any]:
    parts, actors, facts, texts, findings = world
    fields: dict[str, Any] = {
        "title": title,
        "kind": random.choice(("defense", "training", "monitoring", "military_aid")),
        "modality": random.choice(("must", "may", "must_not")),
        "obligors": random.sample(actors, random.randint(1, min(3, len(actors)))),
        "beneficiary": [random.choice(actors)],
        "instrument": random.choice((texts[0], texts[0], *texts)),
        "wording": random.choice(("will", "shall", "may")),
    }
    if parts and random.random() < 0.92:
        fields["component"] = random.choice(parts)
    if random.random() < 0.3:
        fields["status"] = random.choice(("proposed", "to_be_finalised"))
    if place and random.random() < 0.15:
        fields["part_of"] = random.choice(own[:place])
    for gate, chance in zip(_GATES, _CHANCES, strict=True):
        if random.random() < chance:
            fields[gate] = _condition(random, own[:place], facts, findings)
    return fields


def _condition(
    random: Random, before: list[str], facts: list[str], findings: list[str], depth: int = 2
) -> Any:
    kind = random.choice(("fact", "fact", "fact", "active", "finding", "all", "any", "not", "count"))
    if kind == "active" and before:
        return {"active": random.choice(before)}
    if kind == "finding" and findings:
        return {"finding": random.choice(findings)}
    if kind in ("all", "any", "count") and depth:
        parts = [_condition(random, before, facts, findings, depth - 1) for _ in range(random.randint(2, 4))]
        return {"at_least": random.randint(1, len(parts)), "of": parts} if kind == "count" else {kind: parts}
    if kind == "not" and depth:
        return {"not": _condition(random, before, facts, findings, depth - 1)}
    return random.choice(facts)
