"""What may be asked of a view beyond its model."""

from dataclasses import dataclass

from foedus.load import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """How brief a picture must be, on which element it is centred, and with what it compares the model.

    The higher `brief` (from 0), the more is counted instead of drawn. `focus` is the id of an element, alone
    or with its section (`actors/ukraine`), `steps` how far from it the picture reaches, in edges of the
    graph; `against` is the model, or the reading of it, from which the differences are told.
    """

    brief: int = 0
    focus: str | None = None
    steps: int = 1
    against: Project | None = None
