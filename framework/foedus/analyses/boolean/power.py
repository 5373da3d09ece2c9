"""How much an outcome turns on each variable, if every other is as likely to be so as not: exact fractions.

A *swing* of a variable is a choice of all others under which it alone decides. The share of choices that
are swings is the Banzhaf index (Weighted voting doesn't work, Rutgers Law Review 19, 1965), which is
Birnbaum's structural importance (On the importance of different components in a multicomponent system, 1969).
Shapley and Shubik (A method for evaluating the distribution of power in a committee system, American
Political Science Review 48, 1954) weigh a swing by how many of the others are there: the share of orders of
arrival in which the variable is the one that decides.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import factorial

from foedus.analyses.boolean.circuit import Circuit, Gate, Ref
from foedus.analyses.boolean.limits import USUAL

MOST_PLAYERS = 20
"""So many variables are looked at one choice after the other: about a million choices."""


def banzhaf(circuit: Circuit) -> dict[Ref, Fraction]:
    """The Banzhaf index of each variable that the top reads, by place.

    Where there are more than 20, those that are read both ways are left out. Raises `TooBig` where no
    diagram keeps within its limit.
    """
    variables = circuit.variables()
    if len(variables) > MOST_PLAYERS:
        return _from_diagram(circuit, variables)
    swings = _swings(circuit, variables)
    others = 1 << max(0, len(variables) - 1)
    return {ref: Fraction(choices.bit_count(), others) for ref, choices in swings.items()}


def shapley(circuit: Circuit) -> dict[Ref, Fraction] | None:
    """The Shapley-Shubik index of each variable; they sum to 1.

    None where there are more than 20, and where the function is no simple game: where it reads a variable
    negated, or is constant.
    """
    variables = circuit.variables()
    if not 0 < len(variables) <= MOST_PLAYERS or any(ref < 0 for ref in circuit.literals()):
        return None
    if not circuit.holds(variables) or circuit.holds(()):
        return None
    sizes, count = _sizes(len(variables)), len(variables)
    found = {}
    for ref, choices in _swings(circuit, variables).items():
        weighed = sum(
            factorial(size) * factorial(count - size - 1) * (choices & sizes[size]).bit_count()
            for size in range(count)
        )
        found[ref] = Fraction(weighed, factorial(count))
    return found


def _swings(circuit: Circuit, variables: tuple[Ref, ...]) -> dict[Ref, int]:
    """For each variable, the choices of the others under which it decides: bit b of a number is choice b.

    A choice is written in binary, the variables from the last bit on; here the variable itself is absent.
    """
    every = (1 << (1 << len(variables))) - 1
    columns = {ref: _column(place, len(variables)) for place, ref in enumerate(variables)}
    table = _table(circuit, columns, every)
    found = {}
    for place, ref in enumerate(variables):
        absent = every & ~columns[ref]
        found[ref] = (table ^ table >> (1 << place)) & absent
    return found


def _column(place: int, count: int) -> int:
    """The choices of so many variables in which the one at a place is present."""
    block = ((1 << (1 << place)) - 1) << (1 << place)
    width = 2 << place
    while width < 1 << count:
        block |= block << width
        width *= 2
    return block


def _table(circuit: Circuit, columns: Mapping[Ref, int], every: int) -> int:
    """The choices under which a circuit holds."""
    known = dict(columns)
    for ref in circuit.reached():
        gate = circuit.gate(ref)
        if gate is not None:
            known[ref] = _threshold(gate, known, every)
        elif ref < 0:
            known[ref] = every & ~known[~ref]
    return known[circuit.top]


def _threshold(gate: Gate, known: Mapping[Ref, int], every: int) -> int:
    reached = [every, *(0 for _ in range(gate.needed))]
    for each in gate.inputs:
        for got in range(gate.needed, 0, -1):
            reached[got] |= reached[got - 1] & known[each]
    return reached[gate.needed]


def _sizes(count: int) -> list[int]:
    """For each number of variables, the choices in which so many are present."""
    sizes = [1]
    for place in range(count):
        shift = 1 << place
        sizes = [low | high << shift for low, high in zip([*sizes, 0], [0, *sizes], strict=True)]
    return sizes


def _from_diagram(circuit: Circuit, variables: tuple[Ref, ...]) -> dict[Ref, Fraction]:
    """From the share of choices that pass each node, and the share of those below it that reach true.

    Shares are counted in units of one choice of all variables. A variable that is read both ways is left
    out: there, what it brings under some choices it takes away under others.
    """
    from foedus.analyses.boolean.drawing import diagram

    both = circuit.both_ways()
    drawn = diagram(circuit, USUAL.caps)
    whole = 1 << len(variables)
    true = [0, whole]
    for node in range(2, len(drawn.level)):
        true.append((true[drawn.low[node]] + true[drawn.high[node]]) // 2)
    passing = [0] * len(true)
    passing[drawn.top] = whole
    swings = dict.fromkeys((ref for ref in variables if ref not in both), 0)
    for node in range(len(true) - 1, 1, -1):
        low, high = drawn.low[node], drawn.high[node]
        passing[low] += passing[node] // 2
        passing[high] += passing[node] // 2
        ref = drawn.order[drawn.level[node]]
        if ref in swings:
            swings[ref] += passing[node] * (true[high] - true[low])
    return {ref: Fraction(abs(swing), whole * whole) for ref, swing in swings.items()}
