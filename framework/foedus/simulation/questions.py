"""Conditions in the form in which a play asks them: each knows its truth in a world, and what is open in it.

The connectives are Kleene's, as in `foedus.logic`: `all` is n of n, `any` is 1 of n. A test about a
provision with several positions holds if it holds of one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from foedus.logic import Truth
from foedus.simulation.world import Unknown, World

NOTHING: frozenset[Unknown] = frozenset()


class Question(Protocol):
    """Something that can be true, false or unknown in a world."""

    def truth(self, world: World) -> Truth:
        """The truth of it."""
        ...

    def unknowns(self, world: World) -> frozenset[Unknown]:
        """Why it is unknown; meant for a question whose truth is None."""
        ...


@dataclass(frozen=True, slots=True)
class Count:
    """True if so many of the parts are true; unknown if they could be; else false."""

    count: int
    parts: tuple[Question, ...]

    def truth(self, world: World) -> Truth:
        needed, left = self.count, len(self.parts)
        open_ = 0
        for part in self.parts:
            value = part.truth(world)
            left -= 1
            if value:
                needed -= 1
                if needed <= 0:
                    return True
            elif value is None:
                open_ += 1
            if needed > open_ + left:
                return False
        return None

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return NOTHING.union(*(part.unknowns(world) for part in self.parts if part.truth(world) is None))


@dataclass(frozen=True, slots=True)
class Negated:
    """True while the part is false."""

    part: Question

    def truth(self, world: World) -> Truth:
        value = self.part.truth(world)
        return None if value is None else not value

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return self.part.unknowns(world)


@dataclass(frozen=True, slots=True)
class OfFact:
    """Whether a fact holds."""

    fact: int

    def truth(self, world: World) -> Truth:
        return world.facts[self.fact]

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return frozenset({world.open_facts[self.fact]})


@dataclass(frozen=True, slots=True)
class Undeclared:
    """Whatever no element of the model can answer stays unknown."""

    unknown: Unknown

    def truth(self, world: World) -> Truth:
        return world.resolved.get(self.unknown)

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return frozenset({self.unknown})


@dataclass(frozen=True, slots=True)
class OfState:
    """Whether one of some positions is in one of some states."""

    positions: tuple[int, ...]
    mask: int

    def truth(self, world: World) -> Truth:
        return _one_of(tuple(within(world.masks[index], self.mask) for index in self.positions))

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return NOTHING.union(
            *(world.values[index].unknowns for index in self.positions
              if within(world.masks[index], self.mask) is None)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfDelivery:
    """Whether one of some positions is being honoured, or has been; `choices` are their open *mays*."""

    positions: tuple[int, ...]
    choices: tuple[Unknown | None, ...]

    def truth(self, world: World) -> Truth:
        return _one_of(tuple(world.delivered[index] for index in self.positions))

    def unknowns(self, world: World) -> frozenset[Unknown]:
        found = NOTHING
        for index, choice in zip(self.positions, self.choices, strict=True):
            if world.delivered[index] is not None:
                continue
            value = world.values[index]
            found |= value.unknowns
            idle = any(config.state == "ACTIVE" and config.done is None for config in value.configs)
            if choice is not None and idle and world.choice(choice) is None:
                found |= {choice}
        return found


@dataclass(frozen=True, slots=True)
class OfHistory:
    """Whether one of some positions has been in one of some states, or is now; each has its latch."""

    positions: tuple[int, ...]
    latches: tuple[int, ...]
    mask: int

    def truth(self, world: World) -> Truth:
        now = (within(world.masks[index], self.mask) for index in self.positions)
        return _one_of((*now, *(world.latches[latch] for latch in self.latches)))

    def unknowns(self, world: World) -> frozenset[Unknown]:
        found = OfState(self.positions, self.mask).unknowns(world)
        return found.union(*(world.latch_unknowns.get(latch, NOTHING) for latch in self.latches))


@dataclass(frozen=True, slots=True)
class OfFinding:
    """Whether a finding was made; false before one."""

    key: tuple[str, str]

    def truth(self, world: World) -> Truth:
        return world.findings.get(self.key, False)

    def unknowns(self, world: World) -> frozenset[Unknown]:
        return world.finding_unknowns.get(self.key, NOTHING)


@dataclass(frozen=True, slots=True)
class OfNobody:
    """A finding that nobody is named to make: false while its fact is false, else unknown."""

    fact: Question
    unknown: Unknown

    def truth(self, world: World) -> Truth:
        brute = self.fact.truth(world)
        settled = world.resolved.get(self.unknown)
        return False if brute is False or settled is False else None if settled is None else brute

    def unknowns(self, world: World) -> frozenset[Unknown]:
        own = NOTHING if self.unknown in world.resolved else frozenset({self.unknown})
        return own | self.fact.unknowns(world) if self.fact.truth(world) is None else own


def within(states: int, mask: int) -> Truth:
    """Whether a set of possible states lies in another: all of it, none of it, or some."""
    if not states & ~mask:
        return True
    return None if states & mask else False


def _one_of(values: Sequence[Truth]) -> Truth:
    return True if True in values else None if None in values else False
