"""Who answers to what: what opens as facts come to be so, and for whom it is."""

import pytest

from foedus.analyses.responders import helps, responders
from foedus.load import loads
from foedus.schema import Model

TEXT = """
actors:
  host: {title: Host, kind: state}
  city: {title: City, kind: state, of: host}
  ally: {title: Ally, kind: state}
facts:
  attack: {title: A, kind: brute, initial: false}
  calm: {title: C, kind: brute, initial: true}
determinations:
  found: {title: D, of: attack, by: lead_state, actor: ally}
provisions:
  first: {MUST, trigger: attack, protects: [city]}
  second: {MAY, enters_when: {active: first}}
  third: {MUST, requires: {not: {not: {delivered: second}}}}
  judged: {MUST, trigger: {finding: found}, beneficiary: [host]}
  calmed: {MUST, trigger: {not: calm}}
  while: {MUST, in_force_while: attack}
  ended: {MUST, terminates_when: attack}
  unless: {MUST, trigger: {not: {active: first}}}
  never: {MUST_NOT, trigger: attack}
  astray: {MUST, trigger: {finding: nowhere}}
"""


@pytest.fixture
def model() -> Model:
    duties = {word: f"{{title: P, kind: defense, obligors: [ally], modality: {word.lower()}," for word in
              ("MUST_NOT", "MUST", "MAY")}  # fmt: skip
    text = TEXT
    for word, duty in duties.items():
        text = text.replace(f"{{{word},", duty)
    return loads({"model.yaml": text}).model


@pytest.mark.parametrize(
    ("changes", "opened"),
    [
        ({"attack": True}, ("first", "judged", "second", "third")),
        ({"attack": False}, ()),
        ({"calm": False}, ("calmed",)),
        ({"calm": True}, ()),
        ({"attack": True, "calm": False}, ("calmed", "first", "judged", "second", "third")),
        ({"nowhere": True}, ("astray",)),
    ],
)
def test_a_change_opens_what_waits_for_it_and_what_waits_for_that(
    changes: dict[str, bool], opened: tuple[str, ...], model: Model
) -> None:
    assert responders(model, changes) == opened


@pytest.mark.parametrize(
    ("provision", "victims", "so"),
    [
        ("first", ("city",), True),
        ("first", ("host",), True),  # the city is a part of it
        ("first", ("ally",), False),
        ("judged", ("host", "ally"), True),
        ("judged", ("city",), False),  # not every part is the whole
        ("second", ("ally",), True),
        ("first", (), True),
    ],
)
def test_a_provision_helps_whom_it_is_for_and_everybody_where_that_is_not_said(
    provision: str, victims: tuple[str, ...], so: bool, model: Model
) -> None:
    assert helps(model, model.provisions[provision], victims) is so
