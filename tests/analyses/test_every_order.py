"""Search over event orders: it agrees with trying every order one by one, and its witnesses can be played."""

import json
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest
import random_models
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from random_models import project

import foedus
from foedus.analyses.courses import Course, acted, idled, told
from foedus.analyses.gaps import gaps
from foedus.analyses.properties import Claim, Premises, all_checked, checked, claims, every_checked
from foedus.analyses.search import Extent, visits
from foedus.errors import Stop
from foedus.load import Project
from foedus.logic import Leaf, Truth, evaluate
from foedus.schema import Active, Condition, InState, Scenario
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation import Act, Prepared, Trace, play, prepare
from foedus.simulation.beginning import beginning, terms
from foedus.simulation.clock import DAY
from foedus.simulation.onward import first_due

DEPTH = 2
seeds = st.integers(0, 2**32)


def condition(random: Random, names: tuple[str, ...]) -> Condition:
    """A condition on facts and on states of provisions."""

    def some(depth: int) -> Any:
        kind = random.choice(
            ("fact", "active", "state", "not", "all", "any") if depth else ("fact", "active")
        )
        match kind:
            case "fact":
                return random.choice(random_models.FACTS)
            case "active":
                return {"active": random.choice(names)}
            case "state":
                return {"state": random.choice(names), "in": random.sample(random_models.STATES, 2)}
            case "not":
                return {"not": some(depth - 1)}
            case _:
                return {kind: [some(depth - 1), some(depth - 1)]}

    found: Condition = TypeAdapter(Condition).validate_json(json.dumps(some(2)))
    return found


def model(seed: int, clocks: bool = True) -> tuple[Project, Condition]:
    """A model and a condition on it; without `clocks` no duty has a deadline."""
    random = Random(seed)
    made = random_models.model(random)
    for own in made["provisions"].values() if not clocks else ():
        own.pop("deadline", None)
    return project(made, {"steps": []}), condition(random, tuple(made["provisions"]))


def starting(prepared: Prepared) -> Course:
    nothing = told("start", "Start", (), horizon=0)
    return Course(beginning(prepared, terms(nothing, "open", None, None, 0, False), {}))


def moved(prepared: Prepared, course: Course, move: str) -> Course | None:
    """One more move: an event, a duty performed or failed, or nothing until a clock has run out."""
    if move == "wait":
        due = first_due(course.world)
        return idled(prepared, course, max(course.day, due // DAY + 1)) if due is not None else None
    verb, _, subject = move.partition(" ")
    return acted(prepared, course, (Act(verb, subject, None, None, ("events", subject)),))  # type: ignore[arg-type]


def told_of(written: Any) -> set[str]:
    """The provisions of which something written asks whether they were honoured or broken."""
    if isinstance(written, list):
        return {key for each in written for key in told_of(each)}
    if not isinstance(written, dict):
        return set()
    own = {written["delivered"]} if "delivered" in written else set()
    if {"FULFILLED", "BREACHED"} & set(written.get("in", ())):
        own |= {written.get("state") or written.get("reached")}
    return own | {key for each in written.values() for key in told_of(each)}


def every_course(prepared: Prepared, asked: Condition) -> list[list[Course]]:
    """By number of moves, the courses of every order of moves, none left out and none merged."""
    own = prepared.model.provisions
    written = [each.model_dump(mode="json", by_alias=True, warnings=False) for each in own.values()]
    written.append(TypeAdapter(Condition).dump_python(asked, mode="json", by_alias=True, warnings=False))
    duties = [key for key in sorted(told_of(written)) if own[key].modality != "may"]
    moves = [f"happens {event}" for event in prepared.model.events] + ["wait"]
    moves += [f"{verb} {key}" for verb in ("performs", "fails") for key in duties]
    layers = [[starting(prepared)]]
    for _ in range(DEPTH):
        longer = (moved(prepared, course, move) for course, move in product(layers[-1], moves))
        layers.append([course for course in longer if course is not None])
    return layers


def holds(prepared: Prepared, course: Course, asked: Condition) -> Truth:
    """Whether a condition holds at the end of a course, as `play` tells it."""
    trace = play(prepared, told("course", "Course", course.days, horizon=course.last))
    return evaluate(asked, lambda leaf: _leaf(prepared, trace, leaf))


def _leaf(prepared: Prepared, trace: Trace, leaf: Leaf) -> Truth:
    match leaf:
        case str():
            value: Any = prepared.model.facts[leaf].initial
            for step in trace.scenario.steps:
                for event in step.events:
                    value = prepared.model.events[event].sets.get(leaf, value)
            return None if value == "unknown" else value
        case Active(provision=provision):
            wanted: tuple[str, ...] = ("ACTIVE",)
        case InState(provision=provision, states=wanted):
            pass
        case _:
            raise AssertionError(leaf)
    found: list[Truth] = []
    for standing in trace.standings(provision):
        inside = {state in wanted for state in standing.states}
        found.append(None if len(inside) > 1 else inside.pop())
    return True if True in found else None if None in found else False


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_the_shortest_course_that_breaks_a_never_is_that_of_trying_every_order(seed: int) -> None:
    """Without clocks: a finding that bears on nothing asked takes a day here, on which one may run out."""
    own, asked = model(seed, clocks=False)
    prepared = prepare(own)
    if prepared.refused:
        return
    by_hand = next(
        (
            moves
            for moves, courses in enumerate(every_course(prepared, asked))
            if any(holds(prepared, course, asked) for course in courses)
        ),
        None,
    )
    claim = Claim("c", "C", "never", (asked,), ())
    found = checked(own, claim, Premises(horizon=DEPTH))
    assert (found.moves if found.holds is False else None) == by_hand


@given(seeds)
@settings(max_examples=150, deadline=None)
def test_a_witness_is_a_scenario_at_whose_end_the_condition_stands_as_it_was_found(seed: int) -> None:
    own, asked = model(seed)
    prepared = prepare(own)
    if prepared.refused:
        return
    for kind, wanted in (("never", True), ("always", False)):
        found = checked(own, Claim("c", "C", kind, (asked,), ()), Premises(horizon=4))  # type: ignore[arg-type]
        if found.witness is not None:
            trace = play(prepared, found.witness)
            end = evaluate(asked, lambda leaf, trace=trace: _leaf(prepared, trace, leaf))
            assert trace.refusals == ()
            assert end is (wanted if found.holds is False else None)


@given(seeds)
@settings(max_examples=100, deadline=None)
def test_what_holds_of_every_order_holds_of_every_shorter_one(seed: int) -> None:
    own, asked = model(seed)
    if prepare(own).refused:
        return
    claim = Claim("c", "C", "always", (asked,), ())
    whole = checked(own, claim)
    if whole.holds is True and whole.exact:
        assert all(checked(own, claim, Premises(horizon=moves)).holds is True for moves in range(3))


PACT = """
facts:
  attack: {title: An attack, kind: brute, initial: false, concept: attack}
  asked: {title: Asked, kind: brute, initial: false}
events:
  invasion: {title: The invasion, sets: {attack: true}, attack_class: conventional}
  request: {title: The request, sets: {asked: true}}
provisions:
  help: {title: Help, kind: defense, obligors: [unspecified], modality: must, trigger: attack,
         requires: asked, deadline: P3D, performance: achievement}
properties:
  asked-leads-to-help: {title: P, leads_to: {from: {all: [attack, asked]}, to: {reached: help, in: [ACTIVE]}}}
  attack-leads-to-help: {title: P, leads_to: {from: attack, to: {active: help}}}
  help-leads-to-breach: {title: P, leads_to: {from: {active: help}, to: {state: help, in: [BREACHED]}}}
  help-leads-to-an-end:
    title: P
    leads_to: {from: {active: help}, to: {state: help, in: [FULFILLED, BREACHED]}}
  never-broken: {title: P, never: {state: help, in: [BREACHED]}}
"""


def pact() -> Project:
    from foedus.load import loads

    return loads({"model.yaml": PACT})


def test_a_claim_is_of_the_kind_that_is_written() -> None:
    from foedus.load import loads

    text = PACT + "  always: {title: P, always: {not: {active: help}}}\n"
    assert [(each.id, each.kind) for each in claims(loads({"model.yaml": text}))] == [
        ("always", "always"), ("asked-leads-to-help", "leads_to"), ("attack-leads-to-help", "leads_to"),
        ("help-leads-to-an-end", "leads_to"), ("help-leads-to-breach", "leads_to"), ("never-broken", "never"),
    ]  # fmt: skip


def steps(scenario: Scenario | None) -> list[tuple[str, ...]]:
    return [step.events for step in scenario.steps] if scenario is not None else []


def test_what_leads_to_something_must_bring_it_about_without_a_further_event() -> None:
    found = {
        each.claim.id: (each.holds, steps(each.witness))
        for each in (checked(pact(), claim) for claim in claims(pact()))
    }
    assert found == {
        "asked-leads-to-help": (True, []),
        "attack-leads-to-help": (False, [("invasion",)]),
        "help-leads-to-breach": (False, [("invasion",), ("request",), ()]),  # and then it is performed
        "help-leads-to-an-end": (True, []),  # as the clock runs out, without any event
        "never-broken": (False, [("invasion",), ("request",), ()]),  # and then it is failed
    }


def test_a_gap_is_an_attack_that_stands_while_no_duty_answers_it() -> None:
    (gap,) = gaps(pact())
    assert (gap.fact, gap.answering, gap.found.holds, steps(gap.found.witness)) == (
        "attack", ("help",), False, [("invasion",)],
    )  # fmt: skip


def test_what_was_dropped_and_what_is_for_somebody_else_answers_no_attack() -> None:
    from foedus.load import loads

    base = "title: H, kind: defense, obligors: [unspecified], modality: must, trigger: attack"
    more = f"""
actors: {{host: {{title: Host, kind: state}}, other: {{title: Other, kind: state}}}}
provisions:
  dropped: {{{base}, protects: [host], status: dropped}}
  elsewhere: {{{base}, protects: [other]}}
  here: {{{base}, protects: [host]}}
"""
    own = loads(
        {"model.yaml": PACT.replace("{attack: true}", "{attack: true}, target: [host]"), "more.yaml": more}
    )
    assert [gap.answering for gap in gaps(own)] == [("help", "here")]


@pytest.mark.parametrize(("rule", "holds"), [("decline", True), ("exercise", False), ("open", None)])
def test_a_claim_is_checked_under_the_choices_that_are_asked_for(rule: ChoiceRule, holds: Truth) -> None:
    from foedus.load import loads

    may = "provisions: {p: {title: P, kind: defense, obligors: [unspecified], modality: may}}"
    asked = TypeAdapter(Condition).validate_json('{"delivered": "p"}')
    found = checked(
        loads({"model.yaml": may}), Claim("c", "C", "never", (asked,), ()), Premises(discretion=rule)
    )
    assert (found.holds, found.states) == (holds, 1)
    assert holds is True or (found.witness is not None and found.witness.discretion == rule)


def test_what_a_claim_asks_of_nobody_bears_on_nothing() -> None:
    asked = TypeAdapter(Condition).validate_json('{"all": [{"finding": "nowhere"}, {"active": "nowhere"}]}')
    found = checked(pact(), Claim("c", "C", "never", (asked,), ()))
    assert (found.holds, found.exact) == (None, True)


def test_what_goes_round_in_a_negative_circle_has_no_courses() -> None:
    from foedus.load import loads

    own = loads({"model.yaml": PACT.replace("requires: asked", "requires: {not: {active: help}}")})
    with pytest.raises(Stop, match=r"model cannot be played: .*`help`.*; see `foedus check`"):
        all_checked(own)


def test_where_the_request_comes_first_there_is_no_gap() -> None:
    assume = TypeAdapter(dict).validate_python({"facts": {"asked": True}})
    from foedus.schema.scenarios import Assumptions

    (gap,) = gaps(pact(), Premises(assume=Assumptions.model_validate(assume)))
    assert (gap.found.holds, gap.found.exact) == (True, True)


@pytest.mark.promise(11)
def test_a_search_that_does_not_close_says_how_far_it_came() -> None:
    claim = Claim("c", "C", "never", ("asked",), ())
    found = checked(pact(), claim, Premises(horizon=0))
    assert (found.holds, found.exact, found.moves) == (True, False, 0)


def test_paris_has_a_gap_before_any_ceasefire_and_none_for_sure_while_one_holds() -> None:
    found = {(gap.fact, gap.phase): gap.found.holds for gap in gaps(foedus.read("paris-2026"))}
    assert found["attack-on-ukraine", "before-ceasefire"] is False
    assert found["attack-on-ukraine", "ceasefire"] is None


def test_if_the_gate_must_hold_the_attack_itself_makes_the_gap() -> None:
    found = gaps(foedus.read("paris-2026").read_as("gate-while"), Premises(phase="ceasefire"))
    (gap,) = (each for each in found if each.fact == "attack-on-ukraine")
    assert (gap.found.holds, steps(gap.found.witness)[-1]) == (False, ("armed-attack",))


@pytest.mark.promise(5, 11)
@pytest.mark.parametrize("name", ["moves", "positions"])
def test_searches_share_what_a_limit_allows_and_say_which_it_was(name: str) -> None:
    """Of twelve moves that three searches share each has four, where one of them alone has all."""
    own, (lasting, *_) = pact(), claims(pact())
    part = replace(own, limits=replace(own.limits, **{name: 12}))  # type: ignore[arg-type]
    alone, *_ = every_checked(part, [(lasting, Premises())])
    shared = every_checked(part, [(lasting, Premises())] * 3)
    assert checked(own, lasting).ended is None
    assert {each.ended for each in shared} == {name}
    assert all(each.states < alone.states for each in shared)


def test_orders_that_come_to_the_same_are_followed_once() -> None:
    """Three facts that three events set have eight states, however many orders there are."""
    from foedus.load import loads

    facts = "".join(f"  f{i}: {{title: F, kind: brute, initial: false}}\n" for i in range(3))
    events = "".join(f"  e{i}: {{title: E, sets: {{f{i}: true}}}}\n" for i in range(3))
    trigger = "{all: [f0, f1, f2]}"
    text = f"facts:\n{facts}events:\n{events}provisions:\n  p: {{title: P, kind: defense, obligors: "
    text += f"[unspecified], modality: must, trigger: {trigger}}}\n"
    prepared, extent = prepare(loads({"model.yaml": text})), Extent()
    for _ in visits(
        prepared, starting(prepared), lambda memory, world: memory, False, frozenset(), None, extent
    ):
        pass
    assert (extent.states, extent.moves, extent.closed) == (8, 3, True)
