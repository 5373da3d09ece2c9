"""What holds before the first step: facts and consents as stated or assumed, every position settled once."""

from collections.abc import Mapping
from datetime import date

from foedus.logic import Truth
from foedus.place import Route
from foedus.schema import Scenario
from foedus.schema.scenarios import Assumptions
from foedus.schema.vocabulary import ChoiceRule
from foedus.simulation.clock import day
from foedus.simulation.enact import open_fact
from foedus.simulation.follow import Instant
from foedus.simulation.lifecycle import BIT
from foedus.simulation.prepare import Prepared
from foedus.simulation.questions import NOTHING
from foedus.simulation.records import Change, Turn, standing
from foedus.simulation.settle import Settling
from foedus.simulation.world import Config, Terms, Unknown, Value, World

_KEPT = 64


def terms(
    scenario: Scenario, rule: ChoiceRule | None, assume: Assumptions | None, as_of: date | None,
    start: int, dated: bool,
) -> Terms:  # fmt: skip
    """The terms of a play: what is asked for goes before what the scenario says."""
    concluded: dict[str, bool] = {}
    facts: dict[str, tuple[str, Truth, Route]] = {}
    for given in (scenario.assume, assume):
        for fact, value in given.facts.items() if given else ():
            truth = None if value == "unknown" else value
            facts[fact] = (fact, truth, scenario.at("assume", "facts", fact))
        concluded |= given.concluded if given else {}
    known = tuple(sorted(concluded.items()))
    given_facts = tuple(facts[fact] for fact in sorted(facts))
    return Terms(rule or scenario.discretion, as_of, known, given_facts, start, dated)


def beginning(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> tuple[World, Turn]:
    """A world settled before the first step, and the record of it; the world is the caller's own."""
    key = terms, frozenset(resolved.items())
    if key not in prepared.begun:
        if len(prepared.begun) >= _KEPT:
            prepared.begun.clear()
        prepared.begun[key] = _begun(prepared, terms, resolved)
    world, turn = prepared.begun[key]
    return world.copy(), turn


def _begun(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> tuple[World, Turn]:
    world = _unsettled(prepared, terms, resolved)
    before = list(world.values)
    first = day(terms.start, terms.dated)
    instant = Instant(terms.start, first, terms.dated, terms.start - 1, {})
    Settling(prepared, world, instant, range(len(prepared.plans))).run()
    changes = tuple(
        Change(
            standing(plan.position, before[plan.index], first, terms.dated),
            standing(plan.position, world.values[plan.index], first, terms.dated),
        )
        for plan in prepared.plans
    )
    return world, Turn(first, "start", (), (), changes, ())


def _unsettled(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> World:
    """Nothing in force yet, facts as they are at first."""
    idle = Value({Config("INACTIVE"): None}, BIT["INACTIVE"], False, NOTHING)
    count = len(prepared.plans)
    stated = prepared.standing(terms.as_of)
    assumed = dict(terms.concluded)
    world = World(
        facts=[False] * len(prepared.numbers.facts),
        open_facts={},
        concluded=[
            _concluded(plan.provision.id, plan.provision.instrument or "", assumed, truth, unknown, resolved)
            for plan, (truth, unknown) in zip(prepared.plans, stated, strict=True)
        ],
        open_conclusions=tuple(unknown for _, unknown in stated),
        values=[idle] * count,
        masks=[idle.mask] * count,
        delivered=[False] * count,
        latches=[False] * len(prepared.numbers.latches),
        latch_unknowns={},
        terms=terms,
        resolved=resolved,
    )
    for fact, index in prepared.numbers.facts.items():
        declared = prepared.model.facts[fact]
        truth = None if declared.initial == "unknown" else declared.initial
        world.set_fact(index, truth, open_fact(prepared, fact, declared.at("initial")))
    for fact, truth, route in terms.facts:
        if fact in prepared.numbers.facts:
            world.set_fact(prepared.numbers.facts[fact], truth, open_fact(prepared, fact, route))
    return world


def _concluded(
    provision: str, text: str, assumed: Mapping[str, bool], stated: Truth, unknown: Unknown,
    resolved: Mapping[Unknown, bool],
) -> Truth:  # fmt: skip
    """What is assumed of the provision, else of its text, else what is stated."""
    if provision in assumed:
        return assumed[provision]
    if text in assumed:
        return assumed[text]
    return stated if stated is not None else resolved.get(unknown)
