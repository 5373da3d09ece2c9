"""Questions about a play keep to the reading, the day and the choices that they are asked with."""

import itertools
import json
from datetime import date
from typing import Any

import pytest
from small_models import ATTACK, CEASEFIRE, G0, model, played, scenario

from foedus.load import Project, loads
from foedus.schema.scenarios import Assumptions
from foedus.simulation import Unknown, play, play_readings, prepare
from foedus.simulation.envelope import envelope
from foedus.simulation.exact import MOST, exact

TEXT = {
    "t": {
        "title": "T",
        "form": "treaty",
        "status": [{"is": "signed", "on": "2026-01-01"}, {"is": "in_force", "on": "2026-06-01"}],
        "parties": {"fr": "ratified"},
    }
}
DRAFT = {"d": {"title": "D", "kind": "draft", "patch": {"provisions": {"p": {"enters_when": None}}}}}


def told(**fields: Any) -> Project:
    """A duty under a text, one that rests on a choice, and a draft in which no ceasefire is needed."""
    provisions = {
        "p": {**G0, "instrument": "t", "requires": {"delivered": "may"}},
        "may": {"modality": "may", "requires": "x"},
    }
    return model(provisions, scenario(CEASEFIRE, ATTACK, **fields), instruments=TEXT, readings=DRAFT)


@pytest.mark.parametrize("after", [0, 5, None])
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"reading": "d"},
        {"as_of": date(2026, 2, 1)},
        {"as_of": date(2026, 7, 1)},
        {"as_of": date(2026, 7, 1), "assume": Assumptions(facts={"x": True})},
    ],
)
def test_the_ends_of_the_envelope_are_the_plays_with_no_choice_taken_and_with_all(
    asked: dict[str, Any], after: int | None
) -> None:
    prepared = prepare(told())
    none, every = (play(prepared, "s", discretion=rule, **asked) for rule in ("decline", "exercise"))
    found = envelope(prepared, "s", after=after, **asked)
    assert [(each.provision, each.declined, each.exercised) for each in found.promises] == [
        (name, none.states(name, after=after), every.states(name, after=after)) for name in ("may", "p")
    ]


@pytest.mark.parametrize(
    ("act", "assurance"), [("exercises", "assured"), ("declines", "none"), (None, "possible")]
)
def test_a_choice_that_an_act_has_made_is_no_longer_open(act: str | None, assurance: str) -> None:
    steps = [{"day": 1, act: [{"provision": "may"}]}] if act else []
    project = model({"may": {"modality": "may"}}, scenario(*steps))
    assert envelope(project, "s").promises[0].assurance == assurance


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"reading": "d"},
        {"discretion": "exercise"},
        {"as_of": date(2026, 7, 1), "discretion": "decline"},
        {"assume": Assumptions(facts={"x": True}), "as_of": date(2026, 7, 1)},
    ],
)
def test_exact_mode_resolves_what_the_play_that_was_asked_for_leaves_open(asked: dict[str, Any]) -> None:
    prepared = prepare(told())
    found = exact(prepared, "s", **asked)
    assert found.trace == play(prepared, "s", **asked)
    for each in found.outcomes:
        seen = {
            states
            for truths in itertools.product((True, False), repeat=len(found.unknowns))
            for states in play(
                prepared, "s", resolved=dict(zip(found.unknowns, truths, strict=True)), **asked
            ).states(*each.position)
        }
        assert {*each.certain, *each.possible} == seen


def test_a_scenario_is_played_as_the_reading_writes_it() -> None:
    patch = {"scenarios": {"s": {"discretion": "exercise"}}}
    readings = {"d": {"title": "D", "kind": "draft", "patch": patch}}
    project = model({"may": {"modality": "may"}}, scenario(), readings=readings)
    assert [play(project, "s", reading=each).discretion for each in (None, "d")] == ["open", "exercise"]


def test_what_is_assumed_open_is_open_where_it_is_assumed() -> None:
    trace = played({"p": {"trigger": "x"}}, assume={"facts": {"x": "unknown"}})
    assert [each.route for each in trace.standings("p")[0].unknowns] == [
        ("scenarios", "s", "assume", "facts", "x")
    ]


def test_what_is_assured_is_said_of_the_day_that_is_asked_about() -> None:
    project = model({"p": G0}, scenario(CEASEFIRE, ATTACK))
    assert [envelope(project, "s", after=day).promises[0].assurance for day in (9, 10)] == ["none", "assured"]


@pytest.mark.parametrize("reading", ["d", "all"])
def test_of_the_readings_side_by_side_the_text_as_it_stands_is_first_whatever_the_scenario_reads(
    reading: str,
) -> None:
    assert [trace.reading for trace in play_readings(told(reading=reading), "s")] == [None, "d"]


@pytest.mark.parametrize(
    "asked",
    [
        {"discretion": "exercise"},
        {"discretion": "decline", "as_of": date(2026, 7, 1)},
        {"discretion": "exercise", "assume": Assumptions(facts={"x": True}), "as_of": date(2026, 7, 1)},
    ],
)
def test_every_reading_is_played_as_it_would_be_alone(asked: dict[str, Any]) -> None:
    prepared = prepare(told())
    alone = tuple(play(prepared, "s", reading=reading, **asked) for reading in (None, "d"))
    assert play_readings(prepared, "s", **asked) == alone


def test_where_too_much_is_open_exact_mode_has_no_outcomes_and_keeps_the_play() -> None:
    many = {f"f{place}": {"title": "F", "kind": "brute", "initial": "unknown"} for place in range(MOST + 1)}
    project = model({"p": {"requires": {"all": [*many]}}}, scenario(CEASEFIRE), facts=many)
    found = exact(project, "s")
    assert (len(found.unknowns), found.outcomes) == (MOST + 1, ())
    assert found.trace == play(project, "s")


def test_who_owes_nothing_has_no_standing() -> None:
    trace = played({"p": {}})
    assert trace.standings("nowhere") == trace.standings("p", "us") == ()
    assert trace.states("nowhere") == ()


def test_what_stands_by_is_owed_by_nobody() -> None:
    assert played({"p": {"trigger": "attack"}}, CEASEFIRE).residual == ()


MAY = {"modality": "may", "obligors": ["fr", "uk"]}


def left_open(may: dict[str, Any], *steps: dict[str, Any]) -> list[tuple[str, str]]:
    """What leaves it open whether a promise is due that rests on another being honoured."""
    provisions = {"may": {**MAY, **may}, "p": {"requires": {"delivered": "may"}}}
    trace = played(provisions, *steps, unknown=("x",))
    return [(unknown.kind, unknown.obligor) for unknown in trace.standings("p")[0].unknowns]


def test_what_rests_on_a_choice_is_left_open_by_the_choices_and_by_what_leaves_these_open() -> None:
    assert left_open({}) == [("discretion", "fr"), ("discretion", "uk")]
    assert left_open({"requires": "x"}) == [("discretion", "fr"), ("discretion", "uk"), ("fact", "")]


def test_a_choice_that_is_taken_leaves_nothing_open_of_its_own() -> None:
    taken = {**ATTACK, "exercises": [{"provision": "may"}]}
    assert left_open({"trigger": "attack", "requires": "x"}, taken) == [("fact", "")]


def test_of_those_who_share_a_choice_whoever_has_declined_leaves_nothing_open() -> None:
    provisions = {
        "q": {"modality": "may", "obligors": ["fr", "uk"], "responsibility": "several", "trigger": "attack"},
        "p": {"requires": {"delivered": "q"}},
    }
    trace = played(provisions, {**ATTACK, "declines": [{"provision": "q", "by": "fr"}]})
    (standing,) = trace.standings("p")
    assert [(each.kind, each.obligor) for each in standing.unknowns] == [("discretion", "uk")]


def test_an_act_out_of_time_is_told_with_the_act() -> None:
    (void,) = played({"p": G0}, {"day": 2, "performs": [{"provision": "p"}]}).void
    assert (void.act.verb, void.act.subject, void.act.route) == (
        "performs", "p", ("scenarios", "s", "steps", 0, "performs", 0),
    )  # fmt: skip


def test_a_negative_cycle_is_told_with_every_provision_and_every_place() -> None:
    alone = {"p": {"trigger": {"not": {"active": "p"}}}}
    two = {"p": {"requires": {"active": "q"}}, "q": {"trigger": {"not": {"active": "p"}}}}
    (one,), (other,) = (
        [refusal.problem for refusal in play(model(own, scenario()), "s").refusals] for own in (alone, two)
    )
    assert one.message == "negative cycle {p}: `p` depends on its own not holding"
    assert other.message == (
        "negative cycle {p, q}: `p`, `q` depend on one another, and one on another's not holding"
    )
    assert other.hint.startswith("break the cycle: let one of the conditions read a fact or a finding")
    assert (other.route, other.related) == (
        ("provisions", "q", "trigger", "not"), ((("provisions", "p", "requires"), "`p` reads `q` here"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("leaf", "kind"),
    [("nowhere", "fact"), ({"finding": "nowhere"}, "determination"), ({"active": "nowhere"}, "fact")],
)
def test_what_no_element_answers_stays_open_where_it_is_asked(leaf: Any, kind: str) -> None:
    duty = {"title": "P", "kind": "defense", "obligors": ["fr"], "modality": "must"}
    sections = {"provisions": {"p": {**duty, "requires": {"all": [leaf]}}}, "scenarios": {"s": scenario()}}
    project = loads({"model.yaml": json.dumps(sections)})
    (standing,) = play(project, "s").standings("p")
    route = ("provisions", "p", "requires", "all", 0)
    assert (standing.states, standing.unknowns) == (
        ("PENDING", "ACTIVE"),
        (Unknown(kind, "nowhere", "", route),),
    )
    (outcome,) = exact(project, "s").outcomes
    assert (outcome.certain, outcome.possible) == ((), ("PENDING", "ACTIVE"))


def test_what_is_settled_for_one_play_leaves_nothing_open_in_it() -> None:
    determinations = {"d": {"title": "D", "of": "x", "by": "unspecified"}}
    project = model({"p": {"requires": {"finding": "d"}}}, scenario(), ("x",), determinations=determinations)
    nobody, fact = sorted(play(project, "s").standings("p")[0].unknowns)
    assert (nobody.subject, fact.subject) == ("d", "x")
    for settled, left in (({nobody: True}, (fact,)), ({nobody: False}, ()), ({fact: True}, (nobody,))):
        assert play(project, "s", resolved=settled).standings("p")[0].unknowns == left


@pytest.mark.parametrize(("taken", "state"), [(True, "ACTIVE"), (False, "PENDING")])
def test_a_choice_that_is_settled_for_one_play_is_delivered_or_not(taken: bool, state: str) -> None:
    project = model({"q": {"modality": "may"}, "p": {"requires": {"delivered": "q"}}}, scenario())
    (choice,) = play(project, "s").standings("p")[0].unknowns
    assert play(project, "s", resolved={choice: taken}).states("p") == (state,)
