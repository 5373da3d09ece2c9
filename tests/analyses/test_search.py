"""What a search over every order of events tries: deeds of the duties that somebody asks about."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from foedus.analyses.search import deeds_asked
from foedus.load import loads
from foedus.schema import Condition

DUTY = "title: P, kind: defense, obligors: [unspecified], modality:"
TEXT = f"""
provisions:
  honoured: {{{DUTY} must}}
  broken: {{{DUTY} must_not}}
  may: {{{DUTY} may}}
  stands: {{{DUTY} must}}
  asks: {{{DUTY} must, trigger: {{any: [{{delivered: honoured}}, {{delivered: may}}, {{active: stands}}]}}}}
"""


@pytest.mark.parametrize(
    ("asked", "deeds"),
    [
        ([], {"honoured"}),
        ([{"delivered": "stands"}], {"honoured", "stands"}),
        ([{"not": {"state": "broken", "in": ["BREACHED"]}}], {"honoured", "broken"}),
        ([{"reached": "broken", "in": ["FULFILLED", "ACTIVE"]}], {"honoured", "broken"}),
        ([{"state": "stands", "in": ["ACTIVE", "PENDING"]}, "fact"], {"honoured"}),
        ([{"delivered": "nowhere"}, {"delivered": "may"}], {"honoured"}),
    ],
)
def test_a_search_tries_the_deeds_of_duties_whose_keeping_or_breach_is_asked_about(
    asked: list[Any], deeds: set[str]
) -> None:
    conditions = [TypeAdapter(Condition).validate_json(json.dumps(each)) for each in asked]
    assert deeds_asked(loads({"model.yaml": TEXT}).model, conditions) == deeds
