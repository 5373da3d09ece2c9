"""What holds before the first step: facts and consents as stated or assumed, every position settled once."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

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
_IDLE = Value({Config("INACTIVE"): None}, BIT["INACTIVE"], False, NOTHING)


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


def beginning(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> World:
    """A world settled before the first step; the caller's own."""
    outset = terms, frozenset(resolved.items())
    return _kept(prepared.begun, outset, lambda: _begun(prepared, terms, resolved)).copy()


def opening(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> Turn:
    """The record of a beginning: how every position came to stand before the first step."""
    outset = terms, frozenset(resolved.items())
    return _kept(prepared.opened, outset, lambda: _opened(prepared, beginning(prepared, terms, resolved)))


K = TypeVar("K")
V = TypeVar("V")


def _kept(known: dict[K, V], key: K, make: Callable[[], V]) -> V:
    if key not in known:
        made = make()
        if len(known) >= _KEPT:
            known.clear()
        known[key] = made
    return known[key]


def _begun(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> World:
    """First what comes about whatever anybody chooses, which all rules of choice share; then the rest."""
    outset = terms._replace(rule="open"), frozenset(resolved.items())
    world = _kept(prepared.firm, outset, lambda: _firm(prepared, terms, resolved)).copy()
    world.terms = terms
    _settle(prepared, world, prepared.swayed)
    return world


def _firm(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> World:
    world = _unsettled(prepared, terms, resolved)
    _settle(prepared, world, [group for group in range(len(prepared.groups)) if group not in prepared.swayed])
    return world


def _settle(prepared: Prepared, world: World, groups: Iterable[int]) -> None:
    """Settle groups for the first time, at the minute in which the play begins."""
    start, dated = world.terms.start, world.terms.dated
    instant = Instant(start, day(start, dated), dated, start - 1, {})
    Settling(prepared, world, instant, ()).settle(sorted(groups))


def _opened(prepared: Prepared, world: World) -> Turn:
    start, dated = world.terms.start, world.terms.dated
    first = day(start, dated)
    changes = tuple(
        Change(
            standing(plan.position, _IDLE, first, dated),
            standing(plan.position, world.values[plan.index], first, dated),
        )
        for plan in prepared.plans
    )
    return Turn(first, "start", (), (), changes, ())


def _unsettled(prepared: Prepared, terms: Terms, resolved: Mapping[Unknown, bool]) -> World:
    """Nothing in force yet, facts as they are at first."""
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
        values=[_IDLE] * count,
        masks=[_IDLE.mask] * count,
        delivered=[False] * count,
        latches=[False] * len(prepared.numbers.latches),
        latch_unknowns={},
        clocks={},
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
