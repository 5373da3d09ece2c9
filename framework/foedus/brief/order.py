"""What a briefing is made of: the model, what was found in it, and what was asked for."""

from dataclasses import dataclass
from pathlib import Path

from foedus.load import Project
from foedus.waivers import Weighed


@dataclass(frozen=True, slots=True)
class Order:
    """One briefing as it was asked for.

    `views` are the figures, in order; `scenario` is played and shown step by step; `template` is a file of
    the house style, of the format's own kind; `exact` sets figures as pictures instead of editable shapes.
    """

    project: Project
    weighed: Weighed
    views: tuple[str, ...]
    scenario: str | None = None
    template: Path | None = None
    exact: bool = False
