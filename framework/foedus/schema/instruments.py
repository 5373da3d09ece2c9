"""The texts: what form they have, how far they have come, who consented, how they end."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Tag

from foedus.schema.base import (
    ActorRef,
    Day,
    Duration,
    Element,
    FactRef,
    History,
    InstrumentRef,
    Sourced,
    latest,
)
from foedus.schema.vocabulary import Bindingness, Consent, InstrumentForm, InstrumentStatus

Silence: TypeAlias = Literal["not_found", "stated_absent"]
"""No source seen says anything, or a source says that there is none: two different things."""


class Term(Sourced):
    """How long a text lasts."""

    duration: Duration | None = None
    until: Day | None = None
    ends_when: FactRef | None = None
    """A fact that ends it, such as accession to an alliance."""
    indefinite: bool = False


class Exit(Sourced):
    """How a party leaves, or how the text is brought to an end."""

    notice: Duration | None = None
    earliest: Duration | None = None
    """The time after entry into force before which notice cannot be given."""
    ground: str | None = None
    """The ground on which it may be left or ended."""


def _silence(value: Any) -> str:
    return "word" if isinstance(value, str) else "said"


class Instrument(Element):
    """A text from which provisions come."""

    section: ClassVar[str] = "instruments"

    form: InstrumentForm
    """What sort of text it is; the form limits how strong its provisions can be."""
    status: History[InstrumentStatus] | None = None
    """How far it has come, with dates."""
    bindingness: tuple[Bindingness, ...] = ()
    """What the text says of its own force; empty is "unspecified"."""
    parties: dict[ActorRef, History[Consent]] = {}
    """Who consented, how and when."""
    open_to: ActorRef | None = None
    """The group whose members may join, where the text does not list its parties."""
    draft_of: InstrumentRef | None = None
    """The text of which it is a draft."""
    term: (
        Annotated[Annotated[Silence, Tag("word")] | Annotated[Term, Tag("said")], Discriminator(_silence)]
        | None
    ) = None
    """How long it lasts; `not_found` where no text seen says so."""
    exit: (
        Annotated[Annotated[Silence, Tag("word")] | Annotated[Exit, Tag("said")], Discriminator(_silence)]
        | None
    ) = None
    """How it is left or ended; `not_found` where no text seen says so."""
    supersedes: tuple[InstrumentRef, ...] = ()
    supplements: tuple[InstrumentRef, ...] = ()
    implements: tuple[InstrumentRef, ...] = ()
    interprets: tuple[InstrumentRef, ...] = ()
    reaffirms: tuple[InstrumentRef, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names."""

    def status_on(self, day: date | None) -> InstrumentStatus | None:
        """How far the text had come on a day; the last known where no day is given."""
        status: InstrumentStatus | None = latest(self.status, day)
        return status

    def consent_of(self, actor: str, day: date | None) -> Consent | None:
        """What an actor had consented to on a day; None where the text is silent on it."""
        consent: Consent | None = latest(self.parties.get(actor), day)
        return consent
