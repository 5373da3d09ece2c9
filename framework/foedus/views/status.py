"""How firm a provision or a text stands on the day of the model, as pictures show it."""

from foedus.schema import Instrument, Model, Provision, latest
from foedus.views.shapes import Standing

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
WORDS: dict[Standing, str] = {
    "agreed": "adopted, signed or in force",
    "draft": "draft, proposed or announced",
    "open": "not agreed yet",
    "ended": "suspended, dropped or ended",
}
"""What each standing is called in a legend."""


def provision_standing(model: Model, provision: Provision) -> Standing:
    """A provision's own status where it has one, else that of its text; "draft" where neither is known."""
    framework = model.framework
    own = latest(provision.status, framework.as_of if framework else None)
    if own is not None:
        return _OF_PROVISION[own]
    text = model.instruments.get(provision.instrument or "")
    return instrument_standing(model, text) if text is not None else "draft"


def instrument_standing(model: Model, text: Instrument) -> Standing:
    """How firm a text stands; "draft" where no source gives its status."""
    status = text.status_on(model.framework.as_of if model.framework else None)
    standing = _OF_INSTRUMENT[status] if status is not None else "draft"
    return "draft" if standing == "agreed" and text.form in _UNILATERAL else standing
