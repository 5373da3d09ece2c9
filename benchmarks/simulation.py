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
from foedus.simulation import play, prepare

EVENTS = 100


def layered(provisions: int, events: int) -> Project:
    """A model in layers of ten: a trigger of its own a column, each provision needing the one above it."""
    columns = max(provisions // 10, 1)
    files = {"world": ["actors:", "  a: {title: A, kind: state}", "facts:"]}
    files["world"] += [
        f"  f-{column}: {{title: F, kind: brute, initial: false}}" for column in range(columns)
    ]
    files["story"] = ["scenarios:", "  nothing: {title: N, steps: []}", "  s:", "    title: S", "    steps:"]
    files["story"] += [
        f"    - {{day: {day}, sets: {{f-{day % columns}: true}}}}" for day in range(1, events + 1)
    ]
    for place in range(provisions):
        file = files.setdefault(f"promises-{place // 2000}", ["provisions:"])
        needs = f", requires: {{active: p-{place - columns}}}" if place >= columns else ""
        fields = (
            f"title: P, kind: defense, obligors: [a], modality: must, trigger: f-{place % columns}{needs}"
        )
        file.append(f"  p-{place}: {{{fields}}}")
    return loads({name: "\n".join(lines) + "\n" for name, lines in files.items()})


def like_paris() -> Project:
    """Forty provisions in five components, with gates, findings, menus and unfinished commitments."""
    facts = ("ceasefire", "cessation", "attack", "breach", "request", "vote")
    own = {}
    for place in range(40):
        fields = {
            "title": "P",
            "kind": "defense",
            "obligors": ["a", "b"][: 1 + place % 2],
            "modality": "must",
        }
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
            "strikes": {"title": "E", "sets": {"attack": True, "breach": True, "ceasefire": False}},
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
                "expect": [{"after": 100, "provision": "p-8", "states": ["INACTIVE", "ACTIVE"]}],
            }
        },
    }  # fmt: skip
    return loads({"m.yaml": json.dumps(sections)})


def timed(what: str, seconds: float, count: int, unit: str) -> None:
    """Print one line of the result."""
    print(f"{what:<58} {seconds:8.3f} s  {count:>10,} {unit}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--provisions", type=int, default=10_000)
    parser.add_argument("--plays", type=int, default=10_000)
    given = parser.parse_args()
    for size in (given.provisions // 10, given.provisions):
        project = layered(size, EVENTS)
        start = process_time()
        prepared = prepare(project)
        timed(f"{size:,} provisions made ready", process_time() - start, len(prepared.plans), "positions")
        start = process_time()
        beginning = play(prepared, "nothing")
        timed("  every position settled once", process_time() - start, beginning.evaluations, "guards")
        play(prepared, "s")
        start = process_time()
        trace = play(prepared, "s")
        touched = trace.evaluations - beginning.evaluations
        timed(f"  {EVENTS} events", process_time() - start, touched, "guards")
    small = prepare(like_paris())
    start = process_time()
    for _ in range(given.plays):
        trace = play(small, "s")
    seconds = process_time() - start
    assert trace.verdicts[0].outcome == "met"
    timed(
        f"{given.plays:,} plays of {len(small.plans)} positions",
        seconds,
        round(given.plays / seconds),
        "plays a second",
    )


if __name__ == "__main__":
    main()
