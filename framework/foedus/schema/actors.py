"""Who acts: states, organisations, coalitions, forces, offices, and the bodies set up between them."""

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Tag

from foedus.schema.base import ActorRef, Element, History, Refers, Sourced
from foedus.schema.vocabulary import (
    ActorKind,
    BodyFunction,
    BodyKind,
    BodyStatus,
    DecisionRule,
    OnDeadlock,
)


class ClosedMembers(Sourced):
    """Exactly these belong to it."""

    closed: tuple[ActorRef, ...]


class OpenMembers(Sourced):
    """These belong to it, and others may."""

    open: tuple[ActorRef, ...]


def _membership(value: Any) -> str | None:
    if isinstance(value, str):
        return "word"
    if isinstance(value, dict):
        return next((tag for tag in ("closed", "open") if tag in value), None)
    return None


Members: TypeAlias = Annotated[
    Annotated[Literal["open", "undefined"], Tag("word")]
    | Annotated[ClosedMembers, Tag("closed")]
    | Annotated[OpenMembers, Tag("open")],
    Discriminator(_membership),
]
"""`{closed: [..]}`, `{open: [..]}`, or the bare word `open` or `undefined`."""


def named_members(members: "Members | None") -> tuple[str, ...]:
    """The members that are named, whether or not there may be others."""
    match members:
        case ClosedMembers(closed=named) | OpenMembers(open=named):
            return named
        case _:
            return ()


class Actor(Element):
    """Somebody who can owe, be owed, ask, decide or attack."""

    section: ClassVar[str] = "actors"

    kind: ActorKind
    """What sort of actor it is."""
    of: ActorRef | None = None
    """The actor that it is a part of, for armed forces, a parliament or an office."""
    members: Members | None = None
    """Who belongs to it, for a coalition, an organisation or a force."""
    aliases: tuple[str, ...] = ()
    """Other names and codes; a state has its ISO 3166 codes here."""
    purpose: str | None = None
    """What it is for, as the sources say."""


class Body(Element):
    """A commission, mission, headquarters or cell with functions of its own."""

    section: ClassVar[str] = "bodies"

    kind: BodyKind
    """What sort of body it is."""
    functions: tuple[BodyFunction, ...] = ()
    """What it does; to verify, to attribute and to decide are three things."""
    lead: ActorRef | None = None
    """Who leads it; `unspecified` where the text names nobody."""
    members: Members | None = None
    """Who sits on it."""
    decision_rule: DecisionRule | None = None
    """How it decides."""
    on_deadlock: OnDeadlock | None = None
    """What holds when it cannot decide."""
    veto: tuple[ActorRef, ...] = ()
    """Who can keep it from deciding."""
    established_by: Annotated[str, Refers("provisions", "instruments")] | None = None
    """The provision or text that sets it up; it can act while that provision is due."""
    status: History[BodyStatus] | None = None
    """Whether it exists yet, with dates."""
    seat: str | None = None
    """Where it sits."""
    aliases: tuple[str, ...] = ()
    """Other names."""
    purpose: str | None = None
    """What it is for, as the sources say."""
