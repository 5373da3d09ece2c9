"""How long plays take, and how much of a model they touch.

    python benchmarks/simulation.py [--provisions 10000] [--plays 10000]

Two figures matter: how many guards an event evaluates in a large model (it should follow what the event
touches, not the size of the model), and how many scenarios of a model as large as that of Paris one
process plays. Times are of this machine and of one process; counts are the same everywhere.
"""

import argparse
import json
from time import process_time

from foedus.load import Project, loads
from foedus.simulation import Trace, play, prepare
from foedus.text import Limits

EVENTS = 100


def layered(provisions: int, events: int) -> Project:
    """A model in layers of ten: a trigger of its own a column, each provision needing the one above it."""
    columns = max(provisions // 10, 1)
    facts = {f"f-{column}": {"title": "F", "kind": "brute", "initial": False} for column in range(columns)}
    own = {}
    for place in range(provisions):
        column, layer = place % columns, place // columns
        fields = {"title": "P", "kind": "defense", "obligors": ["a"], "modality": "must", "trigger": f"f-{column}"}
        if layer:
            fields["requires"] = {"active": f"p-{place - columns}"}
        own[f"p-{place}"] = fields
    steps = [{"day": day, "sets": {f"f-{day % columns}": True}} for day in range(1, events + 1)]
    texts = [{"facts": facts, "actors": {"a": {"title": "A", "kind": "state"}}},
             {"scenarios": {"s": {"title": "S", "steps": steps}}}]  # fmt: skip
    names = list(own)
    texts += [{"provisions": {name: own[name] for name in names[at : at + 2000]}} for at in range(0, len(names), 2000)]
    return loads({f"{place}.yaml": json.dumps(text) for place, text in enumerate(texts)})


def like_paris() -> Project:
    """Forty provisions in five components, with gates, findings, menus and unfinished commitments."""
    facts = ("ceasefire", "cessation", "attack", "breach", "request", "vote")
    own = {}
    for place in range(40):
        fields = {"title": "P", "kind": "defense", "obligors": ["a", "b"][: 1 + place % 2], "modality": "must"}
        fields |= {"enters_when": "ceasefire"} if place % 2 else {}
        fields |= {"trigger": "attack"} if place % 5 == 3 else {}
        fields |= {"requires": {"all": ["request", "cessation"]}} if place % 5 == 2 else {}
        fields |= {"status": "to_be_finalised"} if place == 8 else {}
        if place % 8 == 4 and place > 8:
            fields |= {"modality": "may", "trigger": {"active": "p-8"}}
        if place % 8 == 6:
            fields |= {"trigger": {"finding": "d"}}
        own[f"p-{place}"] = fields
    sections = {
        "actors": {name: {"title": name, "kind": "state"} for name in "ab"},
        "facts": {name: {"title": name, "kind": "brute", "initial": False} for name in facts},
        "events": {
            "ceasefire-starts": {"title": "E", "sets": {"ceasefire": True, "cessation": True}},
            "asks": {"title": "E", "sets": {"request": True}},
            "strikes": {"title": "E", "sets": {"attack": True, "breach": True, "ceasefire": False, "cessation": False}},
        },
        "bodies": {"c": {"title": "C", "kind": "commission", "established_by": "p-1"}},
        "determinations": {"d": {"title": "D", "of": "breach", "by": "body", "body": "c"}},
        "provisions": own,
        "scenarios": {
            "s": {
                "title": "S",
                "steps": [
                    {"day": 0, "events": ["ceasefire-starts"]},
                    {"day": 5, "events": ["asks"]},
                    {"day": 100, "events": ["strikes"]},
                    {"day": 101, "findings": {"d": "established"}},
                ],
                "expect": [{"after": 100, "provision": "p-8", "states": ["INACTIVE", "ACTIVE"], "because": ["concluded"]}],
            }
        },
    }  # fmt: skip
    return loads({"m.yaml": json.dumps(sections)})


def timed(what: str, seconds: float, count: int, unit: str) -> None:
    """Print one line of the result."""
    print(f"{what:<58} {seconds:8.3f} s  {count:>10,} {unit}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provisions", type=int, default=10_000)
    parser.add_argument("--plays", type=int, default=10_000)
    given = parser.parse_args()
    for size in (given.provisions // 10, given.provisions):
        project = layered(size, EVENTS)
        start = process_time()
        prepared = prepare(project)
        timed(f"{size:,} provisions made ready", process_time() - start, len(prepared.plans), "positions")
        start = process_time()
        first = play(prepared, "s", resolved={})
        timed("  first play, every position settled once", process_time() - start, first.evaluations, "guards in all")
        start = process_time()
        again = play(prepared, "s")
        timed(f"  played again: {EVENTS} events", process_time() - start, _after_start(again), "changes by events")
    small = prepare(like_paris())
    start = process_time()
    for _ in range(given.plays):
        trace = play(small, "s")
    seconds = process_time() - start
    assert trace.verdicts[0].outcome == "met"
    timed(f"{given.plays:,} plays of {len(small.plans)} positions", seconds, round(given.plays / seconds), "plays a second")


def _after_start(trace: Trace) -> int:
    return sum(len(turn.changes) for turn in trace.turns[1:])


if __name__ == "__main__":
    main()
