"""A world moved on without a record, day by day, is the world to which a play of the same days leads."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_models import model, scenario

from foedus.simulation import Act, play, prepare
from foedus.simulation.beginning import beginning, terms
from foedus.simulation.lifecycle import BIT, STATES
from foedus.simulation.onward import first_due, onward, waited
from foedus.simulation.world import World

PROVISIONS = {
    "once": {"trigger": "attack", "deadline": "P2D", "performance": "achievement"},
    "may": {"trigger": "attack", "modality": "may", "deadline": "P3D"},
    "kept": {"requires": {"state": "once", "in": ["BREACHED"]}, "deadline": "P1D"},
}
ACTS = (
    ("happens", "attack-starts"), ("happens", "attack-ends"), ("happens", "incident"),
    ("performs", "once"), ("performs", "kept"), ("fails", "kept"), ("exercises", "may"), ("declines", "may"),
)  # fmt: skip
WRITTEN = {"happens": "events"}


def states(world: World, index: int) -> set[str]:
    return {state for state in STATES if world.masks[index] & BIT[state]}


@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_a_world_moved_on_is_the_world_of_a_play(seed: int) -> None:
    random = Random(seed)
    days = sorted(random.sample(range(9), random.randint(1, 5)))
    done = [(day, *random.choice(ACTS)) for day in days]
    steps = [
        {"day": day, WRITTEN.get(verb, verb): [subject if verb == "happens" else {"provision": subject}]}
        for day, verb, subject in done
    ]
    prepared = prepare(model(PROVISIONS, scenario(*steps, horizon=20)))
    trace = play(prepared, "s")
    world = beginning(prepared, terms(prepared.model.scenarios["s"], None, None, None, 0, False), {})
    for day, verb, subject in done:
        world = onward(prepared, world, day, (Act(verb, subject, None, None, ()),))  # type: ignore[arg-type]
        for name in PROVISIONS:
            (index,) = prepared.numbers.of[name]
            assert states(world, index) == {*trace.states(name, after=day)}
    before = list(world.values)
    later = waited(prepared, world, 21)
    assert world.values == before
    assert first_due(later) is None
    for name in PROVISIONS:
        (index,) = prepared.numbers.of[name]
        assert states(later, index) == {*trace.states(name)}


@pytest.mark.parametrize(("day", "state"), [(1, "ACTIVE"), (2, "ACTIVE"), (3, "BREACHED")])
def test_a_deadline_passes_when_its_last_day_is_over(day: int, state: str) -> None:
    prepared = prepare(model({"p": {"deadline": "P2D"}}, scenario()))
    world = beginning(prepared, terms(prepared.model.scenarios["s"], None, None, None, 0, False), {})
    assert states(waited(prepared, world, day), 0) == {state}
