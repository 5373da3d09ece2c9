"""How long the searches take: withdrawals of two among many actors, and orders of independent events.

    python benchmarks/searches.py [--actors 60] [--events 12]

Withdrawals are told as a ratio too: all pairs at once against each alone, for a sample, in one run. Seconds
are of work in this process: starting Python and loading modules is in none of them.
"""

import argparse
import json
from itertools import combinations
from random import Random
from time import process_time

from foedus.analyses.coverage import coverage
from foedus.analyses.gaps import gaps
from foedus.analyses.properties import Claim, checked
from foedus.analyses.reach import Case, Reach, listed
from foedus.analyses.withdrawal import withdrawals
from foedus.load import Project, loads
from foedus.opening import read
from foedus.schema import Active

PROMISE = Active.model_construct(provision="p")


def alliance(actors: int) -> Project:
    """Every actor owes two promises with gates of their own; five targets ask for many of them."""
    random = Random(1)
    names = [f"a-{place}" for place in range(actors)]
    provision = {"title": "P", "kind": "defense", "modality": "must", "trigger": "attack"}
    provisions = {}
    for place, name in enumerate(names):
        provisions[f"p-{place}"] = {**provision, "obligors": [name]}
        needs = {"active": f"p-{random.randrange(actors)}"}
        provisions[f"q-{place}"] = {**provision, "obligors": random.sample(names, 2), "requires": needs}
    some = [random.sample(sorted(provisions), 20) for _ in range(5)]
    conditions = [
        {"at_least": 12 + place, "of": [{"active": key} for key in own]} for place, own in enumerate(some)
    ]
    sections = {
        "actors": {name: {"title": name, "kind": "state"} for name in names},
        "facts": {"attack": {"title": "A", "kind": "brute", "initial": False}},
        "events": {"invasion": {"title": "I", "sets": {"attack": True}}},
        "provisions": provisions,
        "targets": {f"t-{place}": {"title": "T", "condition": each} for place, each in enumerate(conditions)},
    }
    return loads({f"{name}.yaml": json.dumps({name: own}) for name, own in sections.items()})


def independent(events: int) -> Project:
    """So many events, each with a fact of its own, and a promise that reads them all."""
    facts = {f"f-{place}": {"title": "F", "kind": "brute", "initial": False} for place in range(events)}
    happen = {f"e-{place}": {"title": "E", "sets": {f"f-{place}": True}} for place in range(events)}
    promise = {
        "title": "P", "kind": "defense", "obligors": ["unspecified"], "modality": "must",
        "trigger": {"all": sorted(facts)},
    }  # fmt: skip
    sections = {"facts": facts, "events": happen, "provisions": {"p": promise}}
    return loads({f"{name}.yaml": json.dumps({name: own}) for name, own in sections.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--actors", type=int, default=60)
    parser.add_argument("--events", type=int, default=12)
    asked = parser.parse_args()
    project = alliance(asked.actors)
    begun = process_time()
    found = withdrawals(project)
    whole = process_time() - begun
    pairs = list(combinations(found[0].actors, 2))
    sample = Random(2).sample(pairs, 50)
    begun = process_time()
    for pair in sample:
        reach = Reach(project.model, listed([Case(pair)]))
        for target in project.model.targets.values():
            reach.holds(target.condition)
    alone = (process_time() - begun) / len(sample) * (1 + asked.actors + len(pairs))
    print(f"withdrawals: {asked.actors} actors, {len(pairs):,} pairs, {len(found)} targets: {whole:.3f} s")
    print(f"             {alone / whole:.0f} times as fast as case by case")
    begun = process_time()
    searched = checked(independent(asked.events), Claim("c", "C", "never", (PROMISE,), ()))
    print(f"orders: {asked.events} events, {searched.states:,} states: {process_time() - begun:.2f} s")
    paris = read("paris-2026")
    for name, ask in (("coverage", coverage), ("gaps", gaps), ("withdrawals", withdrawals)):
        begun = process_time()
        ask(paris)
        print(f"Paris: {name}: {process_time() - begun:.3f} s")


if __name__ == "__main__":
    main()
