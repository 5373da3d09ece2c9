"""What-if: what a play brings about is never out of reach, and a bit says the same as a case alone."""

import json
from dataclasses import replace
from random import Random

import pytest
import random_models
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from random_models import project

import foedus
from foedus.analyses.observers import observed
from foedus.analyses.reach import Case, Reach, listed
from foedus.analyses.settling import open_points
from foedus.analyses.withdrawal import what_if, withdrawals
from foedus.errors import Stop
from foedus.load import loads
from foedus.schema import Condition, Found
from foedus.simulation import play, prepare

seeds = st.integers(0, 2**32)


@given(seeds)
@settings(max_examples=300, deadline=None)
def test_what_a_play_reaches_after_withdrawals_is_not_out_of_reach(seed: int) -> None:
    random = Random(seed)
    made = random_models.model(random)
    names = tuple(made["provisions"])
    leaving = random.sample(random_models.WHO, random.randint(0, 2))
    told = random_models.scenario(random, names)
    told["assume"] = {}
    told["steps"] = [{key: value for key, value in step.items() if key != "sets"} for step in told["steps"]]
    told["steps"].insert(0, {"day": 0, "withdraws": [{"actor": actor} for actor in leaving]})
    asked = TypeAdapter(Condition).validate_json(json.dumps(random_models.condition(random, names, False)))
    own = project(made, told)
    watched = prepare(observed(own, {"asked": asked}))
    if watched.refused:
        return
    whole = own.model.model_copy(update={"provisions": {**own.model.provisions, **watched.model.provisions}})
    trace = play(replace(own, model=whole), "s")
    seen = {
        state
        for turn in trace.turns[2:]  # after the withdrawals; what held before them was no case of them
        for change in turn.changes
        if change.now.position.provision == "(asked)"
        for state in change.now.states
    }
    if trace.turns and "ACTIVE" in seen:
        assert Reach(own.model, listed([Case(tuple(leaving))])).holds(asked) == 1


@given(seeds)
@settings(max_examples=200, deadline=None)
def test_many_cases_at_once_say_the_same_as_each_alone(seed: int) -> None:
    random = Random(seed)
    made = random_models.model(random)
    model = project(made, {"steps": []}).model
    asked = TypeAdapter(Condition).validate_json(
        json.dumps(random_models.condition(random, tuple(made["provisions"]), False))
    )
    cases = [
        Case(tuple(random.sample(random_models.WHO, random.randint(0, 2))),
             tuple(random.sample(random_models.FACTS, random.randint(0, 2))))
        for _ in range(9)
    ]  # fmt: skip
    together = Reach(model, listed(cases)).holds(asked)
    alone = [Reach(model, listed([case])).holds(asked) for case in cases]
    assert [together >> place & 1 for place in range(9)] == alone


PACT = """
framework: {title: T, as_of: 2026-01-02, beneficiary: [host], adversary: [rival]}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
  friend: {title: Friend, kind: state}
  senate: {title: Senate, kind: parliament, of: ally}
  rival: {title: Rival, kind: state}
facts:
  attack: {title: An attack, kind: brute, initial: false}
  vote: {title: The vote, kind: institutional, initial: false, owner: senate}
events:
  invasion: {title: I, sets: {attack: true}, by: [rival]}
  voting: {title: V, sets: {vote: true}, by: [senate]}
provisions:
  troops: {title: T, kind: defense, obligors: [ally, friend], modality: must, trigger: attack}
  money: {title: M, kind: economic_aid, obligors: [friend], modality: may, trigger: attack, requires: vote}
targets:
  help: {title: Help, condition: {any: [{active: troops}, {active: money}]}}
  money-comes: {title: Money, condition: {delivered: money}}
  never: {title: Never, condition: {all: [{active: troops}, nothing]}}
"""


def pact() -> foedus.Project:
    text = PACT.replace(
        "  vote: {title", "  nothing: {title: N, kind: brute, initial: false}\n  vote: {title"
    )
    return loads({"model.yaml": text})


def test_the_tables_name_who_alone_and_which_two_put_a_target_out_of_reach() -> None:
    found = {each.target: (each.within_reach, each.alone, each.pairs) for each in withdrawals(pact())}
    assert found == {
        "help": (True, (), (("ally", "friend"),)),
        "money-comes": (True, ("ally", "friend", "senate"), ()),
        "never": (False, (), ()),
    }


def test_the_adversary_is_not_among_those_who_may_withdraw() -> None:
    for each in withdrawals(pact()):
        assert each.actors == ("ally", "friend", "host", "senate")


def test_where_no_framework_is_written_everybody_may_withdraw() -> None:
    own = pact()
    bare = replace(own, model=own.model.model_copy(update={"framework": None}))
    assert withdrawals(bare)[0].actors == ("ally", "friend", "host", "rival", "senate")


def test_a_case_says_what_becomes_of_each_target_and_what_is_lost() -> None:
    found = what_if(pact(), Case(deny=("vote",)))
    assert [(each.target, each.before, each.after) for each in found.targets] == [
        ("help", True, True), ("money-comes", True, False), ("never", False, False),
    ]  # fmt: skip
    assert found.lost == ("money",)


@pytest.mark.parametrize(
    ("case", "targets", "message"),
    [
        (Case(("alli",)), (), "has no actor `alli`; did you mean `ally`?"),
        (Case(("zzz",)), (), "has no actor `zzz`; actors are ally, friend, host, rival, senate"),
        (Case(deny=("votes",)), (), "has no fact `votes`; did you mean `vote`?"),
        (Case(deny=("zzz",)), (), "has no fact `zzz`; facts are attack, nothing, vote"),
        (Case(), ("helps",), "has no target `helps`; did you mean `help`?"),
        (Case(), ("zzz",), "has no target `zzz`; targets are help, money-comes, never"),
    ],
)
def test_who_or_what_the_model_does_not_have_is_named(
    case: Case, targets: tuple[str, ...], message: str
) -> None:
    with pytest.raises(Stop) as stopped:
        what_if(pact(), case, targets)
    assert str(stopped.value).endswith(message)


def test_a_finding_is_not_made_of_what_never_holds() -> None:
    found = "determinations: {d: {title: D, of: attack, by: lead_state, actor: ally}}"
    reach = Reach(
        loads({"model.yaml": PACT, "more.yaml": found}).model, listed([Case(), Case(deny=("attack",))])
    )
    assert reach.holds(Found(finding="d")) == 1


def test_in_paris_monitoring_needs_the_united_states_and_the_force_a_request() -> None:
    found = {each.target: each.alone for each in withdrawals(foedus.read("paris-2026"))}
    assert "united-states" in found["monitoring-runs"]
    assert "ukraine" in found["force-deploys"]
    assert found["breach-has-consequence"] == ("special-commission",)


def test_the_open_point_that_settles_most_in_paris_is_the_unfinished_response() -> None:
    first = open_points(foedus.read("paris-2026"))[0]
    assert (first.unknown.kind, first.unknown.subject) == ("concluded", "attack-response")
    assert first.if_so.cells == (
        ("armed-attack", "ceasefire", "must"), ("armed-attack", "collapse", "must"),
        ("armed-attack", "after-agreement", "must"),
    )  # fmt: skip
    assert {word for _, _, word in first.if_not.cells} == {"none"}
