"""What can still come about if some withdraw or some facts never hold: any number of cases at once.

The latched reading: whatever could hold at some time counts as having held, every condition is looked at
by itself, what is open is settled in favour, whoever may act does, and finders find what can be so. So what
is out of reach here is out of reach in every course of events in which nobody finds what is not so; what is
within reach is not excluded. Each case is one bit of an integer, so a thousand cases cost little more than
one.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from foedus.logic import Leaf
from foedus.schema import (
    UNSPECIFIED,
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Determination,
    Event,
    Found,
    InState,
    Model,
    Not,
    Provision,
    Reached,
    latest,
)
from foedus.standing import concluded, stated_on

_ENTERED = frozenset({"STANDBY", "PENDING", "SUSPENDED"})


class Case(NamedTuple):
    """Who withdraws, with whatever is part of them, and which facts never hold."""

    without: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()


class Reach:
    """What can come about in each of some cases; every answer is an integer with a bit for each case."""

    def __init__(self, model: Model, cases: Sequence[Case]) -> None:
        self.model = model
        self.everywhere = (1 << len(cases)) - 1
        self._left: dict[str, int] = defaultdict(int)
        self._denied: dict[str, int] = defaultdict(int)
        for place, case in enumerate(cases):
            for actor in case.without:
                self._left[actor] |= 1 << place
            for fact in case.deny:
                self._denied[fact] |= 1 << place
        self._facts = {
            (fact, value): self._can_be(fact, value) for fact in model.facts for value in (True, False)
        }
        self._entered = dict.fromkeys(model.provisions, 0)
        self._due = dict.fromkeys(model.provisions, 0)
        self._settle()

    def due(self, provision: str) -> int:
        """The cases in which a provision can fall due."""
        return self._due[provision]

    def holds(self, condition: Condition | None, wanted: bool = True) -> int:
        """The cases in which a condition can be true (false where not `wanted`); all where there is none."""
        match condition:
            case None:
                return self.everywhere
            case Not(condition=inner):
                return self.holds(inner, not wanted)
            case All(conditions=inner):
                return self._enough(inner, len(inner) if wanted else 1, wanted)
            case Any_(conditions=inner):
                return self._enough(inner, 1 if wanted else len(inner), wanted)
            case AtLeast(count=count, conditions=inner):
                return self._enough(inner, count if wanted else len(inner) - count + 1, wanted)
            case _:
                return self._leaf(condition, wanted)

    def _enough(self, parts: Sequence[Condition], needed: int, wanted: bool) -> int:
        """The cases in which so many of the parts can be as wanted, each looked at by itself."""
        reached = [self.everywhere] + [0] * max(needed, 0)
        for part in parts:
            can = self.holds(part, wanted)
            for count in range(len(reached) - 1, 0, -1):
                reached[count] |= reached[count - 1] & can
        return reached[max(needed, 0)]

    def _leaf(self, leaf: Leaf, wanted: bool) -> int:
        match leaf:
            case str():
                return self._facts.get((leaf, wanted), self.everywhere)
            case Found(determination=key):
                found = self.model.determinations.get(key)
                if not wanted or found is None:
                    return self.everywhere
                return self._facts.get((found.of, True), self.everywhere) & self._finder(found)
            case Active(provision=key, obligor=obligor) | Delivered(provision=key, obligor=obligor):
                return self._of(key, obligor, self._due) if wanted else self.everywhere
            case (
                InState(provision=key, states=states, obligor=obligor)
                | Reached(provision=key, states=states, obligor=obligor)
            ):
                if not wanted or "INACTIVE" in states or "TERMINATED" in states:
                    return self.everywhere
                return self._of(key, obligor, self._entered if _ENTERED & set(states) else self._due)

    def _of(self, provision: str, obligor: str | None, known: dict[str, int]) -> int:
        if provision not in known:
            return self.everywhere
        return known[provision] & ~(self._gone(obligor) if obligor is not None else 0)

    def _gone(self, actor: str) -> int:
        """The cases in which an actor has withdrawn, or what it is part of."""
        found, seen, above = 0, set[str](), actor
        while above not in seen:
            seen.add(above)
            found |= self._left[above]
            above = (self.model.actors[above].of or above) if above in self.model.actors else above
        return found

    def _there(self, actors: Sequence[str]) -> int:
        """The cases in which one of some actors is still there; all where nobody is named."""
        named = [each for each in actors if each != UNSPECIFIED]
        found = 0 if len(named) == len(actors) and named else self.everywhere
        for actor in named:
            found |= self.everywhere & ~self._gone(actor)
        return found

    def _can_be(self, fact: str, value: bool) -> int:
        """The cases in which a fact can have a value: at first, or by an event that somebody can make."""
        declared = self.model.facts[fact]
        found = self.everywhere if declared.initial in (value, "unknown") else 0
        for event in self.model.events.values():
            if event.sets.get(fact) is value:
                found |= self._happens(event, declared.owner if value else None)
        return found & ~self._denied[fact] if value else found | self._denied[fact]

    def _happens(self, event: Event, owner: str | None) -> int:
        return self._there(event.by) & (self._there((owner,)) if owner is not None else self.everywhere)

    def _finder(self, determination: Determination) -> int:
        """The cases in which whoever is to find something can."""
        body = self.model.bodies.get(determination.body or "")
        if body is not None:
            status = latest(body.status, stated_on(self.model))
            founded = self._due.get(body.established_by or "", self.everywhere)
            if status == "dissolved" and body.established_by not in self._due:
                return 0
            return founded & self._there((body.id,))
        return self._there((determination.actor,)) if determination.actor is not None else self.everywhere

    def _settle(self) -> None:
        """Let provisions enter into force and fall due until nothing more does."""
        moving = True
        while moving:
            moving = False
            for key, provision in self.model.provisions.items():
                entered = self._standing(provision) & self.holds(provision.enters_when)
                entered &= self.holds(provision.in_force_while)
                due = entered & self.holds(provision.trigger) & self.holds(provision.requires)
                moving |= (entered, due) != (self._entered[key], self._due[key])
                self._entered[key], self._due[key] = entered, due

    def _standing(self, provision: Provision) -> int:
        """The cases in which somebody who owes a provision is there, and it is or may be concluded."""
        day = stated_on(self.model)
        found = 0
        for obligor in provision.obligors or (UNSPECIFIED,):
            if concluded(self.model, provision, obligor, day) is not False:
                found |= self._there((obligor,))
        return found
