"""What a briefing is made of: the model, what was found in it, and what was asked for."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.views.catalogue import ANSWERS, STUDIES, VIEWS
from foedus.waivers import Weighed

FIGURES = (*VIEWS, *ANSWERS, *STUDIES)
"""The views that can be figures of a briefing: those that need nothing but the model."""


@dataclass(frozen=True, slots=True)
class Order:
    """One briefing as it was asked for.

    `views` are the figures, in order; none leaves the choice to the form. `scenario` is played and shown step
    by step; `template` is a file of the house style, of the form's own kind; `exact` sets figures as pictures
    instead of editable shapes. `dated` is the day that the file bears as its own; without one it bears none.
    """

    project: Project
    weighed: Weighed
    views: tuple[str, ...] = ()
    scenario: str | None = None
    template: Path | None = None
    exact: bool = False
    dated: date | None = None


def order(
    project: Project, weighed: Weighed, views: tuple[str, ...], scenario: str | None, exact: bool = False
) -> Order:
    """The order of a briefing, dated by SOURCE_DATE_EPOCH or by the model's own day, never by a clock.

    Raises `Stop` for a view that cannot be a figure, and for a scenario that the model does not have.
    """
    for view in views:
        if view not in FIGURES:
            raise Stop(
                f"`{view}` is no figure of a briefing; {did_you_mean(view, FIGURES, 'choose of {known}')}"
            )
    known = project.model.scenarios
    if scenario is not None and scenario not in known:
        raise Stop(f"no scenario `{scenario}`; {did_you_mean(scenario, known, 'scenarios are {known}')}")
    return Order(project, weighed, views, scenario, exact=exact, dated=_dated(project))


def _dated(project: Project) -> date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise Stop(f"SOURCE_DATE_EPOCH is `{epoch}`; it is a number of seconds since 1970") from None
    framework = project.model.framework
    return framework.as_of if framework is not None else None
