"""Constant conditions, dead provisions; and clocks, keys, options and what outlives its gate."""

import json
from random import Random

import pytest
import random_models
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.finding import Finding
from foedus.graph import build
from foedus.load import loads
from foedus.logic import gates
from foedus.rules import (
    t02_constant_condition,
    t05_dead_provision,
    t06_circular_precondition,
    t10_scope_gap,
    t11_request_as_sole_key,
    t12_fate_after_collapse,
    t13_duty_without_clock,
    t14_options_as_conjunction,
    t15_clock_without_anchor,
)
from foedus.rules.rule import Rule
from foedus.rules.run import check
from foedus.rules.worlds import ALWAYS, NEVER, all_of, plain, values

WORLD = """\
framework: {title: G, as_of: 2026-01-06, beneficiary: [host], adversary: [rival, second]}
actors:
  host: {title: Host, kind: state}
  office: {title: Office of the host, kind: office, of: host}
  rival: {title: Rival, kind: state}
  second: {title: Second, kind: state}
  ally: {title: Ally, kind: state}
facts:
  a: {title: A, kind: brute, initial: false}
  b: {title: B, kind: brute, initial: true}
  c: {title: C, kind: brute, initial: unknown}
  request: {title: Request, kind: brute, nature: request, owner: host, initial: false}
  from-office: {title: From the office, kind: brute, nature: request, owner: office, initial: false}
  from-ally: {title: From the ally, kind: brute, nature: request, owner: ally, initial: false}
events:
  a-begins: {title: A begins, sets: {a: true}, by: [second], attack_class: conventional}
  a-ends: {title: A ends, sets: {a: false}}
  c-begins: {title: C begins, sets: {c: true}}
bodies:
  court: {title: Court, kind: court, functions: [decide], established_by: founding}
determinations:
  itself: {title: Itself, of: a, by: automatic}
  judged: {title: Judged, of: a, by: collective}
  by-court: {title: By the court, of: a, by: body, body: court}
  invoked: {title: Invoked, of: a, by: beneficiary}
instruments:
  pact: {title: Pact, form: treaty, status: in_force}
  old: {title: Old pact, form: treaty, status: terminated}
"""


def provision(name: str, *lines: str, modality: str = "must") -> str:
    owed = [] if any(line.startswith("obligors") for line in lines) else ["obligors: [ally]"]
    kind = [] if any(line.startswith("kind") for line in lines) else ["kind: military_aid"]
    title = [] if any(line.startswith("title") for line in lines) else [f"title: {name}"]
    fields = [*title, *kind, f"modality: {modality}", *owed, *lines]
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in fields)


def find(rule: Rule, *provisions: str, more: str = "") -> tuple[Finding, ...]:
    text = {"world.yaml": WORLD, "m.yaml": "provisions:\n" + "".join(provisions)}
    project = loads(text | ({"more.yaml": more} if more else {}))
    assert project.findings == ()
    return check(project, rules=[rule])


def said(rule: Rule, *provisions: str, more: str = "") -> list[str]:
    return [finding.message for finding in find(rule, *provisions, more=more)]


# Conditions that never change


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        ("{all: [a, {not: a}]}", "never true"),
        ("{all: [a, {not: {finding: itself}}]}", "never true"),  # automatic: the finding is the fact
        ("{all: [{active: one}, {state: one, in: [PENDING, STANDBY]}]}", "never true"),
        ("{all: [{any: [a, b]}, {not: a}, {not: b}]}", "never true"),
        ("{any: [a, {not: a}]}", "always true"),
        ("{any: [a, b, {not: {all: [a, b]}}]}", "always true"),
        ("{at_least: 1, of: [a, {not: a}]}", "always true"),
    ],
)
def test_a_condition_that_no_world_or_every_world_meets(condition: str, what: str) -> None:
    (finding,) = find(t02_constant_condition, provision("one"), provision("two", f"requires: {condition}"))
    assert finding.message == f"this `requires` is {what}, whatever happens"
    assert finding.severity.word == ("error" if what == "never true" else "warning")


@pytest.mark.parametrize(
    "condition",
    [
        "a",
        "{all: [a, b, {not: c}]}",
        "{all: [a, {not: {finding: judged}}]}",  # others may find otherwise
        "{all: [{any: [a, b]}, {not: a}]}",
        "{all: [{active: many}, {state: many, in: [PENDING]}]}",  # one obligor each
        "{all: [{delivered: one}, {not: {active: one}}]}",
        "{any: [{state: one, in: [PENDING]}, {state: one, in: [ACTIVE]}]}",
        "{at_least: 2, of: [a, b]}",
    ],
)
def test_a_condition_that_can_go_both_ways(condition: str) -> None:
    many = provision("many", "obligors: [ally, rival]")
    assert (
        find(t02_constant_condition, provision("one"), many, provision("two", f"requires: {condition}")) == ()
    )


@given(st.integers(0, 2**32))
@settings(max_examples=200, deadline=None)
def test_each_gate_of_a_provision_that_asks_of_each_thing_once_goes_both_ways(seed: int) -> None:
    model = random_models.model(Random(seed))
    project = random_models.project(model, random_models.scenario(Random(seed), tuple(model["provisions"])))
    for provision in sorted(plain(project.model)):
        conditions = [each.condition for each in gates(project.model) if each.provision.id == provision]
        assert all(
            values(project.model, each) == ALWAYS | NEVER for each in (*conditions, all_of(conditions))
        )


def test_a_count_longer_than_its_list_says_so() -> None:
    assert said(t02_constant_condition, provision("one", "requires: {at_least: 3, of: [a, b]}")) == [
        "this `requires` asks for 3 of 2, and is never true"
    ]


def test_a_part_that_never_changes_is_shown_in_its_place() -> None:
    (finding,) = find(t02_constant_condition, provision("one", "requires: {any: [b, {all: [a, {not: a}]}]}"))
    assert (finding.message, finding.span.column) == (
        "this part of the `requires` is never true, whatever happens",
        25,
    )
    assert finding.severity.word == "warning"


def test_more_atoms_than_are_tried_are_told_and_not_judged() -> None:
    parts = ", ".join(f"f{place}, {{not: f{place}}}" for place in range(13))
    facts = "".join(f"  f{place}: {{title: F, kind: brute, initial: false}}\n" for place in range(13))
    other = provision("one", f"requires: {{any: [{{all: [{parts}]}}, {{all: [{parts}]}}]}}")
    (finding,) = find(t02_constant_condition, other, more=f"facts:\n{facts}")
    assert "reads more than 12 atoms more than once" in finding.message
    assert finding.severity.word == "information"


def test_an_end_that_never_comes_is_a_warning_and_a_target_that_never_comes_an_error() -> None:
    (finding,) = find(t02_constant_condition, provision("one", "terminates_when: {all: [a, {not: a}]}"))
    assert finding.severity.word == "warning"
    target = "targets: {t: {title: T, condition: {all: [a, {not: a}]}}}\n"
    (finding,) = find(t02_constant_condition, provision("one"), more=target)
    assert (finding.message, finding.severity.word) == (
        "this target is never true, whatever happens",
        "error",
    )


# Provisions that never fall due

WAITS = "it waits for `%s`, which was dropped or stands in a text that has ended"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("trigger: a", "requires: {not: a}"), "its `trigger` and `requires` cannot hold together"),
        (("enters_when: a", "in_force_while: {not: a}"),
            "its `enters_when` and `in_force_while` cannot hold together",
        ),
        (("trigger: a", "terminates_when: a"), "while its `trigger` holds, it is at an end"),
        (("requires: {active: gone}",), WAITS % "gone"),
        (("trigger: {reached: old, in: [ACTIVE]}",), WAITS % "old"),
    ],
)  # fmt: skip
def test_gates_that_exclude_one_another_or_wait_for_what_is_gone(
    lines: tuple[str, ...], message: str
) -> None:
    others = provision("gone", "status: dropped"), provision("old", "instrument: old")
    assert said(t05_dead_provision, *others, provision("one", *lines)) == [
        f"this can never fall due: {message}"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("enters_when: a", "requires: {not: a}"),  # met once, and over by then
        ("trigger: a", "requires: {not: {finding: judged}}"),
        ("requires: {any: [{active: gone}, b]}",),
        ("requires: {not: {active: gone}}",),
        ("requires: {state: gone, in: [INACTIVE]}",),
        ("trigger: a", "requires: b", "terminates_when: {not: b}"),
    ],
)
def test_what_some_course_of_the_world_lets_fall_due_is_not_dead(lines: tuple[str, ...]) -> None:
    assert find(t05_dead_provision, provision("gone", "status: dropped"), provision("one", *lines)) == ()


def test_what_waits_for_the_dead_is_one_finding_with_the_others_beside_it() -> None:
    chain = [
        provision(name, f"requires: {{active: {before}}}")
        for name, before in (("two", "gone"), ("three", "two"))
    ]
    (finding,) = find(t05_dead_provision, provision("gone", "status: dropped"), *chain)
    assert finding.message.startswith(
        "this can never fall due, and neither can one more provision: it waits for `gone`"
    )
    assert [related.message for related in finding.related] == ["what is waited for", "`three` too"]


def test_a_finding_of_a_body_that_is_never_set_up_is_never_made() -> None:
    founding = provision("founding", "trigger: a", "requires: {not: a}")
    waiting = provision("one", "trigger: {finding: by-court}")
    assert said(t05_dead_provision, founding, waiting)[1:] == [
        "this can never fall due: it waits for `founding`, which can never fall due"
    ]
    circle = provision("founding", "trigger: {finding: by-court}")
    assert said(t05_dead_provision, circle) == [
        "this can never fall due: it waits for `founding`, which can never fall due"
    ]


def test_a_circle_is_for_t06_and_a_gate_that_is_never_true_for_t02() -> None:
    circle = provision("one", "requires: {active: two}"), provision("two", "requires: {active: one}")
    assert find(t05_dead_provision, *circle) == ()
    assert len(find(t06_circular_precondition, *circle)) == 1
    assert find(t05_dead_provision, provision("one", "requires: {all: [a, {not: a}]}")) == ()


def test_an_end_that_holds_from_the_start_is_over_before_it_begins() -> None:
    (message,) = said(t05_dead_provision, provision("one", "enters_when: a", "terminates_when: {not: a}"))
    assert message == "this is at an end before it begins: its `terminates_when` holds from the start"
    assert find(t05_dead_provision, provision("one", "terminates_when: c")) == ()


# The case, the key, the end, the clock, the list


def test_a_limit_in_the_title_or_in_that_of_what_it_is_part_of_is_shown() -> None:
    limit = "scope: {location: the northern border}"
    assert len(find(t10_scope_gap, provision("one", limit))) == 1
    assert find(t10_scope_gap, provision("one", "title: Help at the Northern border", limit)) == ()
    parent = provision("whole", "title: Help in the north and at borders")
    assert find(t10_scope_gap, parent, provision("one", "part_of: whole", limit)) == ()
    assert find(t10_scope_gap, provision("one", "kind: training", limit)) == ()


def test_an_adversary_that_the_words_leave_out_is_named_once_for_all_such_promises() -> None:
    scope = "scope: {adversary: [rival]}"
    (finding,) = find(t10_scope_gap, provision("one", scope), provision("two", scope))
    assert finding.message == "the system names `second` as an adversary, and the words of this do not"
    assert [related.message for related in finding.related] == ["the same limit on `two`"]
    assert find(t10_scope_gap, provision("one", "scope: {adversary: [second, rival]}", "trigger: a")) == ()


def test_an_event_by_somebody_outside_the_scope_that_triggers_all_the_same() -> None:
    found = said(t10_scope_gap, provision("one", "scope: {adversary: [rival]}", "trigger: a"))
    assert "`a-begins` triggers this, and `second` stands outside its scope" in found


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("requires: request",), 1),
        (("requires: {all: [a, request]}", "beneficiary: [host]"), 1),
        (("requires: from-office",), 1),  # an office of the beneficiary is the beneficiary
        (("trigger: {finding: invoked}",), 1),
        (("requires: from-ally",), 0),
        (("requires: {any: [a, request]}",), 0),
        (("requires: {at_least: 1, of: [a, request]}",), 0),
        (("requires: {not: request}",), 0),
        (("terminates_when: request",), 0),
        (("requires: request", "status: dropped"), 0),
    ],
)
def test_a_request_is_the_sole_key_where_nothing_else_opens_the_gate(
    lines: tuple[str, ...], count: int
) -> None:
    assert len(find(t11_request_as_sole_key, provision("one", *lines))) == count
    assert find(t11_request_as_sole_key, provision("one", *lines, modality="may")) == ()


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("enters_when: a",), 1),
        (("requires: {all: [a, b]}",), 1),
        (("enters_when: a", "in_force_while: a"), 0),
        (("enters_when: a", "terminates_when: b"), 0),
        (("enters_when: a", "trigger: b"), 0),  # it stands by, and its trigger says when it ends
        (("enters_when: a", "performance: achievement"), 0),
        (("enters_when: a", "undeveloped: true"), 0),
        (("enters_when: b",), 0),  # nothing undoes it
        (("in_force_while: a",), 0),
    ],
)
def test_what_is_kept_up_after_its_gate_is_undone_has_no_fate(lines: tuple[str, ...], count: int) -> None:
    assert len(find(t12_fate_after_collapse, provision("one", *lines))) == count


def test_a_reading_that_says_what_must_keep_holding_answers_the_question_even_with_nothing() -> None:
    patch = "patch: {provisions: {one: {in_force_while: null}}}"
    reading = f"readings: {{once: {{title: Once, kind: interpretation, {patch}}}}}\n"
    texts = {
        "world.yaml": WORLD,
        "m.yaml": "provisions:\n" + provision("one", "enters_when: a"),
        "r.yaml": reading,
    }
    assert len(check(loads(texts), rules=[t12_fate_after_collapse])) == 1
    assert check(loads(texts).read_as("once"), rules=[t12_fate_after_collapse]) == ()


def test_clocks_and_consequences_are_counted_once_for_each_text() -> None:
    late, timely = provision("one", "instrument: pact", "trigger: a"), provision(
        "two", "instrument: pact", "trigger: a", "deadline: P1D", "on_breach: three"
    )  # fmt: skip
    kept_up, answer = (
        provision("four", "instrument: pact"),
        provision("three", "trigger: {state: one, in: [BREACHED]}"),
    )
    (finding,) = find(t13_duty_without_clock, late, timely, kept_up, answer)
    assert finding.message == (
        "without a deadline: 1 of 2 duties to be done once or in a given case; "
        "without an answer to a breach: 1 of 3 duties"
    )
    assert find(t13_duty_without_clock, timely, kept_up, provision("three")) == ()


def test_conditions_that_need_several_options_of_one_list_read_it_as_a_conjunction() -> None:
    menu = provision("menu", "discretion: means", "trigger: a")
    items = [provision(name, "part_of: menu", "trigger: a", modality="may") for name in ("x", "y")]
    for joined in (
        "{all: [{delivered: x}, {active: y}]}",
        "{at_least: 2, of: [{delivered: x}, {delivered: y}]}",
    ):
        (message,) = said(t14_options_as_conjunction, menu, *items, provision("z", f"requires: {joined}"))
        assert message == "this needs `x` and `y` together, which are options of `menu`"
    for single in ("{any: [{delivered: x}, {delivered: y}]}", "{all: [{delivered: x}, {active: menu}, a]}"):
        assert find(t14_options_as_conjunction, menu, *items, provision("z", f"requires: {single}")) == ()


def test_items_that_are_owed_are_one_finding_for_each_list() -> None:
    menu = provision("menu", "discretion: whether_and_means")
    (finding,) = find(
        t14_options_as_conjunction, menu, provision("x", "part_of: menu"), provision("y", "part_of: menu")
    )
    assert [related.message for related in finding.related] == ["`menu` leaves the choice", "`y` too"]
    assert find(t14_options_as_conjunction, provision("menu"), provision("x", "part_of: menu")) == ()


@pytest.mark.parametrize("gate", ["enters_when: a", "in_force_while: a", "trigger: a", "requires: a"])
def test_any_gate_anchors_a_clock(gate: str) -> None:
    assert find(t15_clock_without_anchor, provision("one", "deadline: P1D", gate)) == ()
    assert len(find(t15_clock_without_anchor, provision("one", "deadline: P1D", "terminates_when: a"))) == 1


def test_a_chain_of_two_thousand_provisions_is_looked_at_once_each() -> None:
    names = [f"p{place:04}" for place in range(2000)]
    fields = {"title": "P", "kind": "defense", "obligors": ["ally"], "modality": "must"}
    chain = {
        name: {**fields, "requires": {"active": before}}
        for name, before in zip(names[1:], names, strict=False)
    }
    chain[names[0]] = {**fields, "status": "dropped"}
    graph = build(loads({"m.yaml": json.dumps({"provisions": chain})}))
    (problem,) = t05_dead_provision.check(graph)
    assert problem.message.startswith("this can never fall due, and neither can 1998 more provisions")
