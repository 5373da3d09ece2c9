"""The shipped models, read once, and orders on them."""

from functools import cache

from foedus.brief import page
from foedus.brief.order import Order, order
from foedus.layout.drawing import Drawing
from foedus.library import shipped_models
from foedus.load import Project
from foedus.opening import read
from foedus.views.briefing.shape import Briefing
from foedus.waivers import Weighed
from foedus.writers.briefings.paper import Paper

MODELS = tuple(shipped_models())


@cache
def shipped(name: str) -> Project:
    return read(name)


def ordered(name: str, *views: str) -> Order:
    """The order of a page on a shipped model, with these figures."""
    return order(shipped(name), Weighed((), ()), views, None)


@cache
def composed(name: str) -> tuple[Briefing, Drawing]:
    """The page of a shipped model on our paper."""
    return page.composed(ordered(name), Paper())
