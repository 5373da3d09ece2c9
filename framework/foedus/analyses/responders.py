"""Who answers to what: the provisions that a change of facts opens."""

from collections.abc import Mapping

from foedus.logic import Atom, atoms
from foedus.schema import Found, Model, Provision
from foedus.schema.vocabulary import ProvisionKind

OPENS = ("enters_when", "trigger", "requires")
"""The gates by which something that happens opens a provision."""

BESIDE: frozenset[ProvisionKind] = frozenset((
    "consultation", "dispute_resolution", "institutional", "joint_commission", "monitoring", "verification",
))  # fmt: skip
"""Kinds by which those who owe them talk, set something up or watch: no help to whoever is attacked."""


def responders(model: Model, changes: Mapping[str, bool]) -> tuple[str, ...]:
    """The provisions, by id, that open as facts take these values.

    A provision opens where one of its gates reads such a fact, itself, through a finding that it holds,
    or through another provision that opens; a prohibition never does.
    """
    opened: set[str] = set()
    asked = [each for each in model.provisions.values() if each.modality != "must_not"]
    while found := {
        each.id for each in asked if each.id not in opened and _opens(model, each, changes, opened)
    }:
        opened |= found
    return tuple(sorted(opened))


def _opens(model: Model, provision: Provision, changes: Mapping[str, bool], opened: set[str]) -> bool:
    return any(
        _moved(model, atom, changes, opened)
        for gate in OPENS
        for atom in atoms(getattr(provision, gate), provision.at(gate))
    )


def _moved(model: Model, atom: Atom, changes: Mapping[str, bool], opened: set[str]) -> bool:
    """True where an atom takes the side of its condition as the facts change."""
    leaf = atom.leaf
    if isinstance(leaf, Found):
        found = model.determinations.get(leaf.determination)
        leaf = found.of if found is not None else leaf.determination
    if isinstance(leaf, str):
        return changes.get(leaf) is atom.positive
    return atom.positive and leaf.provision in opened


def helps(model: Model, provision: Provision, victims: tuple[str, ...]) -> bool:
    """True where a provision is for one of some victims, or a part of one; or where either is not said."""
    own = {*provision.protects, *provision.beneficiary}
    wholes = {model.actors[each].of for each in own if each in model.actors}
    return not own or not victims or bool((own | wholes) & set(victims))
