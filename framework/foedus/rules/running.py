"""The provisions that are still in the running: neither dropped nor of a text that has ended."""

from foedus.kept import kept
from foedus.rules.order import in_order
from foedus.schema import Model, Provision
from foedus.standing import gone


@kept
def running(model: Model) -> tuple[Provision, ...]:
    """The provisions in the running, in the order in which a reader meets them."""
    return tuple(provision for provision in in_order(model) if not gone(model, provision))


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
