"""What is wrong in a scenario comes back with its place, and never as an exception."""

from datetime import date
from typing import Any

import pytest
from small_models import CEASEFIRE, G0, model, played, scenario

from foedus.errors import Stop
from foedus.simulation import play

STEPS = ("scenarios", "s", "steps")


@pytest.mark.parametrize(
    ("told", "kind", "route", "words"),
    [
        (
            scenario({"day": 1, "events": ["ceasefire-start"]}),
            "reference",
            (*STEPS, 0, "events", 0),
            "no event has the id",
        ),
        (
            scenario({"day": 1, "sets": {"nix": True}}),
            "reference",
            (*STEPS, 0, "sets", "nix"),
            "no fact has the id",
        ),
        (
            scenario({"day": 1, "findings": {"nix": "established"}}),
            "reference",
            (*STEPS, 0, "findings", "nix"),
            "no determination",
        ),
        (
            scenario({"day": 1, "performs": [{"provision": "q"}]}),
            "reference",
            (*STEPS, 0, "performs", 0, "provision"),
            "no provision",
        ),
        (
            scenario({"day": 1, "withdraws": [{"actor": "nobody"}]}),
            "reference",
            (*STEPS, 0, "withdraws", 0, "actor"),
            "no actor or body",
        ),
        (scenario(reading="nix"), "reference", ("scenarios", "s", "reading"), "no reading"),
        (
            scenario(assume={"concluded": {"nix": True}}),
            "reference",
            ("scenarios", "s", "assume", "concluded", "nix"),
            "nothing has the id",
        ),
        (scenario({"day": 2}, {"day": 1}), "order", (*STEPS, 1, "day"), "day 1 comes after day 2"),
        (scenario({"day": 2}, {"day": "2026-01-06"}), "order", (*STEPS, 1, "day"), "numbered days and dates"),
        (scenario({"day": 5}, horizon=4), "order", (*STEPS, 0, "day"), "beyond the horizon"),
        (
            scenario(horizon=4, expect=[{"after": 5, "provision": "p", "states": ["INACTIVE"]}]),
            "order",
            ("scenarios", "s", "expect", 0, "after"),
            "beyond the horizon",
        ),
        (
            scenario({"day": 1, "sets": {"x": True}}, {"day": 1, "sets": {"x": False}}),
            "contradiction",
            (*STEPS, 1, "sets", "x"),
            "two values for `x`",
        ),
        (
            scenario({"day": 1, "events": ["attack-starts"], "sets": {"attack": "unknown"}}),
            "contradiction",
            (*STEPS, 0, "sets", "attack"),
            "two values for `attack`",
        ),
        (
            scenario({"day": 1, "performs": [{"provision": "p"}], "fails": [{"provision": "p", "by": "fr"}]}),
            "contradiction",
            (*STEPS, 0, "fails", 0),
            "performs and fails",
        ),
        (
            scenario({"day": 1, "withdraws": [{"actor": "fr"}], "consents": [{"actor": "fr"}]}),
            "contradiction",
            (*STEPS, 0, "consents", 0),
            "withdraws and consents",
        ),
        (
            scenario({"day": 1, "findings": {"d": "established"}}, {"day": 1, "findings": {"d": "rejected"}}),
            "contradiction",
            (*STEPS, 1, "findings", "d"),
            "established and rejected",
        ),
    ],
)
def test_a_scenario_that_cannot_be_played(
    told: dict[str, Any], kind: str, route: tuple[Any, ...], words: str
) -> None:
    """It is refused, with a problem at the place that is wrong."""
    determinations = {"d": {"title": "D", "of": "breach", "by": "collective"}}
    trace = play(model({"p": G0}, told, determinations=determinations), "s")
    assert trace.turns == ()
    assert [(refusal.kind, refusal.problem.route) for refusal in trace.refusals] == [(kind, route)]
    assert words in trace.problems[0].message
    assert trace.project.where(route).line >= 1


@pytest.mark.parametrize(
    ("step", "reason", "words"),
    [
        ({"day": 2, "performs": [{"provision": "p"}]}, "not_due", "not ACTIVE"),
        (
            {"day": 2, "performs": [{"provision": "q", "by": "us"}]},
            "not_owed",
            "for `fr` to do, not for `us`",
        ),
        (
            {"day": 2, "performs": [{"provision": "joint", "by": "us"}]},
            "not_owed",
            "for `fr`, `uk` to do, not for `us`",
        ),
        ({"day": 2, "exercises": [{"provision": "q"}]}, "not_fitting", "`q` is a duty"),
        ({"day": 2, "withdraws": [{"actor": "us"}]}, "not_owed", "`us` owes nothing"),
        ({"day": 2, "findings": {"nobody": "established"}}, "competence", "nobody is named"),
        ({"day": 2, "findings": {"auto": "established"}}, "competence", "needs no finding"),
        (
            {"day": 2, "findings": {"court": "established"}, "by": "us"},
            "competence",
            "for `court` to find, not for `us`",
        ),
        ({"day": 2, "findings": {"court": "established"}}, "competence", "dissolved"),
        ({"day": 2, "performs": [{"provision": "joint", "by": "fr"}]}, "not_owed", "together"),
    ],
)
def test_an_act_without_effect_is_logged(step: dict[str, Any], reason: str, words: str) -> None:
    """A void act changes nothing, and its problem says why."""
    determinations = {
        "nobody": {"title": "D", "of": "breach", "by": "unspecified"},
        "auto": {"title": "D", "of": "breach", "by": "automatic"},
        "court": {"title": "D", "of": "breach", "by": "body", "body": "court"},
    }
    bodies = {"court": {"title": "C", "kind": "court", "status": "dissolved"}}
    provisions = {"p": G0, "q": {}, "joint": {"obligors": ["fr", "uk"], "responsibility": "joint"}}
    trace = played(provisions, CEASEFIRE, step, determinations=determinations, bodies=bodies)
    (void,) = trace.void
    assert (void.reason, void.certain) == (reason, True)
    assert words in void.problem.message
    assert trace.turns[-1].changes == ()


def test_a_finding_by_a_body_that_may_not_exist_leaves_it_open() -> None:
    """Uncertain competence: the finding may have effect or not, and the reason is the body's own."""
    provisions = {"sc": {"requires": "x"}, "r": {"trigger": {"finding": "d"}}}
    determinations = {"d": {"title": "D", "of": "breach", "by": "body", "body": "b"}}
    bodies = {"b": {"title": "B", "kind": "commission", "established_by": "sc"}}
    found = {"day": 2, "findings": {"d": "established"}}
    trace = played(provisions, found, determinations=determinations, bodies=bodies, unknown=("x",))
    assert trace.states("r") == ("STANDBY", "ACTIVE")
    assert [unknown.subject for unknown in trace.standings("r")[0].unknowns] == ["x"]
    assert [void.certain for void in trace.void] == [False]


def test_a_finding_by_a_body_that_is_not_established_is_open_where_its_status_stands() -> None:
    determinations = {"d": {"title": "D", "of": "breach", "by": "body", "body": "b"}}
    bodies = {"b": {"title": "B", "kind": "commission", "status": "proposed"}}
    found = {"day": 2, "findings": {"d": "established"}}
    trace = played({"p": {"trigger": {"finding": "d"}}}, found, determinations=determinations, bodies=bodies)
    assert [(each.subject, each.route) for each in trace.standings("p")[0].unknowns] == [
        ("b", ("bodies", "b", "status"))
    ]


def test_each_obligor_finds_for_itself() -> None:
    """One finding an obligor: positions of one provision may diverge."""
    provisions = {"p": {"obligors": ["fr", "uk"], "responsibility": "several", "trigger": {"finding": "d"}}}
    determinations = {"d": {"title": "D", "of": "breach", "by": "each_obligor"}}
    found = {"day": 2, "findings": {"d": "established"}, "by": "uk"}
    trace = played(provisions, found, determinations=determinations)
    assert (trace.states("p", "fr"), trace.states("p", "uk")) == (("STANDBY",), ("ACTIVE",))


def test_a_finding_that_comes_to_nothing_twice_is_open_at_both_places() -> None:
    determinations = {"d": {"title": "D", "of": "breach", "by": "any_obligor"}}
    told = [{"day": day, "findings": {"d": "deadlocked"}} for day in (2, 3)]
    trace = played({"p": {"trigger": {"finding": "d"}}}, *told, determinations=determinations)
    assert [unknown.route for unknown in trace.standings("p")[0].unknowns] == [
        (*STEPS, place, "findings", "d") for place in (0, 1)
    ]


@pytest.mark.parametrize(("by", "refused"), [("each_obligor", 0), ("any_obligor", 1)])
def test_two_may_find_otherwise_at_one_instant_where_each_finds_for_itself(by: str, refused: int) -> None:
    told = scenario(
        {"day": 2, "findings": {"d": "established"}, "by": "fr"},
        {"day": 2, "findings": {"d": "rejected"}, "by": "uk"},
    )
    provisions = {"p": {"obligors": ["fr", "uk"], "responsibility": "several", "trigger": {"finding": "d"}}}
    determinations = {"d": {"title": "D", "of": "breach", "by": by}}
    assert len(play(model(provisions, told, determinations=determinations), "s").refusals) == refused


@pytest.mark.parametrize(("finder", "state"), [("uk", "ACTIVE"), ("us", "STANDBY")])
def test_any_obligor_finds_for_all_and_nobody_else_does(finder: str, state: str) -> None:
    provisions = {"p": {"obligors": ["fr", "uk"], "responsibility": "several", "trigger": {"finding": "d"}}}
    determinations = {"d": {"title": "D", "of": "breach", "by": "any_obligor"}}
    found = {"day": 2, "findings": {"d": "established"}, "by": finder}
    trace = played(provisions, found, determinations=determinations)
    assert {trace.states("p", "fr"), trace.states("p", "uk")} == {(state,)}
    assert len(trace.void) == (state == "STANDBY")


def test_an_expectation_that_hangs_on_an_unknown_is_open() -> None:
    """What was expected is one of several possible: the verdict says so and names what leaves it open."""
    expect = [
        {"after": 1, "provision": "p", "states": ["ACTIVE"]},
        {"after": 1, "provision": "p", "states": ["BREACHED"]},
        {"after": 1, "provision": "p", "states": ["PENDING", "ACTIVE"], "because": ["fact"]},
        {"after": 1, "provision": "p", "states": ["PENDING", "ACTIVE"], "because": ["concluded"]},
    ]
    trace = played({"p": {"requires": "x"}}, CEASEFIRE, unknown=("x",), expect=expect)
    assert [verdict.outcome for verdict in trace.verdicts] == ["open", "missed", "met", "missed"]
    problem = trace.verdicts[0].problem
    assert problem is not None
    assert problem.route == ("scenarios", "s", "expect", 0, "states")
    assert (("facts", "x", "initial"), "open: fact `x`") in problem.related
    assert problem.hint == "`foedus why` shows the chain; correct the expectation or the model"


@pytest.mark.parametrize(
    ("told", "related"),
    [
        (scenario({"day": 1}, {"day": 3}, {"day": 2}), (((*STEPS, 1, "day"), "the step before it"),)),
        (scenario({"day": 5}, horizon=4), ((("scenarios", "s", "horizon"), "the horizon"),)),
        (
            scenario({"day": 1, "sets": {"x": "unknown"}}, {"day": 1, "sets": {"x": False}}),
            (((*STEPS, 0, "sets", "x"), "unknown here"),),
        ),
    ],
)
def test_a_refusal_names_the_other_place_that_it_is_about(told: dict[str, Any], related: object) -> None:
    (refusal,) = play(model({"p": G0}, told), "s").refusals
    assert refusal.problem.related == related


@pytest.mark.parametrize(
    ("by", "related"),
    [
        ("automatic", (("determinations", "d", "by"), "who finds")),
        ("unspecified", (("determinations", "d", "by"), "who finds")),
        ("body", (("bodies", "b", "established_by"), "what sets the body up")),
    ],
)
def test_a_finding_without_effect_names_the_place_that_keeps_it_from_having_any(
    by: str, related: object
) -> None:
    determinations = {
        "d": {"title": "D", "of": "breach", "by": by, **({"body": "b"} if by == "body" else {})}
    }
    bodies = {"b": {"title": "B", "kind": "commission", "established_by": "p"}}
    found = {"day": 2, "findings": {"d": "established"}}
    (void,) = played({"p": G0}, found, determinations=determinations, bodies=bodies).void
    assert void.problem.related == (related,)


@pytest.mark.parametrize(
    ("event", "hint"),
    [("ceasefire-start", "did you mean `ceasefire-starts`?"), ("nix", "declare it, or correct the id")],
)
def test_an_id_that_leads_nowhere_has_a_next_step(event: str, hint: str) -> None:
    (refusal,) = play(model({"p": G0}, scenario({"day": 1, "events": [event]})), "s").refusals
    assert refusal.problem.hint == hint


def test_a_scenario_that_is_refused_says_how_it_was_to_be_played() -> None:
    readings = {"d": {"title": "D", "kind": "draft", "patch": {"facts": {"x": {"title": "X"}}}}}
    told = scenario({"day": 1, "sets": {"nix": True}}, reading="d", discretion="decline")
    refused = play(model({"p": G0}, told, readings=readings), "s", as_of=date(2026, 2, 1))
    assert len(refused.refusals) == 1
    assert (refused.reading, refused.discretion, refused.as_of) == ("d", "decline", date(2026, 2, 1))
    assert (refused.turns, refused.verdicts, refused.evaluations) == ((), (), 0)


def test_a_verdict_stands_at_its_expectation_and_what_is_wrong_at_the_field_that_is_wrong() -> None:
    expect = [
        {"after": 1, "provision": "p", "states": ["ACTIVE"]},
        {"after": 1, "provision": "p", "states": ["PENDING"]},
        {"after": 1, "provision": "p", "states": ["ACTIVE"], "because": ["fact"]},
        {"after": 1, "provision": "p", "states": ["ACTIVE"], "by": "us"},
    ]
    trace = played({"p": {}}, CEASEFIRE, expect=expect)
    assert [each.route for each in trace.verdicts] == [
        ("scenarios", "s", "expect", place) for place in range(4)
    ]
    assert [(each.outcome, each.problem.route[4:] if each.problem else None) for each in trace.verdicts] == [
        ("met", None), ("missed", ("states",)), ("missed", ("because",)), ("missed", ("by",)),
    ]  # fmt: skip
    assert [each.expected for each in trace.verdicts] == [*trace.scenario.expect]
    assert [len(each.found) for each in trace.verdicts] == [1, 1, 1, 0]


def test_what_is_asked_for_by_name_must_exist() -> None:
    """No such scenario, no such reading: the run cannot go on, and the nearest name is suggested."""
    project = model({"p": G0}, scenario(CEASEFIRE))
    with pytest.raises(Stop, match="no scenario `t`"):
        play(project, "t")
    with pytest.raises(Stop, match="no reading `draft`"):
        play(project, "s", reading="draft")


def test_a_fact_that_nobody_declared_stays_unknown() -> None:
    """A dangling reference does not keep a model from being played; it is unknown, and says where."""
    trace = played({"p": {"requires": "nix"}}, CEASEFIRE)
    assert trace.states("p") == ("PENDING", "ACTIVE")
    assert trace.standings("p")[0].unknowns[0].route == ("provisions", "p", "requires")
