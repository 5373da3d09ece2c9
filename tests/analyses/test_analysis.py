"""Outcomes of models: what the analysis says is what plays do."""

import json
import os
from collections.abc import Callable
from random import Random
from typing import Any, Literal

import pytest
import random_latched_models
from hypothesis import given, settings
from hypothesis import strategies as st

import foedus
from foedus.analyses.analysis import Analysis, Point, analyse
from foedus.analyses.boolean.circuit import assignments
from foedus.analyses.witness import watched, witness
from foedus.errors import Stop
from foedus.load import Project
from foedus.simulation import prepare

EXAMPLES = int(os.environ.get("FOEDUS_EXAMPLES", "80"))
"""How many models each law is tried on."""
lawful = settings(max_examples=EXAMPLES, deadline=None, derandomize="FOEDUS_EXAMPLES" not in os.environ)
seeds = st.integers(0, 2**32)
MOST = 12


def choices(analysis: Analysis, random: Random) -> list[tuple[int, ...]]:
    """Every choice of what is so; some of them where there are many.

    Duties that are kept up are kept: a breach takes back nothing that has been reached (latched reading).
    """
    atoms = analysis.unrolled.atoms
    kept = {ref for ref, atom in atoms.items() if atom.kind == "deed" and atom.given}
    every = [(*kept, *true) for true in assignments([ref for ref in sorted(atoms) if ref not in kept])]
    return every if len(every) <= MOST else random.sample(every, MOST)


@lawful
@given(seeds)
def test_an_outcome_is_reached_in_a_play_where_the_circuit_says_so_and_nowhere_else(seed: int) -> None:
    random = Random(seed)
    found = analyse(random_latched_models.project(random), "t")
    unrolled = found.unrolled
    prepared = watched(prepare(found.project), found.target)
    for true in choices(found, random):
        points = [Point(atom, ref in true) for ref, atom in unrolled.atoms.items()]
        played = witness(found, points, prepared)
        assert (played.how != "not") == unrolled.circuit.holds(true), (seed, [p.words for p in points])


@lawful
@given(seeds, st.sampled_from(("atom", "actor")))
def test_every_route_is_reached_in_a_play(seed: int, by: Literal["atom", "actor"]) -> None:
    found = analyse(random_latched_models.project(Random(seed)), "t", by=by, limit=6)
    assert all(witness(found, points).how != "not" for points in found.routes.sets)


@lawful
@given(seeds)
def test_merging_by_actor_gives_each_actor_all_of_its_points_or_none(seed: int) -> None:
    project = random_latched_models.project(Random(seed))
    one, other = analyse(project, "t", limit=10_000), analyse(project, "t", by="actor", limit=10_000)
    owners = {points: frozenset(p.atom.owner or p.atom.key for p in points) for points in one.routes.sets}
    least = {each for each in owners.values() if not any(others < each for others in owners.values())}
    assert {
        frozenset(p.atom.subject if p.atom.kind == "actor" else p.atom.owner or p.atom.key for p in points)
        for points in other.routes.sets
    } == least


@pytest.mark.parametrize("reading", [None, *foedus.read("paris-2026").model.readings])
def test_every_route_of_paris_is_reached_in_a_play(reading: str | None) -> None:
    project = foedus.read("paris-2026", reading)
    for target in project.model.targets:
        found = analyse(project, target)
        assert found.routes.complete
        for points in found.routes.sets:
            assert witness(found, points).how != "not"


def test_where_the_gate_must_hold_the_attack_has_to_come_before_the_ceasefire() -> None:
    """The attack ends the ceasefire for which the response is there: the latched reading does not see it."""
    found = analyse(foedus.read("paris-2026", "gate-while"), "response-owed")
    (played,) = (witness(found, points) for points in found.routes.sets)
    assert played.how == "out of order"
    assert [step.events for step in played.scenario.steps] == [("armed-attack",), ("ceasefire-starts",)]


def test_where_no_order_of_events_does_it_that_is_said(model: Callable[..., Project]) -> None:
    found = analyse(
        model(
            """
            facts: {a: {title: A, kind: brute, initial: false}, b: {title: B, kind: brute, initial: false}}
            events:
              one: {title: One, sets: {a: true, b: false}}
              other: {title: Other, sets: {b: true, a: false}}
            """
        ),
        condition="{all: [a, b]}",
    )
    assert [witness(found, points).how for points in found.routes.sets] == ["at once"]


def test_who_can_veto_a_response_of_paris() -> None:
    found = analyse(foedus.read("paris-2026"), "response-owed")
    assert [point.atom.key for point in found.vetoes] == [
        "consent:paris-declaration@coalition-of-the-willing"
    ]
    assert {point.atom.key for point in found.alone} == {
        "consent:paris-declaration@coalition-of-the-willing",
        "content:attack-response",
        "fact:attack-on-ukraine",
        "fact:ceasefire-in-force",
    }


PACT = """
facts:
  concluded: {title: It is concluded, kind: brute, initial: false}
  attributed: {title: It is attributed, kind: brute, initial: false}
  us-intel: {title: American intelligence, kind: capacity, initial: false, owner: us}
  eu-intel: {title: European intelligence, kind: capacity, initial: false}
  fr-approves: {title: France approves, kind: brute, initial: false, owner: fr}
  fr-able: {title: France can, kind: capacity, initial: false, owner: fr}
  uk-approves: {title: Britain approves, kind: brute, initial: false, owner: uk}
  uk-able: {title: Britain can, kind: capacity, initial: false, owner: uk}
  us-approves: {title: America approves, kind: brute, initial: false, owner: us}
  us-able: {title: America can, kind: capacity, initial: false, owner: us}
actors:
  fr: {title: France, kind: state}
  uk: {title: Britain, kind: state}
  us: {title: America, kind: state}
targets:
  answer:
    title: An answer comes
    condition:
      all:
        - concluded
        - attributed
        - at_least: 2
          of: [{all: [fr-approves, fr-able]}, {all: [uk-approves, uk-able]}, {all: [us-approves, us-able]}]
        - any: [us-intel, eu-intel]
"""


def test_a_guarantee_with_two_of_three_has_six_routes_and_fifteen_blocking_coalitions(
    model: Callable[..., Project],
) -> None:
    found = analyse(model(PACT), "answer")
    assert (found.routes.count, found.blocks.count) == (6, 15)
    power = {each.atom.subject: round(float(each.banzhaf or 0), 4) for each in found.power}
    assert power == {
        "concluded": 0.0586, "attributed": 0.0586, "us-intel": 0.0195, "eu-intel": 0.0195,
        **{f"{who}-{what}": 0.0352 for who in ("fr", "uk", "us") for what in ("approves", "able")},
    }  # fmt: skip


@pytest.mark.parametrize(("limit", "order"), [(100, None), (4, None), (100, 6), (100, 2), (100, 0)])
def test_sets_are_listed_within_limit_and_order_and_counted_whatever_is_listed(
    limit: int, order: int | None, model: Callable[..., Project]
) -> None:
    whole, found = analyse(model(PACT), "answer"), analyse(model(PACT), "answer", limit=limit, order=order)
    for every, some in ((whole.routes, found.routes), (whole.blocks, found.blocks)):
        short = [points for points in every.sets if order is None or len(points) <= order]
        assert {*some.sets} <= {*short}
        assert len(some.sets) == min(limit, len(short))
        assert (some.count, some.by_order) == (every.count, every.by_order)
        assert some.complete == (len(some.sets) == every.count)
    for each in found.power:
        counts = [
            sum(any(point.atom == each.atom for point in points) for points in sets.sets)
            if sets.complete else None
            for sets in (found.routes, found.blocks)
        ]  # fmt: skip
        assert [each.routes, each.blocks] == counts


def test_atoms_and_their_power_come_in_one_order(model: Callable[..., Project]) -> None:
    found = analyse(model(PACT), "answer")
    keys = [each.key for each in found.atoms]
    assert keys == sorted(keys)  # they are all facts
    assert [(each.banzhaf, each.atom.key) for each in found.power] == sorted(
        ((each.banzhaf, each.atom.key) for each in found.power), key=lambda pair: (-(pair[0] or 0), pair[1])
    )


def test_by_actor_no_single_guarantor_of_three_has_a_veto(model: Callable[..., Project]) -> None:
    found = analyse(model(PACT), "answer", by="actor")
    assert found.vetoes == ()
    pairs = {frozenset(p.atom.subject for p in points) for points in found.blocks.sets if len(points) == 2}
    assert pairs == {
        frozenset(pair) for pair in (("fr", "uk"), ("fr", "us"), ("uk", "us"), ("us", "eu-intel"))
    }


def test_whoever_can_keep_a_body_from_deciding_is_a_veto_player(model: Callable[..., Project]) -> None:
    found = analyse(
        model(
            """
            actors: {ru: {title: Russia, kind: state}}
            facts: {breach: {title: A breach, kind: brute, initial: false}}
            bodies: {council: {title: The council, kind: council, veto: [ru]}}
            determinations: {d: {title: That there is a breach, of: breach, by: body, body: council}}
            """
        ),
        condition="{finding: d}",
    )
    assert [point.words for point in found.vetoes] == [
        "no finding that there is a breach by The council",
        "Russia keeps The council from deciding",
    ]


@pytest.mark.parametrize(
    ("condition", "said"),
    [("{any: [a, {not: a}]}", (True, False)), ("{all: [a, {not: a}]}", (False, True)), ("a", (False, False))],
)
def test_what_always_or_never_holds_is_said(
    condition: str, said: tuple[bool, bool], model: Callable[..., Project]
) -> None:
    found = analyse(model("facts: {a: {title: A, kind: brute, initial: false}}"), condition=condition)
    assert (found.always, found.never) == said


def test_what_both_helps_and_hinders_gives_prime_implicants(model: Callable[..., Project]) -> None:
    facts = "facts: {" + ", ".join(f"{x}: {{title: {x}, kind: brute, initial: false}}" for x in "abc") + "}"
    found = analyse(model(facts), condition="{any: [{all: [a, b]}, {all: [{not: a}, c]}]}")
    sets = {frozenset((point.atom.subject, point.so) for point in points) for points in found.routes.sets}
    assert not found.coherent
    assert sets == {
        frozenset({("a", True), ("b", True)}),
        frozenset({("a", False), ("c", True)}),
        frozenset({("b", True), ("c", True)}),
    }


def test_a_body_that_its_own_finding_would_set_up_never_finds(model: Callable[..., Project]) -> None:
    found = analyse(
        model(
            """
            actors: {fr: {title: France, kind: state}}
            facts: {breach: {title: A breach, kind: brute, initial: false}}
            bodies: {council: {title: The council, kind: council, established_by: p}}
            determinations: {d: {title: That there is a breach, of: breach, by: body, body: council}}
            provisions: {p: {title: P, kind: defense, obligors: [fr], modality: must, trigger: {finding: d}}}
            """
        ),
        condition="{finding: d}",
    )
    assert found.never


def test_a_model_that_contradicts_itself_is_refused_with_its_place(model: Callable[..., Project]) -> None:
    project = model(
        """
        actors: {fr: {title: France, kind: state}}
        provisions:
          p: {title: P, kind: defense, obligors: [fr], modality: must, trigger: {not: {active: p}}}
        """
    )
    with pytest.raises(Stop, match=r"model.yaml:4:.*negative cycle"):
        analyse(project, condition="{active: p}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"target": "anwser"}, "did you mean `answer`"),
        ({}, "targets of model: answer"),
        ({"condition": "conclude"}, "did you mean `concluded`"),
        ({"condition": "{alll: [concluded]}"}, "does not make a condition"),
        ({"condition": "{all: [concluded"}, "--condition"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_next_step(
    words: dict[str, Any], message: str, model: Callable[..., Project]
) -> None:
    with pytest.raises(Stop, match=message):
        analyse(model(PACT), **words)


def test_a_hundred_provisions_in_a_row_are_one_route(model: Callable[..., Project]) -> None:
    provisions = {
        f"p{n}": {
            "title": f"P{n}", "kind": "defense", "obligors": ["fr"], "modality": "must",
            **({"requires": {"active": f"p{n - 1}"}} if n else {"requires": "a"}),
        }
        for n in range(400)
    }  # fmt: skip
    actors = {"fr": {"title": "France", "kind": "state"}}
    text = json.dumps(
        {
            "actors": actors,
            "facts": {"a": {"title": "A", "kind": "brute", "initial": False}},
            "provisions": provisions,
        }
    )
    assert analyse(model(text), condition="{active: p399}").routes.by_order[-1] == 1


@pytest.mark.parametrize(
    ("own", "text", "never"),
    [
        ("", "status: in_force, parties: {fr: ratified}", False),
        ("status: dropped", "status: in_force, parties: {fr: ratified}", True),
        ("status: to_be_finalised", "status: in_force, parties: {fr: ratified}", False),
        ("", "status: terminated, parties: {fr: ratified}", True),
        ("", "status: in_force, parties: {fr: withdrawn}", True),
        ("", "status: under_negotiation", False),
    ],
)
def test_what_was_given_up_is_owed_in_no_way(
    own: str, text: str, never: bool, model: Callable[..., Project]
) -> None:
    duty = f"title: P, kind: defense, obligors: [fr], modality: must, instrument: t, {own}".rstrip(", ")
    found = analyse(
        model(f"""
actors: {{fr: {{title: France, kind: state}}}}
instruments: {{t: {{title: T, form: treaty, {text}}}}}
provisions: {{p: {{{duty}}}}}
"""),
        condition="{active: p}",
    )
    assert found.never is never
