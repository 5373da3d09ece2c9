"""Truths about the precedents: each plays as it says, and shows the findings that history made famous."""

from functools import cache

import pytest

from foedus.checking import check
from foedus.finding import Finding, Severity
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.place import Route

PRECEDENTS = ("budapest-1994", "minsk-2015", "uk-ukraine-2024")

FAMOUS: tuple[tuple[str, str | None, str, Route], ...] = (
    # One of the three can keep the Council from helping, and is the attacker in one reading of the system
    ("budapest-1994", None, "D03", ("provisions", "seek-council-action", "through")),
    ("budapest-1994", "attacker-among-guarantors", "D03", ("provisions", "seek-council-action", "through")),
    (
        "budapest-1994", "attacker-among-guarantors", "O07",
        ("provisions", "seek-council-action", "obligors", 0),
    ),
    # Nobody is named to say what has happened, and "assurances" are duties to talk
    ("budapest-1994", None, "D01", ("provisions", "seek-council-action", "trigger", "any", 0)),
    ("budapest-1994", None, "O08", ("components", "assurances", "title")),
    ("budapest-1994", None, "T13", ("instruments", "budapest-memorandum")),
    # Border and elections wait for one another; what is observed leads to nothing; nobody finds a settlement
    ("minsk-2015", "each-waits", "T06", ("provisions", "border-start", "requires")),
    ("minsk-2015", None, "D04", ("provisions", "observation")),
    ("minsk-2015", None, "D01", ("provisions", "border-control", "requires", "all", 3)),
    # Nobody finds the attack; a promise elsewhere that needs the consultations ends with them
    ("uk-ukraine-2024", None, "D01", ("provisions", "consult", "trigger")),
    ("uk-ukraine-2024", "rest-on-it", "L07", ("instruments", "uk-ukraine-agreement", "term")),
    ("uk-ukraine-2024", "rest-on-it", "L07", ("provisions", "consult", "terminates_when")),
)  # fmt: skip


@cache
def precedent(name: str, reading: str | None = None) -> Project:
    project = load(shipped_models()[name])
    return project.read_as(reading) if reading else project


@cache
def findings(name: str, reading: str | None = None) -> tuple[Finding, ...]:
    return check(precedent(name, reading))


@pytest.mark.parametrize("name", PRECEDENTS)
def test_no_finding_about_a_precedent_is_an_error(name: str) -> None:
    assert not [each for each in findings(name) if each.severity is Severity.ERROR]


@pytest.mark.parametrize("name", PRECEDENTS)
def test_every_scenario_ends_as_it_says(name: str) -> None:
    scenarios = precedent(name).model.scenarios.values()
    assert all(each.expect for each in scenarios)
    assert not [each for each in findings(name) if each.code.startswith("C")]


@pytest.mark.parametrize(("name", "reading", "code", "place"), FAMOUS)
def test_what_history_made_famous_is_found(name: str, reading: str | None, code: str, place: Route) -> None:
    where = precedent(name, reading).where(place)
    assert where is not None
    assert (code, where) in {(each.code, each.span) for each in findings(name, reading)}
