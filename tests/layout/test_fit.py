"""The largest text that fits: what the search leaves out could not have been chosen."""

from itertools import islice, pairwise

from hypothesis import given, settings
from sample_pictures import diagrams

from foedus.layout.columns import ranked
from foedus.layout.fit import _steps, hopeless, planned
from foedus.layout.fit import settings as every_setting
from foedus.layout.gauge import Gauge, Setting, headings
from foedus.layout.tokens import PAGES
from foedus.layout.weaving import woven
from foedus.views.shapes import Diagram

_SETTING = Setting(9.6, 152.0, 16.0, 6.0, 10.0)


@settings(max_examples=25, deadline=None)
@given(diagrams(most=16))
def test_a_column_narrowed_is_the_cheapest_of_all_and_makes_nothing_lower(diagram: Diagram) -> None:
    weave = woven(diagram, ranked(diagram, "own"))
    gauge = Gauge(diagram, weave, _SETTING, headings(diagram, weave, _SETTING, {}))
    for before, after in pairwise(islice(_steps(gauge), 12)):
        prices = []
        for c, now in enumerate(before.columns):
            if (column := gauge.narrower(c, now)) is not None:
                step = gauge.set((*before.columns[:c], column, *before.columns[c + 1 :]))
                assert step.height >= before.height
                price = (step.cost - before.cost) / (now.width - column.width) - 0.004 * now.width
                prices.append((price, c, step))
        assert after == min(prices, key=lambda each: each[:2])[2]


@settings(max_examples=25, deadline=None)
@given(diagrams(most=8))
def test_what_is_hopeless_fits_in_no_setting(diagram: Diagram) -> None:
    page = PAGES["a4-half"]
    height = 44.0 * max(1, len(diagram.lanes) - 1)
    if hopeless(diagram, page, height):
        weave = woven(diagram, ranked(diagram, "own"))
        assert not any(planned(diagram, weave, each, 1e5, height, {}) for each in every_setting(page))
