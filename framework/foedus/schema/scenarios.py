"""Rival readings, timed scenarios, and what no source answers."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from foedus.schema.base import (
    DAY_FORM,
    ActorRef,
    AnyRef,
    Day,
    DeterminationRef,
    Element,
    EventRef,
    FactRef,
    InstrumentRef,
    Noun,
    ProvisionRef,
    ReadingRef,
    Sourced,
)
from foedus.schema.vocabulary import (
    ChoiceRule,
    Comparator,
    Outcome,
    QuestionKind,
    ReadingKind,
    Reason,
    State,
)


class Reading(Element):
    """A named overlay: a rival interpretation, a draft, a what-if."""

    section: ClassVar[str] = "readings"

    kind: ReadingKind
    """Why it is laid over the model."""
    holder: tuple[ActorRef, ...] = ()
    """Who reads the text so."""
    patch: dict[str, dict[str, Any]]
    """By section and id, the fields that differ; a field set to null is removed, and so is an element."""


def _moment(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return "number"
    return "day" if isinstance(value, date) or re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)) else None


Moment = Annotated[
    Annotated[int, Tag("number")] | Annotated[Day, Tag("day")],
    Discriminator(
        _moment,
        custom_error_type="day",
        custom_error_message=f"{DAY_FORM}; or a number of days from the start: 10",
    ),
]
"""A number of days from the start, or a date."""


class Act(Noun):
    """Somebody performs, fails, exercises or declines a provision."""

    provision: ProvisionRef
    by: ActorRef | None = None
    """Which obligor; all of them where absent."""


class Departure(Noun):
    """Somebody leaves, or consents to, a text or a provision."""

    actor: ActorRef
    instrument: InstrumentRef | None = None
    provision: ProvisionRef | None = None


class Step(Noun):
    """What happens at one instant; all of it applies at once."""

    day: Moment
    events: tuple[EventRef, ...] = ()
    findings: dict[DeterminationRef, Outcome] = {}
    by: ActorRef | None = None
    """Who makes the findings of this step."""
    performs: tuple[Act, ...] = ()
    fails: tuple[Act, ...] = ()
    exercises: tuple[Act, ...] = ()
    declines: tuple[Act, ...] = ()
    withdraws: tuple[Departure, ...] = ()
    consents: tuple[Departure, ...] = ()
    sets: dict[FactRef, Literal[True, False, "unknown"]] = {}
    note: str | None = None


class Assumptions(Noun):
    """What a scenario takes as given."""

    concluded: dict[AnyRef, bool] = {}
    """Provisions or instruments taken to be concluded, or not."""
    facts: dict[FactRef, Literal[True, False, "unknown"]] = {}
    """Facts that hold before the first step."""


class Expectation(Noun):
    """What must come out."""

    after: Moment
    """The instant after which it is looked at."""
    provision: ProvisionRef
    by: ActorRef | None = None
    """Which obligor's position; all of them where absent."""
    states: tuple[State, ...] = Field(min_length=1)
    """The states that are possible then, exactly these."""
    because: tuple[Reason, ...] = ()
    """Why more than one is possible."""


class Scenario(Element):
    """Timed steps, and what must come out of them."""

    section: ClassVar[str] = "scenarios"

    reading: ReadingRef | Literal["all"] | None = None
    """The reading in which it is played; `all` for each in turn."""
    assume: Assumptions | None = None
    discretion: ChoiceRule = "open"
    """Whether guarantors who may act do."""
    steps: tuple[Step, ...]
    expect: tuple[Expectation, ...] = ()
    horizon: Moment | None = None
    """The last instant that is looked at; the last step where absent."""


class Quantity(Noun):
    """A number as a source gives it."""

    value: int | float
    is_: Comparator = Field(default="exactly", alias="is")
    """A floor, a cap and a figure are three things."""
    unit: str | None = None


class Answer(Sourced):
    """What one source says to a question."""

    says: str
    quantity: Quantity | None = None


class Question(Element):
    """What no source answers, or what sources answer differently."""

    section: ClassVar[str] = "questions"

    kind: QuestionKind = "open"
    touches: tuple[AnyRef, ...] = ()
    """The elements to which it matters."""
    answers: tuple[Answer, ...] = ()
    """The rival answers, each with its source."""
    modelled_as: str | None = None
    """What the model does about it."""
