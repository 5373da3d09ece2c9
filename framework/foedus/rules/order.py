"""Provisions in the order in which a reader meets them, so that the first of many is the one to name."""

from foedus.kept import kept
from foedus.schema import Model, Provision


@kept
def in_order(model: Model) -> tuple[Provision, ...]:
    """What frames all components first, then component by component, each in its own order."""

    def place(provision: Provision) -> tuple[int, int, str]:
        component = model.components.get(provision.component or "")
        return (component.order if component else 0, provision.order or 0, provision.id)

    return tuple(sorted(model.provisions.values(), key=place))
