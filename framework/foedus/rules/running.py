"""The provisions that are still in the running: neither dropped nor of a text that has ended."""

from foedus.rules.order import in_order
from foedus.schema import Model, Provision, latest
from foedus.standing import ENDED, stated_on


def running(model: Model) -> list[Provision]:
    """The provisions in the running, in the order in which a reader meets them."""
    return [provision for provision in in_order(model) if not gone(model, provision)]


def gone(model: Model, provision: Provision) -> bool:
    """True for what was dropped, or stands in a text that has ended."""
    day = stated_on(model)
    text = model.instruments.get(provision.instrument or "")
    ended = text is not None and text.status_on(day) in ENDED
    return ended or latest(provision.status, day) == "dropped"


def parents(model: Model, provision: Provision) -> list[Provision]:
    """The provision that a provision spells out, the one that this spells out, and so on."""
    found: list[Provision] = []
    seen = {provision.id}
    asked = model.provisions.get(provision.part_of or "")
    while asked is not None and asked.id not in seen:
        found.append(asked)
        seen.add(asked.id)
        asked = model.provisions.get(asked.part_of or "")
    return found
