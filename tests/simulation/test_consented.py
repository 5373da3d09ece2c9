"""Consent given during a scenario: whoever joins a text stands as one that has ratified it."""

from datetime import date
from typing import get_args

import pytest

from foedus.load import loads
from foedus.schema import Model
from foedus.schema.vocabulary import InstrumentStatus, ProvisionStatus
from foedus.simulation.prepare import consented
from foedus.standing import concluded

EARLIER, LATER = date(2026, 2, 1), date(2026, 8, 1)


def model(form: str, text: str, own: str, party: str) -> Model:
    """One duty under a text, each with a status that it gets in June; before, the text is in force."""
    return loads({"m.yaml": f"""
actors: {{fr: {{title: France, kind: state}}}}
instruments:
  t:
    title: T
    form: {form}
    parties: {{fr: {party}}}
    status: [{{is: in_force, on: 2026-01-01}}, {{is: {text}, on: 2026-06-01}}]
provisions:
  p:
    {{title: P, kind: defense, obligors: [fr], modality: must, instrument: t,
      status: [{{is: agreed, on: 2026-01-01}}, {{is: {own}, on: 2026-06-01}}]}}
"""}).model  # fmt: skip


@pytest.mark.parametrize("form", ["treaty", "declaration"])
@pytest.mark.parametrize("day", [EARLIER, LATER, None])
def test_whoever_joins_a_text_stands_as_one_that_has_ratified_it(form: str, day: date | None) -> None:
    for text in get_args(InstrumentStatus):
        for own in get_args(ProvisionStatus):
            told, done = model(form, text, own, "none"), model(form, text, own, "ratified")
            assert consented(told, told.provisions["p"], day, False) is concluded(
                done, done.provisions["p"], "fr", day
            )


@pytest.mark.parametrize("day", [EARLIER, LATER])
def test_whoever_joins_a_provision_finishes_it_unless_it_or_its_text_has_ended(day: date) -> None:
    for text in get_args(InstrumentStatus):
        for own in get_args(ProvisionStatus):
            told = model("treaty", text, own, "none")
            ended = day == LATER and (own == "dropped" or text in ("superseded", "terminated", "dropped"))
            assert consented(told, told.provisions["p"], day, True) is not ended


def test_to_join_what_names_no_text_finishes_it_and_one_that_is_not_there_leaves_it_open() -> None:
    for named, expected in ((None, True), ("t", None)):
        told = model("treaty", "in_force", "agreed", "none")
        own = told.provisions["p"].model_copy(update={"instrument": named})
        bare = told.model_copy(update={"instruments": {}})
        assert consented(bare, own, LATER, False) is expected
