"""One position through the lifecycle: from each state that it may be in, to where it comes to rest.

A guard that is unknown is fixed to true and to false for the whole instant, and both ways are followed;
the union of where they lead is the position's new value.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from foedus.logic import Truth
from foedus.place import Route
from foedus.simulation.clock import Moment
from foedus.simulation.lifecycle import ACTS, BIT, Move
from foedus.simulation.prepare import Plan
from foedus.simulation.questions import NOTHING
from foedus.simulation.world import Config, Firing, Unknown, Value, World, in_order


class Instant(NamedTuple):
    """One moment of a play as the lifecycle sees it."""

    minute: int
    day: Moment
    dated: bool
    expired: int
    """A clock that runs up to this minute, or to an earlier one, has run out."""
    acts: Mapping[int, Mapping[str, Route]]
    """What was done about each position, and where that is written."""


class Settled(NamedTuple):
    """What became of a position: its value, whether it may have moved, and the states it passed."""

    value: Value
    moved: bool
    passed: int


NOBODY: frozenset[str] = frozenset()
NOTHING_DONE: Mapping[str, Route] = MappingProxyType({})
_UNDONE: dict[str, Truth] = dict.fromkeys(ACTS, False)


class Follower:
    """One position at one instant: its guards, each asked once, and what was found on the way."""

    def __init__(self, plan: Plan, world: World, instant: Instant) -> None:
        self.plan = plan
        self.world = world
        self.instant = instant
        self.acts = instant.acts.get(plan.index, NOTHING_DONE)
        self.known: dict[str, Truth] = _UNDONE.copy()
        if self.acts:
            self.known |= dict.fromkeys(self.acts.keys() & self.known.keys(), True)
        if world.left:
            self.known["withdrawn"] = world.left.get(plan.index, NOBODY) >= set(plan.bearers)
        self.mattered: set[str] = set()
        self.moved = False
        self.expired = False
        self.passed = 0

    def settle(self, before: Value, touched: bool) -> Settled:
        """What becomes of a position that had a value before.

        Where nothing that it reads was touched, only states that an act or a clock concerns can move.
        """
        configs: dict[Config, Firing | None] = {}
        for config in in_order(before.configs):
            why = before.configs[config]
            rests = not touched and not self._concerned(config)
            self.passed |= BIT[config.state]
            found = {config: why} if rests else self._follow(config, why, {})
            for end, path in found.items():
                configs.setdefault(self._clock_put_away(end), path)
        return Settled(self._value(before, configs), self.moved, self.passed)

    def _concerned(self, config: Config) -> bool:
        if config.state != "ACTIVE":
            return False
        return bool(self.acts) or (config.due is not None and config.due <= self.instant.expired)

    def _follow(
        self, config: Config, why: Firing | None, fixed: dict[str, bool]
    ) -> dict[Config, Firing | None]:
        """Where a state comes to rest, with some unknown guards fixed."""
        for move in self.plan.moves[config.state]:
            doubt: str | None = None
            for name, wanted in move.tests:
                if name in fixed:
                    value: Truth = fixed[name]
                else:
                    value = self.known[name] if name in self.known else self._truth(name, config)
                if value is None:
                    doubt = doubt or name
                elif value != wanted:
                    break
            else:
                if doubt is not None:
                    return self._fork(config, why, fixed, doubt)
                end = self._end(move, config)
                if end != config:
                    self.moved = True
                    self.passed |= BIT[end.state]
                    self.expired |= move.uses_clock
                    return self._follow(end, self._firing(move, config, end, why, fixed), fixed)
        return {config: why}

    def _fork(
        self, config: Config, why: Firing | None, fixed: dict[str, bool], name: str
    ) -> dict[Config, Firing | None]:
        met = self._follow(config, why, {**fixed, name: True})
        unmet = self._follow(config, why, {**fixed, name: False})
        if met.keys() != unmet.keys():
            self.mattered.add(name)
        if config in met or config in unmet:  # to stay is older than to have moved and come back
            met[config] = why
        return unmet | met

    def _truth(self, name: str, config: Config) -> Truth:
        """A guard that has not been asked yet; those about the state itself are asked of every state."""
        if name == "deadline_passed":
            return config.due is not None and config.due <= self.instant.expired
        if name == "taken_up":
            if config.done is not None or self.plan.choice is None:
                return config.done is True
            return self.world.choice(self.plan.choice)
        if name == "concluded":
            value = self.world.concluded[self.plan.index]
        else:
            self.world.evaluations += 1
            value = self.plan.gates[name].truth(self.world)
        self.known[name] = value
        return value

    def _end(self, move: Move, config: Config) -> Config:
        """The state to which a row leads, with its clock and what it remembers."""
        if move.records is not None:
            return config._replace(done=move.records)
        if move.target == "SUSPENDED":
            return Config("SUSPENDED", back=config.state, done=config.done)
        state = move.target or config.back or "STANDBY"
        done = config.done if move.target is None else None
        return Config(state, self._due() if state == "ACTIVE" else None, done=done)

    def _due(self) -> int | None:
        """The minute up to which a clock that starts now runs: the earlier of a time and a day.

        A day that is over before the provision falls due limits nothing.
        """
        plan, now = self.plan, self.instant
        ends = [plan.deadline.after(now.minute, now.dated)] if plan.deadline is not None else []
        if plan.due_by is not None and now.dated and plan.due_by >= now.minute:
            ends.append(plan.due_by)
        return min(ends, default=None)

    def _firing(
        self, move: Move, config: Config, end: Config, why: Firing | None, fixed: Mapping[str, bool]
    ) -> Firing:
        certain = not fixed or not any(name in fixed for name, _ in move.tests)
        return Firing(self.instant.day, config.state, end.state, move.words, self._route(move), certain, why)

    def _route(self, move: Move) -> Route:
        """Where the guard is written: the act, the condition, the deadline; else what it rests on."""
        provision = self.plan.provision
        for name, _ in move.tests:
            if name in self.acts:
                return self.acts[name]
            if name in self.plan.gates:
                return provision.at(name)
            if name == "deadline_passed" and provision.clock is not None:
                return provision.clock
        entering = bool(move.tests) and move.tests[0][0] == "concluded"
        return provision.at("instrument") if entering and provision.instrument else provision.route

    def _clock_put_away(self, config: Config) -> Config:
        ran_out = config.due is not None and config.due <= self.instant.expired
        return config._replace(due=None) if ran_out else config

    def _value(self, before: Value, configs: dict[Config, Firing | None]) -> Value:
        if len(configs) == 1:
            (config,) = configs
            return Value(configs, BIT[config.state], self._delivered(config), NOTHING)
        mask = 0
        for config in configs:
            mask |= BIT[config.state]
        delivered = {self._delivered(config) for config in configs}
        unknowns = before.unknowns.union(*(self._unknowns(name) for name in self.mattered))
        if self.expired and len(before.configs) > 1:
            route = self.plan.provision.clock or self.plan.provision.route
            unknowns |= {Unknown("timer", self.plan.position.provision, self.plan.position.obligor, route)}
        return Value(configs, mask, delivered.pop() if len(delivered) == 1 else None, unknowns)

    def _delivered(self, config: Config) -> Truth:
        if config.state == "ACTIVE":
            if self.plan.choice is not None:
                return config.done if config.done is not None else self.world.choice(self.plan.choice)
            return self.plan.kept_up
        return config.state == "FULFILLED"

    def _unknowns(self, name: str) -> frozenset[Unknown]:
        """Why a guard is unknown."""
        if name == "concluded":
            return frozenset({self.world.open_conclusions[self.plan.index]})
        if name == "taken_up":
            return frozenset({self.plan.choice}) if self.plan.choice is not None else NOTHING
        return self.plan.gates[name].unknowns(self.world)
