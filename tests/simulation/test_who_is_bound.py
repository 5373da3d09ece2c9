"""Who is bound on which day: texts and consents as they stand, and as they change during a scenario."""

import json
from datetime import date
from typing import Any

import pytest
from small_models import model, played, scenario

from foedus.load import loads
from foedus.simulation import Unknown, play

TEXT = {
    "title": "T",
    "form": "treaty",
    "status": [{"is": "signed", "on": "2026-01-01"}, {"is": "in_force", "on": "2026-06-01"}],
}


def test_consent_takes_nothing_further_from_being_concluded() -> None:
    unfinished = {"t": {"title": "T", "form": "treaty", "status": "under_negotiation"}}
    told = ({"day": 2, "consents": [{"actor": "fr"}]}, {"day": 3, "sets": {"x": True}})
    fields = {"assume": {"concluded": {"p": True}}, "instruments": unfinished}
    trace = played({"p": {"instrument": "t", "enters_when": "x"}}, *told, **fields)
    assert trace.states("p") == ("ACTIVE",)


def test_whoever_leaves_takes_along_what_is_part_of_it() -> None:
    actors = {
        "army": {"title": "Army", "kind": "state", "of": "fr"},
        "corps": {"title": "Corps", "kind": "state", "of": "army"},
    }
    owed = {"p": {"obligors": ["corps", "uk"]}}
    leaves = {"day": 1, "withdraws": [{"actor": "fr"}]}
    trace = play(model(owed, scenario(leaves), actors=actors), "s")
    assert (trace.states("p", "corps"), trace.states("p", "uk")) == (("TERMINATED",), ("ACTIVE",))
    joins = {"day": 2, "consents": [{"actor": "army", "provision": "p"}]}
    assert play(model(owed, scenario(joins), actors=actors), "s").void == ()
    assert play(model(owed, scenario({"day": 2, "withdraws": [{"actor": "us"}]}), actors=actors), "s").void


@pytest.mark.parametrize(
    ("own", "text", "subject", "obligor", "route"),
    [
        ({"status": "to_be_finalised"}, {}, "p", "", ("provisions", "p", "status")),
        ({"instrument": "nowhere"}, {}, "p", "", ("provisions", "p", "instrument")),
        ({}, {"status": "under_negotiation"}, "t", "", ("instruments", "t", "status")),
        ({}, {"status": "in_force"}, "t", "fr", ("instruments", "t", "parties", "fr")),
    ],
)
def test_what_is_not_surely_concluded_says_what_is_missing_and_where(
    own: dict[str, Any], text: dict[str, Any], subject: str, obligor: str, route: tuple[str, ...]
) -> None:
    duty = {"title": "P", "kind": "defense", "obligors": ["fr"], "modality": "must", "instrument": "t"}
    sections = {
        "actors": {"fr": {"title": "France", "kind": "state"}},
        "instruments": {"t": {"title": "T", "form": "treaty", **text}},
        "provisions": {"p": {**duty, **own}},
        "scenarios": {"s": scenario()},
    }
    (standing,) = play(loads({"model.yaml": json.dumps(sections)}), "s").standings("p")
    assert standing.unknowns == (Unknown("concluded", subject, obligor, route),)


@pytest.mark.parametrize(
    ("day", "states"), [(date(2026, 2, 1), ("INACTIVE", "ACTIVE")), (date(2026, 7, 1), ("ACTIVE",))]
)
def test_whoever_joins_a_text_is_bound_as_the_text_stands_on_the_day_that_is_asked_about(
    day: date, states: tuple[str, ...]
) -> None:
    joins = {"day": 1, "consents": [{"actor": "fr", "instrument": "t"}]}
    project = model({"p": {"instrument": "t"}}, scenario(joins), instruments={"t": TEXT})
    assert play(project, "s", as_of=day).states("p") == states


@pytest.mark.parametrize(
    ("parties", "states"), [({"uk": "ratified"}, ("ACTIVE",)), ({}, ("INACTIVE", "ACTIVE"))]
)
def test_what_is_owed_together_is_concluded_once_all_have_consented(
    parties: dict[str, str], states: tuple[str, ...]
) -> None:
    text = {"t": {"title": "T", "form": "treaty", "status": "in_force", "parties": parties}}
    owed = {"p": {"obligors": ["fr", "uk"], "responsibility": "joint", "instrument": "t"}}
    joins = {"day": 1, "consents": [{"actor": "fr", "instrument": "t"}]}
    assert played(owed, joins, instruments=text).states("p") == states


@pytest.mark.parametrize(
    ("uk", "states", "missing"),
    [
        ("ratified", ("ACTIVE",), []),
        ("none", ("INACTIVE", "ACTIVE"), ["uk"]),
        ("withdrawn", ("INACTIVE",), []),
    ],
)
def test_what_is_owed_together_stands_as_the_least_bound_of_those_who_share_it(
    uk: str, states: tuple[str, ...], missing: list[str]
) -> None:
    parties = {"fr": "ratified", "uk": uk}
    text = {"t": {"title": "T", "form": "treaty", "status": "in_force", "parties": parties}}
    owed = {"p": {"obligors": ["fr", "uk"], "responsibility": "joint", "instrument": "t"}}
    (standing,) = played(owed, instruments=text).standings("p")
    assert (standing.states, [each.obligor for each in standing.unknowns]) == (states, missing)


@pytest.mark.parametrize(
    ("day", "states"), [(date(2026, 2, 1), ("INACTIVE", "ACTIVE")), (date(2026, 7, 1), ("ACTIVE",))]
)
def test_whoever_joins_what_is_owed_together_waits_for_those_who_had_not_consented_on_that_day(
    day: date, states: tuple[str, ...]
) -> None:
    later = [{"is": "none", "on": "2026-01-01"}, {"is": "ratified", "on": "2026-06-01"}]
    text = {"t": {"title": "T", "form": "treaty", "status": "in_force", "parties": {"uk": later}}}
    owed = {"p": {"obligors": ["fr", "uk"], "responsibility": "joint", "instrument": "t"}}
    joins = {"day": 1, "consents": [{"actor": "fr", "instrument": "t"}]}
    assert play(model(owed, scenario(joins), instruments=text), "s", as_of=day).states("p") == states


@pytest.mark.parametrize(
    ("day", "obligor", "route"),
    [
        (date(2026, 2, 1), "", ("instruments", "t", "status")),
        (date(2026, 7, 1), "fr", ("instruments", "t", "parties", "fr")),
    ],
)
def test_what_is_missing_is_what_was_missing_on_the_day_that_is_asked_about(
    day: date, obligor: str, route: tuple[str, ...]
) -> None:
    project = model({"p": {"instrument": "t"}}, scenario(), instruments={"t": TEXT})
    (standing,) = play(project, "s", as_of=day).standings("p")
    assert standing.unknowns == (Unknown("concluded", "t", obligor, route),)
