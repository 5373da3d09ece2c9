"""Waivers: findings that somebody has looked at and sets aside, each with a reason."""

from foedus.finding import Waived, Waiver, Weighed
from foedus.waivers.honoured import weigh
from foedus.waivers.written import written

__all__ = ["Waived", "Waiver", "Weighed", "weigh", "written"]
