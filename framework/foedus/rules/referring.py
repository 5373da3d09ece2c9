"""What every element refers to: the question that several rules share."""

from foedus.kept import kept
from foedus.schema import Element, Model, Reference, references


@kept
def referring(model: Model) -> tuple[tuple[Element, tuple[Reference, ...]], ...]:
    """Every element with its references, section by section, each section by id."""
    return tuple((element, references(element, element.route)) for element in model.elements())
