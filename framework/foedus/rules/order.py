"""Provisions in the order in which a reader meets them, so that the first of many is the one to name."""

from foedus.schema import Model, Provision


def in_order(model: Model) -> list[Provision]:
    """What frames all components first, then component by component, each in its own order."""

    def place(provision: Provision) -> tuple[int, int, str]:
        component = model.components.get(provision.component or "")
        return (component.order if component else 0, provision.order or 0, provision.id)

    return sorted(model.provisions.values(), key=place)
