"""Observers: what bears on a condition is kept beside it, and the rest of the model is left aside."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from foedus.analyses.observers import observed
from foedus.load import loads
from foedus.schema import Condition

TEXT = """
actors:
  fr: {title: France, kind: state}
  uk: {title: Britain, kind: state}
facts:
  a: {title: A, kind: brute, initial: false}
bodies:
  council: {title: Council, kind: council, established_by: founding}
  old: {title: Old, kind: council}
determinations:
  by-council: {title: D, of: a, by: body, body: council}
  by-old: {title: D, of: a, by: body, body: old}
  each: {title: D, of: a, by: each_obligor}
  lead: {title: D, of: a, by: lead_state, actor: fr}
provisions:
  founding: {title: F, kind: institutional, obligors: [fr], modality: must, trigger: {active: root}}
  root: {title: R, kind: institutional, obligors: [fr], modality: must, requires: a}
  asks: {title: A, kind: defense, obligors: [fr, uk], modality: must, trigger: {finding: each}}
  also: {title: A, kind: defense, obligors: [uk], modality: must, terminates_when: {finding: each}}
  rests: {title: S, kind: defense, obligors: [fr], modality: must, enters_when: {finding: by-council}}
  apart: {title: P, kind: defense, obligors: [fr], modality: must, trigger: a}
"""


@pytest.mark.parametrize(
    ("asked", "kept", "finders"),
    [
        ("a", set(), ("unspecified",)),
        ({"active": "root"}, {"root"}, ("unspecified",)),
        ({"not": {"delivered": "founding"}}, {"founding", "root"}, ("unspecified",)),
        ({"finding": "by-council"}, {"founding", "root"}, ("unspecified",)),
        ({"finding": "by-old"}, set(), ("unspecified",)),
        ({"finding": "lead"}, set(), ("unspecified",)),
        ({"finding": "each"}, {"asks", "also"}, ("fr", "uk")),
        ({"finding": "each", "obligor": "fr"}, {"asks", "also"}, ("unspecified",)),
        (
            {"all": ["a", {"state": "rests", "in": ["STANDBY"]}]},
            {"rests", "founding", "root"},
            ("unspecified",),
        ),
        ({"reached": "asks", "in": ["ACTIVE"]}, {"asks", "also"}, ("unspecified",)),
        ({"any": [{"finding": "nowhere"}, {"active": "nowhere"}]}, set(), ("unspecified",)),
    ],
)
def test_beside_an_observer_stands_what_bears_on_its_condition(
    asked: Any, kept: set[str], finders: tuple[str, ...]
) -> None:
    condition: Condition = TypeAdapter(Condition).validate_json(json.dumps(asked))
    whole = loads({"model.yaml": TEXT})
    assert whole.findings == ()
    found = observed(whole, {"it": condition}).model.provisions
    assert {*found} == kept | {"(it)"}
    assert (found["(it)"].trigger, found["(it)"].obligors) == (condition, finders)
    assert all(found[key] == whole.model.provisions[key] for key in kept)
