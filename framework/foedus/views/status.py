"""How firm a provision or a text stands on the day of the model, as pictures show it."""

from foedus.schema import Instrument, Model, Provision, latest
from foedus.views.shapes import WORDS, Standing

__all__ = ["WORDS", "instrument_standing", "provision_standing"]

_OF_PROVISION: dict[str, Standing] = {
    "proposed": "draft",
    "to_be_finalised": "open",
    "agreed": "agreed",
    "dropped": "ended",
}
_OF_INSTRUMENT: dict[str, Standing] = {
    "proposed": "draft",
    "under_negotiation": "draft",
    "agreed_in_principle": "draft",
    "initialled": "draft",
    "adopted": "agreed",
    "signed": "agreed",
    "provisionally_applied": "agreed",
    "in_force": "agreed",
    "suspended": "ended",
    "terminated": "ended",
    "superseded": "ended",
    "dropped": "ended",
}
_UNILATERAL = frozenset({"announcement", "statement"})
"""Forms in which one side speaks for itself: whatever their status, nothing has been agreed."""
_FIRMEST_LAST: tuple[Standing, ...] = ("ended", "open", "draft", "agreed")


def provision_standing(model: Model, provision: Provision) -> Standing:
    """A provision's own status where it has one, else that of its text; "draft" where neither is known.

    Without a status of its own, what spells out another provision stands no firmer than that one.
    """
    found: list[Standing] = []
    seen: set[str] = set()
    at: Provision | None = provision
    while at is not None and at.id not in seen:
        seen.add(at.id)
        own, standing = _own_standing(model, at)
        found.append(standing)
        at = None if own else model.provisions.get(at.part_of or "")
    return min(found, key=_FIRMEST_LAST.index)


def _own_standing(model: Model, provision: Provision) -> tuple[bool, Standing]:
    """The standing of a provision read alone, and whether its own status gives it."""
    framework = model.framework
    own = latest(provision.status, framework.as_of if framework else None)
    if own is not None:
        return True, _OF_PROVISION[own]
    text = model.instruments.get(provision.instrument or "")
    return False, instrument_standing(model, text) if text is not None else "draft"


def instrument_standing(model: Model, text: Instrument) -> Standing:
    """How firm a text stands; "draft" where no source gives its status."""
    status = text.status_on(model.framework.as_of if model.framework else None)
    standing = _OF_INSTRUMENT[status] if status is not None else "draft"
    return "draft" if standing == "agreed" and text.form in _UNILATERAL else standing
