"""What is so, what can happen, who says so, and what analyses ask about."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from foedus.place import Route
from foedus.schema.base import ActorRef, BodyRef, Duration, Element, EventRef, FactRef, Noun
from foedus.schema.conditions import Condition
from foedus.schema.vocabulary import (
    AttackClass,
    Concept,
    DecisionRule,
    Determiner,
    FactKind,
    FactNature,
    OnDeadlock,
    Severity,
)


class Component(Element):
    """A part that reports group by."""

    section: ClassVar[str] = "components"

    order: int
    """Its place among the components, from 1."""
    short: str | None = None
    """The title for narrow columns."""


class Fact(Element):
    """An atom of the world: true, false or unknown."""

    section: ClassVar[str] = "facts"

    kind: FactKind
    """Brute (it happens), institutional (it counts as so), or a capacity (somebody can)."""
    concept: Concept | None = None
    """What it is about; two facts about one thing are not the same fact until a text says so."""
    nature: FactNature | None = None
    """What sort of condition it makes: a request, a state, an approval, an instrument, a resource."""
    owner: ActorRef | None = None
    """Whose act or state it is."""
    initial: Literal[True, False, "unknown"]
    """What holds before the first event."""
    definition: str | None = None
    """What the text says the term means."""
    distinct_from: tuple[FactRef, ...] = ()
    """Facts of the same concept that a text tells apart from this one."""


class Event(Element):
    """Something that can happen."""

    section: ClassVar[str] = "events"

    sets: dict[FactRef, bool]
    """The facts that it makes true or false."""
    by: tuple[ActorRef, ...] = ()
    """Who does it."""
    target: tuple[ActorRef, ...] = ()
    """Against whom it is directed."""
    attack_class: AttackClass | None = None
    """The means, for an attack or a threat of one."""
    severity: Severity | None = None
    """How far it goes, for an attack or a threat of one."""


class Phase(Element):
    """A point in the life of the system from which analyses look at what happens next."""

    section: ClassVar[str] = "phases"

    order: int
    """Its place among the phases, from 1."""
    events: tuple[EventRef, ...] = ()
    """What has happened by then, one event after another; nothing yet where empty."""


class Determination(Element):
    """Who turns a fact into a finding, and how."""

    section: ClassVar[str] = "determinations"

    of: FactRef
    """The fact that is found to hold or not to hold."""
    by: Determiner
    """Who finds; `unspecified` where the text names nobody."""
    body: BodyRef | None = None
    """The body that finds, where one does."""
    actor: ActorRef | None = None
    """The state that finds, where one leads."""
    decision_rule: DecisionRule | None = None
    """How it is decided."""
    deadline: Duration | None = None
    """The time within which it must be decided."""
    on_deadlock: OnDeadlock | None = None
    """What holds when it cannot be decided."""


class Target(Element):
    """A named outcome that analyses ask about."""

    section: ClassVar[str] = "targets"

    condition: Condition
    """When the outcome is reached."""


class LeadsTo(Noun):
    """Whenever one condition holds, another holds then or follows without a further event."""

    from_: Condition = Field(alias="from")
    """The condition that calls for the other."""
    to: Condition
    """The condition that must hold then, or come about as deadlines pass."""


class Property(Element):
    """What must be so in every course of events: one of `always`, `never` and `leads_to`."""

    section: ClassVar[str] = "properties"

    always: Condition | None = None
    """What must hold after every event."""
    never: Condition | None = None
    """What must hold after no event."""
    leads_to: LeadsTo | None = None
    """What must follow on what."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(each is not None for each in (self.always, self.never, self.leads_to)) != 1:
            message = "a property has one of `always`, `never` and `leads_to`"
            raise PydanticCustomError("property", message, {})
        return self

    @property
    def conditions(self) -> tuple[tuple[Route, Condition], ...]:
        """Every condition that it names, with the place of each."""
        follows = self.leads_to
        named = (
            (("always",), self.always),
            (("never",), self.never),
            (("leads_to", "from"), follows.from_ if follows else None),
            (("leads_to", "to"), follows.to if follows else None),
        )
        return tuple((self.at(*steps), condition) for steps, condition in named if condition is not None)
