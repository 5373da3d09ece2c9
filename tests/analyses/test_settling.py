"""Open points: what either answer to each would settle, and which settles most."""

from foedus.analyses.settling import Settled, open_points
from foedus.load import Project, loads

WORLD = """
framework: {title: T, as_of: 2026-01-02, beneficiary: [host], adversary: [rival]}
actors:
  host: {title: Host, kind: state}
  rival: {title: Rival, kind: state}
  ally: {title: Ally, kind: state}
facts:
  attack: {title: Attack, kind: brute, initial: false, concept: attack}
  calm: {title: Calm, kind: brute, initial: unknown}
  storm: {title: Storm, kind: brute, initial: unknown}
events:
  invasion: {title: Invasion, sets: {attack: true}, target: [host], attack_class: conventional, severity: war}
determinations:
  found: {title: That there is an attack, of: attack, by: unspecified}
readings:
  wide: {title: W, kind: interpretation, patch: {provisions: {talk: {requires: null}}}}
questions:
  one: {title: Q, touches: [help]}
  two: {title: Q, touches: [ally, found]}
  three: {title: Q, touches: [attack]}
scenarios:
  attacked: {title: S, steps: [{day: 1, events: [invasion]}]}
  quiet: {title: S, steps: []}
  read: {title: S, reading: wide, steps: [{day: 1, events: [invasion]}]}
provisions:
"""
DUTY = "obligors: [ally], modality: must"
PROVISIONS = f"""
  help: {{title: Help, kind: defense, {DUTY}, trigger: attack, status: to_be_finalised}}
  lead: {{title: Lead, kind: monitoring, obligors: [ally], modality: may, trigger: attack}}
  serve: {{title: Serve, kind: defense, {DUTY}, trigger: {{finding: found}}}}
  send: {{title: Send, kind: monitoring, {DUTY}, requires: {{delivered: lead}}}}
  talk: {{title: Talk, kind: consultation, {DUTY}, trigger: attack, requires: calm}}
"""


def project(provisions: str) -> Project:
    own = loads({"model.yaml": WORLD + provisions})
    assert own.findings == ()
    return own


def ends(answer: Settled) -> list[str]:
    return [f"{scenario}: {position}" for scenario, position in answer.outcomes]


def test_each_open_point_says_which_cells_and_ends_of_scenarios_either_answer_settles() -> None:
    found = {each.unknown.subject: each for each in open_points(project(PROVISIONS))}
    must = (("invasion", "start", "must"),)
    assert {key: (each.if_so.cells, each.if_not.cells) for key, each in found.items()} == {
        "help": (must, ()), "found": (must, ()), "calm": ((), ()), "lead": ((), ()),
    }  # fmt: skip
    assert {key: ends(each.if_so) for key, each in found.items()} == {
        "help": ["attacked: help / ally", "quiet: help / ally"],
        "found": ["attacked: serve / ally"],
        "calm": ["attacked: talk / ally"],
        "lead": ["attacked: send / ally"],
    }
    for each in found.values():
        assert (each.if_so.answer, each.if_not.answer) == (True, False)
        assert each.if_so.outcomes == each.if_not.outcomes


def test_what_settles_most_cells_comes_first_then_what_settles_most_ends() -> None:
    assert [(each.unknown.subject, each.weight) for each in open_points(project(PROVISIONS))] == [
        ("help", (1, 2)), ("found", (1, 1)), ("lead", (0, 1)), ("calm", (0, 1)),
    ]  # fmt: skip


def test_the_questions_of_a_point_are_those_that_touch_its_subject_or_whoever_it_rests_on() -> None:
    assert {each.unknown.subject: each.questions for each in open_points(project(PROVISIONS))} == {
        "help": ("one",), "found": ("two",), "lead": ("two",), "calm": (),
    }  # fmt: skip


def test_what_settles_nothing_by_itself_is_no_open_point() -> None:
    alike = "{any: [{all: [calm, storm]}, {all: [{not: calm}, {not: storm}]}]}"
    assert open_points(project(f"  odd: {{title: Odd, kind: monitoring, {DUTY}, requires: {alike}}}\n")) == ()


def test_a_model_with_a_negative_circle_has_no_open_points() -> None:
    assert (
        open_points(project(f"  p: {{title: P, kind: defense, {DUTY}, requires: {{not: {{active: p}}}}}}\n"))
        == ()
    )


def test_open_points_are_those_of_the_project_that_is_asked_about() -> None:
    first, other = project(PROVISIONS), project(f"  p: {{title: P, kind: defense, {DUTY}, requires: calm}}\n")
    asked = [open_points(each) for each in (first, first, other, first)]
    assert asked[0] is asked[1]
    assert [each.unknown.subject for each in asked[2]] == ["calm"]
    assert asked[3] == asked[0]
