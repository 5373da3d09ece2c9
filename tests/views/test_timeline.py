"""What the timeline of a played scenario shows, and the sequence beside it."""

import json
from typing import Any

import pytest
from sample_story import MODEL

from foedus.library import shipped_models
from foedus.load import Project, load, loads
from foedus.simulation import Trace, play, prepare
from foedus.views import timeline
from foedus.views.played_shapes import Timeline
from foedus.views.twin import twin
from foedus.writers.pictures import dot, mermaid
from foedus.writers.pictures import json as plain
from foedus.writers.pictures.graphs import as_diagram


@pytest.fixture
def trace() -> Trace:
    return play(loads({"model.yaml": MODEL}), "s")


@pytest.fixture
def shown(trace: Trace) -> Timeline:
    return timeline.view(trace)


def told(shown: Timeline) -> dict[str, list[str]]:
    return {
        f"{each.number} {each.who}".strip(): [
            f"{shown.instants[stretch.first].name}: {stretch.stand.words}" for stretch in each.stretches
        ]
        for each in shown.courses
    }


def test_obligors_who_fare_differently_have_a_course_each_and_others_share_one(shown: Timeline) -> None:
    assert told(shown) == {
        "1.1 Ally": ["day 0: STANDBY", "day 0: ACTIVE", "day 2: BREACHED"],
        "1.1 Friend": ["day 0: STANDBY", "day 0: ACTIVE", "end of day 3: BREACHED"],
        "1.2": ["day 0: ACTIVE"],
        "1.3": ["day 0: ACTIVE", "day 2: ACTIVE, exercised"],
        "F.1": ["day 0: PENDING or ACTIVE"],
    }


def test_the_start_every_turn_and_the_horizon_are_instants(shown: Timeline) -> None:
    assert [(each.kind, each.number, each.name) for each in shown.instants] == [
        ("start", "", "day 0"),
        ("step", "1", "day 0"),
        ("step", "2", "day 2"),
        ("clock", "3", "end of day 3"),
        ("end", "", "day 9"),
    ]


def test_deeds_say_who_does_what_to_which_provision(shown: Timeline) -> None:
    deeds = [deed for each in shown.instants for deed in each.deeds]
    assert [(deed.kind, deed.told, deed.who) for deed in deeds] == [
        ("event", "The host is attacked", ()),
        ("act", "Ally fails to perform 1.1 Help the host", ("ally",)),
        ("act", "Friend exercises 1.3 Give more", ("friend",)),
        ("clock", "The deadline of 1.1 Help the host has passed", ()),
    ]


def test_the_caption_is_the_scenarios_own_with_a_neutral_subtitle(shown: Timeline) -> None:
    assert shown.caption.title == "An attack, and one ally helps"
    assert shown.caption.subtitle == "The text as it stands; choices left open; seen to day 9"
    assert shown.caption.alt == "Timeline of 3 steps: 5 courses, of which 3 change."


def test_the_twin_holds_every_course(shown: Timeline) -> None:
    table = twin(shown)
    assert table.head == ("Component", "Provision", "Whose", "Course")
    assert ("1 Help", "1.2 Send arms", "all", "at the start: ACTIVE") in table.rows
    assert len(table.rows) == len(shown.courses)


def test_formats_without_a_page_hold_every_course_and_every_change(shown: Timeline) -> None:
    diagram = as_diagram(shown)
    assert sum(link.kind == "activates" for link in diagram.links) == 5
    assert {"1.2 Send arms: ACTIVE throughout"} <= {f"{box.number} {box.text}" for box in diagram.boxes}
    assert "Friend exercises" in dot.write(shown)
    assert "Friend exercises" in mermaid.write(shown)
    content: dict[str, Any] = json.loads(plain.write(shown))
    assert content["shape"] == "timeline"
    assert len(content["courses"]) == 5


def test_dates_are_written_as_dates() -> None:
    text = MODEL.replace("day: 0", "day: 2026-03-30").replace("day: 2,", "day: 2026-04-02,")
    shown = timeline.view(play(loads({"m.yaml": text.replace("horizon: 9", "horizon: 2026-04-09")}), "s"))
    assert [each.name for each in shown.instants] == [
        "30 March 2026",
        "30 March 2026",
        "2 April 2026",
        "end of 2 April 2026",
        "9 April 2026",
    ]
    assert shown.instants[1].short == "30 Mar 2026"


def test_a_scenario_that_cannot_be_played_says_so_and_shows_nothing() -> None:
    project = loads({"m.yaml": MODEL.replace("events: [attack-starts]", "events: [unheard-of]")})
    shown = timeline.view(play(project, "s"))
    assert shown.courses == ()
    assert "not played" in shown.caption.subtitle


@pytest.mark.parametrize("scenario", sorted(load(shipped_models()["paris-2026"]).model.scenarios))
def test_every_change_of_every_shipped_scenario_is_in_its_timeline(scenario: str) -> None:
    trace = play(_paris(), scenario)
    shown = timeline.view(trace)
    model, seen = trace.project.model, {key for c in shown.courses for key in [c.id.rpartition("/")[0]]}
    assert seen == set(model.provisions)
    for provision in model.provisions:
        own = [course for course in shown.courses if course.id.rpartition("/")[0] == provision]
        ends = {course.stretches[-1].stand.states for course in own}
        assert ends == {standing.states for standing in trace.standings(provision)}


def _paris() -> Project:
    return load(shipped_models()["paris-2026"])


def test_a_prepared_project_gives_the_same_picture() -> None:
    project = _paris()
    assert timeline.view(play(project, "threat-only")) == timeline.view(play(prepare(project), "threat-only"))
