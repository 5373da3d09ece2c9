"""What the sequence of a played scenario shows."""

import json

import pytest
from sample_story import MODEL

from foedus.library import shipped_models
from foedus.load import load, loads
from foedus.simulation import play
from foedus.views import sequence
from foedus.views.played_shapes import Sequence
from foedus.views.twin import twin
from foedus.writers.pictures import dot, mermaid
from foedus.writers.pictures import json as plain
from foedus.writers.pictures.graphs import as_diagram


@pytest.fixture
def shown() -> Sequence:
    return sequence.view(play(loads({"model.yaml": MODEL}), "s"))


def test_doers_come_as_they_act_and_what_has_no_doer_comes_first(shown: Sequence) -> None:
    assert [(doer.id, doer.title) for doer in shown.doers] == [
        ("", "No doer named"),
        ("ally", "Ally"),
        ("friend", "Friend"),
    ]


def test_each_step_says_what_changed_from_which_state_to_which(shown: Sequence) -> None:
    changed = [
        (
            each.instant.name,
            [
                (s.before.words, s.now.words, [f"{m.number} {m.who}".strip() for m in s.movers])
                for s in each.shifts
            ],
        )
        for each in shown.happenings
    ]
    assert changed == [
        ("day 0", [("STANDBY", "ACTIVE", ["1.1"])]),
        ("day 2", [("ACTIVE", "ACTIVE, exercised", ["1.3"]), ("ACTIVE", "BREACHED", ["1.1 Ally"])]),
        ("end of day 3", [("ACTIVE", "BREACHED", ["1.1 Friend"])]),
    ]


def test_the_twin_has_a_row_for_each_step(shown: Sequence) -> None:
    table = twin(shown)
    assert len(table.rows) == 3
    assert table.rows[1][1] == "Ally, Friend"
    assert table.rows[2][3] == "ACTIVE to BREACHED: 1.1 (Friend)"


def test_formats_without_a_page_hold_doers_deeds_and_changes(shown: Sequence) -> None:
    diagram = as_diagram(shown)
    ids = {box.id for box in diagram.boxes}
    assert {"doer:", "doer:ally", "doer:friend"} <= ids
    assert all(link.source in ids and link.target in ids for link in diagram.links)
    assert "The host is attacked" in dot.write(shown)
    assert "The host is attacked" in mermaid.write(shown)
    assert json.loads(plain.write(shown))["shape"] == "sequence"


@pytest.mark.parametrize("scenario", sorted(load(shipped_models()["paris-2026"]).model.scenarios))
def test_every_step_of_every_shipped_scenario_is_in_its_sequence(scenario: str) -> None:
    trace = play(load(shipped_models()["paris-2026"]), scenario)
    shown = sequence.view(trace)
    assert len(shown.happenings) == len(trace.turns) - 1
    told = [deed for each in shown.happenings for deed in each.instant.deeds]
    assert len(told) == sum(len(turn.acts) for turn in trace.turns)
    known = {doer.id for doer in shown.doers}
    assert all(set(deed.who or ("",)) <= known for deed in told)
