"""The same scenario in several systems comes to what `play` says of the same steps written by hand."""

import json
from collections.abc import Callable

import pytest

from foedus.analyses.cells import scenario_of
from foedus.analyses.templates import TEMPLATES, Template, bound, played
from foedus.contrast import contrast
from foedus.errors import Stop
from foedus.graph import build
from foedus.library import shipped_models
from foedus.load import Project
from foedus.opening import read
from foedus.simulation import play, prepare
from foedus.views.compared import compare
from foedus.views.compared.answers import NO_EVENT, NO_ORGAN

Model = Callable[..., Project]

BY_ID = {each.id: each for each in TEMPLATES}
PACT = """
framework: {title: Pact, as_of: 2026-01-02, beneficiary: [host]}
actors:
  ally: {title: Ally, kind: state}
  host: {title: Host, kind: state}
bodies: {court: {title: Court, kind: court}}
facts:
  attack: {title: An attack, kind: brute, concept: attack, initial: false}
  raid: {title: A raid, kind: brute, concept: attack, initial: false}
events:
  invasion: {title: Invasion, sets: {attack: true}, target: [host], attack_class: conventional, severity: war}
  raids: {title: Raids, sets: {raid: true}, target: [host], attack_class: hybrid, severity: use}
  aside: {title: Aside, sets: {attack: true}, target: [ally], attack_class: conventional, severity: war}
determinations:
  found: {title: That there is an attack, of: attack, by: body, body: court%s}
provisions:
  help:
    title: Help
    kind: defense
    obligors: [ally]
    beneficiary: [host]
    modality: must
    trigger: {finding: found}
  relief: {title: Relief, kind: economic_aid, obligors: [ally], modality: may, trigger: raid}
scenarios:
  agreed:
    title: The court finds it
    steps:
      - {day: 0, events: [invasion]}
      - {day: 1, findings: {found: established}}
  deadlocked:
    title: The court cannot agree
    steps:
      - {day: 0, events: [invasion]}
      - {day: 1, findings: {found: deadlocked}}
"""


def pact(model: Model, on_deadlock: str = "") -> Project:
    return model(PACT % (f", on_deadlock: {on_deadlock}" if on_deadlock else ""))


def texts(project: Project, template: str) -> list[str]:
    """What a template comes to in one system, without the places."""
    (((*answers,),),) = compare([build(project)], scenarios=[template]).cells
    return [each.text for each in answers]


def test_a_template_is_bound_by_class_severity_and_target(model: Model) -> None:
    found = {each.id: [event.id for event in bound(pact(model), each)] for each in TEMPLATES}
    assert found == {
        "conventional-attack": ["invasion"],
        "nuclear-threat": [],
        "hybrid-attack": ["raids"],
        "deadlocked-organ": ["invasion", "aside"],
    }


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("conventional-attack", ["Must: help"]),
        ("nuclear-threat", [NO_EVENT]),
        ("hybrid-attack", ["May: relief"]),
    ],
)
def test_each_template_says_who_must_who_may_and_where_there_is_no_such_event(
    model: Model, template: str, said: list[str]
) -> None:
    assert texts(pact(model), template) == said


@pytest.mark.parametrize(
    ("on_deadlock", "said"),
    [
        ("established", "Must: help"),
        ("rejected", "Nobody must answer, and nobody is expressly free to"),
        ("", "Cannot be said, at best must (the organ cannot agree, and what holds then is not said): help"),
    ],
)
def test_a_deadlocked_organ_comes_to_what_the_text_says_of_deadlock(
    model: Model, on_deadlock: str, said: str
) -> None:
    assert texts(pact(model, on_deadlock), "deadlocked-organ")[0] == said


@pytest.mark.parametrize(
    ("template", "by_hand"), [("conventional-attack", "agreed"), ("deadlocked-organ", "deadlocked")]
)
@pytest.mark.parametrize("on_deadlock", ["", "established", "rejected"])
def test_the_course_of_a_template_ends_like_the_same_steps_written_by_hand(
    model: Model, template: str, by_hand: str, on_deadlock: str
) -> None:
    project = pact(model, on_deadlock)
    asked = BY_ID[template]
    cell = played(prepare(project), asked)[0]
    (ours,) = play(project, scenario_of(project, cell, asked.deadlocked)).standings("help")
    (theirs,) = play(project, by_hand).standings("help")
    assert ours.states == theirs.states


@pytest.mark.parametrize("name", shipped_models())
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_every_course_of_a_template_can_be_played(name: str, template: Template) -> None:
    prepared = prepare(read(name))
    for cell in played(prepared, template):
        trace = play(prepared, scenario_of(prepared, cell, template.deadlocked))
        assert trace.refusals == ()
        assert [void.problem for turn in trace.turns for void in turn.void if void.certain] == []


def test_history_is_in_the_table() -> None:
    assert texts(read("budapest-1994"), "conventional-attack")[0].startswith("Nobody must answer")
    assert texts(read("budapest-1994"), "nuclear-threat")[0].startswith("Must: seek action")
    assert texts(read("budapest-1994"), "deadlocked-organ")[0] == NO_ORGAN
    assert texts(read("minsk-2015"), "conventional-attack") == [
        "Nobody must answer, and nobody is expressly free to"
    ]
    assert "Must: aid and assist by all the means in their power" in texts(
        read("teu-42-7"), "conventional-attack"
    )


def test_scenarios_stand_in_the_json_by_their_ids() -> None:
    whole = json.loads(contrast([read("teu-42-7")], [], "json", scenarios=["all"]).data)
    assert list(whole["questions"]) == [each.id for each in TEMPLATES]


def test_a_scenario_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(Stop, match="did you mean `nuclear-threat`"):
        compare([], scenarios=["nuclear-treat"])
