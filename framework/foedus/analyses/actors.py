"""An outcome by actor: all that depends on one actor is one atom, so or not as one (a common cause)."""

from dataclasses import replace

from foedus.analyses.atoms import Atom
from foedus.analyses.boolean.circuit import Circuit, Gate, Ref
from foedus.analyses.unroll import Unrolled
from foedus.schema import Model
from foedus.words import joined, name, sentence


def by_actor(model: Model, unrolled: Unrolled) -> Unrolled:
    """The outcome with the atoms of each actor merged into one.

    What an actor must do and what it must not do are two, and an atom that is read both ways stays its own.
    """
    literals, both = frozenset(unrolled.circuit.literals()), unrolled.circuit.both_ways()
    groups: dict[tuple[str, bool], list[Ref]] = {}
    for ref, atom in unrolled.atoms.items():
        if atom.owner is not None and ref not in both:
            groups.setdefault((atom.owner, ref in literals), []).append(ref)
    nodes, atoms = list(unrolled.circuit.nodes), dict(unrolled.atoms)
    for (owner, wanted), (first, *others) in groups.items():
        atoms[first] = _actor(model, owner, wanted, tuple(unrolled.atoms[ref] for ref in (first, *others)))
        for ref in others:
            nodes[ref] = Gate(1, (first,))
            del atoms[ref]
    return replace(unrolled, circuit=Circuit(nodes, unrolled.circuit.top), atoms=atoms)


def _actor(model: Model, owner: str, wanted: bool, parts: tuple[Atom, ...]) -> Atom:
    """One actor as an atom: it does all that the outcome asks of it, or something of it not."""
    who = sentence(name(model, owner))
    words = _joined(who, [each.words for each in parts], "and" if wanted else "or")
    turned = _joined(who, [each.turned for each in parts], "or" if wanted else "and")
    givens = {each.given for each in parts}
    given = None if len(givens) > 1 or None in givens else givens.pop()
    return Atom("actor", owner, owner, given, words, turned, parts[0].route, parts=parts)


def _joined(who: str, said: list[str], word: str) -> str:
    """What is said of an actor, with its name once where all of it begins with that."""
    if all(each.startswith(f"{who} ") for each in said):
        return f"{who} {joined([each.removeprefix(f'{who} ') for each in said], word)}"
    return joined(said, word)
