"""Time as the engine counts it: whole minutes, on a line of numbered days or of dates.

A day number n stands for n times 1,440 minutes, a date for its proleptic Gregorian ordinal. On numbered
days, which have no calendar, a year is 365 days and a month is 30.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeAlias

Moment: TypeAlias = int | date
"""A day as a scenario writes it: a number of days from the start, or a date."""

DAY = 24 * 60
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def minute(moment: Moment) -> int:
    """The minute in which a day begins."""
    return (moment.toordinal() if isinstance(moment, date) else moment) * DAY


def day(when: int, dated: bool) -> Moment:
    """The day in which a minute lies."""
    return date.fromordinal(min(max(when // DAY, 1), date.max.toordinal())) if dated else when // DAY


class Duration(NamedTuple):
    """A length of time, months apart from minutes because months differ in length."""

    months: int
    minutes: int

    def after(self, when: int, dated: bool) -> int:
        """The minute that lies so long after another; a month's last day stands for days that it lacks."""
        if not self.months:
            return when + self.minutes
        if not dated:
            years, months = divmod(self.months, 12)
            return when + (years * 365 + months * 30) * DAY + self.minutes
        start = date.fromordinal(when // DAY)
        year, month = divmod(start.year * 12 + start.month - 1 + self.months, 12)
        if year >= date.max.year:
            return minute(date.max)
        end = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
        return minute(end) + when % DAY + self.minutes


@lru_cache
def duration(text: str) -> Duration:
    """An ISO 8601 duration, as the schema has checked it (ISO 8601-1:2019, 5.5.2)."""
    found = _DURATION.fullmatch(text)
    parts = [int(part or 0) for part in found.groups()] if found else [0] * 6
    years, months, weeks, days, hours, minutes = parts
    return Duration(years * 12 + months, ((weeks * 7 + days) * 24 + hours) * 60 + minutes)
