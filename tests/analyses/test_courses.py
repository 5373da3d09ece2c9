"""Courses of events: one event a day, and on the day after it the findings that follow from it."""

import pytest

from foedus.analyses.courses import Course, acted, happened, idled, led, told
from foedus.load import loads
from foedus.simulation import Act, Prepared, prepare
from foedus.simulation.beginning import beginning, terms

TEXT = """
actors:
  fr: {title: France, kind: state}
  uk: {title: Britain, kind: state}
facts:
  attack: {title: Attack, kind: brute, initial: false}
  open: {title: Open, kind: brute, initial: unknown}
events:
  ends: {title: Ends, sets: {attack: false}}
  war: {title: War, sets: {attack: true}}
bodies:
  court: {title: Court, kind: court, ON_DEADLOCK}
  gone: {title: Gone, kind: court, status: dissolved}
  later: {title: Later, kind: court, established_by: first}
determinations:
  a-court: {title: D, of: attack, by: body, body: court}
  b-lead: {title: D, of: attack, by: lead_state, actor: fr}
  c-each: {title: D, of: attack, by: each_obligor}
  d-gone: {title: D, of: attack, by: body, body: gone}
  e-later: {title: D, of: attack, by: body, body: later}
  f-open: {title: D, of: open, by: lead_state, actor: fr}
  g-unread: {title: D, of: attack, by: lead_state, actor: fr}
  h-auto: {title: D, of: attack, by: automatic}
  i-nobody: {title: D, of: attack, by: unspecified}
provisions:
  first: {title: P, kind: institutional, obligors: [fr], modality: must, trigger: {finding: a-court}}
  reads:
    title: P
    kind: defense
    obligors: [fr, uk]
    modality: must
    performance: achievement
    trigger:
      any: [{finding: b-lead}, {finding: c-each}, {finding: d-gone}, {finding: e-later}, {finding: f-open},
            {finding: h-auto}, {finding: i-nobody}]
"""


def start(on_deadlock: str = "title: Court") -> tuple[Prepared, Course]:
    prepared = prepare(loads({"model.yaml": TEXT.replace("title: Court, kind: court, ON_DEADLOCK",
                                                         f"{on_deadlock}, kind: court")}))  # fmt: skip
    nothing = told("start", "Start", (), horizon=0)
    return prepared, Course(beginning(prepared, terms(nothing, "open", None, None, 0, False), {}))


def found(name: str, outcome: str) -> Act:
    return Act("found", name, None, outcome, ("determinations", name))  # type: ignore[arg-type]


WAR = Act("happens", "war", None, None, ("events", "war"))
ENDS = Act("happens", "ends", None, None, ("events", "ends"))


def test_whoever_can_find_what_is_so_does_so_on_the_days_after_and_never_twice() -> None:
    prepared, course = start()
    yes = [found(name, "established") for name in ("a-court", "b-lead", "c-each", "e-later")]
    no = [found(name, "rejected") for name in ("a-court", "b-lead", "c-each", "e-later")]
    over = led(prepared, course, ["war", "nowhere", "war", "ends"])
    assert over.days == (
        (0, (WAR,)), (1, tuple(yes[:3])), (2, (yes[3],)), (3, (WAR,)), (4, (ENDS,)), (5, tuple(no)),
    )  # fmt: skip
    assert (over.day, over.last) == (6, 5)


@pytest.mark.parametrize("answer", ["established", "rejected", "unspecified"])
def test_an_organ_that_cannot_agree_makes_no_other_finding(answer: str) -> None:
    prepared, course = start(f"title: Court, on_deadlock: {answer}")
    over = happened(prepared, course, "war", deadlocked=True)
    others = [found(name, "established") for name in ("b-lead", "c-each")]
    assert over.days[:2] == ((0, (WAR,)), (1, (found("a-court", "deadlocked"), *others)))
    assert [act for _, acts in over.days[2:] for act in acts] == (
        [found("e-later", "deadlocked")] if answer != "rejected" else []
    )


def test_a_course_is_told_as_a_scenario_of_what_was_done() -> None:
    prepared, course = start()
    over = acted(prepared, happened(prepared, course, "war"), (Act("fails", "reads", None, None, ()),))
    over = acted(prepared, over, (Act("performs", "first", None, None, ()),))
    scenario = told("c", "C", over.days, horizon=over.last, reading="d", discretion="decline")
    assert (scenario.id, scenario.title, scenario.horizon) == ("c", "C", over.last)
    assert (scenario.reading, scenario.discretion, scenario.assume) == ("d", "decline", None)
    assert [step.day for step in scenario.steps] == [day for day, _ in over.days]
    assert scenario.steps[0].events == ("war",)
    assert scenario.steps[1].findings == {
        "a-court": "established", "b-lead": "established", "c-each": "established",
    }  # fmt: skip
    assert [[each.provision for each in step.fails] for step in scenario.steps if step.fails] == [["reads"]]
    assert [[each.provision for each in step.performs] for step in scenario.steps if step.performs] == [
        ["first"]
    ]


def test_a_course_that_waits_goes_on_from_the_day_until_which_it_waited() -> None:
    prepared, course = start()
    over = idled(prepared, happened(prepared, course, "ends"), 7)
    assert (over.day, over.last, over.days) == (7, 7, ((0, (ENDS,)),))
    assert happened(prepared, over, "ends").days == ((0, (ENDS,)), (7, (ENDS,)))
