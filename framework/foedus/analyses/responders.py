"""Who answers to what: the provisions that a change of facts opens."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from foedus.kept import kept
from foedus.logic import Gated, gates
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
    opens = _opens(model)
    opened: set[str] = set()
    waiting: list[_Move] = [("facts", fact, value) for fact, value in changes.items()]
    while waiting:
        for each in opens.get(waiting.pop(), ()):
            if each not in opened:
                opened.add(each)
                waiting.append(("provisions", each, True))
    return tuple(sorted(opened))


_Move: TypeAlias = tuple[str, str, bool]
"""The section and id of what moves, and the side that it takes."""


@kept
def _opens(model: Model) -> Mapping[_Move, set[str]]:
    """The provisions with a gate that opens as something moves."""
    found: dict[_Move, set[str]] = defaultdict(set)
    for gated in gates(model):
        for leaf, _, positive in gated.atoms if _may_open(gated) else ():
            if isinstance(leaf, Found):
                known = model.determinations.get(leaf.determination)
                leaf = known.of if known is not None else leaf.determination
            if isinstance(leaf, str):
                found["facts", leaf, positive].add(gated.provision.id)
            elif positive:
                found["provisions", leaf.provision, True].add(gated.provision.id)
    return found


def _may_open(gated: Gated) -> bool:
    return gated.field in OPENS and gated.provision.modality != "must_not"


def helps(model: Model, provision: Provision, victims: tuple[str, ...]) -> bool:
    """True where a provision is for one of some victims, or a part of one; or where either is not said."""
    own = {*provision.protects, *provision.beneficiary}
    wholes = {model.actors[each].of for each in own if each in model.actors}
    return not own or not victims or bool((own | wholes) & set(victims))
