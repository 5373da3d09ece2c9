"""Waivers: findings that somebody has looked at and sets aside, each with a reason."""

from foedus.waivers.honoured import Waived, Weighed, weigh
from foedus.waivers.written import Waiver, written

__all__ = ["Waived", "Waiver", "Weighed", "weigh", "written"]
