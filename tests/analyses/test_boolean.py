"""Minimal sets, counts and power of Boolean functions: both engines against truth tables."""

import time
from fractions import Fraction
from itertools import combinations, permutations
from math import comb
from random import Random

import pytest
import random_circuits
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.analyses.boolean.circuit import ALWAYS, FALSE, TRUE, Circuit, Gate, Wiring, assignments, node_of
from foedus.analyses.boolean.diagram import Diagram
from foedus.analyses.boolean.drawing import _small
from foedus.analyses.boolean.large import large
from foedus.analyses.boolean.limits import USUAL, Limits, TooBig
from foedus.analyses.boolean.minimal import Engine, MinimalSets, minimal_sets
from foedus.analyses.boolean.power import _from_diagram, banzhaf, shapley
from foedus.analyses.boolean.simplify import simplified

ENGINES: tuple[Engine, ...] = ("products", "diagram")
seeds = st.integers(0, 2**32)


def drawn(seed: int) -> Circuit:
    """A circuit of up to six variables, with negation in one of two."""
    random = Random(seed)
    negated = random.choice((0.0, 0.3))
    return random_circuits.circuit(random, random.randint(1, 6), random.randint(1, 8), negated)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=500, deadline=None)
@given(seeds)
def test_the_minimal_sets_are_the_prime_implicants(engine: Engine, seed: int) -> None:
    circuit = drawn(seed)
    found = minimal_sets(circuit, engine=engine)
    assert set(found.sets) == random_circuits.prime_implicants(circuit)
    assert found.count == len(found.sets)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=200, deadline=None)
@given(seeds)
def test_sets_are_listed_smallest_first_and_counted_by_order(engine: Engine, seed: int) -> None:
    found = minimal_sets(drawn(seed), engine=engine)
    orders = [len(each) for each in found.sets]
    assert orders == sorted(orders)
    assert [orders.count(order) for order in range(len(found.by_order))] == list(found.by_order)


@settings(max_examples=300, deadline=None)
@given(seeds)
def test_each_blocking_set_meets_each_route(seed: int) -> None:
    circuit = drawn(seed)
    routes, blocks = minimal_sets(circuit), minimal_sets(circuit.turned())
    assert all(any(~each in block for each in route) for route in routes.sets for block in blocks.sets)


@settings(max_examples=300, deadline=None)
@given(seeds)
def test_a_simplified_circuit_holds_under_the_same_choices(seed: int) -> None:
    circuit = drawn(seed)
    other = simplified(circuit)
    assert all(circuit.holds(true) == other.holds(true) for true in assignments(circuit.variables()))


def test_what_a_gate_reads_is_settled_in_all_that_only_it_reads() -> None:
    wiring = Wiring()
    a, b, c, d = (wiring.variable() for _ in range(4))
    inner = wiring.any((b, wiring.all((b, c))))
    assert simplified(wiring.circuit(wiring.at_least(2, (a, inner, d)))).variables() == (a, b, d)


def test_what_a_gate_reads_is_settled_below_a_variable_that_was_made_later() -> None:
    wiring = Wiring()
    a, b, c = (wiring.variable() for _ in range(3))
    inner = wiring.any((b, wiring.all((b, c))))
    later = wiring.variable()
    assert simplified(wiring.circuit(wiring.at_least(2, (a, inner, later)))).variables() == (a, b, later)


def test_what_two_gates_read_is_settled_as_both_settle_it() -> None:
    wiring = Wiring()
    a, b, c, d = (wiring.variable() for _ in range(4))
    shared = wiring.at_least(2, (a, c, d))
    both = wiring.at_least(2, (wiring.any((a, shared)), wiring.all((a, b, shared)), d))
    assert simplified(wiring.circuit(both)).gate(shared) == (2, (a, c, d))


def test_gates_of_one_kind_become_one() -> None:
    wiring = Wiring()
    a, b, c, d = (wiring.variable() for _ in range(4))
    circuit = simplified(wiring.circuit(wiring.any((a, wiring.any((b, ~wiring.all((c, d))))))))
    assert circuit.gate(circuit.top) == (1, (a, b, ~c, ~d))


@settings(max_examples=300, deadline=None)
@given(seeds)
def test_what_the_top_of_a_simplified_circuit_reads_is_read_nowhere_below(seed: int) -> None:
    circuit = simplified(drawn(seed))
    top = circuit.nodes[node_of(circuit.top)]
    if top is not None and top.needed in (1, len(top.inputs)):
        beside = {node_of(each) for each in top.inputs if circuit.nodes[node_of(each)] is None}
        below = [circuit.gate(ref) for ref in circuit.reached() if node_of(ref) != node_of(circuit.top)]
        assert not beside & {node_of(each) for gate in below if gate is not None for each in gate.inputs}


@given(st.lists(st.sampled_from((TRUE, FALSE, 1, 2, 3, ~1, ~2)), min_size=1, max_size=4))
def test_one_of_some_is_any_of_them_and_so_many_as_there_are_is_all(inputs: list[int]) -> None:
    wiring = Wiring()
    for _ in range(3):
        wiring.variable()
    assert wiring.at_least(1, inputs) == wiring.any(inputs)
    assert wiring.at_least(len(inputs), inputs) == wiring.all(inputs)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("needed", "inputs"), [(k, n) for n in range(1, 6) for k in range(1, n + 1)])
def test_a_gate_of_so_many_has_a_minimal_set_for_each_choice_of_so_many(
    engine: Engine, needed: int, inputs: int
) -> None:
    variables = range(1, inputs + 1)
    circuit = Circuit([ALWAYS, *[None] * inputs, Gate(needed, tuple(variables))], inputs + 1)
    assert set(minimal_sets(circuit, engine=engine).sets) == {
        *map(frozenset, combinations(variables, needed))
    }


@pytest.mark.parametrize(
    ("top", "sets", "by_order"),
    [(TRUE, (set(),), (1,)), (FALSE, (), ()), (1, ({1},), (0, 1)), (~1, ({~1},), (0, 1))],
)
def test_a_constant_and_a_literal_need_no_diagram(
    top: int, sets: tuple[set[int], ...], by_order: tuple[int, ...]
) -> None:
    found = minimal_sets(Circuit([ALWAYS, None], top), engine="diagram")
    assert found == MinimalSets(tuple(map(frozenset, sets)), len(sets), by_order, True, "products")


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_a_diagram_holds_where_its_circuit_does_whoever_draws_it(seed: int) -> None:
    circuit = drawn(seed)
    variables = circuit.variables()
    small, other = _small(circuit, variables), large(circuit, [variables], USUAL.caps)
    assert small is not None
    assert small.size() == other.size()
    for true in assignments(variables):
        assert reached(small, true) == reached(other, true) == circuit.holds(true)


def reached(diagram: Diagram, true: tuple[int, ...]) -> int:
    """Where the way through a diagram ends."""
    node = diagram.top
    while node > 1:
        node = (diagram.high if diagram.order[diagram.level[node]] in true else diagram.low)[node]
    return node


def test_what_is_too_large_for_plain_python_is_drawn_all_the_same() -> None:
    """Half of a hundred: whatever the order, there is a node for each number that is met so far."""
    variables = range(1, 101)
    circuit = Circuit([ALWAYS, *[None] * 100, Gate(50, tuple(variables))], 101)
    assert _small(circuit, tuple(variables)) is None
    assert minimal_sets(circuit, limit=0).count == comb(100, 50)


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_both_engines_agree_beyond_truth_tables(seed: int) -> None:
    circuit = random_circuits.circuit(Random(seed), 14, 20, 0.1)
    try:
        one = minimal_sets(circuit, engine="products")
    except TooBig:
        return
    other = minimal_sets(circuit, engine="diagram")
    assert (set(one.sets), one.by_order) == (set(other.sets), other.by_order)


@pytest.mark.parametrize("needed", [1, 2, 3])
def test_both_engines_list_the_sets_of_a_part_that_stands_alone_with_those_of_the_whole(needed: int) -> None:
    wiring = Wiring()
    part = wiring.at_least(needed, [wiring.variable() for _ in range(8)])
    top = wiring.at_least(2, (wiring.variable(), part, wiring.variable(), wiring.variable()))
    one, other = (minimal_sets(wiring.circuit(top), engine=each) for each in ENGINES)
    assert (set(one.sets), one.count) == (set(other.sets), other.count)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("negated", [True, False])
def test_a_part_that_always_or_never_holds_is_left_out(engine: Engine, holds: bool, negated: bool) -> None:
    """Four of eight hold, or five of them do not: nothing but a table or a diagram shows that."""
    wiring = Wiring()
    parts = [wiring.variable() for _ in range(8)]
    always = wiring.any((wiring.at_least(4, parts), wiring.at_least(5, [~each for each in parts])))
    given, others = always if holds else ~always, [wiring.variable() for _ in range(3)]
    top = wiring.at_least(2, (~given if negated else given, *others))
    found = minimal_sets(wiring.circuit(top), engine=engine)
    needed = 1 if holds is not negated else 2
    assert set(found.sets) == {frozenset(each) for each in combinations(others, needed)}


def guarantee() -> tuple[Circuit, dict[str, int]]:
    """Concluded, attributed, two of three who approve and are able, and intelligence from one of two."""
    wiring = Wiring()
    names = ["concluded", "attributed", "us-intel", "eu-intel"]
    names += [f"{what}-{who}" for who in ("fr", "uk", "us") for what in ("approves", "able")]
    ref = {name: wiring.variable() for name in names}
    both = [wiring.all((ref[f"approves-{who}"], ref[f"able-{who}"])) for who in ("fr", "uk", "us")]
    intel = wiring.any((ref["us-intel"], ref["eu-intel"]))
    top = wiring.all((ref["concluded"], ref["attributed"], wiring.at_least(2, both), intel))
    return wiring.circuit(top), ref


@pytest.mark.parametrize("engine", ENGINES)
def test_the_vector_of_a_guarantee_with_two_of_three(engine: Engine) -> None:
    circuit, ref = guarantee()
    assert minimal_sets(circuit, engine=engine).by_order == (0, 0, 0, 0, 0, 0, 0, 6)
    blocks = minimal_sets(circuit.turned(), engine=engine)
    assert blocks.by_order == (0, 2, 13)
    assert set(blocks.sets[:2]) == {frozenset({~ref["concluded"]}), frozenset({~ref["attributed"]})}
    assert frozenset({~ref["us-intel"], ~ref["eu-intel"]}) in blocks.sets


def test_the_power_in_a_guarantee_with_two_of_three() -> None:
    circuit, ref = guarantee()
    rounded = {name: round(float(banzhaf(circuit)[each]), 4) for name, each in ref.items()}
    assert {rounded["concluded"], rounded["attributed"]} == {0.0586}
    assert {rounded[f"{what}-{who}"] for what in ("approves", "able") for who in ("fr", "uk", "us")} == {
        0.0352
    }
    assert {rounded["us-intel"], rounded["eu-intel"]} == {0.0195}


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_the_banzhaf_index_counts_the_swings(seed: int) -> None:
    circuit = drawn(seed)
    for ref, index in banzhaf(circuit).items():
        others = [each for each in circuit.variables() if each != ref]
        swings = [circuit.holds(choice) != circuit.holds((*choice, ref)) for choice in assignments(others)]
        assert index == Fraction(sum(swings), len(swings))


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_the_banzhaf_index_is_the_same_from_a_diagram(seed: int) -> None:
    circuit = drawn(seed)
    if circuit.variables():
        listed = banzhaf(circuit)
        found = _from_diagram(circuit, circuit.variables())
        assert found == {ref: listed[ref] for ref in found}
        assert set(listed) - set(found) == circuit.both_ways()


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_the_shapley_index_counts_who_decides_in_every_order_of_arrival(seed: int) -> None:
    circuit = random_circuits.circuit(Random(seed), 5, 5)
    index = shapley(circuit)
    if index is None:
        assert circuit.top in (TRUE, FALSE)
        return
    orders = list(permutations(circuit.variables()))
    decides = [
        next(ref for place, ref in enumerate(order) if circuit.holds(order[: place + 1])) for order in orders
    ]
    assert index == {ref: Fraction(decides.count(ref), len(orders)) for ref in circuit.variables()}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_always_holds_needs_nothing_and_what_never_holds_has_no_route(engine: Engine) -> None:
    wiring = Wiring()
    one, other = wiring.variable(), wiring.variable()
    always = wiring.any((wiring.all((one, other)), ~one, ~other))
    assert minimal_sets(wiring.circuit(always), engine=engine).sets == (frozenset(),)
    assert minimal_sets(wiring.circuit(~always), engine=engine).sets == ()


def test_what_is_left_out_is_counted() -> None:
    wiring = Wiring()
    pairs = [wiring.any((wiring.variable(), wiring.variable())) for _ in range(40)]
    found = minimal_sets(wiring.circuit(wiring.all(pairs)), limit=5)
    assert (found.count, len(found.sets), found.complete) == (2**40, 5, False)


def test_a_limit_on_the_order_lists_no_longer_set() -> None:
    circuit, _ = guarantee()
    assert len(minimal_sets(circuit.turned(), order=1).sets) == 2


def test_an_exploding_circuit_is_refused_within_its_limits() -> None:
    """The middle bit of a product has no small diagram in any order of its variables (Bryant, 1991)."""
    few = Limits(caps=(1 << 12, 1 << 14), nodes=20_000)
    started = time.process_time()
    for bits in (9, 14):
        with pytest.raises(TooBig):
            minimal_sets(_multiplier(bits), limits=few)
    assert time.process_time() - started < 10


def _multiplier(bits: int) -> Circuit:
    """The middle bit of the product of two numbers."""
    wiring = Wiring()
    one, other = ([wiring.variable() for _ in range(bits)] for _ in range(2))
    sums = [FALSE] * (2 * bits)
    for shift, bit in enumerate(other):
        carry = FALSE
        for place, each in enumerate(one):
            part, old = wiring.all((bit, each)), sums[shift + place]
            half = wiring.either(part, old)
            sums[shift + place] = wiring.either(half, carry)
            carry = wiring.any((wiring.all((part, old)), wiring.all((half, carry))))
        sums[shift + bits] = carry
    return wiring.circuit(sums[bits - 1])


def test_a_deep_circuit_is_no_deeper_than_python_allows() -> None:
    wiring = Wiring()
    top = wiring.variable()
    for place in range(3_000):
        other = wiring.variable()
        top = wiring.all((top, other)) if place % 2 else wiring.any((top, other))
    assert minimal_sets(wiring.circuit(top), limit=0).count == 1_501


def test_the_limit_of_the_small_engine_is_not_the_limit_of_the_answer() -> None:
    """Where multiplying out keeps too much, the diagrams take over."""
    wiring = Wiring()
    pairs = [wiring.any((wiring.variable(), wiring.variable())) for _ in range(14)]
    circuit = wiring.circuit(wiring.all(pairs))
    with pytest.raises(TooBig):
        minimal_sets(circuit, engine="products")
    assert (minimal_sets(circuit).count, minimal_sets(circuit).engine) == (2**14, "diagram")
