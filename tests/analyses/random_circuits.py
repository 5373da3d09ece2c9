"""Random circuits, and what their truth tables say of them: the slow and obvious way."""

from itertools import product
from random import Random

from foedus.analyses.boolean.circuit import Circuit, Ref, Wiring


def circuit(random: Random, variables: int, gates: int, negated: float = 0.0) -> Circuit:
    """A circuit of gates of two to four inputs, each negated with this chance."""
    wiring = Wiring()
    refs = [wiring.variable() for _ in range(variables)]
    for _ in range(gates):
        pool = refs[-8:] if random.random() < 0.5 else refs
        inputs = [random.choice(pool) for _ in range(random.randint(2, 4))]
        inputs = [~each if random.random() < negated else each for each in inputs]
        match random.choice(("all", "any", "at_least")):
            case "all":
                refs.append(wiring.all(inputs))
            case "any":
                refs.append(wiring.any(inputs))
            case _:
                refs.append(wiring.at_least(random.randint(1, len(inputs)), inputs))
    return wiring.circuit(refs[-1])


def prime_implicants(circuit: Circuit) -> set[frozenset[Ref]]:
    """The prime implicants, by looking at every set of literals and every way to complete it."""
    variables = circuit.variables()
    true = {
        choice
        for choice in product((False, True), repeat=len(variables))
        if circuit.holds(ref for ref, present in zip(variables, choice, strict=True) if present)
    }
    implicants = {
        sides
        for sides in product((None, False, True), repeat=len(variables))
        if all(choice in true for choice in product(*((False, True) if s is None else (s,) for s in sides)))
    }
    return {
        frozenset(
            ref if side else ~ref for ref, side in zip(variables, sides, strict=True) if side is not None
        )
        for sides in implicants
        if not any(
            side is not None and (*sides[:place], None, *sides[place + 1 :]) in implicants
            for place, side in enumerate(sides)
        )
    }


def fault_tree(random: Random, gates: int, negated: float = 0.0) -> Circuit:
    """A fault tree as engineers draw them: gates of two to five inputs, some events shared."""
    wiring = Wiring()
    events = [wiring.variable() for _ in range(max(4, gates))]
    refs: list[Ref] = []
    fresh = list(events)
    for _ in range(gates):
        inputs: list[Ref] = []
        for _ in range(random.randint(2, 4)):
            if refs and random.random() < 0.5:
                inputs.append(refs.pop(random.randrange(len(refs))))
            else:
                inputs.append(fresh.pop() if fresh and random.random() < 0.8 else random.choice(events))
        inputs = [~each if random.random() < negated else each for each in dict.fromkeys(inputs)]
        kind = random.random()
        if kind < 0.45 or len(inputs) < 3:
            refs.append(wiring.any(inputs) if random.random() < 0.55 else wiring.all(inputs))
        else:
            refs.append(wiring.at_least(2, inputs) if kind < 0.6 else wiring.any(inputs))
    while len(refs) > 1:
        pair = (refs.pop(), refs.pop())
        refs.insert(0, wiring.any(pair) if random.random() < 0.7 else wiring.all(pair))
    return wiring.circuit(refs[0])
