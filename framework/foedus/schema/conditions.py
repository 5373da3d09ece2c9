"""What must hold: facts and the state of provisions, joined by `all`, `any`, `not` and `at_least`."""

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag
from typing_extensions import TypeAliasType

from foedus.schema.base import ActorRef, DeterminationRef, FactRef, Noun, ProvisionRef
from foedus.schema.vocabulary import State


class Not(Noun):
    """True while the condition is false."""

    condition: "Condition" = Field(alias="not")


class All(Noun):
    """True while every condition is true (AND)."""

    conditions: tuple["Condition", ...] = Field(alias="all", min_length=1)


class Any_(Noun):
    """True while one of the conditions is true (OR)."""

    conditions: tuple["Condition", ...] = Field(alias="any", min_length=1)


class AtLeast(Noun):
    """True while so many of the conditions are true (k of n)."""

    count: int = Field(alias="at_least", ge=1, le=100)
    conditions: tuple["Condition", ...] = Field(alias="of", min_length=1)


class _OfObligor(Noun):
    obligor: ActorRef | None = None
    """The obligor whose position is meant, where several must be told apart."""


class Active(_OfObligor):
    """True while a provision is due (for *may*: exercisable)."""

    provision: ProvisionRef = Field(alias="active")


class InState(_OfObligor):
    """True while a provision is in one of these states."""

    provision: ProvisionRef = Field(alias="state")
    states: tuple[State, ...] = Field(alias="in", min_length=1)


class Delivered(_OfObligor):
    """True while a provision is being honoured, or has been."""

    provision: ProvisionRef = Field(alias="delivered")


class Reached(_OfObligor):
    """True once a provision has been in one of these states, and for ever after."""

    provision: ProvisionRef = Field(alias="reached")
    states: tuple[State, ...] = Field(alias="in", min_length=1)


class Found(_OfObligor):
    """True once the determination has found that its fact holds."""

    determination: DeterminationRef = Field(alias="finding")


TAGS = ("not", "all", "any", "at_least", "active", "state", "delivered", "reached", "finding")


def _shape(value: Any) -> str | None:
    if isinstance(value, str):
        return "fact"
    if isinstance(value, dict):
        return next((tag for tag in TAGS if tag in value), None)
    return None


Gate: TypeAlias = Not | All | Any_ | AtLeast
Condition = TypeAliasType(
    "Condition",
    Annotated[
        Annotated[FactRef, Tag("fact")]
        | Annotated[Not, Tag("not")]
        | Annotated[All, Tag("all")]
        | Annotated[Any_, Tag("any")]
        | Annotated[AtLeast, Tag("at_least")]
        | Annotated[Active, Tag("active")]
        | Annotated[InState, Tag("state")]
        | Annotated[Delivered, Tag("delivered")]
        | Annotated[Reached, Tag("reached")]
        | Annotated[Found, Tag("finding")],
        Discriminator(_shape),
    ],
)
"""A fact's id, or a mapping with one of the keys above."""

for _gate in (Not, All, Any_, AtLeast):
    _gate.model_rebuild()
