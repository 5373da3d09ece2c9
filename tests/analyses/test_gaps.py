"""The search for gaps in passing: what a page that tells much else may spend on it."""

import json

import pytest

from foedus.analyses.gaps import in_passing
from foedus.load import loads
from foedus.simulation import Prepared, prepare


def crowd(attacks: int, phases: int, events: int, positions: int) -> Prepared:
    """A model of a size: attacks that some event makes, phases to look from, events in all, duties owed."""
    sections = {
        "facts": {
            f"f{place}": {"title": "F", "kind": "brute", "initial": False, "concept": "attack"}
            for place in range(attacks)
        },
        "events": {
            f"e{place}": {"title": "E", "sets": {f"f{place % attacks}": True}} for place in range(events)
        },
        "phases": {f"p{place}": {"title": "P", "order": place} for place in range(phases)},
        "actors": {f"a{place}": {"title": "A", "kind": "state"} for place in range(positions)},
        "provisions": {
            "help": {
                "title": "Help", "kind": "defense", "modality": "must",
                "obligors": [f"a{place}" for place in range(positions)],
            },
        },
    }  # fmt: skip
    own = loads({"model.yaml": json.dumps(sections)})
    assert own.findings == ()
    return prepare(own)


@pytest.mark.parametrize(
    ("attacks", "phases", "events", "positions", "states"),
    [
        (1, 1, 1, 1, 20_000),  # a small model is searched as far as its limits allow
        (2, 3, 5, 50, 8_000),  # 12 million, shared out
        (20, 20, 25, 150, 10),
    ],
)
def test_all_searches_in_passing_share_one_amount_of_work(
    attacks: int, phases: int, events: int, positions: int, states: int
) -> None:
    assert in_passing(crowd(attacks, phases, events, positions)).states == states


def test_a_model_without_an_attack_may_be_searched_as_far_as_its_limits_allow() -> None:
    nobody = {"title": "P", "kind": "defense", "modality": "must", "obligors": ["unspecified"]}
    own = loads({"model.yaml": json.dumps({"provisions": {"p": nobody}})})
    assert in_passing(prepare(own)).states == own.limits.states
