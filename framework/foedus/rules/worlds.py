"""Which truth values a condition can take at all: every combination of its atoms, tried."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias, get_args

from foedus.kept import kept
from foedus.logic import Leaf, Truth, evaluate, gates, leaves
from foedus.schema import (
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    InState,
    Model,
    Not,
    Reached,
)
from foedus.schema.vocabulary import State

MOST = 12
"""So many atoms that are read more than once are tried (4,096 worlds); beyond that nothing is said."""

NEVER = frozenset({False})
ALWAYS = frozenset({True})
STATES: frozenset[str] = frozenset(get_args(State))

Variable: TypeAlias = tuple[str, ...]
Fixed: TypeAlias = Callable[[Leaf], Truth]


class _Test(NamedTuple):
    """What a leaf asks of a variable: the values for which it is true; empty for a plain yes or no."""

    variable: Variable
    states: frozenset[str]


def nothing_fixed(leaf: Leaf) -> Truth:
    """Leaves every atom free, but for a test that every state meets."""
    return True if isinstance(leaf, InState) and set(leaf.states) == STATES else None


def values(model: Model, condition: Condition, fixed: Fixed = nothing_fixed) -> frozenset[bool] | None:
    """The truth values that a condition takes over all combinations of its atoms; None where too many.

    Only what is read more than once is tried: with that settled, each other atom is free and read once,
    so every gate that is still open goes both ways. `fixed` gives the atoms that have one value only.
    Atoms that bear on one another without saying so are taken to be independent, so that what is called
    impossible is impossible.
    """
    known = evaluate(condition, fixed)
    if known is not None:
        return frozenset({known})
    often = _read_often(model, condition)
    if not often:
        return ALWAYS | NEVER
    tests = {leaf: _test(model, leaf) for leaf in leaves(condition) if fixed(leaf) is None}
    variables = sorted(often & {test.variable for test in tests.values()})
    domains = {variable: list(_domain(variable, tests)) for variable in variables}
    if prod(len(domain) for domain in domains.values()) > 2**MOST:
        return None
    found: set[bool] = set()
    for world in product(*domains.values()):
        at = dict(zip(domains, world, strict=True))

        def truth(leaf: Leaf, at: dict[Variable, bool | str] = at) -> Truth:
            if (value := fixed(leaf)) is not None or tests[leaf].variable not in at:
                return value
            held, states = at[tests[leaf].variable], tests[leaf].states
            return held in states if states else bool(held)

        value = evaluate(condition, truth)
        found |= {True, False} if value is None else {value}
        if len(found) == len(ALWAYS | NEVER):
            break
    return frozenset(found)


def all_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that all of some hold, of which there is one at least."""
    return conditions[0] if len(conditions) == 1 else All.model_construct(conditions=tuple(conditions))


@kept
def plain(model: Model) -> frozenset[str]:
    """The provisions that ask of each thing once and count nothing: each of their gates goes both ways."""
    names: dict[str, list[str]] = defaultdict(list)
    odd: set[str] = set()
    for gated in gates(model):
        names[gated.provision.id] += [_name(model, leaf) for leaf, _, _ in gated.atoms]
        if counts(gated.condition) or any(nothing_fixed(leaf) for leaf, _, _ in gated.atoms):
            odd.add(gated.provision.id)
    return frozenset(key for key, asked in names.items() if key not in odd and len(set(asked)) == len(asked))


def counts(condition: Condition) -> bool:
    """True where a count stands in a condition."""
    match condition:
        case AtLeast():
            return True
        case Not(condition=inner):
            return counts(inner)
        case All(conditions=parts) | Any_(conditions=parts):
            return any(counts(part) for part in parts)
        case _:
            return False


def entangled(model: Model, condition: Condition) -> bool:
    """True where two places of a condition ask about the same thing; else each gate can go both ways."""
    return bool(_read_often(model, condition))


def _read_often(model: Model, condition: Condition) -> set[Variable]:
    """What a condition reads in more than one place."""
    if len(names := [_name(model, leaf) for leaf in leaves(condition)]) == len(set(names)):
        return set()
    asked, often = set[Variable](), set[Variable]()
    for leaf in leaves(condition):
        variable = _test(model, leaf).variable
        (often if variable in asked else asked).add(variable)
    return often


def _name(model: Model, leaf: Leaf) -> str:
    """What a leaf is about: leaves about things of different names ask different questions."""
    match leaf:
        case str():
            return leaf
        case Found(determination=name):
            known = model.determinations.get(name)
            return known.of if known is not None and known.by == "automatic" else name
        case _:
            return leaf.provision


def _test(model: Model, leaf: Leaf) -> _Test:
    match leaf:
        case str():
            return _Test(("fact", leaf), frozenset())
        case Found(determination=name, obligor=obligor):
            known = model.determinations.get(name)
            if known is not None and known.by == "automatic":
                return _Test(("fact", known.of), frozenset())
            return _Test(("finding", name, obligor or ""), frozenset())
        case Delivered(provision=name, obligor=obligor):
            return _Test(("delivered", name, obligor or ""), frozenset())
        case Reached(provision=name, states=states, obligor=obligor):
            return _Test(("reached", name, obligor or "", *sorted(states)), frozenset())
        case Active(provision=name, obligor=obligor):
            return _of_state(model, name, obligor, ("ACTIVE",))
        case InState(provision=name, states=states, obligor=obligor):
            return _of_state(model, name, obligor, states)


def _of_state(model: Model, name: str, obligor: str | None, states: tuple[str, ...]) -> _Test:
    """A test of one position's state; of several positions, each test stands alone."""
    provision = model.provisions.get(name)
    one = obligor is not None or (provision is not None and len(set(provision.obligors)) <= 1)
    if one:
        return _Test(("state", name, obligor or ""), frozenset(states))
    return _Test(("state", name, "", *sorted(states)), frozenset())


def _domain(variable: Variable, tests: dict[Leaf, _Test]) -> Iterator[bool | str]:
    """The values of a variable that its tests tell apart."""
    asked = [test.states for test in tests.values() if test.variable == variable]
    if not any(asked):
        yield from (False, True)
        return
    seen: set[tuple[bool, ...]] = set()
    for state in sorted(STATES):
        answers = tuple(state in states for states in asked)
        if answers not in seen:
            seen.add(answers)
            yield state
