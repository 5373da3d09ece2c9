"""Response coverage: what a cell says is what a play of its course brings out, and what the rules report."""

from dataclasses import replace
from typing import Any

import pytest

import foedus
from foedus.analyses.cells import Word, attacks, scenario_of
from foedus.analyses.coverage import Coverage, coverage
from foedus.checking import check
from foedus.load import loads
from foedus.simulation import play, prepare
from foedus.views.document import Facts
from foedus.views.told.coverage import view

MODEL = """
framework: {title: T, as_of: 2026-01-02, beneficiary: [host], adversary: [rival]}
actors:
  host: {title: Host, kind: state}
  rival: {title: Rival, kind: state}
  ally: {title: Ally, kind: state}
facts:
  ceasefire: {title: Ceasefire, kind: institutional, initial: false}
  attack: {title: Attack, kind: brute, initial: false, concept: attack}
  asked: {title: Asked, kind: brute, initial: false}
events:
  truce: {title: Truce, sets: {ceasefire: true}}
  invasion: {title: Invasion, sets: {attack: true}, target: [host], attack_class: conventional, severity: war}
phases:
  before: {title: Before, order: 1}
  during: {title: During, order: 2, events: [truce]}
provisions:
  help:
    {title: Help, kind: defense, obligors: [ally], protects: [host], modality: must, trigger: attack, GATES}
"""


def found(gates: str = "", **more: str) -> Coverage:
    text = MODEL.replace(", GATES", f", {gates}" if gates else "")
    return coverage(loads({"model.yaml": text, **{f"{name}.yaml": body for name, body in more.items()}}))


def words(seen: Coverage) -> tuple[Word, ...]:
    return tuple(cell.word for cell in seen.cells if cell.reading is None)


@pytest.mark.parametrize(
    ("gates", "expected"),
    [
        ("", ("must", "must")),
        ("modality: may", ("may", "may")),
        ("enters_when: ceasefire", ("none", "must")),
        ("enters_when: {not: ceasefire}", ("must", "must")),
        ("in_force_while: ceasefire", ("none", "must")),
        ("status: to_be_finalised", ("undetermined", "undetermined")),
        ("requires: asked", ("none", "none")),
        ("protects: [ally]", ("none", "none")),
        ("kind: consultation", ("none", "none")),
        ("status: dropped", ("none", "none")),
        ("modality: must_not", ("none", "none")),
    ],
)
def test_a_cell_says_how_firmly_somebody_answers(gates: str, expected: tuple[Word, ...]) -> None:
    fields = {part.split(":")[0].strip() for part in gates.split(", ") if gates}
    text = MODEL
    for field, old in (
        ("modality", "modality: must, "),
        ("kind", "kind: defense, "),
        ("protects", "protects: [host], "),
    ):
        if field in fields:
            text = text.replace(old, "", 1)
    seen = coverage(loads({"model.yaml": text.replace(", GATES", f", {gates}" if gates else "")}))
    assert seen.project.findings == ()
    assert words(seen) == expected


@pytest.mark.parametrize("modality", ["must", "may"])
def test_what_is_not_finished_comes_to_what_it_says_at_best(modality: Word) -> None:
    text = MODEL.replace("modality: must, ", "").replace(
        "GATES", f"modality: {modality}, status: to_be_finalised"
    )
    seen = coverage(loads({"model.yaml": text}))
    assert {(cell.word, cell.at_best) for cell in seen.cells} == {("undetermined", modality)}


def test_a_duty_that_waits_for_more_is_told_apart_from_silence() -> None:
    (reply,) = found("requires: asked").cells[0].replies
    assert (reply.word, reply.waits) == ("none", True)


def test_a_duty_that_falls_due_only_by_somebodys_choice_is_no_floor() -> None:
    lead = "{title: L, kind: enforcement, obligors: [ally], modality: may, trigger: attack}"
    more = f"provisions:\n  lead: {lead}\n"
    seen = found("requires: {delivered: lead}", more=more)
    replies = {each.provision: each.word for each in seen.cells[0].replies}
    assert (replies, seen.cells[0].word) == ({"help": "may", "lead": "may"}, "may")


def test_a_finding_that_somebody_is_named_to_make_is_taken_to_be_made() -> None:
    finder = "determinations:\n  f: {title: F, of: attack, by: lead_state, actor: ally}\n"
    nobody = "determinations:\n  f: {title: F, of: attack, by: unspecified}\n"
    text = MODEL.replace("trigger: attack, GATES", "trigger: {finding: f}")
    for own, expected in ((finder, "must"), (nobody, "undetermined")):
        assert set(words(coverage(loads({"model.yaml": text, "more.yaml": own})))) == {expected}


def test_a_finding_by_those_whom_somebody_may_choose_to_convene_is_no_floor() -> None:
    text = MODEL.replace("trigger: attack, GATES", "trigger: {finding: f}")
    more = """
determinations:
  f: {title: F, of: attack, by: body, body: council}
bodies:
  council: {title: C, kind: council, established_by: meeting}
provisions:
  call: {title: A, kind: institutional, obligors: [ally], modality: may}
  meeting: {title: M, kind: institutional, obligors: [ally], modality: must, requires: {delivered: call}}
"""
    assert set(words(coverage(loads({"model.yaml": text, "more.yaml": more})))) == {"may"}


def test_attacks_on_the_beneficiary_come_first_and_those_on_nobody_named_last() -> None:
    aimed = {"a-nobody": "", "b-ally": ", target: [ally]", "c-host": ", target: [ally, host]"}
    more = "".join(
        f"  {key}: {{title: E, sets: {{attack: true}}, severity: use{at}}}\n" for key, at in aimed.items()
    )
    found = attacks(loads({"model.yaml": MODEL.replace(", GATES", ""), "more.yaml": f"events:\n{more}"}))
    assert [each.id for each in found] == ["c-host", "invasion", "b-ally", "a-nobody"]


def test_classes_without_an_event_are_named() -> None:
    seen = found()
    assert seen.classes == ("nuclear", "hybrid", "cyber")
    assert seen.severities == ("threat", "display", "use")


def test_a_model_without_phases_is_looked_at_as_things_stand() -> None:
    text = MODEL.replace(", GATES", "")
    text = text[: text.index("phases:")] + text[text.index("provisions:") :]
    seen = coverage(loads({"model.yaml": text}))
    assert [(phase.id, word) for phase, word in zip(seen.phases, words(seen), strict=True)] == [
        ("start", "must")
    ]


def sure(states: tuple[str, ...]) -> bool:
    return set(states) <= {"ACTIVE", "FULFILLED", "BREACHED"}


def test_every_cell_of_paris_is_what_playing_its_course_brings_out() -> None:
    """Two plays of the cell's scenario, one a choice rule, say the same as the cell."""
    project = foedus.read("paris-2026")
    prepared = prepare(project)
    for cell in (each for each in coverage(project).cells if each.replies):
        told = scenario_of(prepared, cell).model_copy(update={"reading": None})
        for reply in cell.replies:
            ends: list[tuple[Any, ...]] = []
            for rule in ("decline", "exercise"):
                trace = play(prepared, told, reading=cell.reading, discretion=rule)  # type: ignore[arg-type]
                ends += [standing.states for standing in trace.standings(reply.provision)]
            assert (reply.word in ("must", "may")) == all(sure(end) for end in ends)
            assert (reply.word == "undetermined") == (
                any("ACTIVE" in end for end in ends) and not all(sure(end) for end in ends)
            )


TELLING = """
phases:
  un-mission: {title: UN mission in place, order: 1, events: [truce]}
bodies:
  mission: {title: The mission, kind: mission, established_by: send}
determinations:
  found: {title: That there is an attack, of: attack, by: body, body: mission}
readings:
  bound:
    {title: It must be sent, kind: interpretation, patch: {provisions: {send: {trigger: {active: lead}}}}}
provisions:
  lead: {title: Lead, kind: monitoring, obligors: [ally], modality: may, trigger: ceasefire}
  send: {title: Send, kind: monitoring, obligors: [ally], modality: must, trigger: {delivered: lead}}
"""


def test_the_course_of_a_cell_is_a_scenario_in_which_no_choice_is_taken() -> None:
    text = MODEL[: MODEL.index("phases:")] + MODEL[MODEL.index("provisions:") :]
    own = loads({"model.yaml": text.replace("trigger: attack, GATES", "trigger: {finding: found}"),
                 "more.yaml": TELLING})  # fmt: skip
    assert own.findings == ()
    told = {cell.reading: scenario_of(own, cell) for cell in coverage(own).cells}
    assert {reading: each.reading for reading, each in told.items()} == {None: None, "bound": "bound"}
    assert {(each.id, each.title) for each in told.values()} == {
        ("invasion-un-mission", "Invasion: UN mission in place")
    }
    assert all(each.horizon == each.steps[-1].day for each in told.values())
    said = [[(step.day, *step.events, *step.findings) for step in each.steps] for each in told.values()]
    assert said == [[(0, "truce"), (1, "invasion")], [(0, "truce"), (1, "invasion"), (2, "found")]]


def test_the_rules_say_what_the_cells_say() -> None:
    codes = [
        (each.code, each.element)
        for each in check(foedus.read("paris-2026"))
        if each.code in ("T09", "O01", "O02")
    ]
    assert codes == [
        ("O01", "events/ceasefire-violated"),
        ("O01", "events/armed-attack"),
        ("T09", "events/force-attacked"),
        ("T09", "events/threat-emerges"),
        ("T09", "events/sabotage"),
        ("T09", "events/cyber-operation"),
    ]


def test_in_the_draft_an_attack_on_the_force_and_a_threat_are_answered() -> None:
    codes = {each.element for each in check(foedus.read("paris-2026").read_as("draft")) if each.code == "T09"}
    assert codes == {"events/sabotage", "events/cyber-operation"}


def test_a_reading_is_called_by_its_title() -> None:
    patch = "{provisions: {help: {requires: asked}}}"
    seen = found(r=f"readings: {{never: {{title: It never helps, kind: interpretation, patch: {patch}}}}}")
    told = [row for block in view(seen).sections[0].blocks if isinstance(block, Facts) for row in block.rows]
    assert told == [("In every phase", "must (F.1); nobody if read as “It never helps”")]


def test_a_model_with_a_negative_circle_has_no_cells() -> None:
    text = MODEL.replace(", GATES", ", requires: {not: {active: help}}")
    seen = coverage(loads({"model.yaml": text}))
    assert (seen.cells, seen.across("invasion", "before")) == ((), ())


def test_coverage_is_kept_for_the_project_asked_about_last() -> None:
    project = loads({"model.yaml": MODEL.replace(", GATES", "")})
    assert coverage(project) is coverage(project)
    assert coverage(replace(project)) is not coverage(project)
