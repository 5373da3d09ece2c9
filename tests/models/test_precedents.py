"""Truths about the precedents: each plays as it says, and shows the findings that history made famous."""

from functools import cache

import pytest

from foedus.checking import check
from foedus.finding import Finding, Severity
from foedus.library import shipped_models
from foedus.load import Project, load
from foedus.place import Route

PRECEDENTS = (
    "budapest-1994", "egypt-israel-mfo", "minsk-2015", "north-atlantic-treaty", "teu-42-7", "uk-ukraine-2024",
)  # fmt: skip

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
    # Each judges for itself, and one for all where it is a threat; the duty has an area that its title lacks
    ("north-atlantic-treaty", None, "D07", ("determinations", "attack-judged", "by")),
    ("north-atlantic-treaty", None, "D07", ("determinations", "threat-seen", "by")),
    ("north-atlantic-treaty", None, "T10", ("provisions", "assist", "scope", "location")),
    ("north-atlantic-treaty", None, "R04", ("facts", "attack-outside-area")),
    # Only the state attacked can call, on its territory, and nobody says how the others share the duty
    ("teu-42-7", None, "T11", ("provisions", "aid", "trigger")),
    ("teu-42-7", None, "T10", ("provisions", "aid", "scope", "location")),
    ("teu-42-7", None, "O03", ("provisions", "aid", "obligors")),
    # Without the letters that promised a substitute, the Security Council alone could open the supervision
    ("egypt-israel-mfo", "without-the-letters", "D06", ("provisions", "supervision", "requires")),
)  # fmt: skip


@cache
def precedent(name: str, reading: str | None = None) -> Project:
    project = load(shipped_models()[name])
    return project.read_as(reading) if reading else project


@cache
def findings(name: str, reading: str | None = None) -> tuple[Finding, ...]:
    return check(precedent(name, reading))


@pytest.mark.parametrize("name", PRECEDENTS)
def test_no_finding_about_a_precedent_is_an_error_however_it_is_read(name: str) -> None:
    for reading in (None, *precedent(name).model.readings):
        wrong = [each for each in findings(name, reading) if each.severity is Severity.ERROR]
        assert (reading, wrong) == (reading, [])


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


def test_where_monitor_guarantor_and_decider_are_apart_nobody_can_block_and_a_substitute_is_named() -> None:
    codes = {each.code for each in findings("egypt-israel-mfo")}
    assert not codes & {"D01", "D02", "D03", "D04", "D06", "O07", "T06"}


@pytest.mark.parametrize(
    ("name", "provision", "clock"),
    [
        ("uk-ukraine-2024", "consult", "PT24H"),
        ("uk-ukraine-2024", "assistance", None),
        ("north-atlantic-treaty", "consult", None),
        ("budapest-1994", "consult", None),
        ("egypt-israel-mfo", "verification-on-request", "PT48H"),
        ("minsk-2015", "area-resolution", "P30D"),
    ],
)
def test_a_clock_stands_on_the_clause_that_has_it_and_on_no_other(
    name: str, provision: str, clock: str | None
) -> None:
    assert precedent(name).model.provisions[provision].deadline == clock


@pytest.mark.parametrize("name", PRECEDENTS)
def test_what_was_not_read_again_is_marked(name: str) -> None:
    """Whatever says that it is from general knowledge is of low confidence."""
    model = precedent(name).model
    for element in model.elements():
        if "general knowledge" in (element.note or "") and element.section in ("provisions", "facts"):
            assert element.claim is not None, element.id
            assert element.claim.confidence != "high", element.id
