"""The engine and a second evaluator, written apart from it, agree on random models; and the laws hold.

`FOEDUS_EXAMPLES` sets how many models each law is tried on.
"""

import os
from collections.abc import Callable
from itertools import product
from random import Random
from typing import Any, TypeAlias, get_args

import random_models
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plain_evaluator import Evaluator
from random_models import project

from foedus.schema.vocabulary import Reason
from foedus.simulation import Trace, play, prepare
from foedus.simulation.beginning import terms
from foedus.simulation.exact import exact, relevant
from foedus.simulation.lifecycle import BIT
from foedus.simulation.play import run
from foedus.simulation.script import script

Law: TypeAlias = Callable[[int], None]
EXAMPLES = int(os.environ.get("FOEDUS_EXAMPLES", "400"))
lawful = settings(max_examples=EXAMPLES, deadline=None, derandomize="FOEDUS_EXAMPLES" not in os.environ)
seeds = st.integers(0, 2**32)
RESTLESS = (741, 1204, 1308)
"""Models in which provisions that wait for one another never come to rest: one in about 700."""


def restless(law: Law) -> Law:
    """A law that is tried on these models too."""
    for seed in RESTLESS:
        law = example(seed)(law)
    return law


def case(seed: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A model and a scenario for it."""
    random = Random(seed)
    model = random_models.model(random)
    return model, random_models.scenario(random, tuple(model["provisions"]))


def pictures(trace: Trace) -> list[Any]:
    """What a trace says of every position after every instant, with clocks and choices."""
    held: dict[Any, Any] = {}
    found = []
    for turn in trace.turns:
        for change in turn.changes:
            held[change.now.position] = {(each.state, each.due, each.done) for each in change.now.held}
        found.append((turn.order, dict(held)))
    return found


@restless
@given(seeds)
@settings(lawful, max_examples=40)
def test_the_states_that_a_position_may_be_in_are_those_of_its_configurations(seed: int) -> None:
    model, told = case(seed)
    prepared = prepare(project(model, told))
    if prepared.refused:
        return
    scenario = prepared.model.scenarios["s"]
    acts = script(prepared.model, scenario)
    on = terms(scenario, None, None, None, acts.start, acts.dated)
    for until in (None, *(when for when, _ in acts.instants)):
        values = run(prepared, acts, on, {}, until).world.values
        states = [{config.state for config in value.configs} for value in values]
        assert [value.mask for value in values] == [sum(BIT[state] for state in each) for each in states]


@restless
@given(seeds)
@lawful
def test_the_engine_agrees_with_the_second_evaluator(seed: int) -> None:
    """States, clocks and recorded choices are the same after every instant."""
    model, told = case(seed)
    plain = Evaluator(model, told)
    trace = play(project(model, told), "s")
    assert bool(trace.refusals) == plain.negative(), trace.refusals
    if trace.refusals:
        return
    expected = [
        (
            (day * 1440, late),
            {position: {(c[0], c[1], c[3]) for c in found} for position, found in held.items()},
        )
        for (day, late), held in plain.play()
    ]
    assert [
        (order, {tuple(p): held for p, held in each.items()}) for order, each in pictures(trace)
    ] == expected


def days(told: dict[str, Any]) -> range:
    """Every day of a scenario."""
    return range(told["horizon"] + 1)


@restless
@given(seeds)
@lawful
def test_every_state_of_every_completion_is_in_the_set(seed: int) -> None:
    """Soundness: however unknowns and choices turn out, the engine has counted it as possible.

    The second evaluator plays the completions; the unknowns are read off the model, not off the engine.
    """
    model, told = case(seed)
    unknowns = open_points(model, told)
    trace = play(project(model, told), "s")
    if trace.refusals or len(unknowns) > 7:
        return
    for truths in product((True, False), repeat=len(unknowns)):
        course = Evaluator(model, told, dict(zip(unknowns, truths, strict=True)))
        course.play()
        for position, configs in course.configs.items():
            assert {config[0] for config in configs} <= {*trace.states(*position)}, (position, truths)


def open_points(model: dict[str, Any], told: dict[str, Any]) -> list[Any]:
    """Everything that a model and a scenario leave open, by the second evaluator's names."""
    found: list[Any] = [("fact", name) for name, value in model["facts"].items() if value == "unknown"]
    found += [("concluded", name) for name, fields in model["provisions"].items()
              if "status" in fields and name not in told["assume"]["concluded"]]  # fmt: skip
    if told["discretion"] == "open":
        plain = Evaluator(model, told)
        found += [
            ("choice", each) for each in plain.positions if model["provisions"][each[0]]["modality"] == "may"
        ]
    found.append(("found", "nobody"))
    for place, step in enumerate(told["steps"]):
        found += [("set", place, name) for name, value in step.get("sets", {}).items() if value == "unknown"]
        found += [
            ("deadlock", place, name) for name, how in step.get("findings", {}).items() if how == "deadlocked"
        ]
    return found


@given(seeds)
@lawful
def test_to_resolve_an_unknown_adds_no_state(seed: int) -> None:
    """Information monotonicity: whoever knows more counts less as possible, on every day."""
    model, told = case(seed)
    prepared = prepare(project(model, told))
    trace = play(prepared, "s")
    for unknown in relevant(trace)[:4]:
        for truth in (True, False):
            knowing = play(prepared, "s", resolved={unknown: truth})
            for day in days(told):
                for standing in knowing.final:
                    position = standing.position
                    known = set(knowing.states(*position, after=day))
                    assert known <= set(trace.states(*position, after=day)), (unknown, truth, day)


@given(seeds)
@lawful
def test_exact_mode_is_the_enumeration_of_all_completions(seed: int) -> None:
    """Certain, possible and never are what the second evaluator finds by playing every completion."""
    model, told = case(seed)
    unknowns = open_points(model, told)
    outcomes = exact(project(model, told), "s").outcomes
    if not outcomes or len(unknowns) > 7:
        return
    seen: dict[Any, set[str]] = {}
    for truths in product((True, False), repeat=len(unknowns)):
        course = Evaluator(model, told, dict(zip(unknowns, truths, strict=True)))
        course.play()
        for position, configs in course.configs.items():
            seen.setdefault(position, set()).update(config[0] for config in configs)
    for each in outcomes:
        assert {*each.certain, *each.possible} == seen[tuple(each.position)], each


@given(seeds)
@lawful
def test_the_order_of_the_text_changes_nothing(seed: int) -> None:
    """Files, sections and entries in the opposite order: the same trace, record for record."""
    model, told = case(seed)
    one, other = play(project(model, told), "s"), play(project(model, told, turned=True), "s")
    assert one.turns == other.turns
    assert one.evaluations == other.evaluations
    assert repr(one) == repr(other)


@given(seeds)
@lawful
def test_the_same_scenario_played_twice_leaves_the_same_trace(seed: int) -> None:
    """A prepared model keeps nothing of a play."""
    model, told = case(seed)
    prepared = prepare(project(model, told))
    one, other = play(prepared, "s"), play(prepared, "s")
    assert one.turns == other.turns


@restless
@given(seeds)
@lawful
def test_what_is_open_has_a_reason_and_every_state_a_cause(seed: int) -> None:
    """Each non-singleton names its unknowns, and each state that was entered the guard and the place."""
    trace = play(project(*case(seed)), "s")
    for turn in trace.turns:
        for standing in (change.now for change in turn.changes):
            assert bool(standing.unknowns) == (len(standing.held) > 1), standing
            assert {*standing.reasons} <= {*get_args(Reason)}
            for held in standing.held:
                assert held.state == (held.why.end if held.why else "INACTIVE")
                assert all(firing.route[0] in ("provisions", "scenarios") for firing in held.chain)
