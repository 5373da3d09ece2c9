"""A model made up to a size that is asked for, for load tests: it says nothing of any real text.

Promises stand in ten layers and up to eight components. Each has a trigger and a source of its own, and needs
one to three promises of the layer before its own, most of them of its component. In the one scenario all of
them fall due.
"""

from collections.abc import Mapping, Sequence
from random import Random
from textwrap import wrap
from typing import TypeAlias

MOST = 100_000
"""Promises: the YAML of more is more than the reader takes."""
MOST_IN_A_FILE = 3_000
FILE = 500
"""Promises in a file, where nothing else is asked for."""

_LAYERS = 10
_COMPONENTS = 8
_BYTES = 478
"""What a promise takes, on average; a note fills it up."""
_WIDTH = 110
_STATES = ("ally", "friend", "neighbour", "partner")
_DEEDS = {
    "defense": "Defend the host",
    "consultation": "Consult on what to do",
    "military_aid": "Supply the army of the host",
    "training": "Train the forces of the host",
    "intelligence_sharing": "Share what is known of the attack",
    "sanctions": "Lay sanctions on the rival",
    "economic_aid": "Bear part of the cost",
    "diplomatic_action": "Protest before others",
}
_WORDS = ("made", "for", "tests", "of", "size", "and", "says", "nothing", "about", "any", "real", "text")

_Fields: TypeAlias = Mapping[str, str]
"""The fields of an element, as they are written."""


def synthetic(provisions: int, seed: int, files: int | None = None) -> dict[str, str]:
    """The YAML of a model with so many promises, by file name; the same for the same numbers.

    The promises stand in `files` files of about one size, and the rest of the model in three more.
    """
    random = Random(seed)
    parts = range(1, min(_COMPONENTS, provisions) + 1)
    count = files or -(-provisions // FILE)
    made = {"system.yaml": _system(parts), "world.yaml": _world(parts), "scenarios.yaml": _scenarios(parts)}
    for file in range(count):
        numbers = range(file * provisions // count, (file + 1) * provisions // count)
        promises = {f"p-{each}": _promise(each, provisions, len(parts), random) for each in numbers}
        made[f"provisions-{file + 1:0{len(str(count))}}.yaml"] = _apart("provisions", promises)
    return {name: made[name] for name in sorted(made)}


def _promise(number: int, provisions: int, parts: int, random: Random) -> _Fields:
    kind, deed = random.choice(list(_DEEDS.items()))
    part = number % parts + 1
    needs = [f"{{active: p-{need}}}" for need in _needs(number, provisions, parts, random)]
    fields = {
        "title": f"{deed} ({number})",
        "component": f"part-{part}",
        "instrument": "pact",
        "kind": kind,
        "obligors": f"[{random.choice(_STATES)}]",
        "beneficiary": "[host]",
        "modality": "must",
        "wording": "shall",
        "trigger": f"{{finding: found-{part}}}",
        **({"requires": f"{{all: [{', '.join(needs)}]}}"} if needs else {}),
        "deadline": "PT24H",
        "note": "",
        "source": f"{{doc: annex-{part}, at: paragraph {number}}}",
        "claim": "{basis: assumed, confidence: low}",
    }
    return fields | {"note": _note(_BYTES - len(_element(f"p-{number}", fields)), random)}


def _needs(number: int, provisions: int, parts: int, random: Random) -> list[int]:
    """What a promise needs: numbers of the layer before its own, nine in ten of its own component."""
    layer = number * _LAYERS // provisions
    if layer == 0:
        return []
    first, end = (-(-each * provisions // _LAYERS) for each in (layer - 1, layer))
    near = range(first + (number - first) % parts, end, parts)
    chosen = near if near and random.random() < 0.9 else range(first, end)
    return sorted(random.sample(chosen, min(len(chosen), random.randint(1, 3))))


def _note(letters: int, random: Random) -> str:
    """Plain words of about so many letters, folded where they are more than a line."""
    words = [random.choice(_WORDS).capitalize()]
    while len(" ".join(words)) < letters - 8:
        words.append(random.choice(_WORDS))
    text = " ".join(words) + "."
    if len("    note: ") + len(text) <= _WIDTH:
        return text
    return "\n".join([">-", *wrap(text, _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)])


def _system(parts: Sequence[int]) -> str:
    """Who promises, in which text, and where it is said to stand."""
    framework = {
        "title": "A synthetic model",
        "as_of": "2026-01-06",
        "instrument": "pact",
        "beneficiary": "[host]",
        "adversary": "[rival]",
    }
    pact = {
        "title": "The pact",
        "form": "treaty",
        "status": "{is: in_force, on: 2026-01-06}",
        "parties": f"{{{', '.join(f'{each}: ratified' for each in ('host', *_STATES))}}}",
        "term": "{indefinite: true}",
        "exit": "{notice: P1Y}",
        "source": "{doc: annex-1}",
    }
    actors = {each: f"{{title: The {each}, kind: state}}" for each in ("host", "rival", *_STATES)}
    paper = "kind: instrument, publisher: Nobody, published: 2026-01-06"
    sections = (
        _lines("framework", framework),
        _lines("actors", actors),
        _lines("components", {f"part-{part}": f"{{title: Part {part}, order: {part}}}" for part in parts}),
        _apart("instruments", {"pact": pact}),
        _lines("sources", {f"annex-{part}": f"{{title: Annex {part}, {paper}}}" for part in parts}),
    )
    return "\n".join(sections)


def _world(parts: Sequence[int]) -> str:
    """An attack, its beginning and its finding for each component."""
    facts = {
        f"attack-{part}": {
            "title": f"The rival attacks in manner {part}",
            "kind": "brute",
            "concept": "attack",
            "initial": "false",
            "source": f"{{doc: annex-{part}}}",
            "claim": "{basis: assumed, confidence: low}",
        }
        for part in parts
    }
    events = {
        f"start-{part}": {
            "title": f"An attack in manner {part}",
            "sets": f"{{attack-{part}: true}}",
            "by": "[rival]",
            "target": "[host]",
            "attack_class": "conventional",
            "severity": "war",
        }
        for part in parts
    }
    findings = {
        f"found-{part}": {
            "title": f"Each state finds for itself whether the rival attacks in manner {part}",
            "of": f"attack-{part}",
            "by": "each_obligor",
            "source": f"{{doc: annex-{part}}}",
            "claim": "{basis: assumed, confidence: low}",
        }
        for part in parts
    }
    return "\n".join((_apart("facts", facts), _apart("events", events), _apart("determinations", findings)))


def _scenarios(parts: Sequence[int]) -> str:
    """Every attack begins and is found on one day."""
    starts = ", ".join(f"start-{part}" for part in parts)
    found = [f"          found-{part}: established" for part in parts]
    steps = ["      - day: 0", f"        events: [{starts}]", "        findings:", *found]
    expect = [f"      - {{after: 0, provision: p-{part - 1}, states: [ACTIVE]}}" for part in parts]
    story = {
        "title": "Every attack on one day",
        "steps": "\n".join(["", *steps]),
        "expect": "\n".join(["", *expect]),
    }
    return _apart("scenarios", {"every-attack": story})


def _apart(section: str, elements: Mapping[str, _Fields]) -> str:
    """A section with an empty line between its elements."""
    return f"{section}:\n\n" + "\n".join(_element(key, fields) for key, fields in elements.items())


def _element(key: str, fields: _Fields) -> str:
    said = (f"    {name}: {value}\n".replace(": \n", ":\n") for name, value in fields.items())
    return "".join([f"  {key}:\n", *said])


def _lines(section: str, entries: _Fields) -> str:
    """A section with a line for each of its entries."""
    return "".join([f"{section}:\n", *(f"  {key}: {value}\n" for key, value in entries.items())])
