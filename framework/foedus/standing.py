"""How firmly a provision stands on a day: who consented to its text, and whether it is concluded.

After the Vienna Convention on the Law of Treaties (1969): consent to be bound (articles 11 to 17), no
duty for a third state without its consent (34 and 35), provisional application (25). Silence is not a
refusal, so what no source settles is unknown (None) and not false.
"""

from datetime import date

from foedus.kept import kept
from foedus.logic import Truth
from foedus.schema import ClosedMembers, Instrument, Model, Provision, latest
from foedus.schema.vocabulary import Consent, ProvisionStatus

CONSENTS: tuple[Consent, ...] = ("endorsed", "reservation", "signed", "acceded", "ratified")
"""The words that say yes, weakest first."""

UNAGREED = frozenset({"proposed", "to_be_finalised"})
"""A provision of this status has no agreed content yet."""

OPEN = frozenset({"proposed", "under_negotiation", "agreed_in_principle", "initialled"})
"""A text of this status has not been agreed."""

ENDED = frozenset({"superseded", "terminated", "dropped"})
"""A text of this status is no longer in the running."""

_OPERATING = frozenset({"in_force", "provisionally_applied"})
_AGREED = _OPERATING | {"adopted", "signed"}


def stated_on(model: Model) -> date | None:
    """The day for which a model is stated, on which its statuses are read."""
    return model.framework.as_of if model.framework else None


def gone(model: Model, provision: Provision) -> bool:
    """True for what was dropped, or stands in a text that has ended."""
    return provision.id in _gone(model)


@kept
def _gone(model: Model) -> frozenset[str]:
    """The provisions that are gone on the day for which the model is stated."""
    day = stated_on(model)
    ended = {text.id for text in model.instruments.values() if text.status_on(day) in ENDED}
    return frozenset(
        each.id
        for each in model.provisions.values()
        if each.instrument in ended or latest(each.status, day) == "dropped"
    )


def status_on(model: Model, provision: Provision, day: date | None) -> ProvisionStatus | None:
    """How far the content of a provision has come on a day; None where no status is written.

    What has no status of its own has that of what it spells out: an item of a list is agreed no earlier than
    the list.
    """
    seen: set[str] = set()
    at: Provision | None = provision
    while at is not None and at.status is None and at.id not in seen:
        seen.add(at.id)
        at = model.provisions.get(at.part_of or "")
    return latest(at.status, day) if at is not None else None


def consent_of(model: Model, text: Instrument, actor: str, day: date | None) -> Consent | None:
    """What an actor had consented to on a day; None where nothing is recorded.

    Its own word counts first, then that of the actor it is part of; a closed group whose members all
    consented did so as firmly as the least firm of them. A group's word does not bind its members one
    by one.
    """
    if (consent := text.consent_of(speaker(model, text, actor, day), day)) is not None:
        return consent
    group = model.actors[actor].members if actor in model.actors else None
    if isinstance(group, ClosedMembers) and group.closed:
        words = [text.consent_of(member, day) for member in group.closed]
        given = [CONSENTS.index(word) for word in words if word in CONSENTS]
        return CONSENTS[min(given)] if len(given) == len(words) else None
    return None


def speaker(model: Model, text: Instrument, actor: str, day: date | None) -> str:
    """Whose recorded word counts for an actor: its own, else that of what it is part of; itself without."""
    seen: set[str] = set()
    asked: str | None = actor
    while asked is not None and asked not in seen:
        if text.consent_of(asked, day) is not None:
            return asked
        seen.add(asked)
        asked = model.actors[asked].of if asked in model.actors else None
    return actor


def binds(text: Instrument, consent: Consent | None, day: date | None) -> Truth:
    """Whether a text stands, on a day, for somebody whose consent this is.

    Signature or adoption suffices for every form but a treaty, which must be in force or provisionally
    applied.
    """
    status = text.status_on(day)
    if status in ENDED or consent == "withdrawn":
        return False
    firm = _OPERATING if text.form == "treaty" else _AGREED
    return True if status in firm and consent in CONSENTS else None


def concluded(model: Model, provision: Provision, obligor: str, day: date | None) -> Truth:
    """Whether a provision is concluded for one who owes it.

    A provision that names no text is taken to be so unless its own status says otherwise. A body is
    set up by a text and does not consent to it: for a body the text alone counts.
    """
    status = latest(provision.status, day)
    stands = _text_stands(model, provision, obligor, day)
    if status == "dropped" or stands is False:
        return False
    return None if status in UNAGREED else stands


def _text_stands(model: Model, provision: Provision, obligor: str, day: date | None) -> Truth:
    if provision.instrument is None:
        return True
    text = model.instruments.get(provision.instrument)
    if text is None:
        return None
    consent = "endorsed" if obligor in model.bodies else consent_of(model, text, obligor, day)
    return binds(text, consent, day)
