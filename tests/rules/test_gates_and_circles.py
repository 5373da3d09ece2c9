"""The rules about gates: what defeats itself, what waits for ever, which words carry a guarantee."""

import pytest

from foedus.finding import Finding
from foedus.load import loads
from foedus.rules import (
    t01_missing_casus_foederis,
    t03_self_defeating_gate,
    t04_unreachable_gate,
    t06_circular_precondition,
    t07_negative_cycle,
    t08_undefined_term,
)
from foedus.rules.rule import Rule
from foedus.rules.run import check

WORLD = """\
facts:
  ceasefire: {title: Ceasefire, kind: institutional, initial: false}
  attack: {title: Attack, kind: brute, initial: false}
  request: {title: Request, kind: institutional, initial: false}
events:
  attack-starts: {title: Attack, sets: {attack: true, ceasefire: false}}
  ceasefire-starts: {title: Ceasefire, sets: {ceasefire: true}}
  host-asks: {title: Asks, sets: {request: true}}
determinations:
  found: {title: Found, of: attack, by: collective}
  plain: {title: Plain, of: ceasefire, by: automatic}
  nobody: {title: Nobody, of: ceasefire, by: unspecified}
  judged: {title: Judged, of: ceasefire, by: collective}
"""


def provision(name: str, *lines: str, kind: str = "military_aid") -> str:
    fields = [f"title: {name}", f"kind: {kind}", "obligors: [unspecified]", "modality: must", *lines]
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in fields)


def find(rule: Rule, *provisions: str, world: str = WORLD) -> tuple[Finding, ...]:
    project = loads({"world.yaml": world, "m.yaml": "provisions:\n" + "".join(provisions)})
    assert project.findings == ()
    return check(project, rules=[rule])


def defeats(*lines: str) -> bool:
    return bool(find(t03_self_defeating_gate, provision("help", *lines)))


@pytest.mark.parametrize(
    "gate",
    [
        "in_force_while: ceasefire",
        "in_force_while: {all: [ceasefire, request]}",
        "in_force_while: {not: attack}",
        "in_force_while: {at_least: 2, of: [ceasefire, request]}",
        "in_force_while: {finding: plain}",
        "in_force_while: {finding: nobody}",
        "terminates_when: {not: ceasefire}",
        "terminates_when: {any: [attack, request]}",
    ],
)
def test_a_gate_that_the_triggering_event_shuts_for_certain_is_self_defeating(gate: str) -> None:
    assert defeats("trigger: attack", gate)


@pytest.mark.parametrize(
    "gate",
    [
        "enters_when: ceasefire",  # met once
        "in_force_while: {any: [ceasefire, request]}",  # a request may still hold it open
        "in_force_while: request",
        "in_force_while: {finding: judged}",  # somebody must first find that the ceasefire is over
        "terminates_when: {all: [attack, request]}",
    ],
)
def test_a_gate_that_may_stay_open_is_not(gate: str) -> None:
    assert not defeats("trigger: attack", gate)


@pytest.mark.parametrize(
    "trigger",
    ["{finding: found}", "{all: [attack, request]}", "{not: ceasefire}", "{any: [request, attack]}"],
)
def test_an_event_that_only_helps_to_bring_the_trigger_about_counts(trigger: str) -> None:
    assert defeats(f"trigger: {trigger}", "in_force_while: ceasefire")


@pytest.mark.parametrize("trigger", ["request", "ceasefire", "{all: [attack, ceasefire]}", "{not: attack}"])
def test_an_event_that_does_not_trigger_or_shuts_the_trigger_does_not_count(trigger: str) -> None:
    assert not defeats(f"trigger: {trigger}", "in_force_while: ceasefire")


def test_a_gate_that_waits_for_a_provision_which_the_event_suspends_is_self_defeating() -> None:
    monitoring = provision("monitoring", "in_force_while: ceasefire")
    (finding,) = find(
        t03_self_defeating_gate,
        monitoring,
        provision("help", "trigger: attack", "in_force_while: {active: monitoring}"),
    )
    assert str(finding.span) == "m.yaml:14:5"


def test_the_finding_names_every_event_and_shows_trigger_and_events() -> None:
    world = WORLD.replace(
        "  host-asks", "  second-attack: {title: Again, sets: {attack: true, ceasefire: false}}\n  host-asks"
    )
    (finding,) = find(
        t03_self_defeating_gate,
        provision("help", "in_force_while: ceasefire", "trigger: attack"),
        world=world,
    )
    assert finding.message.startswith("`attack-starts` and `second-attack` trigger `help` and at once make")
    assert [str(related.span) for related in finding.related] == [
        "m.yaml:8:14",
        "world.yaml:6:34",
        "world.yaml:8:33",
    ]


def test_gates_that_wait_in_a_circle_of_provisions_are_followed_without_end() -> None:
    one = provision("one", "in_force_while: {active: two}")
    two = provision("two", "in_force_while: {active: one}", "trigger: attack")
    assert find(t03_self_defeating_gate, one, two) == ()


# A gate that nothing can open


def test_a_fact_that_may_hold_from_the_beginning_or_is_set_in_a_scenario_can_open_a_gate() -> None:
    help_ = provision("help", "requires: approval")
    world = "facts:\n  approval: {title: Approval, kind: institutional, initial: %s}\n"
    assert [f.code for f in find(t04_unreachable_gate, help_, world=world % "false")] == ["T04"]
    assert find(t04_unreachable_gate, help_, world=world % "unknown") == ()
    scenario = "scenarios:\n  s: {title: S, steps: [{day: 1, sets: {approval: true}}]}\n"
    assert find(t04_unreachable_gate, help_, world=world % "false" + scenario) == ()


def test_a_gate_may_wait_for_a_fact_to_end() -> None:
    world = "facts:\n  war: {title: War, kind: brute, initial: true}\n"
    (finding,) = find(t04_unreachable_gate, provision("help", "requires: {not: war}"), world=world)
    assert finding.message == "no event makes `war` false, and a gate waits for it"
    assert find(t04_unreachable_gate, provision("help", "requires: war"), world=world) == ()


def test_what_somebody_can_find_needs_no_event() -> None:
    world = "facts:\n  breach: {title: Breach, kind: brute, initial: false}\n"
    world += "determinations:\n  d: {title: D, of: breach, by: %s}\n"
    gate = provision("help", "trigger: {finding: d}")
    assert find(t04_unreachable_gate, gate, world=world % "collective") == ()
    assert [f.code for f in find(t04_unreachable_gate, gate, world=world % "automatic")] == ["T04"]


# Circles


def circle(gate: str, first: str, second: str) -> tuple[str, str]:
    return provision("one", f"{gate}: {first}"), provision("two", f"{gate}: {second}")


@pytest.mark.parametrize("gate", ["enters_when", "in_force_while", "trigger", "requires"])
@pytest.mark.parametrize(
    "leaf", ["{active: %s}", "{delivered: %s}", "{reached: %s, in: [ACTIVE, FULFILLED]}"]
)
def test_provisions_that_wait_for_one_another_at_any_gate_are_a_circle(gate: str, leaf: str) -> None:
    pair = circle(gate, leaf % "two", leaf % "one")
    (finding,) = find(t06_circular_precondition, *pair)
    assert finding.message == "`one` and `two` wait for one another: none can fall due first"
    assert [related.message for related in finding.related] == ["waits for `one`"]
    assert find(t07_negative_cycle, *pair) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{any: [{active: two}, request]}", "{active: one}"),  # a request opens it
        ("{at_least: 1, of: [{active: two}, attack]}", "{active: one}"),
        ("{active: two}", "request"),  # no circle at all
    ],
)
def test_a_circle_with_another_way_in_is_none(first: str, second: str) -> None:
    assert find(t06_circular_precondition, *circle("requires", first, second)) == ()


def test_a_provision_that_waits_for_itself_is_a_circle_of_one() -> None:
    (finding,) = find(t06_circular_precondition, provision("one", "requires: {delivered: one}"))
    assert finding.message == "`one` waits for itself"


def test_only_those_that_cannot_move_are_named() -> None:
    three = provision("three", "requires: {any: [{active: one}, request]}")
    one = provision("one", "requires: {all: [{active: two}, {active: three}]}")
    two = provision("two", "requires: {active: one}")
    (finding,) = find(t06_circular_precondition, one, two, three)
    assert finding.message == "`one` and `two` wait for one another: none can fall due first"


@pytest.mark.parametrize(
    ("gate", "leaf"),
    [
        ("in_force_while", "{not: {active: two}}"),
        ("terminates_when", "{active: two}"),
        ("requires", "{state: two, in: [INACTIVE]}"),
    ],
)
def test_a_circle_with_a_negative_step_is_refused_at_that_step(gate: str, leaf: str) -> None:
    pair = provision("one", f"{gate}: {leaf}"), provision("two", "requires: {active: one}")
    (finding,) = find(t07_negative_cycle, *pair)
    assert (finding.span.line, finding.message) == (
        7, "`two` counts against `one`, on which it depends",
    )  # fmt: skip
    assert [(related.span.line, related.message) for related in finding.related] == [
        (13, "`two` depends on `one`")
    ]
    assert find(t06_circular_precondition, *pair) == ()


def test_two_negative_steps_are_one_finding_with_two_places() -> None:
    pair = circle("in_force_while", "{not: {active: two}}", "{not: {active: one}}")
    (finding,) = find(t07_negative_cycle, *pair)
    assert len(finding.related) == 1


# The case that calls for action


def test_an_item_may_take_its_case_from_the_promise_that_it_spells_out() -> None:
    duty = provision("duty", "trigger: attack", kind="guarantee")
    assert find(t01_missing_casus_foederis, duty, provision("item", "part_of: duty", kind="defense")) == ()
    lone = provision("item", "part_of: item", kind="defense")
    assert [f.message for f in find(t01_missing_casus_foederis, lone)] == [
        "a promise of defence without a `trigger`"
    ]


def test_a_stub_and_a_kind_that_answers_nothing_need_no_case() -> None:
    assert find(t01_missing_casus_foederis, provision("stub", "undeveloped: true", kind="defense")) == ()
    assert find(t01_missing_casus_foederis, provision("aid")) == ()


# Terms

TERMS = """\
components:
  force: {title: Force, order: 1}
  reply: {title: Reply, order: 2}
facts:
  ceasefire: {title: A, kind: institutional, concept: end_of_fighting, definition: D, initial: false %s}
  cessation: {title: B, kind: institutional, concept: end_of_fighting, definition: D, initial: false %s}
  peace: {title: C, kind: institutional, concept: end_of_fighting, definition: D, initial: false}
"""


def twins(first: str, second: str, world: str = TERMS % ("", "")) -> tuple[Finding, ...]:
    gates = provision("one", *first.split("; ")), provision("two", *second.split("; "))
    return find(t08_undefined_term, *gates, world=world)


def test_terms_of_one_concept_that_gate_different_components_are_one_finding() -> None:
    (finding,) = twins(
        "component: force; requires: {all: [cessation, peace]}", "component: reply; enters_when: ceasefire"
    )
    assert (
        finding.message
        == "`ceasefire`, `cessation` and `peace` gate different components, and nothing says how they relate"
    )
    assert [related.span.line for related in finding.related] == [6, 7]


def test_terms_are_no_twins_in_one_component_or_where_they_are_told_apart() -> None:
    assert twins("component: force; requires: cessation", "component: force; requires: ceasefire") == ()
    apart = TERMS % (", distinct_from: [cessation]", "")
    assert (
        twins("component: force; requires: cessation", "component: reply; requires: ceasefire", apart) == ()
    )
    owners = TERMS % (", owner: x", ", owner: y")
    owners += "actors:\n  x: {title: X, kind: state}\n  y: {title: Y, kind: state}\n"
    assert (
        twins("component: force; requires: cessation", "component: reply; requires: ceasefire", owners) == ()
    )


def test_what_frames_all_components_is_a_place_of_its_own() -> None:
    assert len(twins("requires: cessation", "component: reply; requires: ceasefire")) == 1


@pytest.mark.parametrize("more", ["definition: D", "nature: request", "nature: instrument"])
def test_a_definition_or_an_act_that_shows_is_enough(more: str) -> None:
    world = f"facts:\n  x: {{title: X, kind: institutional, initial: false, {more}}}\n"
    assert find(t08_undefined_term, provision("help", "requires: x"), world=world) == ()


def test_a_term_with_a_finder_or_without_a_gate_needs_no_definition() -> None:
    world = "facts:\n  x: {title: X, kind: institutional, initial: false}\n"
    found = world + "determinations:\n  d: {title: D, of: x, by: unspecified}\n"
    assert find(t08_undefined_term, provision("help", "requires: x"), world=found) == ()
    assert find(t08_undefined_term, provision("help"), world=world) == ()


def test_an_attack_that_nobody_establishes_is_left_to_the_rule_on_finders() -> None:
    world = "facts:\n  x: {title: X, kind: brute, concept: attack, initial: false}\n"
    assert find(t08_undefined_term, provision("help", "trigger: x"), world=world) == ()
    assert len(find(t08_undefined_term, provision("help", "requires: x"), world=world)) == 1
