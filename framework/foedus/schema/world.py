"""What is so, what can happen, who says so, and what analyses ask about."""

from typing import ClassVar, Literal

from foedus.schema.base import ActorRef, BodyRef, Duration, Element, FactRef
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
