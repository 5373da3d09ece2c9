"""One promise, power or prohibition each."""

from typing import Annotated, ClassVar

from pydantic import Field

from foedus.place import Route
from foedus.schema.base import (
    ActorRef,
    BodyRef,
    ComponentRef,
    Day,
    Duration,
    Element,
    History,
    InstrumentRef,
    ProvisionRef,
    Sourced,
)
from foedus.schema.conditions import Condition
from foedus.schema.vocabulary import (
    Bindingness,
    Delivery,
    Discretion,
    Modality,
    Performance,
    Position,
    ProvisionKind,
    ProvisionStatus,
    Responsibility,
    Wording,
)


class Scope(Sourced):
    """Against whom, where, in which conflict; an absent field is a limit that no text states."""

    adversary: tuple[ActorRef, ...] = ()
    """The attacker that the words name."""
    location: str | None = None
    """The area in which it applies."""
    conflict: str | None = None
    """The conflict to which it is tied."""
    demand: str | None = None
    """The demand whose refusal triggers it."""
    excludes_provocation: bool | None = None
    """True where it does not apply if the beneficiary provoked the attack."""


class Provision(Element):
    """What somebody must, must not or may do, for whom, and when."""

    section: ClassVar[str] = "provisions"

    component: ComponentRef | None = None
    """The part of the system that it belongs to; none for what frames all parts."""
    instrument: InstrumentRef | None = None
    """The text that it is from."""
    order: int | None = None
    """Its place within its component, from 1."""
    rank: int | None = None
    """The column of a diagram's lanes before which it does not stand, from 1."""
    group: str | None = None
    """A word of your own: what shares it within a component stands together in diagrams."""
    part_of: ProvisionRef | None = None
    """The provision that it spells out: an item of a menu, a step of a duty."""
    kind: ProvisionKind
    """What sort of promise it is."""
    obligors: tuple[ActorRef, ...]
    """Who owes it; `[unspecified]` where the text names nobody."""
    beneficiary: tuple[ActorRef, ...] = ()
    """To whom it is owed."""
    protects: tuple[ActorRef, ...] = ()
    """Whose safety it is about; support to a force is not support to the state that hosts it."""
    modality: Modality
    """Must, must not, or may."""
    through: BodyRef | None = None
    """The organ whose act is sought: what is owed is to seek it, and not the act itself."""
    position: Position | None = None
    """A duty, a prohibition, a privilege or a power."""
    wording: Wording | None = None
    """How firmly the text speaks."""
    bindingness: tuple[Bindingness, ...] = ()
    """Legal, political or both; empty is "unspecified"."""
    discretion: Discretion | None = None
    """What is left to whoever owes it."""
    constitutional_processes: bool | None = None
    """True where it is to be carried out under each state's constitution."""
    responsibility: Responsibility = "unspecified"
    """How several obligors share it."""
    performance: Performance = "maintenance"
    """Done once, or kept up."""
    status: History[ProvisionStatus] | None = None
    """Whether its content is agreed; absent, it follows its instrument."""
    delivery: History[Delivery] | None = None
    """How far aid has come, in the words of the Kiel tracker."""
    implementation: History[Annotated[int, Field(ge=0, le=3)]] | None = None
    """How far it has been carried out, from 0 (not at all) to 3 (fully): dated codes that people gave."""
    already_ongoing: bool = False
    """True where the text continues what is being done anyway."""
    undeveloped: bool = False
    """True where the text names it and says nothing of its content."""
    enters_when: Condition | None = None
    """Once: a gate into force that latches."""
    in_force_while: Condition | None = None
    """While: a condition that must keep holding."""
    trigger: Condition | None = None
    """The casus foederis; absent for a standing commitment."""
    requires: Condition | None = None
    """What must hold before performance is due."""
    terminates_when: Condition | None = None
    """What ends it."""
    deadline: Duration | None = None
    """The time for performance, from when it falls due."""
    due_by: Day | None = None
    """The last day for performance, where the text names one; timed in scenarios of dates."""
    recurs: bool = False
    """True where it can be triggered again."""
    on_breach: ProvisionRef | None = None
    """The provision that answers a breach of it."""
    scope: Scope | None = None
    """The limits of the case in which it applies."""

    @property
    def clock(self) -> Route | None:
        """The way to the field that limits the time for performance; None where nothing does."""
        for field in ("deadline", "due_by"):
            if getattr(self, field) is not None:
                return self.at(field)
        return None


GATES = ("enters_when", "in_force_while", "trigger", "requires", "terminates_when")
"""The fields that hold conditions, in the order in which they are met."""
