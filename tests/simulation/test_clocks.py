"""How long somebody has: a day that a text names, alone and beside a time from when it falls due."""

from typing import Any

import pytest
from small_models import end

CEASEFIRE = {"day": "2015-02-15", "events": ["ceasefire-starts"]}
REFORM = {"enters_when": "ceasefire", "performance": "achievement", "due_by": "2015-12-31"}


def state(*steps: dict[str, Any], horizon: str | int, **fields: Any) -> str:
    """The states in which a reform due by the end of 2015 ends."""
    return end({"p": {**REFORM, **fields}}, *steps, horizon=horizon)["p"]


@pytest.mark.parametrize(("horizon", "expected"), [("2015-12-31", "ACTIVE"), ("2016-01-01", "BREACHED")])
def test_the_last_day_counts_and_the_day_after_is_too_late(horizon: str, expected: str) -> None:
    assert state(CEASEFIRE, horizon=horizon) == expected


def test_what_is_done_on_the_last_day_is_done_in_time() -> None:
    done = {"day": "2015-12-31", "performs": [{"provision": "p"}]}
    assert state(CEASEFIRE, done, horizon="2016-06-01") == "FULFILLED"


def test_a_day_that_is_over_before_the_duty_falls_due_limits_nothing() -> None:
    assert state({**CEASEFIRE, "day": "2016-02-15"}, horizon="2017-01-01") == "ACTIVE"


@pytest.mark.parametrize(("deadline", "expected"), [("P14D", "BREACHED"), ("P1Y", "ACTIVE")])
def test_of_a_day_and_a_time_the_earlier_counts(deadline: str, expected: str) -> None:
    assert state(CEASEFIRE, horizon="2015-12-31", deadline=deadline) == expected


def test_numbered_days_do_not_know_the_date() -> None:
    assert state({**CEASEFIRE, "day": 1}, horizon=9999) == "ACTIVE"
